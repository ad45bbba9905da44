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

#include "base/trouble.h"

namespace hornbook {
namespace {

std::vector<std::string> unfinished;
std::atomic<bool> has_unfinished = false;  // while it is set, nothing changes the list: a signal may come at any time

void remove_listed() {
    for (const std::string& path : unfinished) {
        if (unlink(path.c_str()) != 0) {
            rmdir(path.c_str());
        }
    }
}

extern "C" void remove_and_die(int signal) {
    if (has_unfinished) {
        remove_listed();
    }
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

void remember_unfinished(std::vector<std::string> paths) {
    static const bool caught = catch_signals();
    (void)caught;
    has_unfinished = false;
    unfinished = std::move(paths);
    has_unfinished = true;
}

void forget_unfinished() {
    has_unfinished = false;
}

void remove_unfinished() {
    if (has_unfinished.exchange(false)) {
        remove_listed();
    }
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
