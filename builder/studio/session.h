// Session: a book that is open in a page: its folder, texts that were typed and not saved, and what was read of it before.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/folder.h"
#include "base/process.h"
#include "building/build.h"
#include "building/watch.h"
#include "reading/reading_cache.h"

namespace hornbook {

// Answers that were given before: the formulas of a book that is read again are mostly the same. Thread-safe.
class KnownAnswers {
public:
    explicit KnownAnswers(Programs programs) : programs_(std::move(programs)) {}
    Programs asked();  // valid as long as this is

private:
    Programs programs_;
    std::mutex mutex_;
    std::map<std::string, ProcessResult> answers_;  // by a hash of what was asked
};

struct Session {
    Session(std::string book, Programs others) : folder(std::move(book)), programs(others), formulas(std::move(others)) {}

    const std::string folder;
    const Programs programs;
    std::string pictures_program = "hornbook-pictures";
    std::optional<std::int64_t> source_date;
    unsigned jobs = 0;
    ReadingCache read;
    KnownAnswers formulas;

    std::mutex mutex;                                                     // of what follows, and held while a file is written
    std::shared_ptr<const Overlay> drafts = std::make_shared<Overlay>();  // replaced as a whole, never changed
    std::map<std::string, std::string, std::less<>> own;                  // hashes of what was written here, empty: removed; by path
};

OpenBook open_book(Session& session);  // for what reads or builds it; valid as long as the session

std::string short_hash(std::string_view bytes);  // 16 hexadecimal digits of SHA-256

// Throws Trouble where the path is none of a file of the book that a page may write: book.toml, or inside chapters/, images/ or styles/.
// Hidden files are none.
void refuse_strange_path(std::string_view path);

struct FileOfBook {
    std::string path;
    std::string bytes;
};
std::vector<FileOfBook> files_of_book(const Session& session);

// A file as it is on disk, without drafts; none where there is none. Throws Trouble where it is refused.
std::optional<std::string> saved_bytes(const Session& session, const std::string& path);

// What was found in the place of what was expected, so that nothing was written.
struct Conflict {
    std::optional<std::string> bytes;  // none: there is no file
};
// Each of these writes nothing where the file is no longer what its hash `was` said; was: none where there was no file. They throw Trouble.
std::optional<Conflict> write_of_book(Session& session, const std::string& path, std::string_view bytes,
                                      const std::optional<std::string>& was);
std::optional<Conflict> remove_of_book(Session& session, const std::string& path, const std::optional<std::string>& was);
void rename_of_book(Session& session, const std::string& from, const std::string& to);  // Trouble where `to` is there already

// Keeps a text for a path that is shown, checked and built instead of the file; none: forgets it.
void set_draft(Session& session, const std::string& path, const std::optional<std::string>& text);

// The files of the book that another hand has changed, added or removed since `before`, which becomes what is there now.
std::vector<std::string> changed_by_others(Session& session, Signature& before);

}  // namespace hornbook
