#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "base/trouble.h"
#include "building/build.h"
#include "building/built_in_books.h"
#include "commands/commands.h"
#include "commands/machine.h"
#include "commands/manual_topics.h"
#include "model/show_diagnostic.h"

namespace hornbook {
namespace {

constexpr std::string_view manual_book = "manual";
constexpr std::string_view card_book = "manual/card";

// A folder with nothing in it, over which a book in memory is read; gone afterwards.
class EmptyFolder {
public:
    EmptyFolder() : path_(std::filesystem::temp_directory_path().string() + "/hornbook-XXXXXX") {
        if (mkdtemp(path_.data()) == nullptr) {
            cannot("make the folder", path_);
        }
    }
    EmptyFolder(const EmptyFolder&) = delete;
    EmptyFolder& operator=(const EmptyFolder&) = delete;
    ~EmptyFolder() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    const std::string& path() const {
        return path_;
    }

private:
    std::string path_;
};

// Makes a book of the program's own; name: of the file or folder in this one where no path was said.
int make_built_in_book(std::string_view book, const std::string& to, const std::string& path, const std::string& name, Console& console) {
    EmptyFolder empty;
    const Output* output = find_output(to.empty() ? "epub" : to);
    BuildRequest request;
    request.folder = empty.path();
    request.open.over = built_in_book(book);
    request.outputs.emplace_back(output);
    request.path = path.empty() ? name + std::string(output->suffix) : path;
    request.source_date = source_date();
    request.pictures_program = pictures_program();
    request.programs = console.programs;
    BuildResult result = build(request);
    for (const Diagnostic& diagnostic : result.diagnostics.all()) {
        console.err << show(diagnostic, result.sources, std::string(book) + "/", console.colour);
    }
    for (const Made& file : result.made) {
        console.out << "made " << file.path << " (" << bytes_in_words(file.bytes) << ")\n";
    }
    return result.made.empty() ? trouble : made;
}

}  // namespace

int run_manual(const ManualOptions& options, Console& console) {
    if (options.topic.empty()) {
        return make_built_in_book(manual_book, options.to, options.path, "hornbook-manual", console);
    }
    std::vector<ManualTopic> topics = topics_of(*built_in_book(manual_book));
    std::vector<const ManualTopic*> meant = topics_meant(topics, options.topic);
    if (meant.size() == 1) {
        console.out << meant[0]->text;
        return made;
    }
    console.err << "hornbook: " << (meant.empty() ? "the manual says nothing of `" : "the manual tells of this in several places: `")
                << options.topic << "`\n";
    std::string chapter;  // not told yet
    for (const ManualTopic& topic : topics) {
        bool shown = meant.empty() ? topic.level < 3 : std::find(meant.begin(), meant.end(), &topic) != meant.end();
        if (topic.level == 1) {
            chapter = "  " + topic.title + "\n";
        }
        if (shown) {
            console.err << chapter << (topic.level == 1 ? "" : "    " + topic.title + "\n");
            chapter.clear();
        }
    }
    return trouble;
}

int run_forms(const FormsOptions& options, Console& console) {
    if (!options.to.empty()) {
        return make_built_in_book(card_book, options.to, options.path, "hornbook-forms", console);
    }
    std::vector<ManualTopic> topics = topics_of(*built_in_book(card_book));
    for (const ManualTopic& topic : topics) {
        console.out << (topic.level == 1 ? topic.text : "");
    }
    return made;
}

}  // namespace hornbook
