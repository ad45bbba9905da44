// Bank reader: what the readers of all formats share: texts in HTML and other forms, pictures, remarks. Each format has a function that
// says whether a text is a bank of its own, and one that reads it; that is false when nothing could be read, which has been reported.
#pragma once

#include <deque>
#include <memory>

#include "formats/bank.h"
#include "formats/source_places.h"
#include "reading/prose_reader.h"
#include "xml/reader.h"

namespace hornbook {

// A gap in a text that is still HTML: characters for private use, which gumbo lets through (it replaces control characters).
std::string gap_in_html(std::size_t blank);
std::string html_escaped(std::string_view text);
bool contains(const std::vector<std::string>& list, std::string_view word);

enum class TextFormat { html, markdown, plain, moodle };
struct BankText {
    std::string text;
    TextFormat format = TextFormat::html;
    XmlPlace place = {};  // of the element that it comes from
    // The bytes of a picture that the text names, when the bank has them.
    OpenBeside picture = {};
};

class BankReader {
public:
    BankReader(const BankRequest& what, Sources& sources, Diagnostics& diagnostics)
        : request(what), sources_(sources), diagnostics_(diagnostics) {}

    const BankRequest& request;
    Bank bank;

    std::uint32_t add_file(std::string path, std::string bytes);  // to the sources
    // Another file is read from now on; what is reported is shown there.
    void begin_file(std::uint32_t file);
    ProseReader& prose() {
        return *prose_;
    }
    const Source& source() const {
        return sources_[prose_->file];
    }
    Sources& sources() {
        return sources_;
    }
    Place place_of(const XmlPlace& place) const;
    void report(Mistake mistake, XmlPlace place, std::string message, std::string hint);
    void not_kept(XmlPlace place, std::string message, std::string hint);
    void not_kept(Place place, std::string message, std::string hint);
    // False: its XML has more elements than limits::question_elements, which is told.
    bool is_bounded(const XmlNode& question);
    void finish_file();  // what HTML elements were left out

    Blocks blocks(const BankText& text);
    Inlines words(const BankText& text);                           // of an answer: what is no line of words is named
    void question_text(const BankText& text, Question& question);  // its first line is the question, the others its body
    void add_quiz(Quiz quiz);                                      // where there is something in it
    void settle_chapter();                                         // bank_settle.cpp

private:
    Blocks from_html(const BankText& text);
    std::vector<PlacedPiece> pieces_of(std::string_view text, const XmlPlace& place) const;
    void settle_marks(Question& question);
    void settle(Blocks& blocks, const BankText& text);
    void settle_picture(Inline& node, const BankText& text);
    void settle_inline(Inline& node);
    void tell_quotes();  // bank_settle.cpp; once
    std::optional<std::size_t> picture_at(const std::string& address, const BankText& text);

    Sources& sources_;
    Diagnostics& diagnostics_;
    GlossaryLabels no_labels_;
    std::unique_ptr<ProseReader> prose_;
};

// The name of the document's first element; empty where the text is no XML.
std::string_view root_of(std::string_view text);
// The file as XML, or null: reported.
std::optional<XmlNode> open_xml(BankReader& reader);
inline constexpr std::string_view order_hint = "give at least two items in the chapter";
// Right answers by weights, in the order in which they are shown.
void finish_choices(BankReader& reader, Question& question, Select select, const std::vector<double>& weights, bool shuffled);
// Marks that are not the usual ones of such a question.
void set_marks(Question& question, double marks);
// One blank: right answers first.
void finish_blank(BankReader& reader, Blank& blank);
// The words that gaps are chosen from, shown below the text; their order tells nothing.
Block word_bank(const std::string& question, std::vector<std::string> words, Place place);

}  // namespace hornbook
