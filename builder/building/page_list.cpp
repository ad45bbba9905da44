#include "building/page_list.h"

#include <algorithm>
#include <charconv>
#include <mutex>

#include "base/parallel.h"
#include "base/trouble.h"
#include "model/mistakes.h"
#include "printing/page_starts.h"
#include "printing/print.h"
#include "weaving/editions.h"

namespace hornbook {
namespace {

// Notes `page_list` where only handouts are made, in which it does nothing.
void tell_unused(const Output& printed, const Settings& settings, const BuildRequest& request, Diagnostics& diagnostics) {
    bool is_made = std::any_of(request.outputs.begin(), request.outputs.end(), [&](const Wanted& w) { return w.output == &printed; });
    if (request.options.contains(printed.pages->wanted)) {
        diagnostics.add(Mistake::unused_option, no_file,
                        "`" + flag_for(printed.pages->wanted) + "` gives the EPUB the pages of the reading, and none is made",
                        "add `--to epub`");
    } else if (is_made && settings.flag(printed.pages->other)) {
        diagnostics.add(Mistake::unused_option, no_file, "large print has pages of its own, so their numbers are not those in the EPUB");
    }
}

}  // namespace

void find_page_starts(Book& book, const BuildRequest& request, std::int64_t modified, const OptionsOfOutputs& from_book,
                      Diagnostics& diagnostics) {
    std::span<const Output> all = outputs();
    const Output& printed = *std::find_if(all.begin(), all.end(), [](const Output& output) { return output.pages.has_value(); });
    auto own = from_book.find(printed.name);
    Settings settings = settings_for(printed, {request, request.edition, modified,
                                               own == from_book.end() ? std::map<std::string, std::string, std::less<>>() : own->second});
    if (!settings.flag(printed.pages->wanted)) {
        return;
    }
    if (std::none_of(request.outputs.begin(), request.outputs.end(), [](const Wanted& w) { return w.output->shows_pages; })) {
        return tell_unused(printed, settings, request, diagnostics);
    }
    Lack missing = missing_for(false, request.programs);
    if (!missing.what.empty()) {
        throw Trouble("`" + std::string(printed.pages->wanted) + "` needs the pages of the printed reading: " + in_one_line(missing));
    }
    for (const auto& [name, value] : printed.pages->settings) {
        settings.options[std::string(name)] = value;
    }
    Diagnostics none;
    Files readings = printed.make(edition_of(book, Edition::test, true), settings, none);
    std::mutex one_at_a_time;
    std::size_t done = 0;
    for_each_in_parallel(book.chapters.size(), request.jobs, [&](std::size_t i) {
        Chapter& chapter = book.chapters[i];
        auto reading = std::find_if(readings.begin(), readings.end(),
                                    [&](const File& file) { return file.name == chapter.slug + std::string(printed.pages->suffix); });
        if (reading == readings.end()) {
            return;
        }
        for (const MarkedPage& page : pages_of(reading->name, reading->bytes, request.programs)) {
            PageStart start{0, std::to_string(i + 1) + "–" + std::to_string(page.page)};
            std::from_chars(page.mark.data(), page.mark.data() + page.mark.size(), start.block);
            chapter.page_starts.push_back(start);
        }
        std::scoped_lock lock(one_at_a_time);
        ++done;
        if (request.progress) {
            request.progress("pages of chapter " + std::to_string(done) + " of " + std::to_string(book.chapters.size()));
        }
    });
}

}  // namespace hornbook
