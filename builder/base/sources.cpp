#include "base/sources.h"

namespace hornbook {

std::string_view Source::line(std::uint32_t number) const {
    if (number == 0 || number > line_starts.size()) {
        return {};
    }
    std::size_t begin = line_starts[number - 1];
    std::size_t end = number < line_starts.size() ? line_starts[number] - 1 : text.size();
    std::string_view whole = text;
    whole = whole.substr(begin, end - begin);
    if (!whole.empty() && whole.back() == '\n') {
        whole.remove_suffix(1);
    }
    return whole;
}

std::uint32_t Sources::add(std::string path, std::string text) {
    Source source{std::move(path), std::move(text), {}};
    source.line_starts.push_back(0);
    for (std::size_t at = source.text.find('\n'); at != std::string::npos && at + 1 < source.text.size();
         at = source.text.find('\n', at + 1)) {
        source.line_starts.push_back(static_cast<std::uint32_t>(at + 1));
    }
    return add(std::make_shared<const Source>(std::move(source)));
}

std::uint32_t Sources::add(std::shared_ptr<const Source> known) {
    files_.push_back(std::move(known));
    return static_cast<std::uint32_t>(files_.size() - 1);
}

}  // namespace hornbook
