#include "base/counted.h"
#include "base/text.h"
#include "building/build.h"
#include "building/json_lines.h"
#include "building/watch.h"
#include "commands/commands.h"
#include "commands/machine.h"
#include "model/show_diagnostic.h"

namespace hornbook {
namespace {

// The path without the slashes that shells complete: `my-book/` -> `my-book`.
std::string without_slashes(std::string path) {
    while (path.size() > 1 && path.ends_with('/')) {
        path.pop_back();
    }
    return path;
}

BuildRequest request_for(const BuildOptions& options) {
    BuildRequest request;
    request.folder = without_slashes(options.book);
    for (const std::string& name : options.to) {
        request.outputs.emplace_back(find_output(name));
    }
    if (options.only_check) {
        request.outputs.clear();
    } else if (options.to.empty()) {
        request.outputs.emplace_back(find_output("epub"));
    }
    if (!options.edition.empty()) {
        request.edition = options.edition == "teacher" ? Edition::teacher : options.edition == "test" ? Edition::test : Edition::student;
    }
    request.options = options.options;
    request.strict = options.strict;
    request.path = options.path;
    request.depfile = options.depfile;
    request.with_chapters = options.with_chapters;
    request.jobs = options.jobs;
    if (options.pictures_width != 0) {
        request.pictures_width = options.pictures_width;
    }
    if (!options.pictures.empty()) {
        request.grey_pictures = options.pictures == "grey";
    }
    request.source_date = source_date();
    request.pictures_program = pictures_program();
    return request;
}

class BuildCommand {
public:
    BuildCommand(const BuildOptions& options, Console& console) : options_(options), console_(console) {}

    int run() {
        BuildRequest request = request_for(options_);
        request.programs = console_.programs;
        if (console_.watched != nullptr && !options_.quiet && !options_.json) {
            request.progress = [this](std::string_view stage) { *console_.watched << "\r\x1b[K" << stage << " …" << std::flush; };
        }
        BuildResult result = build(request);
        if (request.progress && console_.watched != nullptr) {
            *console_.watched << "\r\x1b[K" << std::flush;
        }
        options_.json ? show_json(result) : show_text(result);
        bool stopped = result.diagnostics.stop_work(options_.strict);
        return stopped ? has_mistakes : made;
    }

private:
    void show_json(const BuildResult& result) {
        for (const Diagnostic& diagnostic : result.diagnostics.all()) {
            console_.out << json_line(diagnostic, result.sources);
        }
        for (const Made& file : result.made) {
            console_.out << json_line(file);
        }
    }

    void show_text(const BuildResult& result) {
        std::string prefix = options_.book == "." ? "" : options_.book + (options_.book.ends_with('/') ? "" : "/");
        for (const Diagnostic& diagnostic : result.diagnostics.all()) {
            if (!options_.quiet || options_.strict || severity_of(diagnostic.mistake) == Severity::error) {
                console_.err << show(diagnostic, result.sources, prefix, console_.colour);
            }
        }
        summarise(result);
    }

    void summarise(const BuildResult& result) {
        std::size_t errors = result.diagnostics.count(Severity::error);
        std::size_t warnings = result.diagnostics.count(Severity::warning);
        if (errors + warnings > 0 && (errors > 0 || !options_.quiet)) {
            console_.err << errors_and_warnings(errors, warnings);
            bool stopped = !options_.only_check && result.made.empty();
            console_.err << (stopped ? "; no book was made" : "") << "\n";
        }
        if (options_.quiet) {
            return;
        }
        for (const Made& file : result.made) {
            bool folder = file.output->container == Container::folder;
            bool are_heavy = file.picture_bytes >= 1'000'000;
            console_.out << "made " << file.path << " (" << (folder ? counted(file.files.size(), "file") + ", " : "")
                         << bytes_in_words(file.bytes) << (are_heavy ? ", pictures " + bytes_in_words(file.picture_bytes) : "") << ")\n";
        }
        if (options_.only_check && errors + warnings == 0) {
            console_.out << "no mistakes found\n";
        }
        console_.out << std::flush;
    }

    const BuildOptions& options_;
    Console& console_;
};

}  // namespace

int run_build(const BuildOptions& options, Console& console) {
    Signature built = options.watch ? signature_of(options.book) : Signature{};  // before, so that a change meanwhile is one
    int exit_code = BuildCommand(options, console).run();
    while (options.watch) {
        wait_for_change(options.book, built);
        built = signature_of(options.book);
        try {
            exit_code = BuildCommand(options, console).run();
        } catch (const std::exception& problem) {  // a folder being saved may be gone for a moment
            console.err << "hornbook: " << problem.what() << "\n";
        }
    }
    return exit_code;
}

}  // namespace hornbook
