#include "commands/manual_topics.h"

#include <algorithm>
#include <deque>

#include "base/ascii.h"
#include "base/text.h"

namespace hornbook {
namespace {

// The level of a heading: 1 to 6; 0: the line is none.
std::size_t level_of(std::string_view line) {
    std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
    return marks > 0 && marks < 7 && line.substr(marks).starts_with(' ') ? marks : 0;
}

// The words of a heading, without its id and the signs of code.
std::string title_in(std::string_view line) {
    std::string_view text = trim(line.substr(level_of(line)));
    std::size_t id = text.ends_with('}') ? text.rfind(" {#") : std::string_view::npos;
    std::string title(trim(text.substr(0, id)));
    title.erase(std::remove(title.begin(), title.end(), '`'), title.end());
    return title;
}

std::string_view fence_in(std::string_view line) {
    std::size_t size = std::min(line.find_first_not_of('`'), line.size());
    return size > 2 ? line.substr(0, size) : std::string_view();
}

// Whether a word of the text begins so; letters and digits are words.
bool has_word_beginning(std::string_view text, std::string_view beginning) {
    for (std::size_t at = text.find(beginning); at != std::string_view::npos; at = text.find(beginning, at + 1)) {
        if (at == 0 || !is_ascii_word(text[at - 1])) {
            return true;
        }
    }
    return false;
}

// The lines of a chapter that are told: no quiz, and of an example what is written, not what it becomes.
class Teller {
public:
    explicit Teller(std::string_view chapter) : lines_(split(chapter, '\n')) {}

    std::vector<std::string_view> lines() {
        while (at_ < lines_.size()) {
            std::string_view fence = fence_in(lines_[at_]);
            std::string_view name = lines_[at_].substr(fence.size());
            if (fence.empty() && lines_[at_].starts_with("![")) {
                at_ += at_ + 1 < lines_.size() && lines_[at_ + 1].empty() ? 2U : 1U;
            } else if (fence.empty()) {
                told_.push_back(lines_[at_++]);
            } else {
                take_fence(fence, name);
            }
        }
        return std::move(told_);
    }

private:
    void take_fence(std::string_view fence, std::string_view name) {
        std::vector<std::string_view> body;
        std::size_t begin = at_++;
        while (at_ < lines_.size() && lines_[at_] != fence) {
            body.push_back(lines_[at_++]);
        }
        at_ += at_ < lines_.size() ? 1U : 0U;
        if (name == "quiz") {
            at_ += at_ < lines_.size() && lines_[at_].empty() ? 1U : 0U;
            return;
        }
        for (std::size_t line = begin + 1; line + 1 < at_; ++line) {
            told_.push_back(indented(lines_[line]));
        }
        bool goes_on = name == "hornbook" && lines_.size() - at_ > body.size() &&
                       std::equal(body.begin(), body.end(), lines_.begin() + static_cast<std::ptrdiff_t>(at_) + 1);
        at_ += goes_on ? body.size() + 1 : 0;
    }

    std::string_view indented(std::string_view line) {
        return made_.emplace_back("    " + std::string(line));
    }

    std::vector<std::string_view> lines_;
    std::vector<std::string_view> told_;
    std::deque<std::string> made_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<ManualTopic> topics_of(const Overlay& manual) {
    std::vector<ManualTopic> topics;
    for (const auto& [name, bytes] : manual.files) {
        if (!name.starts_with("chapters/") || !name.ends_with(".md") || name.ends_with("/glossary.md")) {
            continue;
        }
        std::vector<std::size_t> open;  // topics that the next line belongs to
        Teller teller(bytes);
        for (std::string_view line : teller.lines()) {
            std::size_t level = level_of(line);
            if (level != 0) {
                std::erase_if(open, [&](std::size_t topic) { return topics[topic].level >= level; });
                open.push_back(topics.size());
                topics.push_back({title_in(line), level, {}});
            }
            for (std::size_t topic : open) {
                topics[topic].text += std::string(level == 0 ? line : line.substr(0, line.find(" {#"))) + "\n";
            }
        }
    }
    for (ManualTopic& topic : topics) {
        topic.text = std::string(trim(topic.text)) + "\n";
    }
    return topics;
}

std::vector<const ManualTopic*> topics_meant(const std::vector<ManualTopic>& topics, std::string_view words) {
    std::string wanted = fold_case(trim(words));
    std::vector<std::string_view> parts = split(wanted, ' ');
    enum Nearness { named_so, begins_so, holds_words, speaks_of_them, small_one_holds_words, nearly_so, kinds };
    std::vector<std::vector<const ManualTopic*>> by_nearness(kinds);
    std::vector<std::string_view> names;
    for (const ManualTopic& topic : topics) {
        std::string title = fold_case(topic.title);
        bool is_small = topic.level > 2;
        auto all_in = [&](std::string_view text) {
            return std::all_of(parts.begin(), parts.end(), [&](std::string_view part) { return has_word_beginning(text, part); });
        };
        if (title == wanted) {
            by_nearness[named_so].push_back(&topic);
        } else if (title.starts_with(wanted) && !is_small) {
            by_nearness[begins_so].push_back(&topic);
        } else if (all_in(title)) {
            by_nearness[is_small ? small_one_holds_words : holds_words].push_back(&topic);
        } else if (topic.level == 2 && topic.text.find("\n### ") == std::string::npos && all_in(fold_case(topic.text))) {
            by_nearness[speaks_of_them].push_back(&topic);
        }
        names.push_back(topic.title);
    }
    std::string_view near = nearest(std::string(words), names);
    for (const ManualTopic& topic : topics) {
        if (!near.empty() && topic.title == near) {
            by_nearness[nearly_so].push_back(&topic);
        }
    }
    auto found = std::find_if(by_nearness.begin(), by_nearness.end(), [](const auto& topics_so_near) { return !topics_so_near.empty(); });
    return found == by_nearness.end() ? std::vector<const ManualTopic*>() : *found;
}

}  // namespace hornbook
