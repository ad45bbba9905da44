#include <csignal>
#include <limits>
#include <thread>

#include "base/folder.h"
#include "base/trouble.h"
#include "commands/commands.h"
#include "commands/machine.h"
#include "serving/server.h"

namespace hornbook {
namespace {

constexpr unsigned usual_port = 4714;  // so that a browser keeps what belongs to the page from one day to the next

volatile std::sig_atomic_t told_to_end = 0;

extern "C" void end_serving(int) {
    told_to_end = 1;
}

// What is being written then is written to its end; a second signal ends the program at once.
void end_on_signals() {
    for (int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        sigaction(signal, nullptr, &before);
        if (before.sa_handler != SIG_IGN) {
            struct sigaction action {};
            action.sa_handler = end_serving;
            action.sa_flags = static_cast<int>(SA_RESETHAND);
            sigaction(signal, &action, nullptr);
        }
    }
}

std::string page_to_serve() {
    return studio_page().value_or(
        "<!DOCTYPE html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Hornbook</title>\n"
        "<p>The page in which books are written is not on this machine: builder/studio/build makes it.</p></html>\n");
}

std::unique_ptr<Server> server_for(const ServeOptions& options, Session& session) {
    ServerRequest request{session, random_key(), page_to_serve, static_cast<int>(options.port.value_or(usual_port))};
    try {
        return std::make_unique<Server>(request);
    } catch (const Trouble&) {
        if (options.port) {
            throw;
        }
    }
    request.port = 0;
    return std::make_unique<Server>(request);
}

// Starts whatever opens addresses here. It lives on by itself, with no limits.
bool open_browser(const std::string& address, const Programs& programs) {
    ProcessLimits none;
    none.seconds = std::numeric_limits<int>::max();
    none.memory = std::numeric_limits<std::size_t>::max();
    ProcessResult result = run_program(
        programs, {"sh", "-c", "command -v xdg-open >/dev/null && { xdg-open \"$1\" >/dev/null 2>&1 & }", "sh", address}, "", none);
    return result.started && result.exit_code == 0;
}

}  // namespace

int run_serve(const ServeOptions& options, Console& console) {
    std::string book = options.book;
    while (book.size() > 1 && book.ends_with('/')) {
        book.pop_back();
    }
    Folder folder(book);  // or Trouble
    Session session(book, console.programs);
    session.pictures_program = pictures_program();
    session.source_date = source_date();
    std::unique_ptr<Server> server = server_for(options, session);
    told_to_end = 0;
    end_on_signals();
    console.out << "serving " << book << " at " << server->address() << "\n"
                << "This machine alone can open it; Ctrl-C ends it.\n"
                << std::flush;
    std::thread running([&] { server->run(); });
    if (options.open && !open_browser(server->address(), console.programs)) {
        console.err << "hornbook: no browser could be started\n  hint: copy the address into one\n";
    }
    while (told_to_end == 0 && !server->has_ended()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    server->stop();
    running.join();
    return made;
}

}  // namespace hornbook
