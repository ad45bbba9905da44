// Command line: arguments -> options of a command; and what commands and options there are, told as plain values.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace hornbook {

struct BuildOptions {
    std::string book = ".";
    std::vector<std::string> to;
    std::string edition;                                      // empty: not said
    std::map<std::string, std::string, std::less<>> options;  // of outputs
    std::string path;
    std::string depfile;  // to write; empty: none
    unsigned jobs = 0;
    unsigned pictures_width = 0;  // 0, and no word below: as book.toml says
    std::string pictures;
    bool with_chapters = false;
    bool strict = false;
    bool json = false;
    bool quiet = false;
    bool watch = false;
    bool only_check = false;
};
struct InitOptions {
    std::string folder;
};
struct OutputsOptions {};
struct PackOptions {
    std::vector<std::string> books;
    std::string path = "hornbook-pack";
    std::string readers = "all";  // pupils, teachers or all
    std::string title;
    std::string base_url;
    unsigned jobs = 0;
    bool studio = false;  // the page in which books are written goes along
    bool strict = false;
    bool quiet = false;
};
struct PluginOptions {
    std::string path;  // a file, or a folder for one; empty: this folder
};
struct ResultsOptions {
    std::vector<std::string> files;  // folders too
    std::string book = ".";
    std::string roster;
    std::string codes;
    std::string marks;
    std::string sheet;                // to write; empty: none
    std::string pupils;               // pages for pupils, to write; empty: none
    std::string collector;            // the page that collects codes, to write; empty: none
    std::vector<std::string> tables;  // to write, each .html, .csv or .ods
    std::string language;             // of the pages; empty: the book's
};

struct ImportOptions {
    std::vector<std::string> files;
    std::string path;  // a chapter to write, or a folder for chapters; empty: this folder
    std::string format;
    std::string language;  // empty: of the book that the chapter is for
};

struct ServeOptions {
    std::string book = ".";
    std::optional<unsigned> port;  // 0: any that is free
    bool open = false;             // in a browser
};

struct ManualOptions {
    std::string topic;  // to tell; empty: the manual is written
    std::string to;     // an output; empty: epub
    std::string path;   // to write; empty: hornbook-manual in this folder
};
struct FormsOptions {
    std::string to;    // an output; empty: told as text
    std::string path;  // to write; empty: hornbook-forms in this folder
};

// A text to print and an exit code: help, the version, or a mistake on the command line.
struct Said {
    std::string text;
    int exit_code = 0;
};

using Command = std::variant<BuildOptions, InitOptions, OutputsOptions, PackOptions, PluginOptions, ResultsOptions, ImportOptions,
                             ServeOptions, ManualOptions, FormsOptions, Said>;

Command parse_command_line(int argc, const char* const* argv);

// Help on an option or an argument.
struct OptionHelp {
    std::string names;  // "-h,--help"; of an argument "BOOK"
    std::string value;  // "FOLDER", "A4|Letter"; empty: it takes none
    std::string summary;
    bool is_argument = false;
    bool is_of_output = false;  // the summary begins with the output's name
};
struct CommandHelp {
    std::string name;
    std::string summary;
    std::vector<OptionHelp> options;
    std::string footer;  // examples, exit codes and what else `--help` ends with
};
std::vector<CommandHelp> described_commands();  // in the order in which `hornbook --help` lists them

}  // namespace hornbook
