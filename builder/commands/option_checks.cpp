#include "commands/option_checks.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/files.h"
#include "base/language_tag.h"
#include "base/name_list.h"
#include "base/text.h"
#include "commands/console.h"
#include "model/words.h"
#include "outputs/output.h"

namespace hornbook {

std::optional<Said> refuse_empty_argument(std::span<const char* const> arguments) {
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        std::string_view argument(arguments[i]);
        bool has_no_value = argument.starts_with("--") && argument.find('=') == argument.size() - 1;
        if (!argument.empty() && !has_no_value) {
            continue;
        }
        std::string before(has_no_value ? argument.substr(0, argument.size() - 1) : std::string_view(arguments[i - 1]));
        return Said{"hornbook: nothing follows `" + (i == 1 ? "hornbook" : before) +
                        "`: the name there is empty\n  hint: write one, or leave it out; a variable of the shell may be unset\n",
                    trouble};
    }
    return std::nullopt;
}

Command check_pack_options(PackOptions options) {
    std::string& url = options.base_url;
    bool is_address = url.starts_with("http://") || url.starts_with("https://");
    bool is_plain = std::all_of(url.begin(), url.end(), [](char c) { return c > ' ' && c < '\x7f' && c != '?' && c != '#' && c != '"'; });
    if (!url.empty() && (!is_address || !is_plain)) {
        return Said{"hornbook: `" + url + "` is not the address of a folder\n  hint: `--base-url https://server.example/books/`\n",
                    trouble};
    }
    url += url.empty() || url.ends_with('/') ? "" : "/";
    for (std::string_view other : {".tar", ".gz", ".tgz", ".7z", ".rar"}) {
        if (options.path.ends_with(other)) {
            return Said{"hornbook: a pack is a folder or a .zip, and `" + options.path + "` ends in " + std::string(other) +
                            "\n  hint: `-o books.zip`\n",
                        trouble};
        }
    }
    if (options.books.empty()) {
        options.books = {"."};
    }
    return options;
}

bool has_ending(const std::string& path, std::string_view ending) {
    return path.size() > ending.size() && fold_case(path).ends_with(ending);
}

namespace {

// An ending of files, and the outputs that make a file or a folder for it. The first is the one to name.
struct OutputEnding {
    std::string_view written;
    std::string_view outputs;  // with bars between them
    std::string_view made;     // "a folder with PDFs"
};
constexpr auto output_endings = std::to_array<OutputEnding>({
    {".kepub.epub", "kepub", "a file for Kobo's reader"},
    {".epub", "epub|kepub", "an EPUB"},
    {".pdf", "handout", "a folder with PDFs"},
    {".docx", "handout", "a folder with sheets, and with `--docx` worksheets for a word processor"},
    {".odt", "handout", "a folder with sheets, and with `--docx` worksheets for a word processor"},
    {".html", "web", "a folder with pages"},
    {".htm", "web", "a folder with pages"},
    {".zip", "html5|qti", "a site in one file"},
    {".imscc", "common-cartridge", "a course in one file"},
    {".xml", "moodle-xml", "a question bank"},
    {".txt", "gift|anki", "a question bank"},
});

}  // namespace

std::string other_output_at(const std::string& to, const std::string& path) {
    const Output& output = *find_output(to.empty() ? "epub" : to);
    const auto* ending =
        std::find_if(output_endings.begin(), output_endings.end(), [&](const OutputEnding& row) { return has_ending(path, row.written); });
    bool makes_folder = output.container == Container::folder;
    if (ending == output_endings.end() || is_folder(path) || (is_in_row(ending->outputs, output.name) && !makes_folder)) {
        return {};
    }
    std::string bare = path.substr(0, path.size() - ending->written.size());
    std::string_view meant = ending->outputs.substr(0, ending->outputs.find('|'));
    std::string name = find_output(meant)->container == Container::folder ? bare : path;
    return "hornbook: `--to " + std::string(output.name) + "` makes " +
           (makes_folder ? "a folder" : "a file that ends in " + std::string(output.suffix.substr(output.suffix.find('.')))) + ", and `" +
           path + "` ends in " + std::string(ending->written) + "\n  hint: `--to " + std::string(meant) + " -o " + name + "` makes " +
           std::string(ending->made) + "\n";
}

Command check_manual_options(const ManualOptions& options) {
    if (!options.topic.empty() && (!options.to.empty() || !options.path.empty())) {
        return Said{"hornbook: a topic is told here, and the manual is written as a whole\n  hint: leave out `" + options.topic + "`, or " +
                        (options.to.empty() ? "-o" : "--to") + "\n",
                    trouble};
    }
    std::string other = other_output_at(options.to, options.path);
    return other.empty() ? Command(options) : Said{other, trouble};
}

Command check_forms_options(const FormsOptions& options) {
    if (options.to.empty() && !options.path.empty()) {
        return Said{"hornbook: the forms are told here, so there is nothing to write\n  hint: add `--to handout`\n", trouble};
    }
    std::string other = other_output_at(options.to, options.path);
    return other.empty() ? Command(options) : Said{other, trouble};
}

Command check_plugin_options(const PluginOptions& options) {
    std::string ending = std::filesystem::path(options.path).extension().string();
    if (!ending.empty() && !has_ending(options.path, ".zip") && !is_folder(options.path)) {
        return Said{"hornbook: the plugin is a .zip, and `" + options.path + "` ends in " + ending +
                        "\n  hint: `-o hornbook.koplugin.zip`, or a folder, with `/` at its end\n",
                    trouble};
    }
    return options;
}

namespace {

// The message about a wrong language of pages; empty: it is right.
std::string fault_in_language(const std::string& language) {
    if (!is_language_tag(language)) {
        return "hornbook: `" + language + "` is not a language tag\n  hint: " + hint_on_language(meant_language(language)) + "\n";
    }
    return has_words_for(language) ? ""
                                   : "hornbook: the pages are not written in `" + language +
                                         "` yet\n  hint: leave `--language` out, or take another, such as en, de, fr, es or ru\n";
}

}  // namespace

Command check_results_options(const ResultsOptions& options) {
    if (std::string fault = options.language.empty() ? "" : fault_in_language(options.language); !fault.empty()) {
        return Said{fault, trouble};
    }
    if (options.files.empty() && options.codes.empty() && options.collector.empty()) {
        return Said{"hornbook: no results were named\n  hint: `hornbook results hornbook-results`, the folder copied from a reader\n",
                    trouble};
    }
    for (const std::string& path : options.tables) {
        if (!has_ending(path, ".html") && !has_ending(path, ".csv") && !has_ending(path, ".ods")) {
            return Said{
                "hornbook: `" + path + "` ends neither in .html nor in .csv nor in .ods\n  hint: `-o class.html` or `-o class.ods`\n",
                trouble};
        }
    }
    for (const std::string& path : {options.pupils, options.collector}) {
        if (!path.empty() && !has_ending(path, ".html")) {
            return Said{"hornbook: `" + path + "` does not end in .html\n  hint: it is a page; `own.html` would do\n", trouble};
        }
    }
    return options;
}

}  // namespace hornbook
