#include "commands/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/text.h"
#include "commands/console.h"
#include "commands/offered_commands.h"
#include "commands/option_checks.h"
#include "outputs/output.h"

namespace hornbook {
namespace {

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
            return "hornbook: nothing that is made here takes `" + flag_of(name) + "`\n  hint: add " + join(owners, " or ") + "\n";
        }
    }
    return {};
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

// The message about an option that takes one value and is there twice, in place of CLI11's words; empty: it is another mistake.
std::string said_twice(const CLI::ParseError& error) {
    std::string_view words(error.what());
    std::size_t end = words.find(": At Most 1 required but received ");
    std::string option(words.substr(0, std::min(end, words.size())));
    return end == std::string_view::npos ? ""
                                         : "hornbook: `" + option + "` is there more than once, and takes one value\n  hint: leave one `" +
                                               option + "`, or run hornbook once for each\n";
}

Said mistake(const CLI::App& app, const CLI::ParseError& error, int argc, const char* const* argv) {
    auto is = [&](CLI::ExitCodes code) { return error.get_exit_code() == static_cast<int>(code); };
    std::string making = only_for_build(app, argc, argv);
    if (is(CLI::ExitCodes::ExtrasError) && !making.empty()) {
        return {"hornbook: `check` makes nothing, so it takes no `" + making + "`\n  hint: `hornbook build` takes it\n", trouble};
    }
    if (std::string repeated = said_twice(error); !repeated.empty()) {
        return {repeated, trouble};
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
    OfferedCommands offered;
    CLI::App& app = *offered.app;
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
    if (offered.check->parsed()) {
        offered.checking.only_check = true;
        return offered.checking;
    }
    if (offered.build->parsed()) {
        if (offered.building.with_chapters && offered.building.edition != "test") {
            return Said{"hornbook: --with-chapters is for the test edition\n  hint: add `--edition test`\n", trouble};
        }
        if (!offered.building.path.empty() && offered.building.to.size() > 1) {
            return Said{"hornbook: -o names one place, but " + std::to_string(offered.building.to.size()) +
                            " outputs were asked for\n  hint: leave out -o, or build them one by one\n",
                        trouble};
        }
        std::string idle = idle_option(offered.building);
        idle += idle.empty() ? other_output_at(offered.building.to.empty() ? "" : offered.building.to.front(), offered.building.path) : "";
        return idle.empty() ? Command(offered.building) : Said{idle, trouble};
    }
    if (offered.pack->parsed()) {
        return check_pack_options(offered.packing);
    }
    if (offered.plugin->parsed()) {
        return check_plugin_options(offered.plugin_options);
    }
    if (offered.results->parsed()) {
        return check_results_options(offered.results_options);
    }
    if (offered.import->parsed()) {
        return offered.import_options;
    }
    if (offered.serve->parsed()) {
        return offered.serve_options;
    }
    if (offered.manual->parsed()) {
        return check_manual_options(offered.manual_options);
    }
    if (offered.forms->parsed()) {
        return check_forms_options(offered.forms_options);
    }
    return offered.init->parsed() ? Command(offered.init_options) : Command(OutputsOptions{});
}

std::vector<CommandHelp> described_commands() {
    OfferedCommands offered;
    std::vector<CommandHelp> commands;
    for (const CLI::App* command : offered.app->get_subcommands(nullptr)) {
        CommandHelp help{command->get_name(), command->get_description(), {}, command->get_footer()};
        for (const CLI::Option* option : command->get_options()) {
            bool is_argument = option->get_positional();
            bool takes_value = option->get_items_expected_max() > 0 && !is_argument;
            help.options.push_back({option->get_name(is_argument, true), takes_value ? option->get_type_name() : "",
                                    option->get_description(), is_argument, option->get_group() == "Of one output"});
        }
        commands.push_back(std::move(help));
    }
    return commands;
}

}  // namespace hornbook
