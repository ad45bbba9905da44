#include "outputs/epub/kepub.h"

#include "base/parallel.h"
#include "outputs/epub/document.h"
#include "outputs/epub/epub.h"
#include "xml/kobo_spans.h"

namespace hornbook {

Files make_kepub(const Book& book, const Settings& settings, Diagnostics& losses) {
    Files files = make_epub(book, settings, losses);
    for_each_in_parallel(files.size(), settings.jobs, [&](std::size_t i) {
        if (files[i].name.ends_with(page_ending)) {
            files[i].bytes = with_kobo_spans(files[i].bytes);
        }
    });
    return files;
}

}  // namespace hornbook
