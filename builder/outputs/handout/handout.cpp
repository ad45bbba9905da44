#include "outputs/handout/handout.h"

#include <algorithm>
#include <set>

#include "base/parallel.h"
#include "base/text.h"
#include "base/trouble.h"
#include "model/plain_text.h"
#include "model/teachers_material.h"
#include "outputs/handout/sheets.h"

namespace hornbook {
namespace {

struct PlannedSheet {
    std::string name;  // without what follows its last dot
    Print print;
    std::function<std::string(Medium)> make;
};

// Whether a chapter has the name: its file's, with or without its number and ending, or its title.
bool is_called(const Chapter& chapter, const std::string& name) {
    return name == chapter.slug || name == chapter.file || name == "chapters/" + chapter.file ||
           chapter.file.substr(0, chapter.file.rfind('.')) == name || name == plain_text(chapter.title);
}

// The slug that is meant by a wrong name: the only one that holds its words, `plates` for `01-plates`, or a misspelling; empty: none.
std::string_view nearest_chapter(const std::string& name, const std::vector<std::string_view>& slugs) {
    std::string words = slug(name);
    std::string_view found;
    for (std::string_view one : slugs) {
        if (!words.empty() && ("-" + std::string(one) + "-").find("-" + words + "-") != std::string::npos) {
            found = found.empty() ? one : std::string_view();
            if (found.empty()) {
                break;
            }
        }
    }
    return found.empty() ? nearest(name, slugs) : found;
}

std::vector<std::size_t> chosen_chapters(const Book& book, const Settings& settings) {
    std::vector<std::size_t> chosen;
    std::vector<std::string> names = items_of(settings.option("chapter"));
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < book.chapters.size(); ++i) {
        const Chapter& chapter = book.chapters[i];
        known.push_back(chapter.slug);
        if (names.empty() || std::any_of(names.begin(), names.end(), [&](const std::string& name) { return is_called(chapter, name); })) {
            chosen.push_back(i);
        }
    }
    for (const std::string& name : names) {
        auto called = [&](const Chapter& chapter) { return is_called(chapter, name); };
        if (std::none_of(book.chapters.begin(), book.chapters.end(), called) &&
            std::none_of(book.held_back.begin(), book.held_back.end(), called)) {
            std::string_view near = nearest_chapter(name, known);
            throw Trouble(
                "there is no chapter `" + name + "`; " +
                (near.empty() ? "there are " + join({known.begin(), known.end()}, ", ") : "did you mean `" + std::string(near) + "`?"));
        }
    }
    return chosen;
}

class Planner {
public:
    Planner(const Book& book, const Settings& settings) : book_(book), settings_(settings), chapters_(chosen_chapters(book, settings)) {
        std::vector<std::string> parts = items_of(settings.option("parts"));
        parts_.insert(parts.begin(), parts.end());
    }

    std::vector<PlannedSheet> plan_for_teachers() {
        for (std::size_t index : chapters_) {
            const Chapter& chapter = book_.chapters[index];
            if (parts_.contains("teacher") && (chapter.for_teachers || !teachers_callouts(chapter).empty())) {
                add(chapter.slug + "-teacher", [this, index](Medium medium) { return teachers_sheet(book_, settings_, index, medium); });
            }
        }
        return std::move(sheets_);
    }

    std::vector<PlannedSheet> plan() {
        for (std::size_t chapter : chapters_) {
            book_.edition == Edition::teacher ? plan_keys(chapter) : plan_sheets(chapter);
        }
        if (book_.edition != Edition::teacher) {
            plan_glossary();
        }
        return std::move(sheets_);
    }

private:
    void add(std::string name, std::function<std::string(Medium)> make, Print print = Print::pdf) {
        sheets_.push_back({std::move(name), print, std::move(make)});
    }

    static std::string suffix_of(const Version& version) {
        return version.letter.empty() ? "" : "-" + version.letter;
    }

    void plan_sheets(std::size_t index) {
        const Chapter& chapter = book_.chapters[index];
        if (parts_.contains("reading")) {
            add(
                chapter.slug + "-reading", [this, index](Medium medium) { return reading_sheet(book_, settings_, index, medium); },
                settings_.flag("line_numbers") ? Print::numbered_pdf : Print::pdf);
        }
        if (!parts_.contains("worksheet") || chapter.quizzes.empty()) {
            return;
        }
        for (const Version& version : chapter.versions) {
            std::string name = chapter.slug + "-worksheet" + suffix_of(version);
            auto make = [this, index, &version](Medium medium) { return worksheet(book_, settings_, index, version, medium); };
            add(name, make);
            if (settings_.flag("docx")) {
                add(name, make, Print::docx);
            }
        }
    }

    void plan_keys(std::size_t index) {
        const Chapter& chapter = book_.chapters[index];
        if (!parts_.contains("key") || chapter.quizzes.empty()) {
            return;
        }
        for (const Version& version : chapter.versions) {
            add(chapter.slug + "-key" + suffix_of(version),
                [this, index, &version](Medium medium) { return key_sheet(book_, settings_, index, version, medium); });
        }
        if (!chapter.versions.front().letter.empty()) {
            add(chapter.slug + "-key-all", [this, index](Medium medium) { return key_grid(book_, settings_, index, medium); });
        }
    }

    // The entries for the chosen chapters; where all are chosen, the whole glossary.
    std::vector<std::size_t> chosen_entries() const {
        std::set<std::size_t> used;
        for (std::size_t chapter : chapters_) {
            used.insert(book_.chapters[chapter].key_terms.begin(), book_.chapters[chapter].key_terms.end());
        }
        std::vector<std::size_t> entries;
        for (std::size_t i = 0; i < book_.glossary.entries.size(); ++i) {
            if (chapters_.size() == book_.chapters.size() || used.contains(i)) {
                entries.push_back(i);
            }
        }
        return entries;
    }

    void plan_glossary() {
        std::vector<std::size_t> entries = chosen_entries();
        if (entries.empty()) {
            return;
        }
        if (parts_.contains("glossary")) {
            add("glossary", [this, entries](Medium medium) { return glossary_sheet(book_, settings_, entries, medium); });
        }
        if (parts_.contains("cards")) {
            add("cards", [this, entries](Medium medium) { return card_sheet(book_, settings_, entries, medium); });
        }
    }

    const Book& book_;
    const Settings& settings_;
    std::vector<std::size_t> chapters_;
    std::set<std::string> parts_;
    std::vector<PlannedSheet> sheets_;
};

Files files_of(const std::vector<PlannedSheet>& sheets, const Settings& settings) {
    bool html = settings.flag("html");
    struct Documents {
        std::string printed;
        std::string for_browser;
    };
    std::vector<Documents> documents(sheets.size());
    for_each_in_parallel(sheets.size(), settings.jobs, [&](std::size_t i) {
        bool docx = sheets[i].print == Print::docx;
        documents[i] = {sheets[i].make(docx ? Medium::word_processor : Medium::pages),
                        docx || !html ? "" : sheets[i].make(Medium::browser)};
    });
    Files files;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        bool docx = sheets[i].print == Print::docx;
        if (html && !docx) {
            files.push_back({sheets[i].name + ".html", std::move(documents[i].for_browser)});
        }
        files.push_back({sheets[i].name + (docx ? ".docx" : ".pdf"), std::move(documents[i].printed), true, sheets[i].print});
    }
    return files;
}

}  // namespace

std::vector<OptionRow> handout_options() {
    return {
        {"chapter", "Chapters to print, by file name; all if left out", {OptionKind::list, {}}, ""},
        {"parts",
         "What to print",
         {OptionKind::list, {"reading", "worksheet", "key", "teacher", "glossary", "cards"}},
         "reading,worksheet,key,teacher,glossary,cards"},
        {"versions",
         "Versions of each worksheet, such as A,B,C",
         {OptionKind::list, {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M",
                             "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z"}},
         ""},
        {"seed", "Another number shuffles the versions otherwise", {OptionKind::number, {}}, "1"},
        {"paper", "Size of the paper", {OptionKind::one_of, {"A4", "Letter"}}, "A4"},
        {"large_print", "Type of 18 points", {OptionKind::flag, {}}, "false"},
        {"line_numbers", "The reading numbers every fifth line", {OptionKind::flag, {}}, "false"},
        {"page_list", "The EPUB shows where the pages of the reading begin", {OptionKind::flag, {}}, "false"},
        {"html", "The pages as HTML too, for a browser to print", {OptionKind::flag, {}}, "false"},
        {"docx", "Worksheets for a word processor too, made by pandoc", {OptionKind::flag, {}}, "false"},
    };
}

PrintedPages handout_pages() {
    return {"page_list", "large_print", "-reading.pdf", {{"parts", "reading"}, {"chapter", ""}, {"html", "false"}}};
}

Files make_handout(const Book& book, const Settings& settings, Diagnostics& /*losses*/) {
    Planner planner(book, settings);
    return files_of(planner.plan(), settings);
}

Files make_teachers_sheets(const Book& whole, const Settings& settings) {
    Planner planner(whole, settings);
    return files_of(planner.plan_for_teachers(), settings);
}

}  // namespace hornbook
