#include "serving/server.h"

#include <httplib.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <memory>
#include <thread>

#include "base/text.h"
#include "base/trouble.h"
#include "serving/events.h"
#include "studio/requests.h"

namespace hornbook {
namespace {

using namespace std::chrono_literals;

constexpr const char* loopback = "127.0.0.1";
constexpr std::string_view file_prefix = "/file/";
constexpr std::size_t threads = 40;
constexpr int most_listeners = 24;  // each holds a thread
constexpr std::size_t most_payload = 256UL << 20;

// Takes as long whatever the difference is.
bool is_same(std::string_view a, std::string_view b) {
    unsigned difference = a.size() == b.size() ? 0 : 1;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
        difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
    }
    return difference == 0;
}

std::string type_of(std::string_view path) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> types = {{{".png", "image/png"},
                                                                                     {".jpg", "image/jpeg"},
                                                                                     {".jpeg", "image/jpeg"},
                                                                                     {".gif", "image/gif"},
                                                                                     {".webp", "image/webp"},
                                                                                     {".svg", "image/svg+xml"},
                                                                                     {".css", "text/css; charset=utf-8"},
                                                                                     {".md", "text/plain; charset=utf-8"},
                                                                                     {".toml", "text/plain; charset=utf-8"}}};
    std::string folded = fold_case(path);
    const auto* row = std::find_if(types.begin(), types.end(), [&](const auto& one) { return folded.ends_with(one.first); });
    return std::string(row != types.end() ? row->second : "application/octet-stream");
}

bool is_hidden(std::string_view path) {
    return path.empty() || path.starts_with('.') || path.starts_with('/') || path.find("/.") != std::string_view::npos;
}

std::string in_json(const std::vector<std::string>& paths) {
    std::string list;
    for (const std::string& path : paths) {
        list += list.empty() ? "\"" : ",\"";
        for (char c : path) {
            list += c == '"' || c == '\\' ? "\\" : "";
            list += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
        }
        list += '"';
    }
    return "{\"changed\":[" + list + "]}";
}

// Gives bytes as they are: on one machine, packing a page for its way takes seconds, and the way no time. The library packs what is set as
// content, and not what is provided.
void give(httplib::Response& response, std::string bytes, const std::string& type) {
    if (bytes.empty()) {
        return response.set_content(bytes, type);
    }
    auto kept = std::make_shared<const std::string>(std::move(bytes));
    response.set_content_provider(kept->size(), type, [kept](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
        return sink.write(kept->data() + offset, length);
    });
}

// why: words without quotation marks; whoever asked by JSON is told by JSON.
void refuse(const httplib::Request& asked, httplib::Response& response, int status, const std::string& why) {
    response.status = status;
    if (asked.method == "POST") {
        response.set_content("{\"trouble\":\"" + why + "\"}", "application/json");
    } else {
        response.set_content(why + "\n", "text/plain; charset=utf-8");
    }
}

}  // namespace

struct Server::State {
    ServerRequest request;
    httplib::Server http = {};
    Events events = {};
    int port = 0;
    std::atomic<int> listeners = 0;
    std::atomic<bool> finished = false;

    // Whether the request comes from a page of ours, by a name of this machine: browsers let no page change Host or Origin.
    bool is_from_here(const httplib::Request& asked) const {
        std::string end = ":" + std::to_string(port);
        std::string host = asked.get_header_value("Host");
        std::string origin = asked.get_header_value("Origin");
        bool named = host == loopback + end || host == "localhost" + end;
        return named && asked.get_header_value_count("Host") == 1 && (origin.empty() || origin == "http://" + host);
    }

    bool knows_key(const httplib::Request& asked) const {
        std::string bearer = asked.get_header_value("Authorization");
        constexpr std::string_view scheme = "Bearer ";
        if (bearer.starts_with(scheme)) {
            return is_same(std::string_view(bearer).substr(scheme.size()), request.key);
        }
        return asked.method == "GET" && asked.has_param("key") && is_same(asked.get_param_value("key"), request.key);
    }

    void say_file(const httplib::Request& asked, httplib::Response& response) const {
        std::string path = asked.path.substr(file_prefix.size());
        std::optional<std::string> bytes;
        try {
            bytes = is_hidden(path) ? std::nullopt : saved_bytes(request.session, path);
        } catch (const Trouble&) {  // it leads out of the book, or is no file
        }
        if (!bytes) {
            return refuse(asked, response, 404, "there is no such file in the book");
        }
        // A file that is opened by itself runs nothing; in the preview, which is a page of nowhere, it is a picture.
        response.set_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        response.set_header("Cross-Origin-Resource-Policy", "cross-origin");
        give(response, std::move(*bytes), type_of(path));
    }

    void say_events(const httplib::Request& asked, httplib::Response& response) {
        if (listeners.fetch_add(1) >= most_listeners) {
            --listeners;
            return refuse(asked, response, 503, "too many pages are open");
        }
        auto send = [this, next = events.now(), is_first = true](std::size_t, httplib::DataSink& sink) mutable {
            std::optional<std::string> text = is_first ? std::nullopt : events.wait_for(next, 5s);
            std::string message = text ? "data: " + *text + "\n\n" : ": still here\n\n";
            next += text ? 1 : 0;
            is_first = false;
            return !events.has_ended() && sink.write(message.data(), message.size());
        };
        response.set_chunked_content_provider("text/event-stream", std::move(send), [this](bool) { --listeners; });
    }

    void say(const httplib::Request& asked, httplib::Response& response) {
        response.set_header("Cache-Control", "no-store");
        response.set_header("Referrer-Policy", "no-referrer");
        response.set_header("X-Content-Type-Options", "nosniff");
        response.set_header("X-Frame-Options", "DENY");
        if (!is_from_here(asked)) {
            return refuse(asked, response, 403, "only pages of this machine are answered");
        }
        if (!knows_key(asked)) {
            return refuse(asked, response, 403, "the address lacks its key: open the one that `hornbook serve` has printed");
        }
        if (asked.method == "GET" && asked.path == "/") {
            return give(response, request.page(), "text/html; charset=utf-8");
        }
        if (asked.method == "GET" && asked.path.starts_with(file_prefix)) {
            return say_file(asked, response);
        }
        if (asked.method == "GET" && asked.path == "/events") {
            return say_events(asked, response);
        }
        refuse(asked, response, 404, "there is nothing here");
    }

    void answer_all() {
        using Handling = httplib::Server::HandlerResponse;
        http.set_pre_routing_handler([this](const httplib::Request& asked, httplib::Response& response) {
            bool is_question = asked.method == "POST" && asked.path == "/ask" && is_from_here(asked) && knows_key(asked);
            if (is_question) {
                return Handling::Unhandled;
            }
            say(asked, response);
            return Handling::Handled;
        });
        http.Post("/ask", [this](const httplib::Request& asked, httplib::Response& response) {
            response.set_header("Cache-Control", "no-store");
            give(response, answer(request.session, asked.body), "application/json");
        });
        http.set_exception_handler([](const httplib::Request& asked, httplib::Response& response, const std::exception_ptr&) {
            refuse(asked, response, 500, "this could not be answered");
        });
        http.set_payload_max_length(most_payload);
        http.set_tcp_nodelay(true);
        http.set_keep_alive_max_count(1000);
        http.set_keep_alive_timeout(2);  // seconds, which the end may have to wait for
        http.new_task_queue = [] { return new httplib::ThreadPool(threads); };
    }

    // As usual but without SO_REUSEPORT, by which a second server could share the port.
    void bind() {
        http.set_socket_options([](socket_t socket) {
            int yes = 1;
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        });
        port = request.port != 0 ? request.port : http.bind_to_any_port(loopback);
        bool bound = request.port != 0 ? http.bind_to_port(loopback, request.port) : port > 0;
        if (!bound) {
            throw Trouble("cannot listen at port " + std::to_string(request.port) + ": another program has it, or it may not be had");
        }
    }

    void watch(Signature before) {
        for (events.sleep(250ms); !events.has_ended(); events.sleep(250ms)) {
            if (std::vector<std::string> changed = changed_by_others(request.session, before); !changed.empty()) {
                events.add(in_json(changed));
            }
        }
    }
};

std::string random_key() {
    std::array<unsigned char, 16> bytes{};
    if (getentropy(bytes.data(), bytes.size()) != 0) {
        throw Trouble("this machine gives no random numbers");
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::string key;
    for (unsigned char byte : bytes) {
        key += digits[byte >> 4U];
        key += digits[byte & 15U];
    }
    return key;
}

Server::Server(ServerRequest request) : state_(new State{std::move(request)}) {
    state_->answer_all();
    state_->bind();
}

Server::~Server() {
    stop();
}

std::string Server::address() const {
    return "http://" + std::string(loopback) + ":" + std::to_string(state_->port) + "/?key=" + state_->request.key;
}

void Server::run() {
    State& state = *state_;
    Signature before = signature_of(state.request.session.folder);
    std::thread watcher([&] { state.watch(std::move(before)); });
    std::thread ender([&] {
        while (!state.events.has_ended()) {
            state.events.sleep(1h);
        }
        while (!state.http.is_running() && !state.finished) {
            std::this_thread::sleep_for(5ms);
        }
        if (!state.finished) {
            state.http.stop();
        }
    });
    state.http.listen_after_bind();
    state.finished = true;
    state.events.end();
    ender.join();
    watcher.join();
}

void Server::stop() {
    state_->events.end();
}

bool Server::has_ended() const {
    return state_->events.has_ended();
}

}  // namespace hornbook
