// The man page and the completions of shells.
#include "base/text.h"
#include "commands/command_line.h"
#include "manual/reference.h"
#include "outputs/output.h"

namespace hornbook {
namespace {

// Text for roff: no sign of it is a request, an escape or a dash that cannot be copied.
std::string in_roff(std::string_view text) {
    std::string roff;
    for (char c : text) {
        roff += c == '\\' ? std::string("\\e") : c == '-' ? std::string("\\-") : std::string(1, c);
    }
    return (roff.starts_with('.') || roff.starts_with('\'') ? "\\&" : "") + roff;
}

// The names of an option that begin with a dash; none for an argument.
std::vector<std::string> flags_of(const OptionHelp& option) {
    std::vector<std::string> flags;
    for (std::string_view name : split(option.names, ',')) {
        if (!option.is_argument) {
            flags.emplace_back(trim(name));
        }
    }
    return flags;
}

// The words that an option takes; none: any text.
std::vector<std::string> values_of(const OptionHelp& option) {
    std::vector<std::string> values;
    if (option.names == "--to") {
        for (const Output& output : outputs()) {
            values.emplace_back(output.name);
        }
    } else if (option.value.find('|') != std::string::npos) {
        for (std::string_view value : split(option.value, '|')) {
            values.emplace_back(value);
        }
    }
    return values;
}

std::string in_quotes(std::string_view text) {
    std::string quoted = "'";
    for (char c : text) {
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return quoted + "'";
}

// A description as zsh wants it, within brackets of single quotation marks.
std::string in_zsh(std::string_view text) {
    std::string quoted;
    for (char c : text) {
        quoted += c == '\''                                       ? std::string("'\\''")
                  : c == '[' || c == ']' || c == ':' || c == '\\' ? "\\" + std::string(1, c)
                                                                  : std::string(1, c);
    }
    return quoted;
}

std::string names_of_commands() {
    std::vector<std::string> names;
    for (const CommandHelp& command : described_commands()) {
        names.push_back(command.name);
    }
    return join(names, " ");
}

}  // namespace

std::string man_page() {
    std::string page =
        ".TH HORNBOOK 1 \"\" \"Hornbook\" \"User commands\"\n.SH NAME\nhornbook \\- compile Markdown chapters, a glossary and quizzes into "
        "an EPUB\n"
        ".SH SYNOPSIS\n.B hornbook\n.I COMMAND\n.RI [ OPTIONS ]\n.SH DESCRIPTION\n"
        "A book is a folder: book.toml, chapters/*.md, chapters/glossary.md, images/ and styles/.\n.B hornbook\n"
        "makes one valid, accessible EPUB of it, handouts to print and more, or says at which line of which file a mistake is.\n"
        ".PP\n.B hornbook manual\nwrites the whole manual as a book, and\n.BI \"hornbook manual \" TOPIC\ntells one thing of it.\n.SH "
        "COMMANDS\n";
    for (const CommandHelp& command : described_commands()) {
        page += ".SS hornbook " + command.name + "\n" + in_roff(command.summary) + ".\n";
        for (const OptionHelp& option : command.options) {
            std::string names =
                option.is_argument ? "\\fI" + in_roff(option.names) + "\\fR" : "\\fB" + in_roff(join(flags_of(option), ", ")) + "\\fR";
            std::string value = option.value.empty() ? "" : " \\fI" + in_roff(option.value) + "\\fR";
            if (!option.summary.empty()) {
                page += ".TP\n" + names + value + "\n" + in_roff(option.summary) + ".\n";
            }
        }
        page += ".PP\n.nf\n";
        for (std::string_view line : split(command.footer, '\n')) {
            page += in_roff(line) + "\n";
        }
        page += ".fi\n";
    }
    return page +
           ".SH EXIT STATUS\n0 made, 1 the book has mistakes, 2 the machine or the command line.\n.SH ENVIRONMENT\n.B SOURCE_DATE_EPOCH\n"
           "(seconds since 1970) sets the time of change that the book bears.\n.SH FILES\n"
           "/usr/share/hornbook/hornbook\\-manual.epub is the manual; /usr/share/hornbook/koreader/hornbook.koplugin plays the quizzes on "
           "KOReader.\n"
           ".SH SEE ALSO\n.BR hornbook\\-pictures (1),\n.BR pandoc (1),\n.BR weasyprint (1)\n";
}

std::string bash_completion() {
    std::string script =
        "# What bash completes behind `hornbook`.\n_hornbook() {\n  local word=${COMP_WORDS[COMP_CWORD]} "
        "before=${COMP_WORDS[COMP_CWORD-1]} flags= values=\n"
        "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    COMPREPLY=($(compgen -W \"" +
        names_of_commands() + " --help --version\" -- \"$word\"))\n    return\n  fi\n  case ${COMP_WORDS[1]} in\n";
    for (const CommandHelp& command : described_commands()) {
        std::vector<std::string> flags;
        std::string cases;
        for (const OptionHelp& option : command.options) {
            for (const std::string& flag : flags_of(option)) {
                flags.push_back(flag);
            }
            if (!values_of(option).empty()) {
                cases += "        " + join(flags_of(option), "|") + ") values=\"" + join(values_of(option), " ") + "\" ;;\n";
            }
        }
        script += "    " + command.name + ")\n      flags=\"" + join(flags, " ") + "\"\n" +
                  (cases.empty() ? "" : "      case $before in\n" + cases + "      esac\n") + "      ;;\n";
    }
    return script +
           "  esac\n  if [ -n \"$values\" ]; then\n    COMPREPLY=($(compgen -W \"$values\" -- \"$word\"))\n  elif [[ $word == -* ]]; then\n"
           "    COMPREPLY=($(compgen -W \"$flags\" -- \"$word\"))\n  else\n    COMPREPLY=($(compgen -f -- \"$word\"))\n  fi\n}\n"
           "complete -o filenames -F _hornbook hornbook\n";
}

std::string zsh_completion() {
    std::string script = "#compdef hornbook\n# What zsh completes behind `hornbook`.\n_hornbook() {\n  local -a commands=(\n";
    for (const CommandHelp& command : described_commands()) {
        script += "    '" + command.name + ":" + in_zsh(command.summary) + "'\n";
    }
    script += "  )\n  if (( CURRENT == 2 )); then\n    _describe 'command' commands\n    return\n  fi\n  case ${words[2]} in\n";
    for (const CommandHelp& command : described_commands()) {
        script += "    " + command.name + ")\n      _arguments \\\n";
        for (const OptionHelp& option : command.options) {
            std::vector<std::string> values = values_of(option);
            std::string action = option.value.empty() ? ""
                                 : values.empty()     ? ":" + in_zsh(option.value) + ":_files"
                                                      : ":" + in_zsh("value") + ":(" + join(values, " ") + ")";
            for (const std::string& flag : flags_of(option)) {
                script += "        '" + flag + "[" + in_zsh(option.summary) + "]" + action + "' \\\n";
            }
        }
        script += "        '*:file:_files'\n      ;;\n";
    }
    return script + "  esac\n}\n_hornbook \"$@\"\n";
}

std::string fish_completion() {
    std::string script = "# What fish completes behind `hornbook`.\n";
    for (const CommandHelp& command : described_commands()) {
        script += "complete -c hornbook -n __fish_use_subcommand -f -a " + command.name + " -d " + in_quotes(command.summary) + "\n";
    }
    for (const CommandHelp& command : described_commands()) {
        for (const OptionHelp& option : command.options) {
            std::string names;
            for (const std::string& flag : flags_of(option)) {
                names += flag.starts_with("--") ? " -l " + flag.substr(2) : " -s " + flag.substr(1);
            }
            std::vector<std::string> values = values_of(option);
            std::string value = option.value.empty() ? "" : values.empty() ? " -r" : " -x -a " + in_quotes(join(values, " "));
            if (!names.empty()) {
                script += "complete -c hornbook -n '__fish_seen_subcommand_from " + command.name + "'" + names + value + " -d " +
                          in_quotes(option.summary) + "\n";
            }
        }
    }
    return script;
}

}  // namespace hornbook
