#include "reading/book_toml.h"

#include <algorithm>

#include "base/hash.h"
#include "base/language_tag.h"
#include "base/text.h"
#include "model/mistakes.h"
#include "reading/book_toml_whole.h"
#include "reading/toml/other_toml_keys.h"

namespace hornbook {
namespace {

constexpr std::string_view stand_in_date = "2000-01-01";  // for a date that cannot be read, which is then not reported as missing

std::string range_of(int least, int most) {
    return "a number from " + std::to_string(least) + " to " + std::to_string(most);
}

class BookTomlReader {
public:
    BookTomlReader(const Source& source, std::uint32_t file, const std::vector<KnownOption>& options, Diagnostics& diagnostics)
        : source_(source), file_(file), options_(options), diagnostics_(diagnostics), values_(source, diagnostics) {}

    BookToml read() {
        Toml toml = read_toml(source_.text, file_, 1);
        for (TomlFault& fault : toml.faults) {
            tell(fault);
        }
        lost_ = std::move(toml.lost);
        for (const TomlEntry& entry : toml.root.entries) {
            if (std::string meant = key_written_otherwise(entry.key); !meant.empty()) {
                lost_.insert(std::move(meant));
            }
        }
        note_slipped_keys(toml.root);
        book_.lists_are_lost = is_lost("chapters") || is_lost("part");
        if (is_lost("date")) {
            book_.book.metadata.date = stand_in_date;
        }
        read_language(toml.root);
        values_.read(toml.root, "", keys());
        check_whole(book_, {toml.root, lost_, file_}, diagnostics_);
        return std::move(book_);
    }

private:
    using KeyRow = TypedValues::KeyRow;

    // Notes keys that slipped below a section, which are told there and are not missing.
    void note_slipped_keys(const TomlValue& root) {
        std::vector<std::string_view> keys_above;  // the rows before the first section
        std::vector<KeyRow> rows = keys();
        for (auto row = rows.begin(); row->key != "part"; ++row) {
            keys_above.push_back(row->key);
        }
        values_.set_keys_above(keys_above);
        auto note = [&](std::string_view section, const TomlValue& table) {
            for (const TomlEntry& entry : table.entries) {
                bool above = std::find(keys_above.begin(), keys_above.end(), entry.key) != keys_above.end();
                bool of_part = section == "part" && (entry.key == "title" || entry.key == "chapters");
                bool of_output = std::any_of(options_.begin(), options_.end(), [&](const KnownOption& option) {
                    return option.output == section && option.name == entry.key;
                });
                if (above && !of_part && !of_output) {
                    lost_.insert(entry.key);
                }
            }
        };
        for (const TomlEntry& entry : root.entries) {
            note(entry.key, entry.value);
            std::for_each(entry.value.items.begin(), entry.value.items.end(), [&](const TomlValue& item) { note(entry.key, item); });
        }
    }

    // The keys of book.toml, one row each.
    std::vector<KeyRow> keys() {
        TypedValues& v = values_;
        Metadata& m = book_.book.metadata;
        Book& book = book_.book;
        std::vector<KeyRow> rows = {
            {"title", v.text(m.title, &m.title_place)},
            {"subtitle", v.text(m.subtitle)},
            {"language", [](const TomlValue&) {}},  // read before all others
            {"authors", v.texts(m.authors)},
            {"description", v.text(m.description)},
            {"publisher", v.text(m.publisher)},
            {"rights", v.text(m.rights)},
            {"subjects", v.texts(m.subjects)},
            {"date", v.day(m.date, stand_in_date)},
            {"identifier", [this, &m](const TomlValue& node) { read_identifier(m.identifier, node); }},
            {"cover", v.text(m.cover, &m.cover_place)},
            {"cover_alt", v.text(m.cover_alt)},
            {"chapters", v.names(book_.chapters, &book_.chapters_place)},
            {"contents_depth", v.whole_number([&book](int depth) { book.contents_depth = depth; }, depths_)},
            {"part", [this](const TomlValue& node) { read_parts(node); }},
            {"glossary", v.section("glossary", {{"link", v.one_of<GlossaryLinks>(book.glossary_links, {{"first", GlossaryLinks::first},
                                                                                                       {"all", GlossaryLinks::all},
                                                                                                       {"none", GlossaryLinks::none}})}})},
            {"pictures",
             v.section("pictures",
                       {{"width", v.whole_number([&book](int width) { book.picture_rules.width = static_cast<unsigned>(width); }, widths_)},
                        {"colour", v.one_of<bool>(book.picture_rules.grey, {{"keep", false}, {"grey", true}})}})},
            {"quiz", v.section("quiz", {{"script", v.yes_or_no(book.quiz_script)}})},
            {"education", v.section("education", {{"level", v.text(m.level)}, {"age", v.text(m.age)}})},
            {"text",
             v.section("text", {{"formulas", v.yes_or_no(book_.text.formulas)},
                                {"smart_punctuation", v.yes_or_no(book_.text.smart_punctuation)},
                                {"title_from", v.one_of<bool>(book_.text.titles_from_files, {{"heading", false}, {"file", true}})}})},
            {"words", v.section("words", words())},
        };
        for (const KnownOption& option : options_) {
            if (std::none_of(rows.begin(), rows.end(), [&](const KeyRow& row) { return row.key == option.output; })) {
                rows.push_back({option.output, v.section(option.output, options_of(option.output))});
            }
        }
        return rows;
    }

    std::vector<KeyRow> words() {
        std::vector<KeyRow> rows;
        for (std::string_view key : word_keys()) {
            rows.push_back({key, values_.word(*find_word(book_.book.words, key))});
        }
        return rows;
    }

    std::vector<KeyRow> options_of(std::string_view output) {
        std::vector<KeyRow> rows;
        for (const KnownOption& option : options_) {
            if (option.output == output) {
                rows.push_back({option.name, [this, &option](const TomlValue& node) { read_option(option, node); }});
            }
        }
        return rows;
    }

    // Reports a faulty line, which is read as it was meant or not at all.
    void tell(TomlFault& fault) {
        std::string_view line = source_.line(fault.line);
        std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
        Place place{file_, fault.line, static_cast<std::uint32_t>(begin + 1), static_cast<std::uint32_t>(trim(line).size())};
        diagnostics_.add_misread(Mistake::bad_toml, place, std::move(fault.message), std::move(fault.hint),
                                 {file_, fault.line, fault.line});
    }

    // Whether a faulty line would cause the message that the key is missing.
    bool is_lost(std::string_view key) const {
        return lost_.contains(key) || lost_.contains("");
    }

    // Reads the language, first of all keys, since the book's own words depend on it.
    void read_language(const TomlValue& root) {
        const TomlValue* node = root.find("language");
        std::string& language = book_.book.metadata.language;
        if (node != nullptr && !node->is_text()) {
            values_.wrong_type(*node, "text", "\"en-GB\"");
            language = "en";
        } else if (node == nullptr && is_lost("language")) {
            language = "en";
        } else if (node == nullptr) {
            values_.report(Mistake::no_language, {file_, 0, 0, 0}, "book.toml names no language, so English is taken",
                           "write `language = \"en-GB\"` or what fits");
            language = "en";
        } else {
            values_.text(language)(*node);
        }
        if (node != nullptr && !is_language_tag(language)) {
            std::string meant = meant_language(language);
            values_.report(Mistake::bad_language, node->place, "`" + language + "` is not a language tag", hint_on_language(meant));
            language = meant.empty() ? "en" : meant;
        }
        book_.book.words = words_for(language);
        if (node != nullptr && !has_words_for(language) && root.find("words") == nullptr && !is_lost("words")) {
            values_.report(
                Mistake::no_words, node->place,
                "Hornbook has no words of its own in `" + language + "`, so it says \"Glossary\" and the like in English",
                "write a section `[words]` with those that your book shows, such as `glossary = \"…\"`; `hornbook manual words` has all");
        }
    }

    void read_identifier(std::string& target, const TomlValue& node) {
        values_.text(target)(node);
        if (starts_with_ascii_case(target, "urn:uuid:") && !is_uuid(std::string_view(target).substr(9))) {
            values_.report(Mistake::bad_id, node.place, "`" + target + "` is not a UUID",
                           "leave `identifier` out: one is derived from title and authors");
        }
    }

    void read_parts(const TomlValue& node) {
        if (node.kind != TomlKind::list) {
            return values_.report(Mistake::wrong_type, node.place,
                                  "this is " + std::string(kind_in_words(node)) + ", where a section for each part belongs",
                                  "begin each part with a line `[[part]]`, in double brackets");
        }
        for (const TomlValue& item : node.items) {
            PartPlan part;
            part.place = item.place;
            values_.section("[part]", {{"title", values_.text(part.title)}, {"chapters", values_.names(part.chapters)}})(item);
            if (part.title.empty() && !is_lost("title")) {
                values_.report(Mistake::no_part_title, part.place, "this part has no title", "write `title = \"…\"` below `[[part]]`");
            }
            book_.parts.push_back(std::move(part));
        }
    }

    void read_option(const KnownOption& option, const TomlValue& node) {
        std::string value = node.text;
        if (option.form.kind == OptionKind::list && !node.is_text()) {
            value.clear();
            for (const NamedFile& item : values_.names_in(node)) {
                value += (value.empty() ? "" : ",") + item.name;
            }
        }
        OptionFault fault = option_fault(option.form, value);
        if (!fault.wrong.empty()) {
            return values_.report(Mistake::unknown_value, node.place, fault.wrong, fault.hint);
        }
        book_.options[std::string(option.output)][std::string(option.name)] = value;
    }

    const Source& source_;
    std::uint32_t file_;
    const std::vector<KnownOption>& options_;
    Diagnostics& diagnostics_;
    TypedValues values_;
    BookToml book_;
    std::set<std::string, std::less<>> lost_;  // keys in faulty lines
    const std::string width_range_ = range_of(least_picture_width, most_picture_width);
    const std::string depth_range_ = "a number from 1, chapters alone, to " + std::to_string(deepest_level);
    const WholeNumberForm widths_{
        least_picture_width, most_picture_width, "a number of pixels", "1600", "pictures cannot be {} pixels wide", width_range_};
    const WholeNumberForm depths_{1, deepest_level, "a number of levels", "3", "the contents cannot have {} levels", depth_range_};
};

}  // namespace

BookToml read_book_toml(const Source& source, std::uint32_t file, const std::vector<KnownOption>& options, Diagnostics& diagnostics) {
    return BookTomlReader(source, file, options, diagnostics).read();
}

}  // namespace hornbook
