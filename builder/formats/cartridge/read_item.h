// Reader of an item of QTI 1.2, in files of its parts: the question (read_item.cpp), choices, pairs and orders (read_answers.cpp), words,
// numbers and gaps (read_blanks.cpp).
#pragma once

#include "formats/cartridge/read_assessment.h"

namespace hornbook::qti1 {

enum class Kind { choice, words, number, gaps, chosen_gaps, pairs, order, written, text, unknown };

struct Label {
    std::string ident;
    const XmlNode* node = nullptr;
};
struct Response {
    const XmlNode* node = nullptr;
    std::string ident;
    bool written = false;  // words or a number, not choices
    std::vector<Label> labels;
};

// HTML of the materials in a node, in their order.
std::string html_of_material(const XmlNode& material);
std::string html_within(const XmlNode& node);

class ItemReader {
public:
    ItemReader(BankReader& reader, const XmlNode& item, const OpenPicture& picture)
        : reader_(reader), item_(item), picture_(picture), rules_(item), type_(metadata(item, "question_type")) {}

    ItemQuestion read();

private:
    // ---- what is asked, and what goes with it (read_item.cpp) ----

    void collect(const XmlNode& node);
    void add_response(const XmlNode& node);
    BankText text(const std::string& html) const;
    Blocks blocks(const std::string& html);
    Kind kind() const;
    Kind kind_by_responses() const;
    std::string name() const;
    void leave_out();
    Question read_question();
    void read_text(Question& question);
    std::string own_words(const Response& response) const;
    bool has_responses(std::size_t least);
    Place question_place() const;
    double marks() const;
    void finish(Question& question);
    void give_by_result(Question& question, const std::vector<std::string>& idents, bool right);
    std::string html_of_feedback(const std::string& ident) const;
    Blocks take(const std::string& ident);
    Blocks feedback_on(const Response& response, const std::string& value);
    void name_rest();

    // ---- choices, pairs, orders (read_answers.cpp) ----

    double earned(const Response& response, const std::vector<std::string>& answer) const;
    void find_right();
    void read_choices(Question& question);
    std::vector<double> weights_alone(const Response& response) const;
    std::vector<double> weights_together(const Response& response, const std::vector<std::string>& right);
    void read_pairs(Question& question);
    void read_order(Question& question);
    void read_written(Question& question);

    // ---- words, numbers, gaps (read_blanks.cpp) ----

    Blank blank_of(const Response& response);
    double earned_of_most(const Response& response, const std::string& answer, bool wanted) const;
    Accepted words_or_number(const std::string& answer);
    void add_accepted(Blank& blank, Accepted row, double credit, Blocks feedback);
    void read_blank(Question& question);
    void read_gaps(Question& question);
    Blank chosen_blank(const Response& response);
    std::string choices_in_words(const Response& response);

    BankReader& reader_;
    const XmlNode& item_;
    const OpenPicture& picture_;
    Rules rules_;
    std::string type_;  // as Canvas calls it
    Kind kind_ = Kind::unknown;
    std::string html_;  // of the whole presentation, a gap for each response
    std::vector<Response> responses_;
    std::vector<std::size_t> marks_of_gaps_;  // where those gaps begin
    bool unknown_ = false;
    Given right_;
    std::vector<std::string> shown_;  // feedback that has found its place
};

}  // namespace hornbook::qti1
