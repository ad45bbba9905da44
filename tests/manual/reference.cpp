#include "manual/reference.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "commands/command_line.h"
#include "model/words.h"
#include "outputs/output.h"
#include "reading/forms/other_forms.h"

namespace hornbook {
namespace {

std::string name_of(Edition edition) {
    return edition == Edition::student ? "student" : edition == Edition::teacher ? "teacher" : "test";
}

// With a capital at its beginning.
std::string sentence(std::string_view text) {
    std::string words = as_words(text);
    words[0] = words[0] >= 'a' && words[0] <= 'z' ? static_cast<char>(words[0] - 'a' + 'A') : words[0];
    return words;
}

std::string in_cell(std::string_view text) {
    std::string cell;
    for (char c : text) {
        cell += c == '|' ? std::string("\\|") : std::string(1, c);
    }
    return cell;
}

// An option as it is typed: `--edition student|teacher|test`.
std::string typed(const OptionHelp& option) {
    std::vector<std::string_view> names = split(option.names, ',');
    return join({names.begin(), names.end()}, ", ") + (option.value.empty() ? "" : " " + option.value);
}

}  // namespace

std::string as_words(std::string_view text) {
    std::string words;
    bool in_code = false;
    for (char c : text) {
        in_code = in_code != (c == '`');
        words += !in_code && std::string_view("*_<>[]#|$~^{}&").find(c) != std::string_view::npos ? "\\" : "";
        words += c;
    }
    return words;
}

std::string as_code(std::string_view text) {
    std::size_t run = 0;
    std::size_t longest = 0;
    for (char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    std::string ticks(longest + 1, '`');
    bool at_border = text.starts_with('`') || text.ends_with('`');
    return ticks + (at_border ? " " : "") + std::string(text) + (at_border ? " " : "") + ticks;
}

std::string as_block(std::string_view lines) {
    std::string fence = "```";
    while (lines.find(fence) != std::string_view::npos) {
        fence += "`";
    }
    return fence + "console\n" + std::string(lines) + (lines.ends_with('\n') ? "" : "\n") + fence + "\n";
}

std::string chapter_of_commands() {
    std::string chapter =
        "# Commands {#commands}\n\nEach command has `--help`, with the same in short. `hornbook --version` says which version it is.\n";
    for (const CommandHelp& command : described_commands()) {
        chapter += "\n## hornbook " + command.name + " {#command-" + command.name + "}\n\n" + as_words(command.summary) + ".\n";
        for (bool of_output : {false, true}) {
            std::string rows;
            for (const OptionHelp& option : command.options) {
                bool is_help = option.names.find("--help") != std::string::npos;
                if (option.is_of_output == of_output && !is_help && !option.summary.empty()) {
                    rows += "\n" + as_code(typed(option)) + "\n: " + as_words(option.summary) + "\n";
                }
            }
            chapter += rows.empty() ? "" : (of_output ? "\nOptions that belong to one output, which is named first:\n" : "") + rows;
        }
        chapter += "\n" + as_block(command.footer);
    }
    return chapter;
}

std::string chapter_of_outputs() {
    std::string chapter =
        "# Outputs {#outputs}\n\nWhat `hornbook build --to NAME` makes. Where several editions are named, the first is made unless "
        "`--edition` says otherwise.\n";
    for (const Output& output : outputs()) {
        std::vector<std::string> editions;
        for (Edition edition : output.editions) {
            editions.push_back(name_of(edition));
        }
        chapter += "\n## " + std::string(output.name) + " {#output-" + std::string(output.name) + "}\n\n" + sentence(output.summary) +
                   ". Editions: " + join(editions, ", ") + ".\n";
        if (!output.options.empty()) {
            chapter += "\nIn book.toml, under `[" + std::string(output.name) + "]`:\n";
        }
        for (const OptionRow& row : output.options) {
            chapter += "\n" + as_code(row.name) + "\n: " + as_words(row.summary) +
                       (row.standard.empty() ? "" : "; " + as_code(row.standard) + " if it is not said") + "\n";
        }
    }
    return chapter;
}

std::string chapter_of_words() {
    std::vector<std::string> languages;
    for (std::string_view language : languages_of_words()) {
        languages.push_back(as_code(language));
    }
    std::sort(languages.begin(), languages.end());
    std::string chapter =
        "# The book's own words {#words}\n\nWhat Hornbook itself says in a book is in the book's language. A line under `[words]` in "
        "book.toml puts another word in the place of "
        "one, as in `answers = \"Solutions\"`. `{}` stands for a number or a name.\n\nThere are words in these languages; a book in any "
        "other "
        "has English ones: " +
        join(languages, ", ") + ".\n\n| Key | In English |\n|:----|:-----------|\n";
    Words english = words_for("en");
    for (std::string_view key : word_keys()) {
        chapter += "| " + as_code(key) + " | " + in_cell(as_words(*find_word(english, key))) + " |\n";
    }
    return chapter;
}

std::string chapter_of_other_forms() {
    std::string read;
    std::string told;
    for (const OtherFormRow& row : other_form_table()) {
        if (row.example.empty()) {
            continue;
        }
        std::string& part = row.instead.empty() ? read : told;
        part += "\n" + sentence(row.what) +
                (row.instead.empty() ? "" : ", which " + std::string(row.becomes) + ": " + as_words(row.instead)) + ".\n\n" +
                as_block(row.example);
    }
    return "# Forms of other programs {#other-forms}\n\nText that was written for another program may hold forms that Hornbook does not "
           "have. Where the meaning is plain they are "
           "read; the others are reported, once for each file, with what to write.\n\n## Read as they are meant\n" +
           read + "\n## Reported\n" + told;
}

std::vector<std::pair<std::string, std::string>> reference_files() {
    const std::string chapters = "builder/manual/chapters/";
    const std::string packages = "builder/packages/";
    return {{chapters + "20-commands.md", chapter_of_commands()},
            {chapters + "21-outputs.md", chapter_of_outputs()},
            {chapters + "23-words.md", chapter_of_words()},
            {chapters + "24-other-forms.md", chapter_of_other_forms()},
            {chapters + "25-messages.md", chapter_of_messages()},
            {packages + "hornbook.1", man_page()},
            {packages + "completions/hornbook.bash", bash_completion()},
            {packages + "completions/_hornbook", zsh_completion()},
            {packages + "completions/hornbook.fish", fish_completion()}};
}

}  // namespace hornbook
