#include "commands/option_checks.h"

#include <algorithm>
#include <filesystem>

#include "base/files.h"
#include "base/language_tag.h"
#include "base/text.h"
#include "commands/console.h"
#include "model/words.h"

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

Command check_manual_options(const ManualOptions& options) {
    if (!options.topic.empty() && (!options.to.empty() || !options.path.empty())) {
        return Said{"hornbook: a topic is told here, and the manual is written as a whole\n  hint: leave out `" + options.topic + "`, or " +
                        (options.to.empty() ? "-o" : "--to") + "\n",
                    trouble};
    }
    return options;
}

Command check_forms_options(const FormsOptions& options) {
    if (options.to.empty() && !options.path.empty()) {
        return Said{"hornbook: the forms are told here, so there is nothing to write\n  hint: add `--to handout`\n", trouble};
    }
    return options;
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
