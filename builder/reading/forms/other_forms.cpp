#include "reading/forms/other_forms.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "model/mistakes.h"
#include "reading/forms/answers_in_prose.h"

namespace hornbook {
namespace {

constexpr std::string_view as_text = "stays as text";

// The table, in the order of the enumeration. The example of a form that is reported earns one message, that of a form that is read none.
constexpr std::array<OtherFormRow, 82> other_form_rows = {{
    {OtherForm::parentheses_formula, "a formula of TeX's", {}, {}, "So \\(a\\) and \\(x_1 = 2\\).", "So a and x_1 = 2."},
    {OtherForm::brackets_formula, "a formula of TeX's", {}, {}, "\\[\nE = mc^2\n\\]", "E = mc^2"},
    {OtherForm::math_fence, "a formula of GitHub's", {}, {}, "```math\nE = mc^2\n```", "E = mc^2"},
    {OtherForm::inline_note, "a note of pandoc's", {}, {}, "Bees^[*Apis*, mostly.] fly.", "Bees fly."},
    {OtherForm::highlight, "marked words", {}, {}, "The ==queen bee== flies.", "The queen bee flies."},
    {OtherForm::subscript, "a subscript of pandoc's", {}, {}, "Ice is H~2~O.", "Ice is H2O."},
    {OtherForm::superscript, "a superscript of pandoc's", {}, {}, "Some 3 m^2^ of wax.", "Some 3 m2 of wax."},
    {OtherForm::vault_link, "a link of a vault", {}, {}, "A [[colony]] or [[colony|two *hives*]].", "A colony or two *hives*."},
    {OtherForm::vault_picture, "a picture of a vault", {}, {}, "![[queen.png|The queen]]", "The queen"},
    {OtherForm::picture_attributes, "attributes of pandoc's", {}, {}, "![The queen](queen.png){#fig-queen .wide width=50%}", "The queen"},
    {OtherForm::kramdown_attributes, "attributes of kramdown's", {}, {}, "![The queen](queen.png)\n{: #fig-queen}", "The queen"},
    {OtherForm::title_attributes, "attributes of a title", {}, {}, "## Rain {#rain .unnumbered}\n\n## Snow {-}", "Rain\nSnow"},
    {OtherForm::span_attributes, "a span of pandoc's", {}, {}, "The [queen]{.smallcaps} flies.", "The queen flies."},
    {OtherForm::pandoc_callout,
     "a callout of Quarto's",
     {},
     {},
     "::: {.callout-note title=\"Mind this\"}\nBees sting.\n:::",
     "Mind this\nBees sting."},
    {OtherForm::admonition, "an admonition of MkDocs'", {}, {}, "!!! note \"Mind this\"\n    Bees sting.", "Mind this\nBees sting."},
    {OtherForm::directive_callout, "a directive of MyST's", {}, {}, "```{note} Mind this\nBees *sting*.\n```", "Mind this\nBees sting."},
    {OtherForm::vault_callout, "a callout of Obsidian's", {}, {}, "> [!question]- How?\n> By wing.", "How?\nBy wing."},
    {OtherForm::critic_highlight, "marked words of CriticMarkup's", {}, {}, "The {==queen bee==} flies.", "The queen bee flies."},
    {OtherForm::comment_definition,
     "a comment as a definition",
     {},
     {},
     "Bees fly.\n[comment]: # (not (wasps) yet)\n[//]: # and they sting",
     "Bees fly."},
    {OtherForm::tab,
     "a tab of MkDocs'",
     {},
     {},
     "=== \"Bees\"\n\n    They *fly*.\n\n=== \"Wasps\"\n    So do they.",
     "Bees\nThey fly.\nWasps\nSo do they."},

    {OtherForm::backtick_formula, "a formula of GitHub's", {}, {}, "So $`x_1 = 2`$ holds.", "So x_1 = 2 holds."},

    {OtherForm::abbreviation, "an abbreviation of PHP Markdown's", as_text,
     "write the whole word where it is first used, or an entry in chapters/glossary.md", "Bees.\n\n*[BEE]: A bee", "Bees.\n*[BEE]: A bee"},
    {OtherForm::attributes, "an attribute block of pandoc's or kramdown's", as_text,
     "it belongs behind a picture, a heading or words in brackets, with no space before it; take it out elsewhere",
     "Bees fly. {#bees .loud}", "Bees fly. {#bees .loud}"},
    {OtherForm::bare_callout, "nearly a callout", "stays as text in a quotation", "put `!` before the word: `> [!SOURCE]`",
     "> [SOURCE] A letter\n> Bees fly.", "[SOURCE] A letter Bees fly."},
    {OtherForm::bare_language, "nearly words of another language", as_text, "write `lang=` before it: `[words]{lang=fr}`",
     "She said [oui]{fr} softly.", "She said [oui]{fr} softly.", bare_language_size},
    {OtherForm::bbcode, "a mark of a forum's", as_text, "write it in Markdown, or take it out", "Bees [b]fly[/b].", "Bees [b]fly[/b].",
     bbcode_size},
    {OtherForm::block_mark, "the name of a paragraph, of Obsidian's", as_text, "take it out, and link to the heading above it",
     "Bees fly. ^bees-1", "Bees fly. ^bees-1", block_mark_size},
    {OtherForm::bookdown_reference, "a cross-reference of bookdown's", as_text,
     "link to the place: `[the figure](#fig-bees)`, with `{#fig-bees}` behind the picture or heading", "See \\@ref(fig:bees).",
     "See @ref(fig:bees).", bookdown_reference_size},
    {OtherForm::bullet, "a bullet of a word processor", as_text, "begin each item with `- `, after an empty line", "• bees\n• wasps",
     "• bees • wasps"},
    {OtherForm::callout_without_quote, "nearly a callout", as_text, "put `> ` before it and before each line that belongs to it",
     "[!NOTE]\nBees fly.", "[!NOTE] Bees fly."},
    {OtherForm::citation, "a citation of pandoc's", as_text, "write the source in a note: `[^smith]`, and below `[^smith]: …`",
     "Bees dance [@smith2004, p. 3].", "Bees dance [@smith2004, p. 3].", citation_size},
    {OtherForm::code_cell, "a cell that another program runs", "is shown as code, without what it gives",
     "put what it gives below it: words, a picture, a table", "```{r}\nplot(1)\n```", "plot(1)"},
    {OtherForm::comment_directive, "a directive in a comment", "does nothing", "write out what it stands for, or take it out",
     "Bees.\n\n<!-- toc -->", "Bees."},
    {OtherForm::contents_mark, "a mark for a table of contents", as_text, "take it out: every book has its contents", "[TOC]", "[TOC]",
     contents_mark_size},
    {OtherForm::critic_change, "a change of CriticMarkup's that waits for a decision", "is read as if it were made",
     "keep the words that are meant, and take the signs out", "Bees {--do not --}fly {~~low~>high~~}{++ and far++}.",
     "Bees fly high and far."},
    {OtherForm::critic_comment, "a comment of CriticMarkup's", "is left out", "take it out, or write comments as `<!-- … -->`",
     "Bees{>>really?<<} fly.", "Bees fly."},
    {OtherForm::cross_reference, "a cross-reference of Quarto's", as_text,
     "link to the place: `[the figure](#fig-bees)`, with `{#fig-bees}` behind the picture or heading", "See @fig-bees.", "See @fig-bees.",
     cross_reference_size},
    {OtherForm::dash_lines, "a line that begins with a dash", "runs together with the next one",
     "begin each item of a list with `- `; leave a line empty between what people say", "– bees\n– wasps", "– bees – wasps"},
    {OtherForm::definition_wave, "a definition of pandoc's", as_text, "begin it with `: `", "Bees\n~ They fly.", "Bees ~ They fly."},
    {OtherForm::diagram, "a diagram of another program's", "is shown as code", "draw it, save the picture in images/ and show that",
     "```mermaid\ngraph TD\n```", "graph TD"},
    {OtherForm::directive, "a directive of MyST's", "is shown as code", "write what it stands for: words, a picture, a table",
     "```{toctree}\nbees\n```", "bees"},
    {OtherForm::draft,
     "front matter of site generators",
     "does not keep this chapter out of the book",
     "move its file out of chapters/, or list the other chapters in book.toml",
     {},
     {}},
    {OtherForm::emoji, "an emoji of GitHub's", as_text, "write the sign itself, or a word", "Bees :smile: here.", "Bees :smile: here.",
     emoji_size},
    {OtherForm::format_part, "a part that Quarto shows or hides by the format", "is shown here",
     "take it out, or take the fence from around it", "::: {.content-hidden when-format=\"epub\"}\nBees fly.\n:::", "Bees fly."},
    {OtherForm::grid_table, "a table of pandoc's", as_text, "write it with pipes: `| bee | wasp |`, and below `|---|---|`",
     "+-----+------+\n| bee | wasp |\n+-----+------+", "+-----+------+ | bee | wasp | +-----+------+"},
    {OtherForm::heading_without_space, "nearly a heading", as_text, "put a space behind `#`", "##Bees\n\nThey fly.", "##Bees\nThey fly."},
    {OtherForm::include, "an inclusion of another file", as_text, "copy the text here", "{{#include bees.md}}", "{{#include bees.md}}",
     include_size},
    {OtherForm::indented_paragraph, "a paragraph indented by four spaces", "is shown as code", "begin its lines at the margin",
     "Bees.\n\n    All of the bees in a hive are the children of one queen.",
     "Bees.\nAll of the bees in a hive are the children of one queen."},
    {OtherForm::inserted, "inserted words of other tools", as_text, "write the words alone, or `<ins>words</ins>`", "Bees ++really++ fly.",
     "Bees ++really++ fly.", inserted_size},
    {OtherForm::latex_command, "a command of LaTeX's", as_text, "take it out, or write what it stands for", "Bees\\index{bees} fly.",
     "Bees\\index{bees} fly.", latex_command_size},
    {OtherForm::lettered_list, "a list with letters", as_text, "begin each item with `1. ` or `- `", "a) bees\nb) wasps",
     "a) bees b) wasps"},
    {OtherForm::line_block, "a line of verse of pandoc's", as_text, "end each line with a backslash, and take the `|` out",
     "| Bees fly\n| high", "| Bees fly | high"},
    {OtherForm::list_without_space, "nearly a list", as_text, "put a space behind what begins each item: `- bees`, `1. bees`",
     "-bees\n-wasps", "-bees -wasps"},
    {OtherForm::lost_attribute, "an attribute that books have no place for", "is left out",
     "take it out; how things look is set by a class, `{.name}`, and styles/extra.css", "The [queen]{style=\"color:red\"} flies.",
     "The queen flies."},
    {OtherForm::near_picture, "nearly a picture", as_text,
     "write what it shows, and then where it lies: `![what it shows](../images/….png)`", "See ![the hive] (../images/hive.png)",
     "See ![the hive] (../images/hive.png)", near_picture_size},
    {OtherForm::numbered_by_itself, "an item that pandoc numbers", as_text, "begin each item with its number: `1. `", "#. bees", "#. bees"},
    {OtherForm::numbered_note, "nearly a note", as_text, "write `[^1]` in the text and `[^1]: …` before the note",
     "Bees dance [1].\n\n[1] Smith says so.", "Bees dance [1].\n[1] Smith says so."},
    {OtherForm::office_change, "a change of a word processor's that waits for a decision", "is read as if it were made",
     "keep the words that are meant, and take the brackets and braces out",
     "Bees [do not ]{.deletion author=\"A\"}fly [high]{.insertion author=\"A\"}.", "Bees fly high."},
    {OtherForm::office_comment, "a comment of a word processor's", "is left out", "take it out, and its mark in the text",
     "Bees[AB1] fly.\n\nCommented \\[AB1\\]: Do they?", "Bees[AB1] fly."},
    {OtherForm::office_remark, "the mark of a word processor's comment", "stays as text, as does the comment", "take both out",
     "Bees[AB1] fly.\n\n[AB1]Really? Ask them.", "Bees[AB1] fly.\n[AB1]Really? Ask them."},
    {OtherForm::open_note, "nearly a note", as_text, "close its bracket: `[^1]`, and write `[^1]: …` below", "Bees dance.[^1",
     "Bees dance.[^1", open_note_size},
    {OtherForm::raw_block, "what pandoc gives to one format alone", "is shown as code", "write it in Markdown, or as plain HTML",
     "```{=latex}\n\\newpage\n```", "\\newpage"},
    {OtherForm::reference_link, "nearly a link", as_text, "write its address: `[words](https://…)`", "See [the hive][hive].",
     "See [the hive][hive].", reference_link_size},
    {OtherForm::reference_picture, "nearly a picture", as_text, "write where it lies: `![what it shows](../images/….png)`",
     "![The hive][hive]", "![The hive][hive]", reference_picture_size},
    {OtherForm::rest_directive, "a directive of reST's", as_text,
     "write what it stands for: words, a picture `![…](…)`, a table, a callout `> [!NOTE]`", ".. note:: Bees fly.", ".. note:: Bees fly."},
    {OtherForm::role, "a role of MyST's or reST's", as_text, "write the words, or a link to the place", "See {numref}`bees` there.",
     "See {numref}bees there.", role_size},
    {OtherForm::shortcode, "a shortcode of Hugo's or Quarto's", as_text, "write what it stands for", "{{< video bees.mp4 >}}",
     "{{< video bees.mp4 >}}", shortcode_size},
    {OtherForm::spaced_link, "nearly a link", as_text, "take out the space: `[words](https://…)`", "See [the hive] (https://example.org).",
     "See [the hive] (https://example.org).", spaced_link_size},
    {OtherForm::spoiler, "hidden words of a forum's", as_text, "put them into a callout of their own: `> [!SPOILER]`",
     "They ||die in autumn|| alone.", "They ||die in autumn|| alone.", spoiler_size},
    {OtherForm::swapped_link, "nearly a link", as_text, "it is the other way round: `[words](https://…)`",
     "See (the hive)[https://example.org].", "See (the hive)[https://example.org].", swapped_link_size},
    {OtherForm::tab_table, "a table of tabs", as_text, "write it with pipes: `| bee | wasp |`, and below `|---|---|`",
     "bee\tsix\twax\nwasp\tsix\tpaper", "bee\tsix\twax wasp\tsix\tpaper"},
    {OtherForm::table_columns, "nearly the line below a table's head", as_text, "give it as many cells as the head has",
     "| a | b | c |\n|---|---|\n| 1 | 2 | 3 |", "| a | b | c | |—|—| | 1 | 2 | 3 |"},
    {OtherForm::table_without_line, "nearly a table", as_text, "write a line `|---|---|` below its first row",
     "| bee | wasp |\n| six | six |", "| bee | wasp | | six | six |"},
    {OtherForm::tabs, "a tab of MkDocs'", as_text, "write a heading", "=== \"Bees\"\n\nThey fly.", "=== “Bees”\nThey fly."},
    {OtherForm::task_box, "a box of Obsidian's", as_text, "write `- [ ]` or `- [x]`, or take it out", "- [/] Bees fly.", "[/] Bees fly."},
    {OtherForm::teachers_words, "for teachers, by its own words", "pupils would read here",
     "put it into a quotation of its own that begins with `> [!TEACHER]`, after an empty line", "- Note for teachers: bring honey.",
     "Note for teachers: bring honey."},
    {OtherForm::template_tag, "a tag of a site's templates", as_text, "write what it stands for", "{% endhint %}", "{% endhint %}",
     template_tag_size},
    {OtherForm::title_block, "a title block of pandoc's", as_text, "write it as front matter: `---`, `title: …`, `---`", {}, {}},
    {OtherForm::toml_fence, "a fence of front matter that is not at the beginning", as_text, "let the file begin with it, or take it out",
     "Bees.\n\n+++\nx = 1\n+++", "Bees.\n+++ x = 1 +++"},
    {OtherForm::vault_comment, "a comment of Obsidian's", "is left out", "take it out, or write comments as `<!-- … -->`",
     "Bees %%not wasps%% fly.", "Bees fly."},
    {OtherForm::vault_embedding, "a note embedded in another, of Obsidian's", as_text, "copy the text here", "![[Other note]]",
     "![[Other note]]", vault_embedding_size},
    {OtherForm::wide_sign, "a line with a full-width sign", as_text, "write the plain sign and a space behind it: `# `, `> `, `1. `",
     "＃ Bees", "＃ Bees"},
}};

constexpr bool in_order() {
    for (std::size_t i = 0; i < other_form_rows.size(); ++i) {
        if (static_cast<std::size_t>(other_form_rows[i].form) != i) {
            return false;
        }
    }
    return true;
}
static_assert(in_order());

std::string shortened(std::string_view seen) {
    constexpr std::size_t longest = 60;
    std::string line = collapse_spaces(seen.substr(0, seen.find('\n')));
    if (line.size() <= longest) {
        return line;
    }
    std::size_t end = longest;
    while ((static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80) {
        --end;
    }
    return line.substr(0, end) + "…";
}

}  // namespace

std::span<const OtherFormRow> other_form_table() {
    return other_form_rows;
}

void note_other_form(ProseReader& reader, OtherForm form, std::string_view seen, Place place, std::string instead) {
    auto row = static_cast<std::size_t>(form);
    auto known = std::find_if(reader.found.other_forms.begin(), reader.found.other_forms.end(),
                              [&](const OtherFormSeen& s) { return s.row == row; });
    if (known == reader.found.other_forms.end()) {
        reader.found.other_forms.push_back({row, shortened(seen), place, 1, std::move(instead)});
        return;
    }
    ++known->times;
    if (place.line < known->first.line) {
        known->first = place;
        known->seen = shortened(seen);
        known->instead = std::move(instead);
    }
}

void report_other_forms(ProseReader& reader) {
    for (const OtherFormSeen& found : reader.found.other_forms) {
        const OtherFormRow& row = other_form_rows[found.row];
        std::string times = found.times > 1 ? "; there are " + std::to_string(found.times) + " in this file" : "";
        reader.diagnostics.add(Mistake::other_form, found.first,
                               "`" + found.seen + "` is " + std::string(row.what) + ", which " + std::string(row.becomes) + times,
                               found.instead.empty() ? std::string(row.instead) : found.instead);
    }
    reader.found.other_forms.clear();
    report_gaps_in_prose(reader);
}

OtherFormHere other_form_at(std::string_view text, std::size_t at) {
    constexpr std::string_view first = "[!@\\{:(%^<|+>";
    if (first.find(text[at]) == std::string_view::npos) {
        return {};
    }
    for (const OtherFormRow& row : other_form_rows) {
        if (std::size_t size = row.size != nullptr ? row.size(text, at) : 0; size != 0) {
            return {&row, size};
        }
    }
    return {};
}

}  // namespace hornbook
