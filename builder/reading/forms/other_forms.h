// Other forms: those of other tools (pandoc, Quarto, Obsidian, Word, …) and those that are nearly ours. One table says of each whether it
// is read or reported, whose it is and what to write instead. A form is reported once a file.
#pragma once

#include <span>
#include <string_view>

#include "reading/forms/containers.h"

namespace hornbook {

enum class OtherForm {
    // forms that are read as what they mean
    parentheses_formula,
    brackets_formula,
    math_fence,
    inline_note,
    highlight,
    subscript,
    superscript,
    vault_link,
    vault_picture,
    picture_attributes,
    kramdown_attributes,
    title_attributes,
    span_attributes,
    pandoc_callout,
    admonition,
    directive_callout,
    vault_callout,
    critic_highlight,
    comment_definition,
    tab,
    backtick_formula,
    // forms that are reported
    abbreviation,
    attributes,
    bare_callout,
    bare_language,
    bbcode,
    block_mark,
    bookdown_reference,
    bullet,
    callout_without_quote,
    citation,
    code_cell,
    comment_directive,
    contents_mark,
    critic_change,
    critic_comment,
    cross_reference,
    dash_lines,
    definition_wave,
    diagram,
    directive,
    draft,
    emoji,
    format_part,
    grid_table,
    heading_without_space,
    include,
    indented_paragraph,
    inserted,
    latex_command,
    lettered_list,
    line_block,
    list_without_space,
    lost_attribute,
    near_picture,
    numbered_by_itself,
    numbered_note,
    office_change,
    office_comment,
    office_remark,
    open_note,
    raw_block,
    reference_link,
    reference_picture,
    rest_directive,
    role,
    shortcode,
    spaced_link,
    spoiler,
    swapped_link,
    tab_table,
    table_columns,
    table_without_line,
    tabs,
    task_box,
    teachers_words,
    template_tag,
    title_block,
    toml_fence,
    vault_comment,
    vault_embedding,
    wide_sign
};

struct OtherFormRow {
    OtherForm form;
    std::string_view what;     // "a citation of pandoc's"
    std::string_view becomes;  // what it is here: "stays as text"; empty: it is read
    std::string_view instead;  // what to write; empty: it is read
    std::string_view example;  // the smallest chapter that has it, behind its title
    std::string_view shown;    // the words that the book shows of the example
    // Returns the size in bytes of the form that begins at `at` in a line of words, or 0; null: the form is found elsewhere.
    std::size_t (*size)(std::string_view text, std::size_t at) = nullptr;
};
std::span<const OtherFormRow> other_form_table();

// instead: what to write, where that is of this one; else the row says it.
void note_other_form(ProseReader& reader, OtherForm form, std::string_view seen, Place place, std::string instead = {});
void report_other_forms(ProseReader& reader);  // to be called once the whole file is read

// The form of another tool that begins at `at` in a line of words, with its size; row null: there is none.
struct OtherFormHere {
    const OtherFormRow* row = nullptr;
    std::size_t size = 0;
};
OtherFormHere other_form_at(std::string_view text, std::size_t at);

// Notes forms of whole lines, before CommonMark reads them. left: the rows that no form has taken, with null in place of each form.
void note_other_forms_in_rows(ProseReader& reader, std::span<const SourceRow> rows, const std::vector<const SourceRow*>& left);

// Sizes of forms in lines of words (other_forms_in_text.cpp). Each is given a whole line and an offset in it, and returns bytes, or 0.
std::size_t bare_language_size(std::string_view text, std::size_t at);
std::size_t bbcode_size(std::string_view text, std::size_t at);
std::size_t block_mark_size(std::string_view text, std::size_t at);
std::size_t bookdown_reference_size(std::string_view text, std::size_t at);
std::size_t citation_size(std::string_view text, std::size_t at);
std::size_t contents_mark_size(std::string_view text, std::size_t at);
std::size_t cross_reference_size(std::string_view text, std::size_t at);
std::size_t emoji_size(std::string_view text, std::size_t at);
std::size_t include_size(std::string_view text, std::size_t at);
std::size_t inserted_size(std::string_view text, std::size_t at);
std::size_t latex_command_size(std::string_view text, std::size_t at);
std::size_t near_picture_size(std::string_view text, std::size_t at);
std::size_t open_note_size(std::string_view text, std::size_t at);
std::size_t reference_link_size(std::string_view text, std::size_t at);
std::size_t reference_picture_size(std::string_view text, std::size_t at);
std::size_t role_size(std::string_view text, std::size_t at);
std::size_t shortcode_size(std::string_view text, std::size_t at);
std::size_t spaced_link_size(std::string_view text, std::size_t at);
std::size_t spoiler_size(std::string_view text, std::size_t at);
std::size_t swapped_link_size(std::string_view text, std::size_t at);
std::size_t template_tag_size(std::string_view text, std::size_t at);
std::size_t vault_embedding_size(std::string_view text, std::size_t at);

}  // namespace hornbook
