#include "building/pack.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <mutex>
#include <numeric>
#include <set>
#include <thread>

#include "base/built_in.h"
#include "base/counted.h"
#include "base/hash.h"
#include "base/parallel.h"
#include "base/text.h"
#include "base/trouble.h"
#include "building/make.h"
#include "building/plugin_archive.h"
#include "building/write.h"
#include "model/mistakes.h"
#include "packaging/new_pack.h"
#include "pictures/thumbnail.h"
#include "printing/print.h"
#include "shelf/leaflet.h"
#include "shelf/opds1.h"
#include "shelf/opds2.h"
#include "shelf/start_page.h"
#include "shelf/stick_names.h"
#include "shelf/sums.h"
#include "weaving/editions.h"

namespace hornbook {
namespace {

constexpr unsigned thumbnail_width = 240;  // pixels: sharp on phones at half that

struct Planned {
    std::size_t book;  // of the request's
    std::string name;
};

class Packer {
public:
    explicit Packer(const PackRequest& request) : request_(request) {
        cores_ = request.jobs != 0 ? request.jobs : std::max(1U, std::thread::hardware_concurrency());
        at_once_ = std::min(cores_, static_cast<unsigned>(request.books.size()));
    }

    PackResult run() {
        refuse_twice();
        result_.books.resize(request_.books.size());
        facts_.resize(request_.books.size());
        check_books();
        if (!is_sound()) {
            return std::move(result_);
        }
        plan();
        NewPack pack(request_.path);  // refuses a folder of somebody else's before the long work
        pack_ = &pack;
        make_books();
        if (!is_sound()) {
            return std::move(result_);
        }
        for (const ShelfPart& part : parts_) {
            add_shelf(part);
        }
        tell_of(pack.finish(last_change_of_all(), request_.jobs), request_.path, result_.diagnostics);
        result_.diagnostics.sort();
        result_.is_made = true;
        return std::move(result_);
    }

private:
    // A part of the shelf in the making: its books are finished in any order, and are listed in that of the plan.
    struct ShelfPart {
        Shelf shelf;
        std::string folder;  // of the pack: empty, or with a '/' at its end
        std::vector<ShelfFile> files;
    };

    void refuse_twice() const {
        std::set<std::string> seen;
        for (const std::string& book : request_.books) {
            std::error_code none;
            std::filesystem::path real = std::filesystem::canonical(book, none);
            if (!seen.insert(none ? book : real.string()).second) {
                throw Trouble("the book `" + book + "` was named twice");
            }
        }
    }

    // Calls `work` for each book on all cores, and reports progress.
    void for_each_book(std::size_t count, const std::string& stage, const std::function<void(std::size_t)>& work) {
        std::size_t done = 0;
        progress(stage);
        for_each_in_parallel(count, at_once_, [&](std::size_t i) {
            work(i);
            std::scoped_lock lock(guard_);
            ++done;
            progress(stage + " " + std::to_string(done) + " of " + std::to_string(count));
        });
    }

    void progress(const std::string& stage) const {
        if (request_.progress) {
            request_.progress(stage);
        }
    }

    BuildRequest request_for(std::size_t book) const {
        BuildRequest request;
        request.folder = request_.books[book];
        request.strict = request_.strict;
        request.source_date = request_.source_date;
        request.write = false;
        request.jobs = std::max(1U, cores_ / at_once_);
        request.pictures_program = request_.pictures_program;
        request.programs = request_.programs;
        return request;
    }

    void take(std::size_t book, BuildResult& built) {
        result_.books[book] = {request_.books[book], std::move(built.sources), std::move(built.diagnostics)};
    }

    // Checks all books before any is made, so that all mistakes are reported in one run.
    void check_books() {
        for_each_book(request_.books.size(), "checking books", [this](std::size_t i) {
            BuildResult built = build(request_for(i));
            take(i, built);
            if (built.facts) {
                built.facts->cover.bytes = {};
                facts_[i] = std::move(built.facts);
            }
        });
    }

    bool is_sound() const {
        return std::all_of(result_.books.begin(), result_.books.end(),
                           [&](const PackedBook& book) { return !book.diagnostics.stop_work(request_.strict); });
    }

    // Plans the books in order of title, whatever the order in which they were named.
    void plan() {
        std::vector<std::size_t> order(facts_.size());
        std::iota(order.begin(), order.end(), 0);
        auto key = [&](std::size_t i) {
            const Metadata& metadata = facts_[i]->metadata;
            return std::tuple(without_accents(fold_case(metadata.title)), metadata.language, metadata.book_identifier);
        };
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
        refuse_equal_identifiers();
        std::vector<std::string> wanted;
        for (std::size_t i : order) {
            wanted.push_back(facts_[i]->name);
        }
        std::vector<std::string> names = stick_names(wanted);
        for (std::size_t i = 0; i < order.size(); ++i) {
            planned_.push_back({order[i], names[i]});
        }
        plan_shelves();
    }

    // Throws Trouble where two books have one identifier, since e-readers would take them for the same.
    void refuse_equal_identifiers() const {
        std::map<std::string, std::string> seen;
        for (std::size_t i = 0; i < facts_.size(); ++i) {
            auto [other, is_new] = seen.emplace(facts_[i]->metadata.book_identifier, request_.books[i]);
            if (!is_new) {
                throw Trouble("`" + other->second + "` and `" + request_.books[i] + "` have one and the same identifier, `" + other->first +
                              "`, so e-readers would mix them up; write an `identifier` of its own into one book.toml");
            }
        }
    }

    void plan_shelves() {
        for (Readers readers : {Readers::pupils, Readers::teachers}) {
            if (request_.readers && *request_.readers != readers) {
                continue;
            }
            bool beside = !request_.readers && readers == Readers::teachers;
            ShelfPart part;
            part.folder = beside ? std::string(teachers_folder) + "/" : "";
            part.shelf.readers = readers;
            part.shelf.title = request_.title;
            part.shelf.base_url = request_.base_url.empty() ? "" : request_.base_url + part.folder;
            part.shelf.has_plugin = readers == Readers::pupils;
            part.shelf.has_teachers = !request_.readers && readers == Readers::pupils;
            part.shelf.has_studio = !request_.studio.empty() && (readers == Readers::teachers || request_.readers == readers);
            part.shelf.books.resize(planned_.size());
            parts_.push_back(std::move(part));
        }
    }

    // The rows of a book's outputs; a test checks that every output for schools has one.
    std::vector<const ShelfRow*> rows_for(const BookFacts& facts) const {
        std::vector<const ShelfRow*> chosen;
        for (const ShelfRow& row : shelf_rows()) {
            bool wanted = !request_.readers || *request_.readers == row.readers;
            if (wanted && can_be_made(row, facts.has_questions, facts.has_glossary, facts.has_teachers_material)) {
                chosen.push_back(&row);
            }
        }
        return chosen;
    }

    void make_books() {
        bool no_pdf = !missing_for(false, request_.programs).what.empty();
        for_each_book(planned_.size(), "making books", [&](std::size_t i) {
            std::vector<const ShelfRow*> chosen = rows_for(*facts_[planned_[i].book]);
            BuildRequest request = request_for(planned_[i].book);
            for (const ShelfRow* row : chosen) {
                request.outputs.emplace_back(find_output(row->output), row->edition);
            }
            request.strict = false;  // what an output cannot hold is nobody's mistake
            for (const ShelfRow* row : chosen) {
                if (std::string_view flag = find_output(row->output)->unprinted; no_pdf && !flag.empty()) {
                    request.options[std::string(flag)] = "true";  // a browser prints them elsewhere
                }
            }
            BuildResult built = build(request);
            Picture thumbnail =
                built.facts ? thumbnail_of(built.facts->cover, thumbnail_width, request_.pictures_program, request_.programs) : Picture{};
            std::scoped_lock lock(guard_);
            if (!built.facts) {
                return take(planned_[i].book, built);  // somebody changed it meanwhile
            }
            put_book(i, chosen, built, thumbnail);
            add_losses(request_.books[planned_[i].book], chosen, built.diagnostics);
            for (const Diagnostic& each : built.diagnostics.all()) {
                if (each.place == no_file) {
                    result_.diagnostics.add(each.mistake, each.place, each.message, each.hint);
                }
            }
        });
    }

    // Adds one message for all losses of a book, since one at each line would be many about formats that nobody asked for by name.
    void add_losses(const std::string& book, const std::vector<const ShelfRow*>& chosen, const Diagnostics& diagnostics) {
        std::size_t lost = 0;
        for (const Diagnostic& each : diagnostics.all()) {
            lost += each.mistake == Mistake::no_place_in_output ? 1 + each.more : 0;
        }
        if (lost == 0) {
            return;
        }
        std::string names;
        for (const Output& output : outputs()) {
            bool made = output.is_of_other_programs &&
                        std::any_of(chosen.begin(), chosen.end(), [&](const ShelfRow* row) { return row->output == output.name; });
            names += made ? " --to " + std::string(output.name) : "";
        }
        result_.diagnostics.add(Mistake::some_left_out, no_file,
                                counted(lost, "thing") + " in `" + book + "` could not go into files for other programs as written",
                                "`hornbook build " + book + names + "` names each");
    }

    void put_book(std::size_t i, const std::vector<const ShelfRow*>& chosen, BuildResult& built, const Picture& thumbnail) {
        const BookFacts& facts = *built.facts;
        for (ShelfPart& part : parts_) {
            ShelfBook& book = part.shelf.books[i];
            book.metadata = facts.metadata;
            book.modified = facts.modified;
            book.cover = put_picture(part, facts.cover, planned_[i].name);
            book.thumbnail = put_picture(part, thumbnail, planned_[i].name + "-small");
            for (std::size_t row = 0; row < chosen.size(); ++row) {
                if (chosen[row]->readers == part.shelf.readers && !built.made[row].files.empty()) {
                    Identity identity{planned_[i].name, facts.name, facts.metadata.book_identifier};
                    book.items.push_back(put_made(part, *chosen[row], built.made[row], identity));
                }
            }
        }
    }

    struct Identity {
        const std::string& name;      // of the book in this pack
        const std::string& own_name;  // that it would have alone
        const std::string& identifier;
    };

    ShelfItem put_made(ShelfPart& part, const ShelfRow& row, Made& made, const Identity& book) {
        ShelfItem item{&row, identifier_of(book.identifier, row.edition.value_or(Edition::student)), {}};
        bool is_folder = made.output->container == Container::folder;
        for (File& file : made.files) {
            std::string name = is_folder ? book.name + "/" + file.name : book.name + file.name.substr(book.own_name.size());
            item.files.push_back(put(part, std::string(row.folder) + "/" + name, std::move(file.bytes)));
        }
        made.files.clear();
        return item;
    }

    ShelfPicture put_picture(ShelfPart& part, const Picture& picture, const std::string& name) {
        std::string extension = picture.media_type == "image/jpeg" ? ".jpg" : picture.media_type == "image/gif" ? ".gif" : ".png";
        std::string path = "covers/" + name + extension;
        put(part, path, picture.bytes);
        return {path, picture.media_type, picture.width, picture.height};
    }

    ShelfFile put(ShelfPart& part, const std::string& path, SharedBytes bytes) {
        ShelfFile file{path, bytes.size(), sha256_hex(bytes)};
        part.files.push_back(file);
        put_unlisted(part.folder + path, std::move(bytes));
        return file;
    }

    void put_unlisted(const std::string& path, SharedBytes bytes) {
        ++result_.files;
        result_.bytes += bytes.size();
        pack_->add(path, std::move(bytes));
    }

    void add_shelf(ShelfPart part) {
        if (part.shelf.has_plugin) {
            put(part, std::string(plugin_folder) + ".zip", make_plugin_archive());
            constexpr std::string_view source = "plugin/";
            for (const BuiltInFile& file : built_in_files()) {
                std::string name(file.name.substr(std::min(source.size(), file.name.size())));
                if (file.name.starts_with(source) && name.starts_with(plugin_folder)) {
                    put(part, name, std::string(file.bytes));
                }
            }
        }
        if (part.shelf.has_studio) {
            put(part, std::string(studio_name), request_.studio);
        }
        std::vector<ShelfPage> pages = make_opds1(part.shelf);
        std::vector<ShelfPage> more = make_opds2(part.shelf);
        std::move(more.begin(), more.end(), std::back_inserter(pages));
        pages.push_back({std::string(start_page_name), make_start_page(part.shelf)});
        pages.push_back({std::string(leaflet_name), make_leaflet(part.shelf)});
        for (ShelfPage& page : pages) {
            put(part, page.path, std::move(page.bytes));
        }
        put_unlisted(part.folder + std::string(sums_name), make_sums(part.files));
    }

    std::int64_t last_change_of_all() const {
        return last_change(parts_.front().shelf);
    }

    const PackRequest& request_;
    PackResult result_;
    unsigned cores_ = 1;
    unsigned at_once_ = 1;
    std::vector<std::optional<BookFacts>> facts_;  // in the order of the request
    std::vector<Planned> planned_;
    std::vector<ShelfPart> parts_;
    NewPack* pack_ = nullptr;
    std::mutex guard_;
};

}  // namespace

PackResult pack(const PackRequest& request) {
    return Packer(request).run();
}

}  // namespace hornbook
