// Prose: the contents of a chapter as a tree of plain values, which knows nothing of Markdown and nothing of XHTML.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/place.h"

namespace hornbook {

struct Inline;
struct Block;
using Inlines = std::vector<Inline>;
using Blocks = std::vector<Block>;

inline constexpr std::size_t no_index = static_cast<std::size_t>(-1);  // an index into nothing

// The target of a link. Reading leaves it `unresolved`; weaving sets it.
struct Target {
    enum class Reach {
        unresolved,
        outside,   // url
        chapter,   // chapter, and id (empty: its beginning)
        glossary,  // id of an entry (empty: its beginning)
        nowhere    // reported; the text is kept without a link
    };
    Reach reach = Reach::unresolved;
    std::string url;                 // percent-encoded ASCII
    std::size_t chapter = no_index;  // index into Book::chapters
    std::string id;
};

// ---- inlines ----

struct Text {
    std::string text;
};
struct SoftBreak {};
struct LineBreak {};
struct Code {
    std::string text;
};
struct Emphasis {
    Inlines children;
};
struct Strong {
    Inlines children;
};
struct Strikethrough {
    Inlines children;
};
// An allow-listed HTML element within a line: abbr, b, bdi, cite, dfn, i, ins, kbd, mark, q, rp, rt, ruby, samp, small, span, sub, sup, u,
// var.
struct Styled {
    std::string element;
    std::string language;   // BCP 47 or empty
    std::string direction;  // "ltr", "rtl", "auto" or empty
    std::string title;
    std::string id;
    Inlines children;
    std::string classes = {};  // the author's, a space between; none of Hornbook's own
};
struct Link {
    std::string destination;  // as the author wrote it, CommonMark escapes resolved
    std::string title;
    Target target;
    Inlines children;
};
struct Image {
    std::string destination;
    std::string title;
    std::string alt;                 // plain text
    bool decorative = false;         // the title was "decorative"
    std::size_t picture = no_index;  // index into Book::pictures; no_index: could not be read (reported)
    std::string id = {};
    std::string classes = {};  // as in Styled
    // The size that the author wants; 0: none given.
    int width = 0;    // CSS pixels
    int height = 0;   // CSS pixels, where no width is given
    int percent = 0;  // of the width of the text: 5, 10, … 100; where set, it decides instead of width
};
struct FootnoteReference {
    std::size_t footnote = no_index;  // index into Chapter::footnotes
    std::string id;                   // weaving: id of this reference
};
struct GlossaryReference {
    std::size_t entry = no_index;  // index into Glossary::entries
    std::string id;                // weaving: id of this reference; empty inside glossary definitions
    Inlines children;
};
// Mathematics, as TeX. formulas/ adds the MathML.
struct Formula {
    std::string tex;       // the text between the dollars
    bool display = false;  // $$…$$: on a line of its own
    std::string mathml;    // clean, as xml/mathml.h leaves it; empty: shown as its source
};
// A gap in a question's text.
struct Gap {
    std::size_t blank = 0;  // index into Fill::blanks
};

struct Inline {
    std::variant<Text, SoftBreak, LineBreak, Code, Emphasis, Strong, Strikethrough, Styled, Link, Image, FootnoteReference,
                 GlossaryReference, Formula, Gap>
        kind;
    Place place;
};

// ---- blocks ----

struct Paragraph {
    Inlines text;
    std::string classes = {};  // as in Styled
};
struct Heading {
    int level = 2;     // 2 to 6; the one `# Title` of a chapter is Chapter::title
    std::string id;    // the author's {#id}, else empty until weaving
    std::string slug;  // weaving: the id GitHub would give, by which links may name it too
    Inlines text;
    int marks = 0;             // how many # the author wrote; reading may have moved the level; 0: none
    std::string classes = {};  // as in Styled
};
struct Quotation {
    Blocks blocks;
};
struct ListItem {
    std::optional<bool> ticked;  // a task-list box
    Blocks blocks;
    Place place;
    std::optional<int> value = {};  // a number out of turn, of raw HTML
};
struct List {
    bool ordered = false;
    int start = 1;
    char numbering = '1';   // or a, A, i, I, of raw HTML
    bool reversed = false;  // counting down
    bool tight = true;      // paragraphs of items are shown without spacing
    std::vector<ListItem> items;
};
struct CodeBlock {
    std::string language;
    std::string text;
};
struct Rule {};

enum class Alignment { none, left, centre, right };
struct Cell {
    Blocks blocks;  // one Paragraph, if it comes from a pipe table
    bool header = false;
    int columns = 1;  // spans
    int rows = 1;
};
struct Table {
    std::vector<Alignment> alignment;  // per column; may be shorter than a row
    std::vector<std::vector<Cell>> head;
    std::vector<std::vector<Cell>> body;
    Inlines caption;
};

struct Definition {
    std::vector<Inlines> terms;
    std::vector<Blocks> meanings;
};
struct DefinitionList {
    std::vector<Definition> items;
};

enum class CalloutKind { note, tip, important, warning, caution, source, objectives, key, teacher };
struct Callout {
    CalloutKind kind = CalloutKind::note;
    Inlines title;  // empty: the book's own word for the kind
    Blocks blocks;
    std::string id;  // weaving: id of the title, for aria-labelledby
};

struct TimelineEvent {
    std::string date;
    Inlines text;
    Place place;
};
struct Timeline {
    std::vector<TimelineEvent> events;
};

struct Figure {
    Blocks blocks;  // usually one Paragraph holding one Image
    Inlines caption;
    std::string id;
    std::string classes = {};  // as in Styled
};
struct Details {
    Inlines summary;
    Blocks blocks;
};
// An allow-listed HTML block: address, article, aside, blockquote, div, footer, header, section.
struct Division {
    std::string element;
    std::string language;
    std::string direction;
    std::string id;
    Blocks blocks;
    std::string classes = {};  // as in Styled
};
// The place in the text where a quiz is shown.
struct QuizHere {
    std::size_t quiz = no_index;  // index into Chapter::quizzes
};

struct Block {
    std::variant<Paragraph, Heading, Quotation, List, CodeBlock, Rule, Table, DefinitionList, Callout, Timeline, Figure, Details, Division,
                 QuizHere>
        kind;
    Place place;
};

}  // namespace hornbook
