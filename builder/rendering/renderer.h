// Renderer: walks prose and writes XHTML; knows whether it is within a link, since links do not nest.
#pragma once

#include "rendering/xhtml.h"

namespace hornbook {

class Renderer {
public:
    Renderer(XmlWriter& xml, const Page& page) : xml_(xml), page_(page), right_to_left_(is_right_to_left(language())) {}
    void without_links() {
        in_link_ = true;
    }
    void set_question(const Question* question) {  // whose gaps stand in the prose
        question_ = question;
    }
    void inlines(const Inlines& inlines);
    void blocks(const Blocks& blocks);
    void phrases(const Blocks& blocks);

private:
    const std::string& language() const;  // of the prose

    // Sets the direction of what is written next, "ltr" or "rtl"; any other value changes nothing. Returns whether it was right to left
    // before.
    bool turn(std::string_view direction);
    void code(std::string_view text);
    void styled(const Styled& styled);
    void link(const Link& link);
    void image(const Image& image);
    void formula(const Formula& formula);
    void footnote_reference(const FootnoteReference& reference);
    void footnote_in_brackets(const Footnote& footnote);
    void glossary_reference(const GlossaryReference& reference);
    void gap(const Gap& gap, std::string_view signs_before, std::string_view signs_after);
    void line_of_gap(const std::string& number);
    void text(std::string_view text);
    void words_on_paper(std::string_view text);
    void lines(const Inlines& inlines);
    std::string printed(std::string_view text) const;
    bool goes_to_the_end(const std::string& name, const Blocks& blocks) const;
    bool table_as_list(const Table& table);
    void link_on_paper(const Link& link);
    void footnote_on_paper(const FootnoteReference& reference);
    void term_on_paper(const GlossaryReference& reference);
    void note(std::string_view css_class, const std::string& number, const std::function<void()>& words);
    bool is_first_on_paper(const std::string& id);
    void phrase(const Block& block);
    void wrap(const char* element, const Inlines& children);
    // Opens <a> unless links are off; returns whether it did.
    bool open_link(std::initializer_list<Attribute> attributes);
    void close_link(bool opened);

    void block(const Block& block);
    void mark(const Block* block);
    void paragraph(const Paragraph& paragraph, const Block* block);
    void heading(const Heading& heading, const Block* block);
    void list(const List& list);
    void item(const ListItem& item, bool tight);
    void task_box(bool ticked);
    void tight_blocks(const Blocks& blocks);
    void table(const Table& table);
    void rows(const Table& table);
    void row(const std::vector<Cell>& cells, const Table& table, bool head);
    void definition_list(const DefinitionList& list);
    void callout(const Callout& callout);
    void timeline(const Timeline& timeline);
    void figure(const Figure& figure, const Block* block);
    void details(const Details& details);
    void division(const Division& division);

    XmlWriter& xml_;
    const Page& page_;
    const Question* question_ = nullptr;
    bool in_link_ = false;
    bool in_ruby_ = false;
    bool in_definition_ = false;
    bool in_note_ = false;  // on paper, or in brackets
    bool in_list_ = false;
    bool in_lines_ = false;  // on paper: within text whose lines count
    bool right_to_left_;
};

}  // namespace hornbook
