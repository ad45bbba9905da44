// Temporary: what is being written and must not be left behind, neither by an error nor by a signal.
#pragma once

#include <mutex>
#include <string>
#include <string_view>

namespace hornbook {

std::mutex& writing();  // held by whoever writes: one thing at a time

std::string folder_of(const std::string& path);
std::string temporary_path(const std::string& folder);                       // inside it, unpredictable
[[noreturn]] void cannot(const std::string& what, const std::string& path);  // throws Trouble with what errno says

// A file or a folder that is about to be made. What was remembered last is removed first; SIGINT, SIGTERM and SIGHUP remove all.
void remember_unfinished(std::string path);
void forget_unfinished();
void remove_unfinished();  // and forgets them

void write_all(int descriptor, std::string_view bytes, const std::string& path);
void sync_folder(const std::string& path);  // so that new names in it survive a power cut

}  // namespace hornbook
