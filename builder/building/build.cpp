#include "building/build.h"

#include <algorithm>
#include <chrono>

#include "base/files.h"
#include "base/folder.h"
#include "base/trouble.h"
#include "building/depfile.h"
#include "building/make.h"
#include "building/page_list.h"
#include "building/write.h"
#include "checking/check.h"
#include "formats/in_chapters.h"
#include "formulas/typeset.h"
#include "model/mistakes.h"
#include "model/outline.h"
#include "model/teachers_material.h"
#include "pictures/prepare.h"
#include "reading/read_book.h"
#include "weaving/editions.h"
#include "weaving/pupils_book.h"
#include "weaving/unused.h"
#include "weaving/weave.h"

namespace hornbook {
namespace {

std::vector<KnownOption> known_options() {
    std::vector<KnownOption> known;
    for (const Output& output : outputs()) {
        for (const OptionRow& row : output.options) {
            known.push_back({output.name, row.name, row.form});
        }
    }
    return known;
}

ReadingRequest reading_request(unsigned jobs, bool chapters_in_test, ReadingCache* cache) {
    return {known_options(), jobs, chapters_in_test, formats_in_chapters(), cache};
}

// The time at which the book says it was changed last: never a file's time, never the clock.
std::int64_t modified_time(const BuildRequest& request, const Metadata& metadata, Diagnostics& diagnostics) {
    using namespace std::chrono;
    if (request.source_date) {
        return *request.source_date;
    }
    if (metadata.date.empty()) {
        diagnostics.add(Mistake::no_date, {}, "book.toml has no date, so the book says it was changed last on 1 January 2000",
                        "write `date = 2026-11-23`, the day of this edition");
        return duration_cast<seconds>(sys_days{2000y / January / 1}.time_since_epoch()).count();
    }
    year_month_day date{year{std::stoi(metadata.date.substr(0, 4))}, month{static_cast<unsigned>(std::stoi(metadata.date.substr(5, 2)))},
                        day{static_cast<unsigned>(std::stoi(metadata.date.substr(8, 2)))}};
    return duration_cast<seconds>(sys_days{date}.time_since_epoch()).count();
}

// Pupils' book; none where the whole book is for pupils.
std::optional<Book> book_for_pupils(const Book& book, Diagnostics& of_pupils) {
    return has_teachers_material(book) ? std::optional(without_teachers_material(book, of_pupils)) : std::nullopt;
}

// Weaves and checks the whole book and pupils', each by itself; a mistake in both is reported once.
Book woven(Book book, std::optional<Book>& pupils, Diagnostics& of_pupils, unsigned jobs, Diagnostics& diagnostics) {
    weave(book, jobs, diagnostics);
    check(book, diagnostics);
    if (pupils) {
        weave(*pupils, jobs, of_pupils);
        check(*pupils, of_pupils);
        tell_what_pupils_miss(of_pupils, diagnostics);
    }
    return book;
}

class Builder {
public:
    Builder(const BuildRequest& request, BuildResult& result) : request_(request), result_(result) {}

    void run() {
        refuse_lost_path();
        progress("reading");
        Folder folder(request_.folder, request_.open.over);
        bool chapters_in_test = request_.with_chapters && makes_test_edition();
        Reading reading =
            read_book(folder, reading_request(request_.jobs, chapters_in_test, request_.open.cache), result_.sources, result_.diagnostics);
        result_.files = reading.files;
        result_.folders = reading.folders;
        options_ = std::move(reading.options);
        if (reading.book.chapters.empty()) {
            return result_.diagnostics.sort();
        }
        progress("formulas");  // before the test edition's other key parts from this one: both have the same
        const Programs& programs = request_.open.formulas ? request_.open.formulas : request_.programs;
        typeset_formulas(reading.book, {request_.formulas_program, request_.progress, 60, programs}, result_.diagnostics);
        refuse_answers_in_test();
        Diagnostics of_pupils;
        std::optional<Book> pupils = book_for_pupils(reading.book, of_pupils);
        std::optional<Book> other =
            makes_test_edition() ? std::optional(with_other_answers(pupils ? *pupils : reading.book)) : std::nullopt;
        progress("weaving");
        Book book = woven(std::move(reading.book), pupils, of_pupils, request_.jobs, result_.diagnostics);
        for (std::optional<Book>* same : {&pupils, &other}) {
            let_go_of_pictures(*same);
        }
        prepare_pictures_of(book);
        std::int64_t modified = modified_time(request_, book.metadata, result_.diagnostics);
        if (is_stopped()) {
            return;
        }
        if (pupils) {
            take_pictures(book, *pupils);
        }
        if (!request_.outputs.empty()) {
            find_page_starts(pupils ? *pupils : book, request_, modified, options_, result_.diagnostics);
        }
        if (pupils) {
            take_page_starts(*pupils, book);
        }
        if (other) {
            other = finish_like(book, pupils, std::move(*other));
        }
        WovenBooks books{book, pupils ? *pupils : book, other};
        BookFacts facts = facts_of(books, modified);
        for (const auto& [output, edition] : request_.outputs) {
            MakeRequest request{request_, edition ? edition : request_.edition, modified, options_[std::string(output->name)]};
            books.is_last_use = result_.made.size() + 1 == request_.outputs.size();
            result_.made.push_back(make(*output, books, request, result_.diagnostics));
        }
        if (is_stopped()) {
            return result_.made.clear();
        }
        result_.facts = std::move(facts);
        if (request_.write && !result_.made.empty()) {
            write_made();
        }
    }

private:
    // Writes the depfile before the book: after a power cut in between, a build system that reads it makes the old book again.
    void write_made() {
        progress("writing");
        WriteRequest request{request_, result_.files, result_.diagnostics};
        for (Made& made : result_.made) {
            made.path = path_for(made, request);
        }
        if (!request_.depfile.empty()) {
            write_depfile(result_, request);
        }
        for (Made& made : result_.made) {
            write(made, request);
        }
        result_.diagnostics.sort();
    }

    // Throws Trouble before the work where the path cannot be written.
    void refuse_lost_path() const {
        std::string parent = folder_holding(request_.path);
        if (request_.write && !request_.path.empty() && !is_folder(parent)) {
            throw Trouble("there is no folder `" + parent + "` to write `" + request_.path + "` into");
        }
    }

    bool is_stopped() const {
        result_.diagnostics.sort();
        return result_.diagnostics.stop_work(request_.strict);
    }

    // Makes answers in prose errors where a test edition is made: only those in quizzes are part of the key that is taken away.
    void refuse_answers_in_test() const {
        if (makes_test_edition()) {
            result_.diagnostics.turn(Mistake::question_outside_quiz, Mistake::answer_in_test, "no test edition or worksheet can be made: ");
        }
    }

    void progress(std::string_view stage) const {
        if (request_.progress) {
            request_.progress(stage);
        }
    }

    void prepare_pictures_of(Book& book) {
        progress("pictures");
        book.picture_rules.width = request_.pictures_width.value_or(book.picture_rules.width);
        book.picture_rules.grey = request_.grey_pictures.value_or(book.picture_rules.grey);
        auto count = [this](std::size_t done, std::size_t of) {
            progress("pictures " + std::to_string(done) + " of " + std::to_string(of));
        };
        prepare_pictures(book, {request_.pictures_program, request_.jobs, {}, count, request_.programs, shows_cover()},
                         result_.diagnostics);
    }

    // Drops the pictures of a second book until they are prepared and taken from the whole one, so that the author's bytes are not kept in
    // memory.
    static void let_go_of_pictures(std::optional<Book>& book) {
        for (std::size_t i = 0; book && i < book->pictures.size(); ++i) {
            book->pictures[i].bytes = {};
        }
    }

    // Takes pictures over from another book of the same reading, in which they have the same indices.
    static void adopt_pictures(const Book& from, Book& book) {
        book.pictures = from.pictures;
        book.cover = from.cover;
        book.cover_raster = from.cover_raster;
        book.metadata.cover_alt = from.metadata.cover_alt;
    }

    static void take_pictures(const Book& whole, Book& pupils) {
        adopt_pictures(whole, pupils);
        drop_unused_pictures(pupils);
    }

    // Finishes pupils' book with another key: its pictures are the same, and its mistakes have been reported.
    Book finish_like(const Book& whole, const std::optional<Book>& pupils, Book other) const {
        Diagnostics known;
        weave(other, request_.jobs, known);
        adopt_pictures(whole, other);
        const Book& book = pupils ? *pupils : whole;
        for (std::size_t i = 0; i < book.chapters.size(); ++i) {
            other.chapters[i].page_starts = book.chapters[i].page_starts;
        }
        return other;
    }

    static BookFacts facts_of(const WovenBooks& books, std::int64_t modified) {
        const Book& book = books.pupils;
        const Picture& cover = book.pictures[book.cover_raster != no_index ? book.cover_raster : book.cover];
        return {book.metadata,
                file_name(book.metadata.title),
                modified,
                cover.media_type == "image/svg+xml" ? Picture() : cover,
                std::any_of(book.chapters.begin(), book.chapters.end(), [](const Chapter& c) { return !c.quizzes.empty(); }),
                !book.glossary.entries.empty(),
                &books.whole != &books.pupils};
    }

    bool shows_cover() const {
        return std::any_of(request_.outputs.begin(), request_.outputs.end(),
                           [](const Wanted& wanted) { return wanted.output->shows_cover; });
    }

    bool makes_test_edition() const {
        return std::any_of(request_.outputs.begin(), request_.outputs.end(), [&](const Wanted& wanted) {
            std::vector<Edition> editions = editions_for(*wanted.output, wanted.edition ? wanted.edition : request_.edition);
            return std::find(editions.begin(), editions.end(), Edition::test) != editions.end();
        });
    }

    const BuildRequest& request_;
    BuildResult& result_;
    OptionsOfOutputs options_;
};

}  // namespace

BuildResult build(const BuildRequest& request) {
    BuildResult result;
    Builder(request, result).run();
    return result;
}

WovenBook read_woven_book(const std::string& folder, unsigned jobs) {
    return read_woven_book({folder, jobs});
}

WovenBook read_woven_book(const WovenRequest& request) {
    WovenBook result;
    ReadingRequest reading = reading_request(request.jobs, false, request.open.cache);
    reading.only = request.only;
    reading.picture_bytes = request.picture_bytes;
    Book book = read_book(Folder(request.folder, request.open.over), reading, result.sources, result.diagnostics).book;
    if (!request.checked) {
        Diagnostics untold;
        if (!request.whole && has_teachers_material(book)) {
            book = without_teachers_material(std::move(book), untold);
        }
        weave(book, request.jobs, untold);
        result.book = std::move(book);
        return result;
    }
    Diagnostics of_pupils;
    std::optional<Book> pupils = book_for_pupils(book, of_pupils);
    book = woven(std::move(book), pupils, of_pupils, request.jobs, result.diagnostics);
    for (const Chapter& chapter : book.chapters) {
        if (!request.only.empty() && chapter.file == request.only) {
            result.outline = hash_of_outline(outline_of(chapter));
        }
    }
    result.book = pupils && !request.whole ? std::move(*pupils) : std::move(book);
    result.diagnostics.sort();
    return result;
}

}  // namespace hornbook
