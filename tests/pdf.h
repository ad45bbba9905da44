// PDF: reads printed sheets back with poppler's tools, MuPDF's and qpdf.
#pragma once

#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "base/process.h"

namespace hornbook {

struct PdfWord {
    int page = 0;  // from 1
    double left = 0;
    double top = 0;  // from the page's upper edge, in points
    double right = 0;
    double bottom = 0;
    std::string text;
    double height() const {
        return bottom - top;
    }
};

inline std::string output_of(const std::vector<std::string>& command) {
    ProcessResult result = run_process(command, "", {});
    return result.started && result.exit_code == 0 ? result.output : "";
}

inline std::vector<PdfWord> words_of_pdf(const std::string& path) {
    static const std::regex form(
        R"re(<page |<word xMin="([0-9.-]+)" yMin="([0-9.-]+)" xMax="([0-9.-]+)" yMax="([0-9.-]+)">([^<]*)</word>)re");
    std::string text = output_of({"pdftotext", "-bbox", path, "-"});
    std::vector<PdfWord> words;
    int page = 0;
    for (std::sregex_iterator at(text.begin(), text.end(), form), end; at != end; ++at) {
        if (!(*at)[1].matched) {
            ++page;
            continue;
        }
        auto number = [&](std::size_t i) { return std::stod((*at)[i]); };
        words.push_back({page, number(1), number(2), number(3), number(4), (*at)[5]});
    }
    return words;
}

// Of every character that is drawn, in points, as MuPDF traces it: the type's own size by what stretches it.
inline std::vector<double> type_sizes_of_pdf(const std::string& path) {
    std::vector<double> sizes;
    double stretch = 1;
    double type = 0;
    std::istringstream lines(output_of({"mutool", "trace", path}));
    auto number_behind = [](const std::string& line, std::string_view name) {
        return std::stod(line.substr(line.find(name) + name.size()));
    };
    for (std::string line; std::getline(lines, line);) {
        if (line.find("<fill_text") != std::string::npos) {
            stretch = number_behind(line, " transform=\"");
        } else if (line.find("<span") != std::string::npos) {
            type = number_behind(line, " trm=\"");
        } else if (line.find("<g unicode=") != std::string::npos && line.find("<g unicode=\" \"") == std::string::npos) {
            sizes.push_back(stretch * type);
        }
    }
    return sizes;
}

inline std::string text_of_pdf(const std::string& path) {
    return output_of({"pdftotext", "-layout", path, "-"});
}

// A line of pdfinfo: "Pages" -> "3".
inline std::string pdf_fact(const std::string& path, const std::string& name) {
    std::string text = "\n" + output_of({"pdfinfo", path});
    std::size_t at = text.find("\n" + name + ":");
    if (at == std::string::npos) {
        return {};
    }
    std::size_t begin = text.find_first_not_of(' ', at + name.size() + 2);
    return text.substr(begin, text.find('\n', begin) - begin);
}

}  // namespace hornbook
