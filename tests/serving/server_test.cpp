// The open book over HTTP: real sockets on this machine.
#include "serving/server.h"

#include <httplib.h>

#include <thread>

#include "base/trouble.h"
#include "catch.h"
#include "temporary_folder.h"
#include "trouble_of.h"

namespace hornbook {
namespace {

using namespace std::chrono_literals;

const std::string key = "0123456789abcdef";

// A book that is served until the test ends.
struct Served {
    TemporaryFolder disk;
    Session session{disk.path(), {}};
    std::unique_ptr<Server> server;
    std::thread running;
    int port = 0;

    Served() {
        disk.write("book.toml", "title = \"Water\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
        disk.write("chapters/01-rain.md", "# Rain\n\nIt falls.\n");
        disk.write("images/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        disk.write(".hidden", "x");
        server = std::make_unique<Server>(ServerRequest{session, key, [] { return std::string("<!DOCTYPE html><title>page</title>"); }});
        std::string address = server->address();
        port = std::stoi(address.substr(address.rfind(':') + 1));
        running = std::thread([this] { server->run(); });
    }
    ~Served() {
        server->stop();
        running.join();
    }
    httplib::Result get(const std::string& path, httplib::Headers headers = {}) const {
        httplib::Client client("127.0.0.1", port);
        return client.Get(path, headers);
    }
    httplib::Result ask(const std::string& request, httplib::Headers headers = {{"Authorization", "Bearer " + key}}) const {
        httplib::Client client("127.0.0.1", port);
        return client.Post("/ask", headers, request, "application/json");
    }
    std::string own(const std::string& host) const {
        return host + ":" + std::to_string(port);
    }
};

}  // namespace

TEST_CASE("the page and the book are for whoever knows the key") {
    Served served;
    REQUIRE(served.get("/?key=" + key));
    CHECK(served.get("/?key=" + key)->body == "<!DOCTYPE html><title>page</title>");
    CHECK(served.ask("{\"do\":\"open\"}")->body.find("\"title\":\"Water\"") != std::string::npos);
    for (const char* path :
         {"/", "/?key=", "/?key=0123456789abcdeX", "/?key=0123456789abcdef0", "/file/book.toml", "/events", "/nothing"}) {
        INFO(path);
        CHECK(served.get(path)->status == 403);
    }
    CHECK(served.ask("{\"do\":\"open\"}", {})->status == 403);
    CHECK(served.ask("{\"do\":\"open\"}", {{"Authorization", "Bearer x"}})->status == 403);
    CHECK(served.get("/nothing?key=" + key)->status == 404);
    CHECK(served.get("/ask?key=" + key)->status == 404);
}

TEST_CASE("nothing is packed for its way, which would take longer than the way") {
    Served served;
    httplib::Headers asked = {{"Accept-Encoding", "gzip, deflate, br"}, {"Authorization", "Bearer " + key}};
    for (const char* path : {"/", "/file/book.toml", "/file/images/a.svg"}) {
        httplib::Result given = served.get(path, asked);
        INFO(path);
        REQUIRE(given);
        CHECK(given->status == 200);
        CHECK_FALSE(given->has_header("Content-Encoding"));
        CHECK(given->get_header_value("Content-Length") == std::to_string(given->body.size()));
    }
    CHECK_FALSE(served.ask("{\"do\":\"open\"}", asked)->has_header("Content-Encoding"));
    served.disk.write("images/empty.svg", "");
    CHECK(served.get("/file/images/empty.svg", asked)->body.empty());
}

TEST_CASE("a page of another site is not answered, whatever it knows") {
    Served served;
    auto status = [&](const std::string& host, const std::string& origin) {
        httplib::Headers headers = {{"Authorization", "Bearer " + key}, {"Host", host}};
        if (!origin.empty()) {
            headers.emplace("Origin", origin);
        }
        return served.ask("{\"do\":\"open\"}", headers)->status;
    };
    CHECK(status(served.own("127.0.0.1"), "") == 200);
    CHECK(status(served.own("localhost"), "http://" + served.own("localhost")) == 200);
    CHECK(status(served.own("127.0.0.1"), "http://" + served.own("127.0.0.1")) == 200);
    CHECK(status(served.own("evil.example"), "") == 403);
    CHECK(status("127.0.0.1", "") == 403);
    CHECK(status(served.own("127.0.0.1"), "http://evil.example") == 403);
    CHECK(status(served.own("127.0.0.1"), "http://127.0.0.1:1") == 403);
    CHECK(status(served.own("127.0.0.1"), "null") == 403);
    CHECK(served.get("/?key=" + key, {{"Host", served.own("evil.example")}})->status == 403);
}

TEST_CASE("files of the book are given, and nothing beside it") {
    Served served;
    TemporaryFolder other;
    other.write("secret", "secret");
    std::filesystem::create_symlink(other / "secret", served.disk / "images/link.png");
    auto picture = served.get("/file/images/a.svg?key=" + key);
    CHECK(picture->get_header_value("Content-Type") == "image/svg+xml");
    CHECK(picture->get_header_value("Content-Security-Policy").find("sandbox") != std::string::npos);
    CHECK(picture->body.starts_with("<svg"));
    for (const char* path :
         {"/file/", "/file/nothing.png", "/file/.hidden", "/file/../secret", "/file/images/../../secret", "/file/%2e%2e/secret",
          "/file//etc/passwd", "/file/images/link.png", "/file/images", "/file/images/%00a.svg"}) {
        auto said = served.get(std::string(path) + "?key=" + key);
        INFO(path);
        CHECK((said && said->status == 404));
    }
}

TEST_CASE("the page hears of changes by another hand") {
    Served served;
    std::string heard;
    std::thread listener([&] {
        httplib::Client client("127.0.0.1", served.port);
        client.set_read_timeout(20s);
        client.Get("/events?key=" + key, [&](const char* data, std::size_t size) {
            if (heard.empty()) {  // the first words say that it listens
                served.disk.write("chapters/02-\"ice\".md", "# Ice\n");
            }
            heard.append(data, size);
            return heard.find("data:") == std::string::npos;
        });
    });
    listener.join();
    CHECK(heard.find("data: {\"changed\":[\"chapters/02-\\\"ice\\\".md\"]}\n\n") != std::string::npos);
}

TEST_CASE("it ends while pages listen") {
    auto served = std::make_unique<Served>();
    std::thread listener([port = served->port] {
        httplib::Client client("127.0.0.1", port);
        client.Get("/events?key=" + key, [](const char*, std::size_t) { return true; });
    });
    std::this_thread::sleep_for(300ms);
    auto begin = std::chrono::steady_clock::now();
    served.reset();
    listener.join();
    CHECK(std::chrono::steady_clock::now() - begin < 20s);
}

TEST_CASE("two servers do not share a port") {
    Served served;
    std::string told = trouble_of([&] { Server second({served.session, key, [] { return std::string(); }, served.port}); });
    CHECK(told.find("cannot listen at port " + std::to_string(served.port)) != std::string::npos);
}

TEST_CASE("it may be told to end before it began") {
    TemporaryFolder disk;
    Session session{disk.path(), {}};
    Server server({session, key, [] { return std::string(); }});
    server.stop();
    server.run();
    CHECK(server.has_ended());
}

TEST_CASE("keys are long, and no two are alike") {
    CHECK(random_key().size() == 32);
    CHECK(random_key() != random_key());
}

}  // namespace hornbook
