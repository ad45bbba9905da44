#include "formats/stardict/stardict.h"

#include <algorithm>
#include <chrono>
#include <set>

#include "base/text.h"
#include "base/trouble.h"
#include "formats/stardict/article.h"
#include "formats/stardict/lookup.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "model/walk.h"
#include "rendering/fragment.h"

namespace hornbook {
namespace {

// Style for KOReader, which adds it to its own: lengths in em, since its viewer does not scale pixels.
constexpr std::string_view articles_style =
    "p { margin: 0.3em 0; }\n"
    "td, th { padding: 0.1em 0.4em; text-align: left; vertical-align: top; }\n"
    "figure { margin: 0.5em 0; }\n";

void append_number(std::string& bytes, std::size_t number) {  // 32 bits, big-endian
    for (int shift = 24; shift >= 0; shift -= 8) {
        bytes += static_cast<char>((number >> shift) & 0xFFU);
    }
}

std::string day_of(std::int64_t modified) {
    using namespace std::chrono;
    year_month_day day(floor<days>(sys_seconds{seconds{modified}}));
    auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(static_cast<int>(day.year())) + "." + two(static_cast<unsigned>(day.month())) + "." +
           two(static_cast<unsigned>(day.day()));
}

std::vector<const Entry*> in_order_of_search(const Glossary& glossary) {
    std::vector<const Entry*> entries;
    for (const Entry& entry : glossary.entries) {
        entries.push_back(&entry);
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry* a, const Entry* b) { return stands_before(headword(*a), headword(*b)); });
    return entries;
}

// ---- what a dictionary has no place for ----

void tell_long_names(const Entry& entry, Diagnostics& losses) {
    auto is_long = [](const Name& name) { return normalise(name.text).size() > longest_word; };
    if (is_long(entry.term)) {
        losses.add(Mistake::no_place_in_output, entry.term.place,
                   "`stardict` takes terms of " + std::to_string(longest_word) + " bytes at most, so this one was cut short",
                   "give it a shorter name, and the long one on its line `also:`");
    }
    for (const Name& name : entry.also) {
        if (is_long(name)) {
            losses.add(Mistake::no_place_in_output, name.place,
                       "`stardict` takes names of " + std::to_string(longest_word) + " bytes at most, so this one is not found in it",
                       "shorten it");
        }
    }
}

void tell_formulas(const Entry& entry, Diagnostics& losses) {
    bool has_formula = false;
    walk_inlines(entry.definition, [&](const Inline& node) { has_formula = has_formula || std::holds_alternative<Formula>(node.kind); });
    if (has_formula) {
        losses.add(Mistake::no_place_in_output, entry.place,
                   "`stardict` draws no formulas, so this definition shows them as they were typed",
                   "say it in words too, if readers are to look it up on a device");
    }
}

// ---- the files ----

std::string description(const Book& book, const Settings& settings, std::size_t words, std::size_t synonyms, std::size_t index_bytes) {
    const Metadata& metadata = book.metadata;
    std::string title = book.glossary.title.empty() ? book.words.glossary : plain_text(book.glossary.title);
    std::string language = metadata.language.substr(0, std::min(metadata.language.find('-'), metadata.language.size()));
    std::string text = "StarDict's dict ifo file\nversion=2.4.2\n";
    auto add = [&](std::string_view key, const std::string& value) {
        if (!value.empty()) {
            text += std::string(key) + "=" + collapse_spaces(value) + "\n";
        }
    };
    add("bookname", metadata.title + ": " + title);
    add("wordcount", std::to_string(words));
    add("synwordcount", synonyms == 0 ? "" : std::to_string(synonyms));
    add("idxfilesize", std::to_string(index_bytes));
    add("author", join(metadata.authors, book.words.list_comma));
    add("description", metadata.description);
    add("date", day_of(settings.modified));
    add("sametypesequence", "h");
    add("lang", language + "-" + language);  // read by KOReader
    return text;
}

void add_pictures(const Book& book, Files& files) {
    std::set<std::size_t> shown;
    for (const Entry& entry : book.glossary.entries) {
        std::vector<std::size_t> some = pictures_in(entry.definition);
        shown.insert(some.begin(), some.end());
    }
    for (std::size_t picture : shown) {
        files.push_back({"res/" + book.pictures[picture].name, book.pictures[picture].bytes});
    }
}

}  // namespace

Files make_stardict(const Book& book, const Settings& settings, Diagnostics& losses) {
    if (book.glossary.entries.empty()) {
        throw Trouble("this book has no glossary to make a dictionary of; `chapters/glossary.md` would hold it");
    }
    if (const Blocks& before = book.glossary.introduction; !before.empty()) {
        losses.add(Mistake::no_place_in_output, before.front().place,
                   "`stardict` holds entries alone, so what comes before the first one is left out");
    }
    std::vector<const Entry*> entries = in_order_of_search(book.glossary);
    std::string articles;
    std::string index;
    for (const Entry* entry : entries) {
        tell_long_names(*entry, losses);
        tell_formulas(*entry, losses);
        std::string html = article(book, *entry);
        index += headword(*entry) + '\0';
        append_number(index, articles.size());
        append_number(index, html.size());
        articles += html;
    }
    std::vector<Synonym> found = synonyms(entries, book.metadata.language);
    std::string others;
    for (const Synonym& synonym : found) {
        others += synonym.word + '\0';
        append_number(others, synonym.entry);
    }
    std::string name = ascii_slug(book.metadata.title);
    Files files = {{name + ".ifo", description(book, settings, entries.size(), found.size(), index.size())},
                   {name + ".idx", std::move(index)},
                   {name + ".dict", std::move(articles)}};
    if (!found.empty()) {
        files.push_back({name + ".syn", std::move(others)});
    }
    files.push_back({name + ".css", std::string(articles_style)});
    add_pictures(book, files);
    return files;
}

}  // namespace hornbook
