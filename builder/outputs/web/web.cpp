#include "outputs/web/web.h"

#include "base/built_in.h"
#include "base/parallel.h"
#include "outputs/web/search_index.h"
#include "outputs/web/site_page.h"
#include "outputs/web/site_style.h"
#include "rendering/pages/page_assets.h"

namespace hornbook {

Files make_web(const Book& book, const Settings& settings, Diagnostics& /*losses*/) {
    PagedBook paged{book, site_ending};
    PagePlan plan = plan_pages(paged);
    Site site = plan_site(paged, plan);
    std::vector<std::string> pages(site.pages.size());
    for_each_in_parallel(pages.size(), settings.jobs, [&](std::size_t i) { pages[i] = site_page(site, i); });
    Files files;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        files.push_back({site.pages[i].file, std::move(pages[i])});
    }
    files.push_back({std::string(site_style_file), site_style(book)});
    files.push_back({std::string(search_index_file), search_index(paged)});
    files.push_back({std::string(search_script_file), std::string(built_in_file("plugin/web/search.js"))});
    files.push_back({std::string(notes_script_file), std::string(built_in_file("plugin/web/notes.js"))});
    if (plan.has_script) {
        files.push_back({std::string(site_quiz_script_file), quiz_script()});
        files.push_back({std::string(site_quiz_style_file), quiz_style()});
    }
    for (const ShownPicture& picture : plan.pictures) {
        bool is_text = picture.picture->media_type == "image/svg+xml";
        files.push_back({picture.file, picture.picture->bytes, is_text});
    }
    return files;
}

}  // namespace hornbook
