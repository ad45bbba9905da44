// Server: an open book over HTTP, for a browser on this machine alone.
//
// GET /?key=KEY the page; POST /ask a request of studio/requests.h; GET /file/PATH?key=KEY a file of the book; GET /events?key=KEY
// server-sent events: data: {"changed":["chapters/01-rain.md"]} when another hand has changed files. Only who knows the key is answered,
// and only by the name of this machine itself: another site's page that is led here (DNS rebinding) says its own name as Host.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "studio/session.h"

namespace hornbook {

struct ServerRequest {
    Session& session;
    std::string key;                    // POST /ask says it as `Authorization: Bearer KEY`
    std::function<std::string()> page;  // HTML, asked for each time
    int port = 0;                       // 0: any that is free
};

std::string random_key();  // 32 hexadecimal digits, for a ServerRequest

class Server {
public:
    explicit Server(ServerRequest request);  // throws Trouble where the port is taken
    ~Server();                               // stops

    std::string address() const;  // http://127.0.0.1:PORT/?key=KEY
    void run();                   // until stop(); what is being answered then is answered to its end
    void stop();                  // from any thread; run() ends soon after
    bool has_ended() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace hornbook
