// Documents of QTI 1.2: assessments and banks of items, each a quiz.
#include "formats/cartridge/read_assessment.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "formats/cartridge/cartridge.h"
#include "formats/numbers.h"

namespace hornbook::qti1 {
namespace {

class DocumentReader {
public:
    DocumentReader(BankReader& reader, const OpenPicture& picture) : reader_(reader), picture_(picture) {}

    void read(const XmlNode& root) {
        quiz_.place = reader_.place_of(root.place);
        read_items(root);
        finish_quiz();
    }

private:
    void read_items(const XmlNode& node) {
        for (const XmlNode& child : node.children) {
            if (child.name == "assessment" || child.name == "objectbank") {
                read_quiz(child);
            } else if (child.name == "section") {
                tell_choice(child);
                std::optional<double> before = std::exchange(marks_alike_, marks_of_each(child));
                read_items(child);
                marks_alike_ = before;
            } else if (child.name == "item") {
                read_one(child);
            } else if (child.name == "presentation_material" || child.name == "rubric") {
                add_description(child, reader_.blocks({html_of_texts(child), TextFormat::html, child.place, picture_}));
            }
        }
    }

    void read_quiz(const XmlNode& node) {
        finish_quiz();
        quiz_.place = reader_.place_of(node.place);
        std::string title(trim(node.attribute("title")));
        title = title.empty() ? metadata(node, "bank_title") : title;
        if (!title.empty()) {
            quiz_.title.push_back({Text{std::move(title)}, quiz_.place});
        }
        read_items(node);
        finish_quiz();
    }

    // Reports Canvas' groups of questions, of which each pupil gets some.
    void tell_choice(const XmlNode& section) {
        const XmlNode* ordering = section.child("selection_ordering");
        const XmlNode* number = ordering != nullptr ? find_below(*ordering, "selection_number") : nullptr;
        if (number == nullptr) {
            return;
        }
        const XmlNode* bank = find_below(*ordering, "sourcebank_ref");
        reader_.not_kept(section.place,
                         "the other program draws " + std::string(trim(number->words())) + " of these questions by chance; here " +
                             (bank != nullptr ? "are those that this file holds" : "are all of them"),
                         bank != nullptr ? "export the bank that they come from as well" : "take out those that are too many");
    }

    // The marks that such a group gives to each of its questions; else those of the group around it.
    std::optional<double> marks_of_each(const XmlNode& section) const {
        const XmlNode* ordering = section.child("selection_ordering");
        const XmlNode* points = ordering != nullptr ? find_below(*ordering, "points_per_item") : nullptr;
        std::optional<double> marks = points != nullptr ? machine_number(points->words()) : std::nullopt;
        return marks ? marks : marks_alike_;
    }

    static std::string html_of_texts(const XmlNode& node) {
        std::string html;
        for (const XmlNode* text : all_below(node, "mattext")) {
            html += "<p>" + (fold_case(text->attribute("texttype")) == "text/html" ? text->words() : html_escaped(text->words())) + "</p>";
        }
        return html;
    }

    void read_one(const XmlNode& item) {
        if (!reader_.is_bounded(item)) {
            return;
        }
        ItemQuestion read = read_item(reader_, item, picture_);
        add_description(item, std::move(read.description));
        for (Question& question : read.questions) {
            if (marks_alike_) {
                question.marks_set.reset();
                set_marks(question, *marks_alike_);
            }
            quiz_.questions.push_back(std::move(question));
        }
    }

    void add_description(const XmlNode& node, Blocks description) {
        reader_.add_description(quiz_, std::move(description), reader_.place_of(node.place));
    }

    void finish_quiz() {
        reader_.add_quiz(std::exchange(quiz_, {}));
    }

    BankReader& reader_;
    const OpenPicture& picture_;
    Quiz quiz_;
    std::optional<double> marks_alike_;  // of each question of a group
};

}  // namespace

const XmlNode* find_below(const XmlNode& node, std::string_view name) {
    for (const XmlNode& child : node.children) {
        if (child.name == name) {
            return &child;
        }
        if (const XmlNode* found = find_below(child, name)) {
            return found;
        }
    }
    return nullptr;
}

std::vector<const XmlNode*> all_below(const XmlNode& node, std::string_view name) {
    std::vector<const XmlNode*> result;
    for (const XmlNode& child : node.children) {
        if (child.name == name) {
            result.push_back(&child);
            continue;
        }
        std::vector<const XmlNode*> more = all_below(child, name);
        result.insert(result.end(), more.begin(), more.end());
    }
    return result;
}

std::string metadata(const XmlNode& node, std::string_view label) {
    for (const XmlNode& child : node.children) {
        if (child.name != "itemmetadata" && child.name != "qtimetadata") {
            continue;
        }
        for (const char* kind : {"qtimetadatafield", "qti_metadatafield"}) {  // the latter as Brightspace has it
            for (const XmlNode* field : all_below(child, kind)) {
                const XmlNode* name = field->child("fieldlabel");
                const XmlNode* entry = field->child("fieldentry");
                if (name != nullptr && entry != nullptr && trim(name->words()) == label) {
                    return std::string(trim(entry->words()));
                }
            }
        }
    }
    return "";
}

}  // namespace hornbook::qti1

namespace hornbook {

void read_assessments(BankReader& reader, const XmlNode& root, const OpenBeside& picture) {
    qti1::DocumentReader(reader, picture).read(root);
}

}  // namespace hornbook
