#include "base/text.h"
#include "model/plain_text.h"
#include "rendering/entry_facts.h"
#include "rendering/pages/pages.h"
#include "rendering/pages/plan.h"

namespace hornbook {
namespace {

class GlossaryPage {
public:
    GlossaryPage(XmlWriter& xml, const PagedBook& paged) : xml_(xml), book_(paged.book), page_(prose_page(paged, no_index, false)) {}

    void show() {
        xml_.open("section", {{"class", "glossary"}, {"epub:type", "glossary"}, {"role", "doc-glossary"}, {"aria-labelledby", "hb-title"}});
        xml_.open("h1", {{"id", "hb-title"}});
        if (book_.glossary.title.empty()) {
            xml_.text(book_.words.glossary);
        } else {
            render_inlines(xml_, book_.glossary.title, page_);
        }
        xml_.close();
        xml_.line_break();
        render_blocks(xml_, book_.glossary.introduction, page_);
        xml_.open("dl");
        for (const Entry& entry : book_.glossary.entries) {
            show(entry);
        }
        xml_.close();
        xml_.close();
    }

private:
    void show(const Entry& entry) {
        mark_source(xml_, entry.place, page_);
        xml_.open("dt", {{"id", entry.id}, {"epub:type", "glossterm"}});
        xml_.element("dfn", {}, entry.term.text);
        xml_.close();
        xml_.open("dd", {{"epub:type", "glossdef"}});
        show_kind(entry);
        render_blocks(xml_, entry.definition, page_);
        show_names(entry);
        show_see(entry);
        show_uses(entry);
        xml_.close();
        xml_.line_break();
    }

    void show_kind(const Entry& entry) {
        std::string facts = entry_facts(entry, book_.words);
        if (!facts.empty()) {
            xml_.element("p", {{"class", "entry-kind"}}, facts);
        }
    }

    void show_names(const Entry& entry) {
        std::string names = other_names(entry, book_.words);
        if (!names.empty()) {
            xml_.element("p", {{"class", "entry-also"}}, names);
        }
    }

    // Writes a word such as "See also: {}" with the list of names in place of "{}".
    template <class List, class ShowOne>
    void show_list(std::string_view css_class, const std::string& words, const List& list, const ShowOne& show_one) {
        if (list.empty()) {
            return;
        }
        std::size_t at = std::min(words.find("{}"), words.size());
        xml_.open("p", {{"class", css_class}});
        xml_.text(words.substr(0, at));
        for (const auto& item : list) {
            if (&item != &list.front()) {
                xml_.text(book_.words.list_comma);
            }
            show_one(item);
        }
        xml_.text(at < words.size() ? words.substr(at + 2) : "");
        xml_.close();
    }

    void show_see(const Entry& entry) {
        show_list("entry-see", book_.words.see_also, entry.see, [&](const SeeAlso& see) {
            if (see.entry == no_index) {
                return xml_.text(see.name.text);
            }
            xml_.element("a", {{"href", "#" + book_.glossary.entries[see.entry].id}}, see.name.text);
        });
    }

    void show_uses(const Entry& entry) {
        show_list("entry-uses", book_.words.used_in, entry.uses, [&](const GlossaryUse& use) {
            xml_.element("a", {{"href", page_.chapter_href(use.chapter, use.id)}}, plain_text(book_.chapters[use.chapter].title));
        });
    }

    XmlWriter& xml_;
    const Book& book_;
    Page page_;
};

}  // namespace

void glossary_page(XmlWriter& xml, const PagedBook& paged) {
    GlossaryPage(xml, paged).show();
}

}  // namespace hornbook
