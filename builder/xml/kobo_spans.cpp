#include "xml/kobo_spans.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/name_list.h"
#include "base/text.h"
#include "xml/tags.h"

namespace hornbook {
namespace {

// Rules of Kobo's format, of which Kobo publishes no description: where paragraphs are counted, what holds no spans, and where a sentence
// ends. They are those that kepubify, which thousands of readers use, found in Kobo's own books.
constexpr auto paragraphs = std::to_array<std::string_view>({"p", "ol", "ul", "table", "h1", "h2", "h3", "h4", "h5", "h6"});
constexpr auto left_alone = std::to_array<std::string_view>({"script", "style", "pre", "audio", "video", "svg", "math"});
constexpr auto after_stop = std::to_array<std::string_view>({"'", "\"", "”", "’", "“", "…"});  // one of these may follow a full stop

constexpr std::string_view begin_of_body = "<div id=\"book-columns\"><div id=\"book-inner\">";
constexpr std::string_view end_of_body = "</div></div>";
constexpr std::string_view end_of_head =
    "<style type=\"text/css\" class=\"kobostylehacks\">div#book-inner { margin-top: 0; margin-bottom: 0; }</style>";

bool is_ascii_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool is_blank(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (!is_space(next_code_point(text, at))) {
            return false;
        }
    }
    return true;
}

// The length of the first sentence, with the spaces after it.
std::size_t first_sentence(std::string_view text) {
    for (std::size_t stop = text.find_first_of(".!?"); stop != std::string_view::npos; stop = text.find_first_of(".!?", stop + 1)) {
        std::string_view rest = text.substr(stop + 1);
        for (std::string_view mark : after_stop) {
            if (rest.starts_with(mark)) {
                rest.remove_prefix(mark.size());
                break;
            }
        }
        std::size_t spaces = static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_ascii_space) - rest.begin());
        if (spaces > 0) {
            return text.size() - rest.size() + spaces;
        }
    }
    return text.size();
}

class SpanWriter {
public:
    std::string write(std::string_view xhtml) {
        result_.reserve(xhtml.size() * 2);
        walk_tags(xhtml, {[this](std::string_view text) { add_text(text); }, [this](const Tag& tag) { add_tag(tag); }});
        return std::move(result_);
    }

private:
    void add_text(std::string_view text) {
        if (!in_body_ || left_alone_depth_ > 0) {
            result_ += text;
            return;
        }
        while (!text.empty()) {
            std::string_view sentence = text.substr(0, first_sentence(text));
            text.remove_prefix(sentence.size());
            is_blank(sentence) && open_.back() != "p" ? void(result_ += sentence) : add_span(sentence);
        }
    }

    void add_tag(const Tag& tag) {
        if (left_alone_depth_ > 0) {
            left_alone_depth_ += tag.kind == TagKind::start ? 1U : 0U;
            left_alone_depth_ -= tag.kind == TagKind::end ? 1U : 0U;
            result_ += tag.whole;
        } else if (in_body_ && tag.name == "img") {
            starts_paragraph_ = true;
            add_span(tag.whole);
        } else if (tag.kind == TagKind::end) {
            end(tag);
        } else {
            begin(tag);
        }
    }

    void begin(const Tag& tag) {
        result_ += tag.whole;
        if (tag.kind == TagKind::empty) {
            return;
        }
        if (tag.name == "body") {
            in_body_ = true;
            result_ += begin_of_body;
        }
        if (in_body_ && is_one_of(left_alone, tag.name)) {
            left_alone_depth_ = 1;
            return;
        }
        starts_paragraph_ = starts_paragraph_ || is_one_of(paragraphs, tag.name);
        open_.push_back(tag.name);
    }

    void end(const Tag& tag) {
        if (tag.name == "body") {
            in_body_ = false;
            result_ += end_of_body;
        } else if (tag.name == "head") {
            result_ += end_of_head;
        }
        result_ += tag.whole;
        open_.pop_back();
    }

    void add_span(std::string_view content) {
        if (starts_paragraph_) {  // counted only where it holds something
            ++paragraph_;
            segment_ = 0;
            starts_paragraph_ = false;
        }
        ++segment_;
        result_ += "<span class=\"koboSpan\" id=\"kobo." + std::to_string(paragraph_) + "." + std::to_string(segment_) + "\">";
        result_ += content;
        result_ += "</span>";
    }

    std::string result_;
    std::vector<std::string_view> open_;
    std::size_t left_alone_depth_ = 0;
    std::size_t paragraph_ = 0;
    std::size_t segment_ = 0;
    bool in_body_ = false;
    bool starts_paragraph_ = false;
};

}  // namespace

std::string with_kobo_spans(std::string_view xhtml) {
    return SpanWriter().write(xhtml);
}

}  // namespace hornbook
