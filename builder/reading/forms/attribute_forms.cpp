#include "reading/forms/attribute_forms.h"

#include <algorithm>
#include <array>

#include "base/language_tag.h"
#include "base/text.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "model/walk.h"
#include "reading/forms/disguise_marks.h"
#include "reading/forms/other_forms.h"
#include "reading/left_out.h"
#include "reading/picture_width.h"

namespace hornbook {
namespace {

struct StyleClass {
    std::string_view name;
    std::string_view element;
};
constexpr std::array<StyleClass, 5> style_classes = {
    {{"underline", "u"}, {"ul", "u"}, {"mark", "mark"}, {"kbd", "kbd"}, {"small", "small"}}};

std::string element_of(const Attributes& attributes) {
    for (const StyleClass& row : style_classes) {
        if (std::find(attributes.classes.begin(), attributes.classes.end(), row.name) != attributes.classes.end()) {
            return std::string(row.element);
        }
    }
    return "span";
}

void note_lost(ProseReader& reader, std::string_view name, std::string_view value, Place place) {
    std::string seen(name);
    seen += value.empty() ? "" : "=\"" + std::string(value) + "\"";
    note_other_form(reader, OtherForm::lost_attribute, seen, place);
}

Inline with_attributes(ProseReader& reader, const Attributes& attributes, Inlines children, Place place) {
    Styled kind;
    kind.element = element_of(attributes);
    TextDirection direction = direction_of(reader, attributes, place);
    kind.language = std::move(direction.language);
    kind.direction = std::move(direction.direction);
    kind.title = attributes.value("title");
    kind.id = usable_id(attributes.id);
    kind.classes = classes_of(reader, attributes, place);
    kind.children = std::move(children);
    return {std::move(kind), place};
}

// Sets a picture's alternative text from its attribute; what was in brackets then becomes its caption.
void describe(ProseReader& reader, Image& image, const Attributes& attributes, Place place) {
    std::string_view alt = attributes.value("fig-alt");
    alt = alt.empty() ? attributes.value("alt") : alt;
    if (!alt.empty()) {
        image.title = image.title.empty() ? std::exchange(image.alt, {}) : image.title;
        image.alt = collapse_spaces(alt);
    }
    for (std::string_view caption : {attributes.value("fig-cap"), attributes.value("title")}) {
        image.title = image.title.empty() ? caption : image.title;
    }
    for (const auto& [name, value] : attributes.values) {
        bool taken = name == "width" ? take_width(image, value) : name == "height" ? take_height(image, value) : true;
        if (!taken) {
            note_lost(reader, name, value, place);
        }
    }
    tell_lost_attributes(reader, attributes, {"fig-alt", "alt", "fig-cap", "title", "width", "height"}, place);
    image.classes = classes_of(reader, attributes, place);
}

// Cuts `[words]` off the end of the run and returns the words between the brackets; none where no bracket opens.
std::optional<Inlines> take_brackets(Inlines& run) {
    auto* last = run.empty() ? nullptr : std::get_if<Text>(&run.back().kind);
    if (last == nullptr || !last->text.ends_with(']')) {
        return std::nullopt;
    }
    constexpr std::size_t most_nodes = 40;  // looking back further would take quadratic time
    std::size_t depth = 0;
    for (std::size_t i = run.size(); i-- > 0 && run.size() - i < most_nodes;) {
        auto* text = std::get_if<Text>(&run[i].kind);
        for (std::size_t at = text == nullptr ? 0 : text->text.size(); at-- > 0;) {
            depth += text->text[at] == ']' ? 1 : 0;
            depth -= text->text[at] == '[' ? 1 : 0;
            if (depth == 0) {
                Inlines inside(std::make_move_iterator(run.begin() + static_cast<std::ptrdiff_t>(i)), std::make_move_iterator(run.end()));
                std::string before = std::get<Text>(inside.front().kind).text.substr(0, at);
                std::get<Text>(inside.back().kind).text.pop_back();
                std::get<Text>(inside.front().kind).text.erase(0, at + 1);
                Place place = inside.front().place;
                run.resize(i);
                run.push_back({Text{std::move(before)}, place});
                return inside;
            }
        }
    }
    return std::nullopt;
}

// Appends the frame, or only its contents where the frame has no names, language or element of its own.
void keep_frame(Inlines& run, Inline frame) {
    auto& styled = std::get<Styled>(frame.kind);
    bool says_something = styled.element != "span" || !styled.id.empty() || !styled.classes.empty() || !styled.language.empty() ||
                          !styled.direction.empty() || !styled.title.empty();
    run.push_back(says_something ? std::move(frame) : std::move(styled.children.front()));
}

// Comments and changes of a Word document as pandoc writes them: `[really?]{.comment-start …}`.
struct ReviewClass {
    std::string_view name;
    OtherForm form;
    bool is_hidden;  // the words in the brackets are not for readers
};
constexpr std::array<ReviewClass, 6> review_classes = {{{"comment-start", OtherForm::office_comment, true},
                                                        {"comment-end", OtherForm::office_comment, true},
                                                        {"deletion", OtherForm::office_change, true},
                                                        {"insertion", OtherForm::office_change, false},
                                                        {"paragraph-deletion", OtherForm::office_change, true},
                                                        {"paragraph-insertion", OtherForm::office_change, true}}};

const ReviewClass* review_class_of(const Attributes& attributes) {
    const auto* row = std::find_if(review_classes.begin(), review_classes.end(), [&](const ReviewClass& each) {
        return std::find(attributes.classes.begin(), attributes.classes.end(), each.name) != attributes.classes.end();
    });
    return row != review_classes.end() ? row : nullptr;
}

// Gives the attributes to what comes before them; returns false where they belong to something else.
bool take_attributes(ProseReader& reader, Inlines& run, const Inline& node) {
    Attributes attributes = attributes_of(node);
    std::size_t size = run.size();
    bool next_line = size > 1 && std::holds_alternative<SoftBreak>(run.back().kind);
    if (size > 0 && next_line && std::holds_alternative<Image>(run[size - 2].kind)) {
        run.pop_back();
    }
    Inline* before = run.empty() ? nullptr : &run.back();
    if (before == nullptr) {
        return false;
    }
    if (auto* image = std::get_if<Image>(&before->kind)) {
        describe(reader, *image, attributes, node.place);
        attributes.take("title");
        if (run.size() == 1) {
            return false;  // alone it becomes a figure
        }
    }
    if (std::holds_alternative<Code>(before->kind) && !attributes.value("=").empty()) {
        note_other_form(reader, OtherForm::raw_block, "{=" + std::string(attributes.value("=")) + "}", node.place);
    }
    if (std::holds_alternative<Image>(before->kind) || std::holds_alternative<Link>(before->kind) ||
        std::holds_alternative<Code>(before->kind) || std::holds_alternative<GlossaryReference>(before->kind)) {
        if (std::holds_alternative<Image>(before->kind)) {
            attributes.classes.clear();  // it has taken them
        } else {
            tell_lost_attributes(reader, attributes, {"title"}, node.place);
        }
        if (auto* link = std::get_if<Link>(&before->kind); link != nullptr && link->title.empty()) {
            link->title = attributes.take("title");
        }
        bool has_language = !attributes.value("lang").empty() || !attributes.value("dir").empty();
        if (!usable_id(attributes.id).empty() || !attributes.classes.empty() || has_language || !attributes.value("title").empty()) {
            Inlines inside;
            inside.push_back(std::move(*before));
            run.pop_back();
            keep_frame(run, with_attributes(reader, attributes, std::move(inside), node.place));
        }
        return true;
    }
    if (std::optional<Inlines> inside = take_brackets(run)) {
        const ReviewClass* review = review_class_of(attributes);
        if (review != nullptr && review->name != "comment-end") {
            note_other_form(reader, review->form, "{." + std::string(review->name) + "}", node.place);
        }
        if (review != nullptr && review->is_hidden) {
            return true;
        }
        if (review == nullptr) {
            tell_lost_attributes(reader, attributes, {"title"}, node.place);
        }
        run.push_back(with_attributes(reader, attributes, std::move(*inside), node.place));
        return true;
    }
    return false;
}

bool is_space_node(const Inline& node) {
    const auto* text = std::get_if<Text>(&node.kind);
    return std::holds_alternative<SoftBreak>(node.kind) || (text != nullptr && trim(text->text).empty());
}

}  // namespace

TextDirection direction_of(ProseReader& reader, const Attributes& attributes, Place place) {
    TextDirection result;
    std::string_view language = attributes.value("lang").empty() ? attributes.value("xml:lang") : attributes.value("lang");
    result.language = is_language_tag(language) ? std::string(language) : meant_language(language);
    if (!language.empty() && !is_language_tag(language)) {  // as in the head of a chapter
        reader.diagnostics.add(Mistake::bad_language, place, "`" + std::string(language) + "` is not a language tag",
                               hint_on_language(result.language));
    }
    std::string direction = fold_case(attributes.value("dir"));
    if (direction == "ltr" || direction == "rtl" || direction == "auto") {
        result.direction = direction;
    } else if (!direction.empty()) {
        note_lost(reader, "dir", direction, place);
    }
    return result;
}

void tell_lost_attributes(ProseReader& reader, const Attributes& attributes, std::initializer_list<std::string_view> taken, Place place) {
    constexpr std::array<std::string_view, 4> always = {"lang", "xml:lang", "dir", "="};
    for (const auto& [name, value] : attributes.values) {
        if (std::find(always.begin(), always.end(), name) == always.end() && std::find(taken.begin(), taken.end(), name) == taken.end()) {
            note_lost(reader, name, value, place);
        }
    }
}

void take_language(ProseReader& reader, Heading& heading, const Attributes& attributes, Place place) {
    TextDirection direction = direction_of(reader, attributes, place);
    if (!heading.text.empty() && (!direction.language.empty() || !direction.direction.empty())) {
        Styled styled{"span", std::move(direction.language), std::move(direction.direction), {}, {}, std::move(heading.text)};
        Place first = styled.children.front().place;
        heading.text = Inlines();
        heading.text.push_back({std::move(styled), first});
    }
}

Block with_language(ProseReader& reader, Block block, const Attributes& attributes, Place place) {
    TextDirection direction = direction_of(reader, attributes, place);
    if (direction.language.empty() && direction.direction.empty()) {
        return block;
    }
    Division division{"div", std::move(direction.language), std::move(direction.direction), {}, {}};
    Place whole = block.place;
    division.blocks.push_back(std::move(block));
    return {std::move(division), whole};
}

void take_names(ProseReader& reader, Block& block, const Attributes& attributes, Place place) {
    std::string id = usable_id(attributes.id);
    std::string classes = classes_of(reader, attributes, place);
    tell_lost_attributes(reader, attributes, {}, place);
    if (auto* heading = std::get_if<Heading>(&block.kind)) {
        heading->id = heading->id.empty() ? id : heading->id;
        heading->classes = classes.empty() ? std::move(heading->classes) : std::move(classes);
        take_language(reader, *heading, attributes, place);
        return;
    }
    if (auto* figure = std::get_if<Figure>(&block.kind)) {
        figure->id = figure->id.empty() ? id : figure->id;
        figure->classes = classes.empty() ? std::move(figure->classes) : std::move(classes);
        block = with_language(reader, std::move(block), attributes, place);
        return;
    }
    block = with_language(reader, std::move(block), attributes, place);
    auto* division = std::get_if<Division>(&block.kind);
    if (id.empty() && classes.empty()) {
        return;
    }
    if (division == nullptr || !division->id.empty() || !division->classes.empty()) {
        Place whole = block.place;
        Division outer{"div", {}, {}, {}, {}};
        outer.blocks.push_back(std::move(block));
        block = {std::move(outer), whole};
        division = std::get_if<Division>(&block.kind);
    }
    division->id = std::move(id);
    division->classes = std::move(classes);
}

std::string classes_of(ProseReader& reader, const Attributes& attributes, Place place) {
    return take_classes(reader, join(attributes.classes, " "), place);
}

bool is_attributes(const Inline& node) {
    const auto* text = std::get_if<Text>(&node.kind);
    return text != nullptr && text->text.starts_with(attributes_begin) && text->text.ends_with(form_end);
}

Attributes attributes_of(const Inline& node) {
    return attributes_from(restore_text(std::get<Text>(node.kind).text)).value_or(Attributes());
}

void apply_attributes(ProseReader& reader, Inlines& inlines) {
    if (std::none_of(inlines.begin(), inlines.end(), is_attributes)) {
        return;
    }
    Inlines result;
    for (Inline& node : inlines) {
        if (!is_attributes(node) || !take_attributes(reader, result, node)) {
            result.push_back(std::move(node));
        }
    }
    bool picture_first = result.size() > 2 && std::holds_alternative<Image>(result[0].kind) && is_attributes(result[1]);
    if (picture_first) {
        result.erase(result.begin() + 1);
    }
    inlines = std::move(result);
}

std::optional<Attributes> take_last_attributes(Inlines& inlines) {
    if (inlines.empty() || !is_attributes(inlines.back())) {
        return std::nullopt;
    }
    Attributes attributes = attributes_of(inlines.back());
    inlines.pop_back();
    while (!inlines.empty() && is_space_node(inlines.back())) {
        inlines.pop_back();
    }
    if (auto* text = inlines.empty() ? nullptr : std::get_if<Text>(&inlines.back().kind)) {
        text->text.erase(text->text.find_last_not_of(" \t") + 1);
    }
    return attributes;
}

void give_back_attributes(ProseReader& reader, Inlines& inlines) {
    bool are_last = !inlines.empty() && is_attributes(inlines.back());
    std::string words = are_last ? plain_text(Inlines(inlines.begin(), inlines.end() - 1)) : std::string();
    walk_inlines(inlines, [&](Inline& node) {
        if (is_attributes(node)) {
            bool has_language = !attributes_of(node).value("lang").empty();
            auto& text = std::get<Text>(node.kind).text;
            text = restore_text(std::move(text));
            std::string instead =
                "put brackets around the words of that language: `[" + (are_last ? std::string(trim(words)) : "words") + "]" + text + "`";
            note_other_form(reader, OtherForm::attributes, text, node.place, has_language ? std::move(instead) : std::string());
        }
    });
}

void attach_attributes(ProseReader& reader, Blocks& blocks) {
    std::size_t kept = 0;
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        auto* paragraph = std::get_if<Paragraph>(&blocks[at].kind);
        if (paragraph != nullptr && paragraph->text.size() == 1 && is_attributes(paragraph->text.front())) {
            Attributes attributes = attributes_of(paragraph->text.front());
            if (std::find(attributes.classes.begin(), attributes.classes.end(), "toc") != attributes.classes.end()) {
                note_other_form(reader, OtherForm::contents_mark, "{:toc}", blocks[at].place);
            }
            if (kept > 0) {
                take_names(reader, blocks[kept - 1], attributes, blocks[at].place);
                continue;
            }
            give_back_attributes(reader, paragraph->text);
        }
        if (kept != at) {
            blocks[kept] = std::move(blocks[at]);
        }
        ++kept;
    }
    blocks.resize(kept);
}

}  // namespace hornbook
