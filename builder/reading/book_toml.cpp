#include "reading/book_toml.h"

#include <algorithm>
#include <functional>

#include "base/hash.h"
#include "base/language_tag.h"
#include "base/limits.h"
#include "base/mistakes.h"
#include "base/text.h"
#include "reading/book_toml_whole.h"
#include "reading/other_toml_keys.h"
#include "reading/toml_value.h"
#include "xml/writer.h"

namespace hornbook {
namespace {

constexpr std::string_view stand_in_date = "2000-01-01";  // for one that could not be read, so that nobody misses it again

class TomlReader {
public:
    TomlReader(const Source& source, std::uint32_t file, Diagnostics& diagnostics)
        : source_(source), file_(file), diagnostics_(diagnostics) {}

    BookToml read(const std::vector<KnownOption>& options) {
        Toml toml = read_toml(source_.text, file_, 1);
        for (TomlFault& fault : toml.faults) {
            std::string_view line = source_.line(fault.line);
            std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
            Place place{file_, fault.line, static_cast<std::uint32_t>(begin + 1), static_cast<std::uint32_t>(trim(line).size())};
            diagnostics_.add_misread(Mistake::bad_toml, place, std::move(fault.message), std::move(fault.hint),
                                     {file_, fault.line, fault.line});
        }
        lost_ = std::move(toml.lost);
        for (const TomlEntry& entry : toml.root.entries) {
            if (std::string meant = key_written_otherwise(entry.key); !meant.empty()) {
                lost_.insert(std::move(meant));
            }
        }
        book_.lists_are_lost = is_lost("chapters") || is_lost("part");
        if (is_lost("date")) {
            book_.metadata.date = stand_in_date;
        }
        read_top(toml.root, options);
        check_whole(book_, {toml.root, lost_, file_, chapters_place_}, diagnostics_);
        return std::move(book_);
    }

private:
    // Whether a faulty line would cause the message that the key is missing.
    bool is_lost(std::string_view key) const {
        return lost_.contains(key) || lost_.contains("");
    }

    using Take = std::function<void(const TomlValue&)>;
    struct Row {
        std::string_view key;
        Take take;
    };

    void report(Mistake mistake, Place place, std::string message, std::string hint) {
        diagnostics_.add(mistake, place, std::move(message), std::move(hint));
    }

    void read_table(const TomlValue& table, std::string_view section, const std::vector<Row>& rows) {
        std::vector<std::string_view> names;
        for (const Row& row : rows) {
            names.push_back(row.key);
        }
        for (const TomlEntry& entry : table.entries) {
            auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return r.key == entry.key; });
            if (row != rows.end()) {
                row->take(entry.value);
                continue;
            }
            std::string_view near = key_meant(entry.key, names);
            std::string where = section.empty() ? "book.toml" : "[" + std::string(section) + "]";
            report(
                Mistake::unknown_key, entry.place, "`" + only_xml_characters(entry.key) + "` is no key of " + where,
                near.empty() ? "keys here are " + join({names.begin(), names.end()}, ", ") : "did you mean `" + std::string(near) + "`?");
        }
    }

    Take text(std::string& target, Place* place = nullptr) {
        return [this, &target, place](const TomlValue& node) {
            if (node.is_text()) {
                target = one_line(node);
                if (place != nullptr) {
                    *place = node.place;
                }
            } else {
                wrong_type(node, "text", "\"" + as_written(node) + "\"");
            }
        };
    }

    // A list of texts, none of them empty.
    Take texts(std::vector<std::string>& target) {
        return [this, &target](const TomlValue& node) {
            for (const NamedFile& name : names_in(node)) {
                if (target.size() == limits::list_items) {
                    return report(Mistake::unknown_value, name.place,
                                  "this list has more than " + std::to_string(limits::list_items) + " texts", "keep the first of them");
                }
                target.push_back(name.name);
                if (name.name.empty()) {
                    says_nothing(name.place);
                }
            }
        };
    }

    Take word(std::string& target) {
        return [this, &target](const TomlValue& node) {
            text(target)(node);
            if (target.empty()) {
                says_nothing(node.place);
            }
        };
    }

    void says_nothing(Place place) {
        report(Mistake::unknown_value, place, "this text is empty", "write something between the quotation marks, or take it out");
    }

    // "\u0007" in quotation marks is good TOML, but nothing that XML could hold.
    std::string one_line(const TomlValue& value) {
        std::string result = collapse_spaces(only_xml_characters(value.text));
        if (only_xml_characters(value.text) != value.text) {
            report(Mistake::control_character, value.place, "a control character stands in this value", "delete it");
        }
        return result;
    }

    std::vector<NamedFile> names_in(const TomlValue& node) {
        std::vector<NamedFile> names;
        if (node.is_text()) {  // one text is a list of one
            names.push_back({one_line(node), node.place});
            return names;
        }
        if (node.kind != TomlKind::list) {
            wrong_type(node, "a list of texts", "[\"" + as_written(node) + "\"]");
            return names;
        }
        for (const TomlValue& item : node.items) {
            if (item.is_text()) {
                names.push_back({one_line(item), item.place});
            } else {
                wrong_type(item, "text", "\"" + as_written(item) + "\"");
            }
        }
        return names;
    }

    // `example` is how the value could be written.
    void wrong_type(const TomlValue& node, std::string_view expected, std::string_view example) {
        Place place = node.place;
        std::string_view key = key_before(source_.line(place.line), place);
        report(Mistake::wrong_type, place, "this is " + std::string(kind_in_words(node)) + ", where " + std::string(expected) + " belongs",
               "write `" + (key.empty() ? "" : std::string(key) + " = ") + std::string(example) + "`");
    }

    Take table(std::function<void(const TomlValue&)> read) {
        return [this, read = std::move(read)](const TomlValue& node) {
            if (node.kind == TomlKind::section) {
                read(node);
            } else {
                Place place = node.place;
                std::string_view key = key_before(source_.line(place.line), place);
                report(Mistake::wrong_type, place, "this is " + std::string(kind_in_words(node)) + ", where a section of its own belongs",
                       "begin it with a line `[" + (key.empty() ? "name" : std::string(key)) +
                           "]`, and write what it holds below, at the end of the file");
            }
        };
    }

    Take section(std::string_view name, std::vector<Row> rows) {
        return table([this, name, rows = std::move(rows)](const TomlValue& t) { read_table(t, name, rows); });
    }

    Take yes_or_no(bool& target) {
        return [this, &target](const TomlValue& node) {
            if (node.kind == TomlKind::truth) {
                target = node.text == "true";
            } else {
                std::string said = fold_case(node.text);
                bool no = said == "no" || said == "false" || said == "off";
                wrong_type(node, "yes or no", no ? "false" : "true");
            }
        };
    }

    Take one_of(std::vector<std::pair<std::string_view, std::function<void()>>> values) {
        return [this, values = std::move(values)](const TomlValue& node) {
            std::string value = node.is_text() ? node.text : as_written(node);
            std::vector<std::string> names;
            for (const auto& [name, take] : values) {
                if (name == value) {
                    return take();
                }
                names.emplace_back(name);
            }
            report(Mistake::unknown_value, node.place, "`" + value + "` is none of the values this key takes",
                   "write one of " + join(names, ", "));
        };
    }

    void read_top(const TomlValue& root, const std::vector<KnownOption>& options) {
        Metadata& m = book_.metadata;
        read_language(root);
        std::vector<Row> rows = {
            {"title", text(m.title, &m.title_place)},
            {"subtitle", text(m.subtitle)},
            {"language", [](const TomlValue&) {}},
            {"authors", texts(m.authors)},
            {"description", text(m.description)},
            {"publisher", text(m.publisher)},
            {"rights", text(m.rights)},
            {"subjects", texts(m.subjects)},
            {"date", [this](const TomlValue& node) { read_date(node); }},
            {"identifier", [this, &m](const TomlValue& node) { read_identifier(m.identifier, node); }},
            {"cover", text(m.cover, &m.cover_place)},
            {"cover_alt", text(m.cover_alt)},
            {"chapters",
             [this](const TomlValue& node) {
                 chapters_place_ = node.place;
                 book_.chapters = names_in(node);
             }},
            {"contents_depth", [this](const TomlValue& node) { read_contents_depth(node); }},
            {"part", [this](const TomlValue& node) { read_parts(node); }},
            {"glossary", table([this](const TomlValue& t) { read_glossary(t); })},
            {"pictures", table([this](const TomlValue& t) { read_pictures(t); })},
            {"quiz", section("quiz", {{"script", yes_or_no(book_.quiz_script)}})},
            {"education", section("education", {{"level", text(m.level)}, {"age", text(m.age)}})},
            {"text", section("text", {{"formulas", yes_or_no(book_.formulas)},
                                      {"smart_punctuation", yes_or_no(book_.smart_punctuation)},
                                      {"title_from", one_of({{"heading", [this] { book_.titles_from_files = false; }},
                                                             {"file", [this] { book_.titles_from_files = true; }}})}})},
            {"words", table([this](const TomlValue& t) { read_words(t); })},
        };
        for (const KnownOption& option : options) {
            if (std::none_of(rows.begin(), rows.end(), [&](const Row& row) { return row.key == option.output; })) {
                rows.push_back({option.output,
                                table([this, &options, output = option.output](const TomlValue& t) { read_options(t, output, options); })});
            }
        }
        read_table(root, "", rows);
    }

    // First of all, since the book's own words depend on it.
    void read_language(const TomlValue& root) {
        const TomlValue* node = root.find("language");
        std::string& language = book_.metadata.language;
        if (node != nullptr && !node->is_text()) {
            wrong_type(*node, "text", "\"en-GB\"");
            language = "en";
        } else if (node == nullptr && is_lost("language")) {
            language = "en";
        } else if (node == nullptr) {
            report(Mistake::no_language, {file_, 0, 0, 0}, "book.toml names no language, so English is taken",
                   "write `language = \"en-GB\"` or what fits");
            language = "en";
        } else {
            text(language)(*node);
        }
        if (node != nullptr && !is_language_tag(language)) {
            std::string meant = meant_language(language);
            report(Mistake::bad_language, node->place, "`" + language + "` is no language tag", hint_on_language(meant));
            language = meant.empty() ? "en" : meant;
        }
        book_.words = words_for(language);
    }

    void read_identifier(std::string& target, const TomlValue& node) {
        text(target)(node);
        if (starts_with_ascii_case(target, "urn:uuid:") && !is_uuid(std::string_view(target).substr(9))) {
            report(Mistake::bad_id, node.place, "`" + target + "` is no UUID",
                   "leave `identifier` out: one is derived from title and authors");
        }
    }

    void read_date(const TomlValue& node) {
        bool day = node.kind == TomlKind::date || is_day(node.text);  // in quotation marks, too
        if (!day || node.text.starts_with("0000")) {                  // W3C's dates begin with the year 1
            book_.metadata.date = stand_in_date;
            return wrong_type(node, "a day", "2026-11-23");
        }
        book_.metadata.date = node.text;
    }

    void read_parts(const TomlValue& node) {
        if (node.kind != TomlKind::list) {
            return report(Mistake::wrong_type, node.place,
                          "this is " + std::string(kind_in_words(node)) + ", where a section for each part belongs",
                          "begin each part with a line `[[part]]`, in double brackets");
        }
        for (const TomlValue& item : node.items) {
            PartPlan part;
            part.place = item.place;
            table([&](const TomlValue& t) {
                read_table(t, "[part]",
                           {{"title", text(part.title)}, {"chapters", [&](const TomlValue& n) { part.chapters = names_in(n); }}});
            })(item);
            if (part.title.empty() && !is_lost("title")) {
                report(Mistake::no_part_title, part.place, "this part has no title", "write `title = \"…\"` below `[[part]]`");
            }
            book_.parts.push_back(std::move(part));
        }
    }

    void read_glossary(const TomlValue& t) {
        GlossaryLinks& links = book_.glossary_links;
        auto set = [&links](GlossaryLinks value) { return [&links, value] { links = value; }; };
        read_table(
            t, "glossary",
            {{"link",
              one_of({{"first", set(GlossaryLinks::first)}, {"all", set(GlossaryLinks::all)}, {"none", set(GlossaryLinks::none)}})}});
    }

    void read_pictures(const TomlValue& t) {
        PictureRules& rules = book_.picture_rules;
        read_table(t, "pictures",
                   {{"width", [this, &rules](const TomlValue& node) { read_width(rules.width, node); }},
                    {"colour", one_of({{"keep", [&rules] { rules.grey = false; }}, {"grey", [&rules] { rules.grey = true; }}})}});
    }

    void read_width(unsigned& target, const TomlValue& node) {
        if (node.kind != TomlKind::whole_number) {
            bool digits = !node.text.empty() && node.text.find_first_not_of("0123456789") == std::string::npos;
            return wrong_type(node, "a number of pixels", digits ? node.text : "1600");
        }
        if (std::optional<int> width = whole_number_in(node, int{least_picture_width}, int{most_picture_width})) {
            target = static_cast<unsigned>(*width);
        } else {
            report(Mistake::unknown_value, node.place, "pictures cannot be " + node.text + " pixels wide",
                   "write a number from " + std::to_string(least_picture_width) + " to " + std::to_string(most_picture_width));
        }
    }

    void read_contents_depth(const TomlValue& node) {
        if (node.kind != TomlKind::whole_number) {
            return wrong_type(node, "a number of levels", "3");
        }
        if (std::optional<int> depth = whole_number_in(node, 1, deepest_level)) {
            book_.contents_depth = *depth;
        } else {
            report(Mistake::unknown_value, node.place, "the contents cannot have " + node.text + " levels",
                   "write a number from 1, chapters alone, to " + std::to_string(deepest_level));
        }
    }

    void read_words(const TomlValue& t) {
        std::vector<Row> rows;
        for (std::string_view key : word_keys()) {
            rows.push_back({key, word(*find_word(book_.words, key))});
        }
        read_table(t, "words", rows);
    }

    void read_options(const TomlValue& t, std::string_view output, const std::vector<KnownOption>& options) {
        std::vector<Row> rows;
        for (const KnownOption& option : options) {
            if (option.output == output) {
                rows.push_back({option.name, [this, &option](const TomlValue& node) { read_option(option, node); }});
            }
        }
        read_table(t, output, rows);
    }

    void read_option(const KnownOption& option, const TomlValue& node) {
        std::string value = node.text;
        if (option.form.kind == OptionKind::list && !node.is_text()) {
            value.clear();
            for (const NamedFile& item : names_in(node)) {
                value += (value.empty() ? "" : ",") + item.name;
            }
        }
        OptionFault fault = fault_of(option.form, value);
        if (!fault.wrong.empty()) {
            return report(Mistake::unknown_value, node.place, fault.wrong, fault.hint);
        }
        book_.options[std::string(option.output)][std::string(option.name)] = value;
    }

    const Source& source_;
    std::uint32_t file_;
    Diagnostics& diagnostics_;
    BookToml book_;
    std::set<std::string, std::less<>> lost_;  // keys that stand in faulty lines
    Place chapters_place_;
};

}  // namespace

BookToml read_book_toml(const Source& source, std::uint32_t file, const std::vector<KnownOption>& options, Diagnostics& diagnostics) {
    return TomlReader(source, file, diagnostics).read(options);
}

}  // namespace hornbook
