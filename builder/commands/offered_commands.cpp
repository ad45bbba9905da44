#include "commands/offered_commands.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>

#include "base/name_list.h"
#include "base/text.h"
#include "commands/help_texts.h"
#include "importing/bank.h"
#include "model/book.h"
#include "outputs/output.h"

namespace hornbook {
namespace {

std::vector<std::string_view> names_of_outputs() {
    std::vector<std::string_view> names;
    for (const Output& output : outputs()) {
        names.push_back(output.name);
    }
    return names;
}

// What people write behind `--to` for an output, or for an edition of one.
struct OtherName {
    std::string_view written;  // names with bars between them
    std::string_view meant;
};
constexpr auto other_names = std::to_array<OtherName>({
    {"pdf|print|docx|word|odt|worksheet|worksheets|handouts|sheets|paper|cards|key", "handout"},
    {"html|site|website|online", "web"},
    {"moodle|xml", "moodle-xml"},
    {"scorm|kolibri|h5p|zip", "html5"},
    {"canvas|imscc|cartridge|cc", "common-cartridge"},
    {"kobo", "kepub"},
    {"kindle|mobi|azw3|ebook|e-book|book", "epub"},
    {"flashcards|flash-cards|apkg", "anki"},
    {"dictionary|glossary", "stardict"},
    {"txt|text", "gift"},
    {"student|students|pupil|pupils", "--edition student"},
    {"teacher|teachers", "--edition teacher"},
    {"test|tests|exam", "--edition test"},
});

// The name that is meant by a wrong one, another word for it or a misspelling; empty: none is near.
std::string_view meant_name(const std::string& value, const std::vector<std::string_view>& names) {
    const auto* row = std::find_if(other_names.begin(), other_names.end(),
                                   [&](const OtherName& other) { return is_in_row(other.written, fold_case(value)); });
    bool names_outputs = std::find(names.begin(), names.end(), "epub") != names.end();
    return names_outputs && row != other_names.end() ? row->meant : nearest(value, names);
}

// A validator of values that must be one of the names; the nearest is its hint.
CLI::Validator one_of(const std::vector<std::string_view>& names, const std::string& what) {
    auto check = [names, what](const std::string& value) -> std::string {
        if (std::find(names.begin(), names.end(), value) != names.end()) {
            return {};
        }
        std::string_view near = meant_name(value, names);
        return "there is no " + what + " `" + value + "`; " +
               (near.empty() ? "there are " + join({names.begin(), names.end()}, ", ") : "did you mean `" + std::string(near) + "`?");
    };
    return {check, "", what};
}

CLI::Validator number_from(unsigned least, unsigned most) {
    auto check = [least, most](const std::string& value) -> std::string {
        unsigned number = 0;
        auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), number);
        return fault == std::errc() && end == value.data() + value.size() && number >= least && number <= most
                   ? ""
                   : "`" + value + "` is not a whole number from " + std::to_string(least) + " to " + std::to_string(most);
    };
    return {check, "", "number"};
}

void add_reporting(CLI::App& command, BuildOptions& options) {
    command.add_option("BOOK", options.book, "The book's folder; this one if left out")->type_name("FOLDER");
    command.add_option("--jobs", options.jobs, "How many cores to use; all if left out")->check(number_from(1U, 1024U))->type_name("N");
    command.add_flag("--strict", options.strict, "Warnings count as errors");
    command.add_flag("--json", options.json, "Mistakes and files as JSON lines, for editors");
    command.add_flag("--quiet", options.quiet, "Say nothing but errors");
}

std::string type_of(const OptionForm& form) {
    bool few = !form.values.empty() && form.values.size() < 6;
    std::string one = form.kind == OptionKind::number ? "N" : few ? join({form.values.begin(), form.values.end()}, "|") : "NAME";
    return form.kind == OptionKind::list ? "NAME,NAME" : one;
}

// Adds the options of outputs, which are rows in the register; outputs with the same option share a flag.
void add_output_options(CLI::App& build, BuildOptions& options) {
    for (const Output& output : outputs()) {
        for (const OptionRow& row : output.options) {
            if (build.get_option_no_throw(flag_of(row.name)) != nullptr) {
                continue;
            }
            std::string summary = std::string(output.name) + ": " + std::string(row.summary);
            auto set = [&options, flag = flag_of(row.name), name = std::string(row.name), form = row.form](const std::string& value) {
                OptionFault fault = option_fault(form, value);
                if (!fault.wrong.empty()) {
                    throw CLI::ValidationError(flag + ": " + fault.wrong + "; " + fault.hint);
                }
                std::string& said = options.options[name];
                said = form.kind == OptionKind::list && !said.empty() ? said + "," + value : value;
            };
            if (row.form.kind == OptionKind::flag) {
                build
                    .add_flag_function(
                        flag_of(row.name), [set](std::int64_t) { set("true"); }, summary)
                    ->group("Of one output");
            } else {
                build
                    .add_option_function<std::vector<std::string>>(
                        flag_of(row.name),
                        [set](const std::vector<std::string>& values) { std::for_each(values.begin(), values.end(), set); }, summary)
                    ->allow_extra_args(false)
                    ->type_name(type_of(row.form))
                    ->group("Of one output");
            }
        }
    }
}

CLI::App* add_build(CLI::App& app, BuildOptions& options) {
    CLI::App* build = app.add_subcommand("build", "Make a book from its folder");
    add_reporting(*build, options);
    build->add_option("--to", options.to, "What to make; epub if left out; may be given again")
        ->check(one_of(names_of_outputs(), "output"))
        ->allow_extra_args(false)
        ->type_name("NAME");
    build
        ->add_option("--edition", options.edition,
                     "student, teacher or test; what `hornbook outputs` names first if left out, for a handout all that belong to it")
        ->check(one_of({"student", "teacher", "test"}, "edition"))
        ->type_name("student|teacher|test");
    build
        ->add_option("--pictures-width", options.pictures_width,
                     "Make wider pictures so many pixels wide; `[pictures] width` of book.toml if left out, else 1600")
        ->check(number_from(least_picture_width, most_picture_width))
        ->type_name("N");
    build
        ->add_option("--pictures", options.pictures,
                     "grey (for e-ink; SVG stays as it is) or keep; `[pictures] colour` of book.toml if left out, else keep")
        ->check(one_of({"grey", "keep"}, "word"))
        ->type_name("grey|keep");
    build->add_flag("--with-chapters", options.with_chapters, "The test edition keeps the chapters' text");
    build->add_option("-o", options.path, "The file or folder to write, instead of one in BOOK/dist named after the title")
        ->type_name("PATH");
    build->add_option("--depfile", options.depfile, "Write which files the book was made of, as rules for Make and Ninja")
        ->type_name("FILE");
    build->add_flag("--watch", options.watch, "Build again whenever a file of the book changes");
    add_output_options(*build, options);
    build->footer(std::string(build_help));
    return build;
}

CLI::App* add_check(CLI::App& app, BuildOptions& options) {
    CLI::App* check = app.add_subcommand("check", "Look for mistakes and make nothing");
    add_reporting(*check, options);
    check->add_flag("--watch", options.watch, "Look again whenever a file of the book changes");
    check->footer("Example:\n  hornbook check my-book");
    return check;
}

CLI::App* add_pack(CLI::App& app, PackOptions& options) {
    CLI::App* pack = app.add_subcommand("pack", "Make one folder for a USB stick or a school's web server");
    pack->add_option("BOOK", options.books, "The books' folders; this one if left out")->type_name("");
    pack->add_option("-o", options.path, "The folder to write, or a file that ends in .zip; hornbook-pack if left out")->type_name("PATH");
    pack->add_option("--for", options.readers, "pupils, teachers or all; all if left out")
        ->check(one_of({"pupils", "teachers", "all"}, "word"))
        ->type_name("pupils|teachers|all");
    pack->add_option("--title", options.title, "What the pack is called on its start page and in its catalogue")->type_name("TEXT");
    pack->add_option("--base-url", options.base_url, "Where the folder will be served: the catalogue's links become absolute")
        ->type_name("URL");
    pack->add_flag("--studio", options.studio, "Put the page along in which books are written, in any browser and without a network");
    pack->add_option("--jobs", options.jobs, "How many cores to use; all if left out")->check(number_from(1U, 1024U))->type_name("N");
    pack->add_flag("--strict", options.strict, "Warnings count as errors");
    pack->add_flag("--quiet", options.quiet, "Say nothing but errors");
    pack->footer(std::string(pack_help));
    return pack;
}

CLI::App* add_plugin(CLI::App& app, PluginOptions& options) {
    CLI::App* plugin = app.add_subcommand("plugin", "Write the plugin for e-readers with KOReader as one zip");
    plugin->add_option("-o", options.path, "The file to write, or a folder for it; hornbook.koplugin.zip if left out")->type_name("PATH");
    plugin->footer(std::string(plugin_help));
    return plugin;
}

CLI::App* add_results(CLI::App& app, ResultsOptions& options) {
    CLI::App* results = app.add_subcommand("results", "Make a table of a class from what its readers exported");
    results->add_option("FILE", options.files, "Exported files (JSON, CSV), photographs of codes, or folders of them")->type_name("");
    results->add_option("--book", options.book, "The book's folder; this one if left out")->type_name("FOLDER");
    results->add_option("--roster", options.roster, "CSV with the names of the pupils")->type_name("FILE");
    results->add_option("--codes", options.codes, "Check codes typed from paper")->type_name("FILE");
    results->add_option("--sheet", options.sheet, "Write the written answers as CSV, to be marked")->type_name("FILE");
    results->add_option("--marks", options.marks, "That sheet with your marks in it")->type_name("FILE");
    results->add_option("--pupils", options.pupils, "Write a page for each pupil to hand out, .html")->type_name("FILE");
    results->add_option("--collector", options.collector, "Write a page by which a telephone collects codes, .html")->type_name("FILE");
    results->add_option("--language", options.language, "Of the pages; the book's if left out, and en where there is no book")
        ->type_name("TAG");
    results
        ->add_option("-o", options.tables,
                     "What to write: .html (the page of the class), .ods (a spreadsheet) or .csv (every attempt); class.html if left out; "
                     "may be given again")
        ->allow_extra_args(false)
        ->type_name("FILE");
    results->footer(std::string(results_help));
    return results;
}

std::string names_of_formats() {
    std::vector<std::string_view> names = bank_formats();
    return join({names.begin(), names.end()}, "|");
}

CLI::App* add_import(CLI::App& app, ImportOptions& options) {
    CLI::App* import = app.add_subcommand("import", "Make a chapter of a question bank of another program");
    import->add_option("FILE", options.files, "Question banks; what they are is seen by what they hold")->required()->type_name("");
    import->add_option("-o", options.path, "The chapter to write (.md), or a folder for chapters; a book's folder will do")
        ->type_name("PATH");
    import->add_option("--from", options.format, "What the banks are, where it is not seen by what they hold")
        ->check(one_of(bank_formats(), "format"))
        ->type_name(names_of_formats());
    import->add_option("--language", options.language, "Of the questions; the book's if left out, else en")->type_name("TAG");
    import->footer(std::string(import_help));
    return import;
}

CLI::App* add_serve(CLI::App& app, ServeOptions& options) {
    CLI::App* serve = app.add_subcommand("serve", "Open a book in a browser, to write it");
    serve->add_option("BOOK", options.book, "The book's folder; this one if left out. An empty one becomes a new book")
        ->type_name("FOLDER");
    serve->add_flag("--open", options.open, "Start the browser");
    serve->add_option("--port", options.port, "The port to listen at; 0: any that is free. If left out 4714, or any if that is taken")
        ->check(number_from(0U, 65535U))
        ->type_name("N");
    serve->footer(std::string(serve_help));
    return serve;
}

CLI::App* add_manual(CLI::App& app, ManualOptions& options) {
    CLI::App* manual = app.add_subcommand("manual", "Write the manual as a book, or tell one thing of it");
    manual
        ->add_option_function<std::vector<std::string>>(
            "TOPIC", [&options](const std::vector<std::string>& words) { options.topic = join(words, " "); },
            "What to tell: a chapter or a section of the manual, or words of it")
        ->type_name("");
    manual->add_option("--to", options.to, "What to make of the manual; epub if left out")
        ->check(one_of(names_of_outputs(), "output"))
        ->type_name("NAME");
    manual->add_option("-o", options.path, "The file or folder to write; hornbook-manual in this folder if left out")->type_name("PATH");
    manual->footer(std::string(manual_help));
    return manual;
}

CLI::App* add_forms(CLI::App& app, FormsOptions& options) {
    CLI::App* forms = app.add_subcommand("forms", "Tell every form by an example, on one page");
    forms->add_option("--to", options.to, "What to make of it, handout for a sheet to print; if left out, it is told here")
        ->check(one_of(names_of_outputs(), "output"))
        ->type_name("NAME");
    forms->add_option("-o", options.path, "The file or folder to write; hornbook-forms in this folder if left out")->type_name("PATH");
    forms->footer(std::string(forms_help));
    return forms;
}

}  // namespace

OfferedCommands::OfferedCommands()
    : app(std::make_unique<CLI::App>("Compiles Markdown chapters, a glossary and quizzes into an EPUB.", "hornbook")) {
    build = add_build(*app, building);
    check = add_check(*app, checking);
    init = app->add_subcommand("init", "Write a small book that shows every form");
    init->add_option("DIR", init_options.folder, "The folder to make")->required();
    init->footer("Example:\n  hornbook init my-book && hornbook build my-book");
    outputs = app->add_subcommand("outputs", "List what can be made");
    outputs->footer("Example:\n  hornbook outputs");
    pack = add_pack(*app, packing);
    plugin = add_plugin(*app, plugin_options);
    results = add_results(*app, results_options);
    import = add_import(*app, import_options);
    serve = add_serve(*app, serve_options);
    manual = add_manual(*app, manual_options);
    forms = add_forms(*app, forms_options);
    app->set_version_flag("--version", std::string("hornbook ") + HORNBOOK_VERSION);
    app->require_subcommand(1);
    app->footer("Example:\n  hornbook init my-book && hornbook build my-book\nEach command has --help of its own.");
}

OfferedCommands::~OfferedCommands() = default;

std::string flag_of(std::string_view option) {
    std::string flag = "--" + std::string(option);
    std::replace(flag.begin(), flag.end(), '_', '-');
    return flag;
}

}  // namespace hornbook
