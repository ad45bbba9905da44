#include "base/counted.h"
#include "base/trouble.h"
#include "building/pack.h"
#include "commands/commands.h"
#include "commands/machine.h"
#include "model/show_diagnostic.h"

namespace hornbook {
namespace {

class PackCommand {
public:
    PackCommand(const PackOptions& options, Console& console) : options_(options), console_(console) {}

    int run() {
        PackRequest request;
        request.books = options_.books;
        if (options_.readers != "all") {
            request.readers = options_.readers == "pupils" ? Readers::pupils : Readers::teachers;
        }
        request.path = options_.path;
        request.title = options_.title;
        request.base_url = options_.base_url;
        request.studio = options_.studio ? studio_for_others() : "";
        request.strict = options_.strict;
        request.source_date = source_date();
        request.jobs = options_.jobs;
        request.pictures_program = pictures_program();
        request.programs = console_.programs;
        if (console_.watched != nullptr && !options_.quiet) {
            request.progress = [this](std::string_view stage) { *console_.watched << "\r\x1b[K" << stage << " …" << std::flush; };
        }
        PackResult result = pack(request);
        if (request.progress && console_.watched != nullptr) {
            *console_.watched << "\r\x1b[K" << std::flush;
        }
        show_mistakes(result);
        if (!options_.quiet) {
            show_what_was_made(result);
        }
        return result.is_made ? made : has_mistakes;
    }

private:
    // The page with an engine of its own, which says so in its head: one that asks `hornbook serve` does nothing elsewhere. Throws Trouble.
    static std::string studio_for_others() {
        std::optional<std::string> page = studio_page();
        if (!page) {
            throw Trouble("--studio: this machine has no " + std::string(studio_name) + ", which builder/studio/build makes");
        }
        if (page->find(R"(<meta name="hornbook-engine" content="webassembly">)") == std::string::npos) {
            throw Trouble("--studio: the " + std::string(studio_name) +
                          " of this machine works with `hornbook serve` alone; builder/studio/build makes one that works by itself");
        }
        return std::move(*page);
    }

    void show_mistakes(const PackResult& result) {
        std::size_t errors = 0;
        std::size_t warnings = 0;
        for (const PackedBook& book : result.books) {
            std::string prefix = book.folder == "." ? "" : book.folder + (book.folder.ends_with('/') ? "" : "/");
            for (const Diagnostic& diagnostic : book.diagnostics.all()) {
                if (!options_.quiet || options_.strict || severity_of(diagnostic.mistake) == Severity::error) {
                    console_.err << show(diagnostic, book.sources, prefix, console_.colour);
                }
            }
            errors += book.diagnostics.count(Severity::error);
            warnings += book.diagnostics.count(Severity::warning);
        }
        if (errors > 0 || (warnings > 0 && !options_.quiet)) {
            console_.err << errors_and_warnings(errors, warnings) << (result.is_made ? "" : "; nothing was packed") << "\n";
        }
    }

    void show_what_was_made(const PackResult& result) {
        for (const Diagnostic& diagnostic : result.diagnostics.all()) {
            console_.err << show(diagnostic, Sources(), "", console_.colour);
        }
        if (result.is_made) {
            console_.out << "made " << options_.path << " (" << counted(result.books.size(), "book") << ", "
                         << counted(result.files, "file") << ", " << bytes_in_words(result.bytes) << ")\n"
                         << std::flush;
        }
    }

    const PackOptions& options_;
    Console& console_;
};

}  // namespace

int run_pack(const PackOptions& options, Console& console) {
    return PackCommand(options, console).run();
}

}  // namespace hornbook
