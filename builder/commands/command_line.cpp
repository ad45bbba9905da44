#include "commands/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "commands/console.h"
#include "commands/help_texts.h"
#include "commands/option_checks.h"
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

// A validator of values that must be one of the names; the nearest is its hint.
CLI::Validator one_of(const std::vector<std::string_view>& names, const std::string& what) {
    auto check = [names, what](const std::string& value) -> std::string {
        if (std::find(names.begin(), names.end(), value) != names.end()) {
            return {};
        }
        std::string_view near = nearest(value, names);
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

std::string flag_of(const OptionRow& row) {
    std::string flag = "--" + std::string(row.name);
    std::replace(flag.begin(), flag.end(), '_', '-');
    return flag;
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
            if (build.get_option_no_throw(flag_of(row)) != nullptr) {
                continue;
            }
            std::string summary = std::string(output.name) + ": " + std::string(row.summary);
            auto set = [&options, flag = flag_of(row), name = std::string(row.name), form = row.form](const std::string& value) {
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
                        flag_of(row), [set](std::int64_t) { set("true"); }, summary)
                    ->group("Of one output");
            } else {
                build
                    .add_option_function<std::vector<std::string>>(
                        flag_of(row), [set](const std::vector<std::string>& values) { std::for_each(values.begin(), values.end(), set); },
                        summary)
                    ->allow_extra_args(false)
                    ->type_name(type_of(row.form))
                    ->group("Of one output");
            }
        }
    }
}

// The message about an option that none of the outputs to make has; empty: there is none.
std::string idle_option(const BuildOptions& building) {
    for (const auto& [name, value] : building.options) {
        std::vector<std::string> owners;
        bool known = false;
        for (const Output& output : outputs()) {
            bool owns =
                std::any_of(output.options.begin(), output.options.end(), [&, &n = name](const OptionRow& row) { return row.name == n; });
            bool made = building.to.empty() ? output.name == "epub"
                                            : std::find(building.to.begin(), building.to.end(), output.name) != building.to.end();
            known = known || (owns && made);
            if (owns) {
                owners.push_back("`--to " + std::string(output.name) + "`");
            }
        }
        if (!known) {
            return "hornbook: nothing that is made here takes `" + flag_of({name, {}, {}, {}}) + "`\n  hint: add " + join(owners, " or ") +
                   "\n";
        }
    }
    return {};
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
        ->type_name("NAME");
    build
        ->add_option("--pictures-width", options.pictures_width,
                     "Make wider pictures so many pixels wide; `[pictures] width` of book.toml if left out, else 1600")
        ->check(number_from(least_picture_width, most_picture_width))
        ->type_name("N");
    build
        ->add_option("--pictures", options.pictures,
                     "grey (for e-ink; SVG stays as it is) or keep; `[pictures] colour` of book.toml if left out, else keep")
        ->check(one_of({"grey", "keep"}, "word"))
        ->type_name("NAME");
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
        ->type_name("NAME");
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
    return join({names.begin(), names.end()}, ", ");
}

CLI::App* add_import(CLI::App& app, ImportOptions& options) {
    CLI::App* import = app.add_subcommand("import", "Make a chapter of a question bank of another program");
    import->add_option("FILE", options.files, "Question banks; what they are is seen by what they hold")->required()->type_name("");
    import->add_option("-o", options.path, "The chapter to write (.md), or a folder for chapters; a book's folder will do")
        ->type_name("PATH");
    import->add_option("--from", options.format, names_of_formats())->check(one_of(bank_formats(), "format"))->type_name("NAME");
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

std::string nearest_to_unknown(const CLI::App& app, const std::string& unknown) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands(nullptr)) {
        names.push_back(command->get_name());
        for (const CLI::Option* option : command->get_options()) {
            if (!option->get_lnames().empty()) {
                names.push_back("--" + option->get_lnames().front());
            }
        }
    }
    return std::string(nearest(unknown, {names.begin(), names.end()}));
}

// An option of `build` that was given to `check`, which makes nothing; empty: none.
std::string only_for_build(const CLI::App& app, int argc, const char* const* argv) {
    for (int i = 1; i < argc && app.got_subcommand("check"); ++i) {
        std::string_view argument(argv[i]);
        std::string name(argument.substr(0, argument.find('=')));
        if (name.starts_with('-') && app.get_subcommand("build")->get_option_no_throw(name) != nullptr &&
            app.get_subcommand("check")->get_option_no_throw(name) == nullptr) {
            return name;
        }
    }
    return {};
}

Said mistake(const CLI::App& app, const CLI::ParseError& error, int argc, const char* const* argv) {
    auto is = [&](CLI::ExitCodes code) { return error.get_exit_code() == static_cast<int>(code); };
    std::string making = only_for_build(app, argc, argv);
    if (is(CLI::ExitCodes::ExtrasError) && !making.empty()) {
        return {"hornbook: `check` makes nothing, so it takes no `" + making + "`\n  hint: `hornbook build` takes it\n", trouble};
    }
    bool is_no_command = app.get_subcommands().empty() && argc > 1 && argv[1][0] != '-';
    std::string text =
        "hornbook: " + (is_no_command ? "there is no command `" + std::string(argv[1]) + "`" : std::string(error.what())) + "\n";
    if (is(CLI::ExitCodes::ExtrasError) || is(CLI::ExitCodes::RequiredError)) {
        for (int i = 1; i < argc; ++i) {
            std::string near = nearest_to_unknown(app, argv[i]);
            if (!near.empty() && near != argv[i]) {
                text += "  hint: did you mean `" + near + "`?\n";
                break;
            }
        }
    }
    std::vector<CLI::App*> asked = app.get_subcommands();
    return {text + (asked.empty() ? "  `hornbook --help` and `hornbook build --help` show what there is\n"
                                  : "  `hornbook " + asked.front()->get_name() + " --help` shows what there is\n"),
            trouble};
}

}  // namespace

Command parse_command_line(int argc, const char* const* argv) {
    CLI::App app("Compiles Markdown chapters, a glossary and quizzes into an EPUB.", "hornbook");
    BuildOptions building;
    BuildOptions checking;
    InitOptions init_options;
    PackOptions packing;
    ResultsOptions results_options;
    CLI::App* build = add_build(app, building);
    CLI::App* check = add_check(app, checking);
    CLI::App* init = app.add_subcommand("init", "Write a small book that shows every form");
    init->add_option("DIR", init_options.folder, "The folder to make")->required();
    init->footer("Example:\n  hornbook init my-book && hornbook build my-book");
    CLI::App* list = app.add_subcommand("outputs", "List what can be made");
    list->footer("Example:\n  hornbook outputs");
    CLI::App* pack = add_pack(app, packing);
    PluginOptions plugin_options;
    CLI::App* plugin = add_plugin(app, plugin_options);
    CLI::App* results = add_results(app, results_options);
    ImportOptions import_options;
    CLI::App* import = add_import(app, import_options);
    ServeOptions serve_options;
    CLI::App* serve = add_serve(app, serve_options);
    app.set_version_flag("--version", std::string("hornbook ") + HORNBOOK_VERSION);
    app.require_subcommand(1);
    app.footer("Example:\n  hornbook init my-book && hornbook build my-book\nEach command has --help of its own.");
    if (std::optional<Said> empty = refuse_empty_argument({argv, static_cast<std::size_t>(argc)})) {
        return *empty;
    }
    try {
        app.parse(argc, const_cast<char**>(argv));
    } catch (const CLI::CallForHelp&) {
        const CLI::App* asked = app.get_subcommands().empty() ? &app : app.get_subcommands().front();
        return Said{asked->help(asked == &app ? "" : "hornbook"), made};
    } catch (const CLI::CallForVersion& version) {
        return Said{std::string(version.what()) + "\n", made};
    } catch (const CLI::ParseError& error) {
        return mistake(app, error, argc, argv);
    }
    if (check->parsed()) {
        checking.only_check = true;
        return checking;
    }
    if (build->parsed()) {
        if (building.with_chapters && building.edition != "test") {
            return Said{"hornbook: --with-chapters is for the test edition\n  hint: add `--edition test`\n", trouble};
        }
        if (!building.path.empty() && building.to.size() > 1) {
            return Said{"hornbook: -o names one place, but " + std::to_string(building.to.size()) +
                            " outputs were asked for\n  hint: leave out -o, or build them one by one\n",
                        trouble};
        }
        std::string idle = idle_option(building);
        return idle.empty() ? Command(building) : Said{idle, trouble};
    }
    if (pack->parsed()) {
        return check_pack_options(packing);
    }
    if (plugin->parsed()) {
        return check_plugin_options(plugin_options);
    }
    if (results->parsed()) {
        return check_results_options(results_options);
    }
    if (import->parsed()) {
        return import_options;
    }
    if (serve->parsed()) {
        return serve_options;
    }
    return init->parsed() ? Command(init_options) : Command(OutputsOptions{});
}

}  // namespace hornbook
