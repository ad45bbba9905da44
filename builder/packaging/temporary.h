// Temporary: what is being written and must not be left behind, neither by an error nor by a signal.
#pragma once

#include <mutex>
#include <string>
#include <string_view>

namespace hornbook {

std::mutex& writing();  // held by whoever writes: one thing at a time

// Where a path leads through links, whether something is there yet or not. Throws Trouble when they go round in a circle.
std::string end_of_links(std::string path);

// The name under which something is written before it takes its place: beside it, hidden, with what `place` is called in it, and otherwise
// unpredictable. A second ending tells a folder that was moved aside.
inline constexpr std::string_view temporary_ending = ".tmp";
inline constexpr std::string_view aside_ending = ".old.tmp";
std::string temporary_beginning(const std::string& place);  // of the name, without its folder
std::string temporary_path(const std::string& place, std::string_view ending = temporary_ending);

// A lock that lasts as long as the process: what nobody holds was left by one that is dead. False: somebody else has it, or the file system
// knows no locks.
bool hold(int descriptor);

// A file, or a folder with all in it, that is being made: SIGINT, SIGTERM and SIGHUP remove it. One at a time.
void remember_unfinished(const std::string& path);
// The same, while what was at `place` is moved to `aside`: a signal puts it back.
void remember_moved(const std::string& path, const std::string& aside, const std::string& place);
void forget_unfinished();
void remove_unfinished();  // and forgets it

void remove_tree(const std::string& path);  // links are not followed

void write_all(int descriptor, std::string_view bytes, const std::string& path);
void sync_folder(const std::string& path);  // so that new names in it survive a power cut

}  // namespace hornbook
