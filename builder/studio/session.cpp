#include "studio/session.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>

#include "base/files.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/text.h"
#include "base/trouble.h"
#include "model/limits.h"
#include "packaging/atomic_file.h"
#include "packaging/temporary.h"

namespace hornbook {
namespace {

constexpr std::array<std::string_view, 3> rooms = {"chapters", "images", "styles"};
constexpr std::size_t most_bytes = std::max(limits::picture_bytes, limits::text_file_bytes);

bool is_strange_name(std::string_view name) {
    auto is_odd = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\'; };
    return name.empty() || name.starts_with('.') || name.size() > 255 || std::any_of(name.begin(), name.end(), is_odd);
}

std::string path_on_disk(const Session& session, std::string_view path) {
    return session.folder + "/" + std::string(path);
}

// Makes the folders on the way to a file that do not exist yet. Throws Trouble where one of them leads out of the book.
void make_way(const Session& session, const Folder& folder, std::string_view path) {
    std::string_view parent = folder_of(path);
    for (std::size_t slash = parent.find('/'); !parent.empty(); slash = parent.find('/', slash + 1)) {
        std::string_view here = parent.substr(0, slash);
        if (folder.why_closed(here)) {
            throw Trouble("`" + std::string(here) + "` is a link to another place, so nothing was written there");
        }
        std::string real = path_on_disk(session, here);
        if (mkdir(real.c_str(), 0777) != 0 && errno != EEXIST) {
            cannot("make the folder", std::string(here));
        }
        if (slash == std::string_view::npos) {
            break;
        }
    }
}

bool is_as_expected(const std::optional<std::string>& bytes, const std::optional<std::string>& was) {
    return bytes.has_value() == was.has_value() && (!bytes || short_hash(*bytes).starts_with(was->substr(0, 16)));
}

void replace_drafts(Session& session, const std::function<void(Overlay& drafts)>& change) {
    Overlay drafts = *session.drafts;
    change(drafts);
    session.drafts = std::make_shared<const Overlay>(std::move(drafts));
}

}  // namespace

Programs KnownAnswers::asked() {
    return [this](const std::vector<std::string>& arguments, std::string_view input, const ProcessLimits& limits) {
        std::string question = sha256_bytes(join(arguments, "\n") + "\n\n" + std::string(input));
        {
            std::lock_guard lock(mutex_);
            if (auto known = answers_.find(question); known != answers_.end()) {
                return known->second;
            }
        }
        ProcessResult result = run_program(programs_, arguments, input, limits);
        constexpr std::size_t most_answers = 50;
        std::lock_guard lock(mutex_);
        if (answers_.size() >= most_answers) {
            answers_.clear();
        }
        if (result.started && !result.out_of_time) {
            answers_[question] = result;
        }
        return result;
    };
}

OpenBook open_book(Session& session) {
    std::lock_guard lock(session.mutex);
    return {session.drafts, &session.read, session.formulas.asked()};
}

std::string short_hash(std::string_view bytes) {
    return sha256_hex(bytes).substr(0, 16);
}

void refuse_strange_path(std::string_view path) {
    std::vector<std::string_view> names = split(path, '/');
    bool in_room = names.size() > 1 && std::find(rooms.begin(), rooms.end(), names.front()) != rooms.end();
    bool strange = std::any_of(names.begin(), names.end(), is_strange_name) || names.size() > 20;
    if (strange || (!in_room && path != "book.toml") || !is_valid_utf8(path)) {
        throw Trouble("`" + std::string(path) +
                      "` is not a file of a book: those are book.toml and what lies in chapters/, images/ and styles/");
    }
}

std::vector<FileOfBook> files_of_book(const Session& session) {
    Folder folder(session.folder);
    std::vector<std::string> paths;
    if (folder.has("book.toml")) {
        paths.emplace_back("book.toml");
    }
    for (std::string_view room : rooms) {
        for (const std::string& name : folder.list_all(room).names) {
            paths.push_back(std::string(room) + "/" + name);
        }
    }
    std::vector<FileOfBook> files;
    for (std::string& path : paths) {
        if (ReadFile file = folder.read(path, most_bytes)) {
            files.push_back({std::move(path), std::move(file.bytes)});
        }
    }
    return files;
}

std::optional<std::string> saved_bytes(const Session& session, const std::string& path) {
    ReadFile file = Folder(session.folder).read(path, most_bytes);
    if (file) {
        return std::move(file.bytes);
    }
    switch (*file.refusal) {
        case Refusal::missing:
            return std::nullopt;
        case Refusal::outside:
            throw Trouble("`" + path + "` leads out of the book");
        case Refusal::not_a_file:
            throw Trouble("`" + path + "` is not a file");
        case Refusal::too_big:
            throw Trouble("`" + path + "` is bigger than " + std::to_string(most_bytes >> 20U) + " MiB");
    }
    return std::nullopt;
}

std::optional<Conflict> write_of_book(Session& session, const std::string& path, std::string_view bytes,
                                      const std::optional<std::string>& was) {
    refuse_strange_path(path);
    std::lock_guard lock(session.mutex);
    std::optional<std::string> there = saved_bytes(session, path);
    if (!is_as_expected(there, was)) {
        return Conflict{std::move(there)};
    }
    if (!there && is_there(path_on_disk(session, path))) {
        throw Trouble("`" + path + "` is a link to nothing, so nothing was written there");
    }
    make_way(session, Folder(session.folder), path);
    write_file(path_on_disk(session, path), bytes);
    session.own[path] = short_hash(bytes);
    auto draft = session.drafts->files.find(path);
    if (draft != session.drafts->files.end() && draft->second == bytes) {
        replace_drafts(session, [&](Overlay& drafts) { drafts.files.erase(path); });
    }
    return std::nullopt;
}

std::optional<Conflict> remove_of_book(Session& session, const std::string& path, const std::optional<std::string>& was) {
    refuse_strange_path(path);
    std::lock_guard lock(session.mutex);
    std::optional<std::string> there = saved_bytes(session, path);
    if (!is_as_expected(there, was)) {
        return Conflict{std::move(there)};
    }
    if (there && unlink(path_on_disk(session, path).c_str()) != 0) {
        cannot("remove", path);
    }
    session.own[path] = "";
    replace_drafts(session, [&](Overlay& drafts) { drafts.files.erase(path); });
    return std::nullopt;
}

void rename_of_book(Session& session, const std::string& from, const std::string& to) {
    refuse_strange_path(from);
    refuse_strange_path(to);
    std::lock_guard lock(session.mutex);
    std::optional<std::string> there = saved_bytes(session, from);
    if (!there) {
        throw Trouble("there is no file `" + from + "`");
    }
    std::string target = path_on_disk(session, to);
    std::optional<FileStatus> other = look_at_link(target);
    std::optional<FileStatus> itself = look_at_link(path_on_disk(session, from));
    bool same = other && itself && other->st_ino == itself->st_ino && other->st_dev == itself->st_dev;  // where case does not count
    if (other && !same) {
        throw Trouble("`" + to + "` is there already");
    }
    make_way(session, Folder(session.folder), to);
    if (rename(path_on_disk(session, from).c_str(), target.c_str()) != 0) {
        cannot("rename", from);
    }
    sync_folder(folder_holding(target));
    session.own[from] = "";
    session.own[to] = short_hash(*there);
    replace_drafts(session, [&](Overlay& drafts) {
        if (auto draft = drafts.files.extract(from)) {
            draft.key() = to;
            drafts.files.insert(std::move(draft));
        }
    });
}

void set_draft(Session& session, const std::string& path, const std::optional<std::string>& text) {
    refuse_strange_path(path);
    std::lock_guard lock(session.mutex);
    replace_drafts(session, [&](Overlay& drafts) {
        if (text) {
            drafts.files[path] = *text;
        } else {
            drafts.files.erase(path);
        }
    });
}

std::vector<std::string> changed_by_others(Session& session, Signature& before) {
    Signature now = signature_of(session.folder);
    std::vector<std::string> changed;
    for (const auto& [path, what] : now) {
        auto old = before.find(path);
        if (old == before.end() || old->second != what) {
            changed.push_back(path);
        }
    }
    for (const auto& [path, what] : before) {
        if (!now.contains(path)) {
            changed.push_back(path);
        }
    }
    before = std::move(now);
    std::vector<std::string> others;
    std::lock_guard lock(session.mutex);
    for (const std::string& path : changed) {
        std::string inside = path.substr(session.folder.size() + 1);
        bool hidden = inside.starts_with('.') || inside.find("/.") != std::string::npos;
        try {
            auto own = session.own.find(inside);
            if (hidden || is_folder(path)) {
                continue;
            }
            std::optional<std::string> bytes = saved_bytes(session, inside);
            if (own == session.own.end() || own->second != (bytes ? short_hash(*bytes) : "")) {
                session.own.erase(inside);
                others.push_back(std::move(inside));
            }
        } catch (const Trouble&) {  // it cannot be looked at, which the page is told when it reads it
            others.push_back(std::move(inside));
        }
    }
    std::sort(others.begin(), others.end());
    return others;
}

}  // namespace hornbook
