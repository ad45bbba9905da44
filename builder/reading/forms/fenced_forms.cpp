// Fenced forms: ```quiz, the formats of quizzes that the reader knows, and ```timeline; of other tools ```math and ```{note}.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "model/walk.h"
#include "reading/forms/attributes.h"
#include "reading/forms/callout_words.h"
#include "reading/forms/extract_forms.h"
#include "reading/forms/other_forms.h"
#include "reading/forms/teachers_lines.h"
#include "reading/questions/quiz.h"

namespace hornbook {
namespace {

// The date of an event as plain words, without marks such as `**`; a picture in it is told, since it would be lost.
std::string plain_date(ProseReader& reader, const Line& line, std::string_view date) {
    if (date.find_first_of("*_`[<") == std::string_view::npos) {
        return std::string(date);
    }
    Inlines words = read_inlines(reader, part_of(line, date));
    bool has_picture = false;
    walk_inlines(words, [&](const Inline& node) { has_picture = has_picture || std::holds_alternative<Image>(node.kind); });
    if (has_picture) {
        reader.diagnostics.add(Mistake::misplaced_form, place_of(reader.file, line, date), "a picture cannot be the date of an event",
                               "write the date in words, and the picture behind the colon");
    }
    return plain_text(words);
}

// The part of a line without the mark of a list's item, `- 1934: Kirov is murdered`; a dash before a digit is part of the date.
Line without_item_mark(const Line& line) {
    std::string_view text = trim(line.text);
    bool is_item = text.size() > 2 && std::string_view("-*+").find(text[0]) != npos && text[1] == ' ';
    return part_of(line, is_item ? trim(text.substr(2)) : text);
}

// Whether the line is a key that quizzes and pictures have, and no date: `title: My time`.
bool is_title(std::string_view text) {
    constexpr std::array<std::string_view, 4> keys = {"title", "caption", "id", "name"};
    return std::find(keys.begin(), keys.end(), fold_case(text.substr(0, text.find(':')))) != keys.end();
}

Block read_timeline(ProseReader& reader, const Lines& body, Place place) {
    Timeline timeline;
    for (const Line& whole : body) {
        Line line = without_item_mark(whole);
        std::string_view text = line.text;
        std::size_t colon = text.find(": ");
        if (text.empty()) {
            continue;
        }
        if (colon != std::string_view::npos && is_title(text)) {
            reader.diagnostics.add(Mistake::nearly_a_key, place_of(reader.file, line, text),
                                   "a timeline has no `" + std::string(text.substr(0, colon)) + ":`, so this is read as an event",
                                   "write it as a heading above the timeline: `## " + std::string(trim(text.substr(colon + 2))) + "`");
        }
        if (colon == std::string_view::npos) {
            reader.diagnostics.add(Mistake::no_timeline_date, place_of(reader.file, line, text), "this line of a timeline has no date",
                                   timeline.events.empty()
                                       ? "write the date, a colon and a space first: `1934: Kirov is murdered`"
                                       : "write each event on one line, however long, with its date first: `1934: Kirov is murdered`");
            continue;
        }
        std::string_view words = trim(text.substr(colon + 2));
        timeline.events.push_back({plain_date(reader, line, trim(text.substr(0, colon))), read_inlines(reader, part_of(line, words)),
                                   place_of(reader.file, line, text)});
    }
    if (timeline.events.empty()) {
        reader.diagnostics.add(Mistake::empty_timeline, place, "this timeline is empty",
                               "write one event on each line: `1934: Kirov is murdered`");
    }
    return {std::move(timeline), place};
}

// The reader of quizzes in the format of that name; null: there is none.
ReadQuiz reader_of_quiz(const ProseReader& reader, std::string_view name) {
    auto format = std::find_if(reader.quiz_formats.begin(), reader.quiz_formats.end(), [&](const QuizFormat& f) { return f.name == name; });
    return name == "quiz" ? read_quiz : format != reader.quiz_formats.end() ? format->read : nullptr;
}

Block read_quiz_block(ProseReader& reader, ReadQuiz read, const Lines& body, Place place) {
    std::size_t before = reader.found.quizzes.size();
    ++reader.scratch.in_quiz;
    Quiz quiz = read(reader, body, place);
    --reader.scratch.in_quiz;
    for (std::size_t inner = before; inner < reader.found.quizzes.size(); ++inner) {
        reader.diagnostics.add(Mistake::misplaced_form, reader.found.quizzes[inner].place, "a quiz cannot be inside another",
                               "close the first one before it");
    }
    reader.found.quizzes.push_back(std::move(quiz));
    return {QuizHere{reader.found.quizzes.size() - 1}, place};
}

// Adds the keys that stand behind `quiz` on its own line: `Check yourself`, `title="Check"`, `{#id}`.
void add_keys_behind_quiz(ProseReader& reader, const Line& words, Lines& body) {
    auto add = [&](std::string_view key, std::string_view value) {
        std::string_view made = reader.scratch.made.emplace_back(std::string(key) + ": " + std::string(value));
        body.push_back({made, words.number, words.column});
    };
    bool braces = words.text.starts_with('{');
    if (!braces && words.text.find('=') == std::string_view::npos) {
        bool key = words.text.starts_with("title:");
        std::string_view title = trim(words.text.substr(key ? 6 : words.text.starts_with(':') ? 1 : 0));
        bool quoted = title.size() > 2 && title.front() == '"' && title.back() == '"';
        return add("title", quoted ? title.substr(1, title.size() - 2) : title);
    }
    std::string block = braces ? std::string(words.text) : "{" + std::string(words.text) + "}";
    Attributes attributes = attributes_from(block).value_or(Attributes());
    std::string id = attributes.id.empty() ? std::string(attributes.value("id")) : attributes.id;
    std::string title(attributes.value("title"));
    if (!id.empty()) {
        add("id", id);
    }
    if (!title.empty()) {
        add("title", title);
    }
    if (id.empty() && title.empty()) {
        reader.diagnostics.add(Mistake::nearly_a_form, place_of(reader.file, words, words.text),
                               "`" + std::string(words.text) + "` behind `quiz` says nothing here",
                               "take it out; `title: …` and `id: …` stand on lines of their own below it");
    }
}

Block read_math(ProseReader& reader, const Lines& body, Place place) {
    std::string tex;
    for (const Line& line : body) {
        tex += (tex.empty() ? "" : "\n") + std::string(line.text);
    }
    if (!reader.rules.formulas || trim(tex).empty()) {
        return {CodeBlock{"math", tex + "\n"}, place};
    }
    return {Paragraph{{Inline{Formula{std::string(trim(tex)), true, {}}, place}}}, place};
}

struct FencedForm {
    std::string_view name;
    Block (*read)(ProseReader&, const Lines& body, Place place);
};
constexpr std::array<FencedForm, 3> fenced_forms = {{{"timeline", read_timeline}, {"math", read_math}, {"{math}", read_math}}};

// Whether it is an option such as `:class: tip`, which says how another tool shows it. Anything else between colons is the author's words.
bool is_option(const Line& line) {
    constexpr std::array<std::string_view, 7> names = {"class", "collapsible", "color", "icon", "label", "name", "open"};
    std::size_t end = line.text.starts_with(':') ? line.text.find(':', 1) : std::string_view::npos;
    return end != std::string_view::npos && std::find(names.begin(), names.end(), line.text.substr(1, end - 1)) != names.end();
}

// The callout of a directive of MyST or R Markdown: ```{note} Title, with options such as `:class: tip` first.
std::optional<Block> read_directive(ProseReader& reader, Line info, Lines body, Place place) {
    std::size_t brace = info.text.find('}');
    std::string_view name = info.text.substr(1, brace - 1);
    const CalloutWord* word = find_callout_word(name);
    if (word == nullptr || brace == std::string_view::npos) {
        return std::nullopt;
    }
    body.erase(body.begin(), std::find_if_not(body.begin(), body.end(), is_option));
    if (word->kind == CalloutKind::teacher) {
        note_teachers_lines(reader, info.number, body.empty() ? info.number : body.back().number);
    }
    Inlines title = read_inlines(reader, part_of(info, trim(info.text.substr(brace + 1))));
    if (title.empty() && word->names_itself) {
        title.push_back({Text{titled(word->word)}, place});
    }
    return Block{callout_of(*word, std::move(title), read_blocks(reader, body)), place};
}

// Notes diagrams of other programs and unknown directives, which are shown as code.
void note_foreign_fence(ProseReader& reader, const SourceRow& row, std::string_view info) {
    constexpr std::array<std::string_view, 22> diagrams = {
        "mermaid", "plantuml", "graphviz",  "dot", "flow",     "chart", "ditaa",   "abc",      "geojson",    "topojson", "stl",
        "nomnoml", "vega",     "vega-lite", "d2",  "wavedrom", "kroki", "markmap", "dataview", "dataviewjs", "tikz",     "excalidraw"};
    constexpr std::array<std::string_view, 21> directives = {
        "figure",  "image",           "include",  "literalinclude", "list-table", "csv-table", "table",
        "toctree", "tableofcontents", "contents", "bibliography",   "tab-set",    "tab-item",  "grid",
        "card",    "video",           "iframe",   "embed",          "raw",        "sidebar",   "margin"};
    std::string name = fold_case(info.substr(0, info.find_first_of(" \t")));
    Place place = place_of(reader.file, row.line, trim(row.content));
    constexpr std::array<std::string_view, 8> run = {"r", "python", "julia", "ojs", "sql", "stata", "sas", "code-cell"};
    std::string_view cell = name.starts_with('{') ? std::string_view(name).substr(1, name.find_first_of(",}") - 1) : std::string_view();
    if (std::find(run.begin(), run.end(), cell) != run.end()) {
        return note_other_form(reader, OtherForm::code_cell, info, place);
    }
    if (name.starts_with("{=")) {
        return note_other_form(reader, OtherForm::raw_block, info, place);
    }
    std::erase_if(name, [](char c) { return c == '.'; });
    bool braces = name.starts_with('{') && name.ends_with('}');
    std::string_view plain = braces ? std::string_view(name).substr(1, name.size() - 2) : std::string_view(name);
    if (std::find(diagrams.begin(), diagrams.end(), plain) != diagrams.end()) {
        note_other_form(reader, OtherForm::diagram, info, place);
    } else if (braces && std::find(directives.begin(), directives.end(), plain) != directives.end()) {
        note_other_form(reader, OtherForm::directive, info, place);
    }
}

// Reports a near miss such as `quizz`, `Quiz` or `{quiz}`, which would be shown as code, with its answers.
void report_near_form(ProseReader& reader, std::span<const SourceRow> rows, const Fence& fence) {
    const SourceRow& row = rows[0];
    std::string name = fold_case(fence.info);
    std::erase_if(name, [](char c) { return c == '{' || c == '}' || c == '.' || c == ':'; });
    std::vector<std::string_view> names = names_of_quizzes(reader.quiz_formats);
    for (const FencedForm& form : fenced_forms) {
        if (form.read != read_math) {
            names.push_back(form.name);
        }
    }
    if (trim(name) == "glossary") {
        reader.diagnostics.add(Mistake::nearly_a_form, place_of(reader.file, row.line, trim(row.content)),
                               "no form is called `" + std::string(fence.info) + "`, so this would be shown as code",
                               "write the file chapters/glossary.md, with a line `## term` for each entry");
        return;
    }
    std::string_view near = nearest(trim(name), names);
    if (!near.empty()) {
        std::size_t at = 1;
        while (goes_on(rows, at) && rows[at].kind == RowKind::fence && !rows[at].opens_fence) {
            ++at;
        }
        reader.diagnostics.add_misread(Mistake::nearly_a_form, place_of(reader.file, row.line, trim(row.content)),
                                       "no form is called `" + std::string(fence.info) + "`, so this would be shown as code",
                                       "did you mean `" + std::string(near) + "`?",
                                       {reader.file, row.line.number, rows[at - 1].line.number});
    }
}

}  // namespace

FormMatch find_fenced_form(ProseReader& reader, std::span<const SourceRow> rows) {
    Fence fence;
    if (!rows[0].opens_fence || !is_opening_fence(rows[0].content, fence)) {
        return {};
    }
    std::string_view words = words_behind_quiz(fence.info);
    if (!words.empty()) {
        fence.info = quiz_name;
    }
    ReadQuiz read_questions = reader_of_quiz(reader, fence.info);
    auto form = std::find_if(fenced_forms.begin(), fenced_forms.end(), [&](const FencedForm& known) { return known.name == fence.info; });
    bool directive = fence.info.starts_with('{');
    if (read_questions == nullptr && form == fenced_forms.end() && !directive) {
        report_near_form(reader, rows, fence);
        note_foreign_fence(reader, rows[0], fence.info);
        return {};
    }
    Lines body;
    if (!words.empty()) {
        add_keys_behind_quiz(reader, part_of(rows[0].line, words), body);
    }
    std::size_t at = 1;
    while (goes_on(rows, at) && rows[at].kind == RowKind::fence && !rows[at].opens_fence && !is_closing_fence(rows[at].content, fence)) {
        body.push_back(part_of(rows[at].line, without_indent(rows[at].content, fence.indent)));
        ++at;
    }
    bool closed = goes_on(rows, at) && rows[at].kind == RowKind::fence && !rows[at].opens_fence;
    std::size_t size = at + (closed ? 1 : 0);
    Place place = place_of(reader.file, rows[0].line, trim(rows[0].content));
    if (read_questions != nullptr) {
        return {size, read_quiz_block(reader, read_questions, body, place)};
    }
    if (form != fenced_forms.end()) {
        return {size, form->read(reader, body, place)};
    }
    if (std::optional<Block> found = read_directive(reader, part_of(rows[0].line, fence.info), std::move(body), place)) {
        return {size, std::move(found)};
    }
    report_near_form(reader, rows, fence);
    note_foreign_fence(reader, rows[0], fence.info);
    return {};
}

}  // namespace hornbook
