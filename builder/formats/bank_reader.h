// Bank reader: shared by the readers of all formats: texts in HTML and other forms, pictures, messages. Each format has a function that
// says whether a text is a bank of its own, and one that reads it and returns false where nothing could be read, which has been reported.
#pragma once

#include <deque>
#include <memory>

#include "formats/bank.h"
#include "formats/source_places.h"
#include "reading/prose_reader.h"
#include "xml/reader.h"

namespace hornbook {

// A gap in a text that is still HTML: private-use characters, which gumbo lets through, while it replaces control characters.
std::string gap_in_html(std::size_t blank);
std::string html_escaped(std::string_view text);
bool contains(const std::vector<std::string>& list, std::string_view word);

enum class TextFormat { html, markdown, plain, moodle };
struct BankText {
    std::string text;
    TextFormat format = TextFormat::html;
    XmlPlace place = {};  // of the element that it comes from
    // Returns the bytes of a picture that the text names; none where the bank does not have them.
    OpenBeside picture = {};
};

class BankReader {
public:
    BankReader(const BankRequest& what, Sources& sources, Diagnostics& diagnostics)
        : request(what), sources_(sources), diagnostics_(diagnostics) {}

    const BankRequest& request;
    Bank bank;

    std::uint32_t add_file(std::string path, std::string bytes);  // to the sources; returns its index
    // Begins another file, in which messages are shown from now on.
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
    // Whether a question has no more XML elements than limits::question_elements; if it has, that is reported.
    bool is_bounded(const XmlNode& question);
    void finish_file();  // reports the HTML elements that were left out

    Blocks blocks(const BankText& text);
    Inlines words(const BankText& text);                           // of an answer; anything but a line of words is reported as lost
    void question_text(const BankText& text, Question& question);  // its first line is the question, the others its body
    void add_quiz(Quiz quiz);                                      // unless it is empty
    // Adds a text between questions at its place: behind the quiz so far, which another one of the same title goes on.
    void add_description(Quiz& quiz, Blocks description, Place place);
    void settle_chapter();  // bank_settle.cpp

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
    bool told_description_ = false;
    std::unique_ptr<ProseReader> prose_;
};

// The name of the document's first element; empty where the text is not XML.
std::string_view root_of(std::string_view text);
// The file's root; none where it is not well-formed, which is reported.
std::optional<XmlNode> open_xml(BankReader& reader);
inline constexpr std::string_view order_hint = "give at least two items in the chapter";
// Makes a question with choices. weights: of each choice, as a share of the marks; the choices are then shuffled as they are shown.
void finish_choices(BankReader& reader, Question& question, Select select, const std::vector<double>& weights, bool shuffled);
// Sets marks_set, unless these are the usual marks of such a question.
void set_marks(Question& question, double marks);
// Puts right answers of a blank first.
void finish_blank(BankReader& reader, Blank& blank);
// The words to choose from for gaps, as a block below the text, in an order that does not tell which belongs where.
Block word_bank(const std::string& question, std::vector<std::string> words, Place place);

}  // namespace hornbook
