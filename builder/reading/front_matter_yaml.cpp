// Front matter in YAML, as libyaml reads it: event by event, so that nothing is expanded and nothing is built.
#include <yaml.h>

#include <new>

#include "base/text.h"
#include "reading/front_matter.h"
#include "xml/writer.h"

namespace hornbook {
namespace {

class YamlReader {
public:
    YamlReader(const Source& source, std::uint32_t file, const Lines& lines) : source_(source), file_(file), first_(lines.front().number) {
        std::string_view begin = lines.front().text;
        std::string_view end = lines.back().text;
        text_ = {begin.data(), static_cast<std::size_t>(end.data() + end.size() - begin.data())};
        if (yaml_parser_initialize(&parser_) == 0) {
            throw std::bad_alloc();
        }
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text_.data()), text_.size());
    }
    YamlReader(const YamlReader&) = delete;
    YamlReader& operator=(const YamlReader&) = delete;
    ~YamlReader() {
        yaml_parser_delete(&parser_);
    }

    FrontMatterKeys read() {
        for (bool more = true; more && result_.problem.empty();) {
            yaml_event_t event;
            if (yaml_parser_parse(&parser_, &event) == 0) {
                if (parser_.error == YAML_MEMORY_ERROR) {
                    throw std::bad_alloc();
                }
                report(parser_.problem != nullptr ? parser_.problem : "it cannot be read", place_at(parser_.problem_mark));
                break;
            }
            more = event.type != YAML_STREAM_END_EVENT;
            take(event);
            yaml_event_delete(&event);
        }
        return std::move(result_);
    }

private:
    // The place of a mark of libyaml, which counts lines and columns from 0, and columns in code points.
    Place place_at(const yaml_mark_t& mark) const {
        auto number = static_cast<std::uint32_t>(first_ + mark.line);
        std::string_view line = source_.line(number);
        std::size_t at = 0;
        for (std::size_t i = 0; i < mark.column && at < line.size(); ++i) {
            next_code_point(line, at);
        }
        return {file_, number, static_cast<std::uint32_t>(at + 1), static_cast<std::uint32_t>(trim(line.substr(at)).size())};
    }

    void report(const std::string& what, Place place) {
        result_.problem = "this front matter is not YAML: " + what;
        result_.hint = "a line is `key: value`; put quotation marks around a value that holds `: `";
        result_.problem_place = place;
    }

    // Takes an event: in the outermost mapping a key and a value in turn, and the words of a list that is a value.
    void take(const yaml_event_t& event) {
        bool opens = event.type == YAML_MAPPING_START_EVENT || event.type == YAML_SEQUENCE_START_EVENT;
        bool closes = event.type == YAML_MAPPING_END_EVENT || event.type == YAML_SEQUENCE_END_EVENT;
        bool value = opens || event.type == YAML_SCALAR_EVENT || event.type == YAML_ALIAS_EVENT;
        if (value && depth_ == 0 && event.type != YAML_MAPPING_START_EVENT) {
            return report("its lines are not `key: value`", place_at(event.start_mark));
        }
        if (value && depth_ == 1) {
            in_list_ = expects_value_ && event.type == YAML_SEQUENCE_START_EVENT;
            take_in_turn(event);
        } else if (value && depth_ == 2 && in_list_) {
            result_.keys.back().items.push_back(only_xml_characters(text_of(event)));
        }
        depth_ += opens ? 1 : closes ? -1 : 0;
    }

    static std::string text_of(const yaml_event_t& event) {
        return event.type == YAML_SCALAR_EVENT
                   ? std::string(reinterpret_cast<const char*>(event.data.scalar.value), event.data.scalar.length)
                   : std::string();
    }

    void take_in_turn(const yaml_event_t& event) {
        std::string text = text_of(event);
        if (!expects_value_) {
            result_.keys.push_back({only_xml_characters(text), {}, {}});
        } else {
            result_.keys.back().value = only_xml_characters(text);
            result_.keys.back().place = place_at(event.start_mark);
        }
        expects_value_ = !expects_value_;
    }

    const Source& source_;
    std::uint32_t file_;
    std::uint32_t first_;
    std::string_view text_;
    yaml_parser_t parser_{};
    FrontMatterKeys result_;
    int depth_ = 0;
    bool expects_value_ = false;
    bool in_list_ = false;  // which is a value of the outermost mapping
};

}  // namespace

FrontMatterKeys read_yaml_keys(const Source& source, std::uint32_t file, const Lines& lines) {
    return lines.empty() ? FrontMatterKeys{} : YamlReader(source, file, lines).read();
}

}  // namespace hornbook
