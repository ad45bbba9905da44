#include "packaging/temporary.h"

#include <fcntl.h>
#include <sys/random.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <utility>

#include "base/trouble.h"

namespace hornbook {
namespace {

// A signal may come at any time, so the list only ever grows at its head, by one store.
struct Unfinished {
    std::string path;
    Unfinished* older;
};
std::atomic<Unfinished*> newest = nullptr;

void remove_listed(const Unfinished* one) {
    for (; one != nullptr; one = one->older) {
        if (unlink(one->path.c_str()) != 0) {
            rmdir(one->path.c_str());
        }
    }
}

void forget(Unfinished* one) {
    while (one != nullptr) {
        delete std::exchange(one, one->older);
    }
}

extern "C" void remove_and_die(int signal) {
    remove_listed(newest);
    std::signal(signal, SIG_DFL);
    raise(signal);
}

bool catch_signals() {
    for (int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        sigaction(signal, nullptr, &before);
        if (before.sa_handler == SIG_DFL) {  // nohup ignores SIGHUP, and that is to stay
            struct sigaction action {};
            action.sa_handler = remove_and_die;
            sigaction(signal, &action, nullptr);
        }
    }
    return true;
}

}  // namespace

std::mutex& writing() {
    static std::mutex one_at_a_time;
    return one_at_a_time;
}

std::string folder_of(const std::string& path) {
    std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

std::string temporary_path(const std::string& folder) {
    std::array<unsigned char, 8> bytes{};
    if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
        throw Trouble("the machine gives no random numbers");
    }
    std::string name;
    for (unsigned char byte : bytes) {
        std::array<char, 3> two{};
        std::snprintf(two.data(), two.size(), "%02x", byte);
        name += two.data();
    }
    return folder + "/.hornbook-" + name + ".tmp";
}

void cannot(const std::string& what, const std::string& path) {
    throw Trouble("cannot " + what + " `" + path + "`: " + std::strerror(errno));
}

void remember_unfinished(std::string path) {
    static const bool caught = catch_signals();
    (void)caught;
    newest = new Unfinished{std::move(path), newest};
}

void forget_unfinished() {
    forget(newest.exchange(nullptr));
}

void remove_unfinished() {
    Unfinished* list = newest.exchange(nullptr);
    remove_listed(list);
    forget(list);
}

void write_all(int descriptor, std::string_view bytes, const std::string& path) {
    while (!bytes.empty()) {
        ssize_t n = write(descriptor, bytes.data(), bytes.size());
        if (n < 0 && errno != EINTR) {
            cannot("write", path);
        }
        bytes.remove_prefix(n > 0 ? static_cast<std::size_t>(n) : 0);
    }
}

void sync_folder(const std::string& path) {
    int folder = open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        fsync(folder);
        close(folder);
    }
}

}  // namespace hornbook
