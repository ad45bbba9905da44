#include "page_list.h"

#include <algorithm>
#include <charconv>
#include <mutex>

#include "base/parallel.h"
#include "base/trouble.h"
#include "printing/page_starts.h"
#include "printing/print.h"
#include "weaving/editions.h"

namespace hornbook {
namespace {

// When handouts are made alone, as somebody may expect more of `page_list`.
void add_remarks(const Settings& settings, const MakeRequest& request) {
    bool printed = std::any_of(request.build.outputs.begin(), request.build.outputs.end(),
                               [](const Wanted& w) { return w.output->name == "handout"; });
    if (request.build.options.contains("page_list")) {
        request.remarks.emplace_back("`--page-list` gives the EPUB the pages of the reading; add `--to epub`");
    } else if (printed && settings.flag("large_print")) {
        request.remarks.emplace_back("large print has pages of its own, so their numbers are not those in the EPUB");
    }
}

}  // namespace

void find_page_starts(Book& book, const MakeRequest& request) {
    const Output& handout = *find_output("handout");
    Settings settings = settings_for(handout, request);
    const std::vector<Wanted>& made = request.build.outputs;
    bool shown = std::any_of(made.begin(), made.end(),
                             [](const Wanted& wanted) { return wanted.output->name == "epub" || wanted.output->name == "kepub"; });
    if (!settings.flag("page_list")) {
        return;
    }
    if (!shown) {
        add_remarks(settings, request);
        return;
    }
    std::string missing = missing_for(false);
    if (!missing.empty()) {
        throw Trouble("`page_list` needs the pages of the printed reading: " + missing);
    }
    settings.options["parts"] = "reading";
    settings.options["chapter"] = "";
    settings.options["html"] = "false";
    Diagnostics none;
    Files readings = handout.make(edition_of(book, Edition::test, true), settings, none);
    std::mutex one_at_a_time;
    std::size_t done = 0;
    for_each_in_parallel(book.chapters.size(), request.build.jobs, [&](std::size_t i) {
        Chapter& chapter = book.chapters[i];
        auto reading =
            std::find_if(readings.begin(), readings.end(), [&](const File& file) { return file.name == chapter.slug + "-reading.pdf"; });
        if (reading == readings.end()) {
            return;
        }
        for (const MarkedPage& page : pages_of(reading->name, reading->bytes)) {
            PageStart start{0, std::to_string(i + 1) + "–" + std::to_string(page.page)};
            std::from_chars(page.mark.data(), page.mark.data() + page.mark.size(), start.block);
            chapter.page_starts.push_back(start);
        }
        std::scoped_lock lock(one_at_a_time);
        ++done;
        if (request.build.progress) {
            request.build.progress("pages of chapter " + std::to_string(done) + " of " + std::to_string(book.chapters.size()));
        }
    });
}

}  // namespace hornbook
