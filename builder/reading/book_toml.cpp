#include "reading/book_toml.h"

#define TOML_EXCEPTIONS 0
#define TOML_ASSERT(expression) static_cast<void>(0)  // toml++ 3.3 asserts what bad TOML such as `[[[` breaks, and then reports it well
#include <toml++/toml.h>

#include <algorithm>
#include <functional>

#include "base/hash.h"
#include "base/language_tag.h"
#include "base/mistakes.h"
#include "base/text.h"
#include "reading/toml_trouble.h"
#include "xml/writer.h"

namespace hornbook {
namespace {

constexpr std::string_view stand_in_date = "2000-01-01";  // for one that could not be read, so that nobody misses it again

class TomlReader {
public:
    TomlReader(const Source& source, std::uint32_t file, Diagnostics& diagnostics)
        : source_(source), file_(file), diagnostics_(diagnostics) {}

    BookToml read(const std::vector<KnownOption>& options) {
        toml::parse_result parsed = toml::parse(source_.text, source_.path);
        if (!parsed) {
            Place place = place_at(parsed.error().source().begin, 1);
            auto [message, hint] = in_plain_words(parsed.error().description());
            report(Mistake::bad_toml, place, message, hint);
            book_.metadata.date = stand_in_date;
            return std::move(book_);
        }
        const toml::table& root = parsed.table();
        read_top(root, options);
        check(root);
        return std::move(book_);
    }

private:
    using Take = std::function<void(const toml::node&)>;
    struct Row {
        std::string_view key;
        Take take;
    };

    // toml++ counts columns in code points.
    Place place_at(const toml::source_position& position, std::size_t length) const {
        std::string_view line = source_.line(position.line);
        std::size_t at = 0;
        for (toml::source_index i = 1; i < position.column && at < line.size(); ++i) {
            next_code_point(line, at);
        }
        return {file_, position.line, static_cast<std::uint32_t>(at + 1), static_cast<std::uint32_t>(std::min(length, line.size() - at))};
    }

    Place place_of_value(const toml::node& node) const {
        const toml::source_region& region = node.source();
        std::string_view line = source_.line(region.begin.line);
        Place place = place_at(region.begin, line.size());
        if (region.end.line == region.begin.line && region.end.column > region.begin.column) {
            place.length = place_at(region.end, 0).column - place.column;
        }
        return place;
    }

    Place place_of_key(const toml::key& key) const {
        return place_at(key.source().begin, key.str().size());
    }

    void report(Mistake mistake, Place place, std::string message, std::string hint) {
        diagnostics_.add(mistake, place, std::move(message), std::move(hint));
    }

    void read_table(const toml::table& table, std::string_view section, const std::vector<Row>& rows) {
        std::vector<std::string_view> names;
        for (const Row& row : rows) {
            names.push_back(row.key);
        }
        for (auto&& [key, node] : table) {
            auto row = std::find_if(rows.begin(), rows.end(), [&, name = key.str()](const Row& r) { return r.key == name; });
            if (row != rows.end()) {
                row->take(node);
                continue;
            }
            std::string_view near = nearest(key.str(), names);
            std::string where = section.empty() ? "book.toml" : "[" + std::string(section) + "]";
            report(
                Mistake::unknown_key, place_of_key(key), "`" + std::string(key.str()) + "` is no key of " + where,
                near.empty() ? "keys here are " + join({names.begin(), names.end()}, ", ") : "did you mean `" + std::string(near) + "`?");
        }
    }

    Take text(std::string& target, Place* place = nullptr) {
        return [this, &target, place](const toml::node& node) {
            if (const auto* value = node.as_string()) {
                target = one_line(*value);
                if (place != nullptr) {
                    *place = place_of_value(node);
                }
            } else {
                wrong_type(node, "text in quotation marks");
            }
        };
    }

    // A list of texts, none of them empty.
    Take texts(std::vector<std::string>& target) {
        return [this, &target](const toml::node& node) {
            for (const NamedFile& name : names_in(node)) {
                target.push_back(name.name);
                if (name.name.empty()) {
                    says_nothing(name.place);
                }
            }
        };
    }

    Take word(std::string& target) {
        return [this, &target](const toml::node& node) {
            text(target)(node);
            if (target.empty()) {
                says_nothing(place_of_value(node));
            }
        };
    }

    void says_nothing(Place place) {
        report(Mistake::unknown_value, place, "this text is empty", "write something between the quotation marks, or take it out");
    }

    // "\u0007" in quotation marks is good TOML, but nothing that XML could hold.
    std::string one_line(const toml::value<std::string>& value) {
        std::string result = collapse_spaces(only_xml_characters(value.get()));
        if (only_xml_characters(value.get()) != value.get()) {
            report(Mistake::control_character, place_of_value(value), "a control character stands in this value", "delete it");
        }
        return result;
    }

    std::vector<NamedFile> names_in(const toml::node& node) {
        std::vector<NamedFile> names;
        const auto* array = node.as_array();
        if (array == nullptr) {
            wrong_type(node, "a list: [\"…\", \"…\"]");
            return names;
        }
        for (const toml::node& item : *array) {
            if (const auto* value = item.as_string()) {
                names.push_back({one_line(*value), place_of_value(item)});
            } else {
                wrong_type(item, "text in quotation marks");
            }
        }
        return names;
    }

    void wrong_type(const toml::node& node, const std::string& expected) {
        report(Mistake::wrong_type, place_of_value(node), "this value is of the wrong kind", "write " + expected);
    }

    Take table(std::function<void(const toml::table&)> read) {
        return [this, read = std::move(read)](const toml::node& node) {
            if (const auto* value = node.as_table()) {
                read(*value);
            } else {
                wrong_type(node, "a section of its own, begun by a line `[name]`");
            }
        };
    }

    Take section(std::string_view name, std::vector<Row> rows) {
        return table([this, name, rows = std::move(rows)](const toml::table& t) { read_table(t, name, rows); });
    }

    Take yes_or_no(bool& target) {
        return [this, &target](const toml::node& node) {
            if (const auto* value = node.as_boolean()) {
                target = value->get();
            } else {
                wrong_type(node, "true or false, without quotation marks");
            }
        };
    }

    Take one_of(std::vector<std::pair<std::string_view, std::function<void()>>> values) {
        return [this, values = std::move(values)](const toml::node& node) {
            std::string value = node.value_or(std::string());
            std::vector<std::string> names;
            for (const auto& [name, take] : values) {
                if (name == value) {
                    return take();
                }
                names.emplace_back(name);
            }
            report(Mistake::unknown_value, place_of_value(node), "`" + value + "` is none of the values this key takes",
                   "write one of " + join(names, ", "));
        };
    }

    void read_top(const toml::table& root, const std::vector<KnownOption>& options) {
        Metadata& m = book_.metadata;
        read_language(root);
        std::vector<Row> rows = {
            {"title", text(m.title, &m.title_place)},
            {"subtitle", text(m.subtitle)},
            {"language", [](const toml::node&) {}},
            {"authors", texts(m.authors)},
            {"description", text(m.description)},
            {"publisher", text(m.publisher)},
            {"rights", text(m.rights)},
            {"subjects", texts(m.subjects)},
            {"date", [this](const toml::node& node) { read_date(node); }},
            {"identifier", [this, &m](const toml::node& node) { read_identifier(m.identifier, node); }},
            {"cover", text(m.cover, &m.cover_place)},
            {"cover_alt", text(m.cover_alt)},
            {"chapters",
             [this](const toml::node& node) {
                 chapters_place_ = place_of_value(node);
                 book_.chapters = names_in(node);
             }},
            {"part", [this](const toml::node& node) { read_parts(node); }},
            {"glossary", table([this](const toml::table& t) { read_glossary(t); })},
            {"pictures", table([this](const toml::table& t) { read_pictures(t); })},
            {"quiz", section("quiz", {{"script", yes_or_no(book_.quiz_script)}})},
            {"education", section("education", {{"level", text(m.level)}, {"age", text(m.age)}})},
            {"text", section("text", {{"formulas", yes_or_no(book_.formulas)}, {"smart_punctuation", yes_or_no(book_.smart_punctuation)}})},
            {"words", table([this](const toml::table& t) { read_words(t); })},
        };
        for (const KnownOption& option : options) {
            if (std::none_of(rows.begin(), rows.end(), [&](const Row& row) { return row.key == option.output; })) {
                rows.push_back({option.output, table([this, &options, output = option.output](const toml::table& t) {
                                    read_options(t, output, options);
                                })});
            }
        }
        read_table(root, "", rows);
    }

    // First of all, since the book's own words depend on it.
    void read_language(const toml::table& root) {
        const toml::node* node = root.get("language");
        std::string& language = book_.metadata.language;
        if (node != nullptr && !node->is_string()) {
            wrong_type(*node, "text in quotation marks");
            language = "en";
        } else if (node == nullptr) {
            report(Mistake::no_language, {file_, 0, 0, 0}, "book.toml names no language, so English is taken",
                   "write `language = \"en-GB\"` or what fits");
            language = "en";
        } else {
            text(language)(*node);
        }
        if (node != nullptr && !is_language_tag(language)) {
            report(Mistake::bad_language, place_of_value(*node), "`" + language + "` is no language tag",
                   "write a tag such as en-GB, de, pt-BR or zh-Hans");
            language = "en";
        }
        book_.words = words_for(language);
    }

    void read_identifier(std::string& target, const toml::node& node) {
        text(target)(node);
        if (starts_with_ascii_case(target, "urn:uuid:") && !is_uuid(std::string_view(target).substr(9))) {
            report(Mistake::bad_id, place_of_value(node), "`" + target + "` is no UUID",
                   "leave `identifier` out: one is derived from title and authors");
        }
    }

    void read_date(const toml::node& node) {
        const auto* value = node.as_date();
        if (value == nullptr || value->get().year == 0) {  // W3C's dates begin with the year 1
            book_.metadata.date = stand_in_date;
            return wrong_type(node, "the day alone, without quotation marks: 2026-11-23");
        }
        auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        std::string year = std::to_string(value->get().year);
        book_.metadata.date = std::string(4 - std::min<std::size_t>(4, year.size()), '0') + year + "-" + two(value->get().month) + "-" +
                              two(value->get().day);
    }

    void read_parts(const toml::node& node) {
        const auto* array = node.as_array();
        if (array == nullptr) {
            return wrong_type(node, "each part as a section begun by `[[part]]`");
        }
        for (const toml::node& item : *array) {
            PartPlan part;
            part.place = place_of_value(item);
            table([&](const toml::table& t) {
                read_table(t, "[part]",
                           {{"title", text(part.title)}, {"chapters", [&](const toml::node& n) { part.chapters = names_in(n); }}});
            })(item);
            if (part.title.empty()) {
                report(Mistake::no_part_title, part.place, "this part has no title", "write `title = \"…\"` below `[[part]]`");
            }
            book_.parts.push_back(std::move(part));
        }
    }

    void read_glossary(const toml::table& t) {
        GlossaryLinks& links = book_.glossary_links;
        auto set = [&links](GlossaryLinks value) { return [&links, value] { links = value; }; };
        read_table(
            t, "glossary",
            {{"link",
              one_of({{"first", set(GlossaryLinks::first)}, {"all", set(GlossaryLinks::all)}, {"none", set(GlossaryLinks::none)}})}});
    }

    void read_pictures(const toml::table& t) {
        PictureRules& rules = book_.picture_rules;
        read_table(t, "pictures",
                   {{"width", [this, &rules](const toml::node& node) { read_width(rules.width, node); }},
                    {"colour", one_of({{"keep", [&rules] { rules.grey = false; }}, {"grey", [&rules] { rules.grey = true; }}})}});
    }

    void read_width(unsigned& target, const toml::node& node) {
        const auto* value = node.as_integer();
        if (value == nullptr) {
            return wrong_type(node, "a number of pixels: 1600");
        }
        if (value->get() < least_picture_width || value->get() > most_picture_width) {
            return report(Mistake::unknown_value, place_of_value(node),
                          "pictures cannot be " + std::to_string(value->get()) + " pixels wide",
                          "write a number from " + std::to_string(least_picture_width) + " to " + std::to_string(most_picture_width));
        }
        target = static_cast<unsigned>(value->get());
    }

    void read_words(const toml::table& t) {
        std::vector<Row> rows;
        for (std::string_view key : word_keys()) {
            rows.push_back({key, word(*find_word(book_.words, key))});
        }
        read_table(t, "words", rows);
    }

    void read_options(const toml::table& t, std::string_view output, const std::vector<KnownOption>& options) {
        std::vector<Row> rows;
        for (const KnownOption& option : options) {
            if (option.output == output) {
                rows.push_back({option.name, [this, &option](const toml::node& node) { read_option(option, node); }});
            }
        }
        read_table(t, output, rows);
    }

    void read_option(const KnownOption& option, const toml::node& node) {
        std::string value = node.value_or(std::string());
        if (option.form.kind == OptionKind::list) {
            for (const NamedFile& item : names_in(node)) {
                value += (value.empty() ? "" : ",") + item.name;
            }
        } else if (node.is_boolean() || node.is_integer()) {
            value = node.is_boolean() ? (node.value_or(false) ? "true" : "false") : std::to_string(node.value_or(std::int64_t{0}));
        }
        OptionFault fault = fault_of(option.form, value);
        if (!fault.wrong.empty()) {
            return report(Mistake::unknown_value, place_of_value(node), fault.wrong, fault.hint);
        }
        book_.options[std::string(option.output)][std::string(option.name)] = value;
    }

    void check(const toml::table& root) {
        Place whole{file_, 0, 0, 0};
        Metadata& m = book_.metadata;
        bool title_reported = root.contains("title") && !root["title"].is_string();
        if (m.title.empty() && !title_reported) {
            report(Mistake::no_book_title, m.title_place ? m.title_place : whole, "the book has no title",
                   "write `title = \"…\"` in book.toml");
        }
        if (m.title.empty()) {
            m.title = "?";
        }
        if (!book_.parts.empty() && chapters_place_) {
            report(Mistake::chapters_and_parts, chapters_place_, "book.toml names chapters by themselves and in parts",
                   "keep one of the two");
        }
        if (!m.cover.empty() && m.cover_alt.empty()) {
            report(Mistake::no_cover_alt, m.cover_place, "the cover has no description",
                   "write `cover_alt = \"…\"`: what somebody sees who looks at it");
        }
    }

    const Source& source_;
    std::uint32_t file_;
    Diagnostics& diagnostics_;
    BookToml book_;
    Place chapters_place_;
};

}  // namespace

BookToml read_book_toml(const Source& source, std::uint32_t file, const std::vector<KnownOption>& options, Diagnostics& diagnostics) {
    return TomlReader(source, file, diagnostics).read(options);
}

}  // namespace hornbook
