// Temporary files and folders, which neither an error nor a signal may leave behind.
#pragma once

#include <mutex>
#include <string>
#include <string_view>

namespace hornbook {

std::mutex& writing();  // held by whoever writes: one thing at a time

// The path that links lead to, whether something is there yet or not. Throws Trouble when they go round in a circle.
std::string end_of_links(std::string path);

// Ending of names under which something is written before it takes its place: beside it, hidden, with the name of `place` in them, and
// otherwise unpredictable. A second ending marks a folder that was moved aside.
inline constexpr std::string_view temporary_ending = ".tmp";
inline constexpr std::string_view aside_ending = ".old.tmp";
std::string temporary_beginning(const std::string& place);  // of the name, without its folder
std::string temporary_path(const std::string& place, std::string_view ending = temporary_ending);

// Takes a lock that lasts as long as the process, so that what is not locked was left by a dead one. Returns false where another process
// has it or has removed it (errno is EWOULDBLOCK), or the file system has no locks.
bool hold(int descriptor);

// Remembers a file, or a folder with all in it, that is being made: SIGINT, SIGTERM and SIGHUP remove it. One at a time.
void remember_unfinished(const std::string& path);
// Remembers the same while what was at `place` is moved to `aside`: a signal puts it back.
void remember_moved(const std::string& path, const std::string& aside, const std::string& place);
void forget_unfinished();
void remove_unfinished();  // and forgets it

void remove_tree(const std::string& path);  // links are not followed

void write_all(int descriptor, std::string_view bytes, const std::string& path);
void sync_folder(const std::string& path);  // so that new names in it survive a power cut

}  // namespace hornbook
