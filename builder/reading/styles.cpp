#include "reading/styles.h"

#include <algorithm>

#include "base/limits.h"
#include "reading/style_rules.h"
#include "reading/text_file.h"

namespace hornbook {
namespace {

Place place_in(const Source& source, std::uint32_t file, std::string_view part) {
    auto offset = static_cast<std::uint32_t>(part.data() - source.text.data());
    auto next = std::upper_bound(source.line_starts.begin(), source.line_starts.end(), offset);
    auto line = static_cast<std::uint32_t>(next - source.line_starts.begin());
    std::size_t length = std::min(part.find('\n'), part.size());
    return {file, line, offset - source.line_starts[line - 1] + 1, static_cast<std::uint32_t>(std::max<std::size_t>(length, 1))};
}

std::string read_style(const std::string& path, Reading& reading, const Folder& folder, Sources& sources, Diagnostics& diagnostics) {
    if (!folder.has(path)) {
        return {};
    }
    Place itself{static_cast<std::uint32_t>(sources.size()), 0, 0, 0};
    std::optional<std::string> bytes = read_author_file(folder, path, limits::text_file_bytes, itself, diagnostics);
    if (!bytes) {
        sources.add(path, "");
        return {};
    }
    reading.files.push_back(path);
    std::uint32_t file = add_text_file(sources, path, std::move(*bytes), diagnostics);
    for (StyleFault& fault : style_faults(sources[file].text)) {
        diagnostics.add(fault.mistake, place_in(sources[file], file, fault.part), std::move(fault.what), std::move(fault.hint));
    }
    return sources[file].text;
}

}  // namespace

void read_styles(Reading& reading, const Folder& folder, Sources& sources, Diagnostics& diagnostics) {
    reading.folders.emplace_back(folder.has("styles") ? "styles" : "");
    if (folder.why_closed("styles") == Listing::Why::link_to_nothing) {  // no file in it would tell of it
        report_gap({"styles", Listing::Why::link_to_nothing}, {}, diagnostics);
        return;
    }
    reading.book.style = read_style("styles/book.css", reading, folder, sources, diagnostics);
    reading.book.extra_style = read_style("styles/extra.css", reading, folder, sources, diagnostics);
    reading.book.print_style = read_style("styles/handout.css", reading, folder, sources, diagnostics);
    reading.book.web_style = read_style("styles/web.css", reading, folder, sources, diagnostics);
}

}  // namespace hornbook
