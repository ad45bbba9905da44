#include "shelf/start_page.h"

#include <algorithm>

#include "base/built_in.h"
#include "base/content_policy.h"
#include "base/text.h"
#include "shelf/publications.h"
#include "xml/writer.h"

namespace hornbook {
namespace {

struct Group {
    std::string language;  // of Hornbook's own words
    std::vector<const ShelfBook*> books;
};

std::string_view direction_of(std::string_view language) {
    return is_right_to_left(language) ? "rtl" : "ltr";
}

class StartPage {
public:
    explicit StartPage(const Shelf& shelf) : shelf_(shelf) {
        for (const ShelfBook& book : shelf.books) {
            std::string language(language_of_words(book.metadata.language));
            auto known = std::find_if(groups_.begin(), groups_.end(), [&](const Group& group) { return group.language == language; });
            if (known == groups_.end()) {
                groups_.push_back({language, {}});
                known = groups_.end() - 1;
            }
            known->books.push_back(&book);
        }
    }

    std::string write() {
        const std::string& language = groups_.front().language;
        html_.doctype("html");
        html_.open("html", {{"lang", language}, {"dir", direction_of(language)}});
        write_head();
        html_.open("body");
        html_.open("header");
        html_.element("h1", {{"dir", "auto"}}, title_of(shelf_));
        html_.close();
        html_.open("main");
        std::for_each(groups_.begin(), groups_.end(), [this](const Group& group) { write_group(group); });
        html_.close();
        write_footer(words_for(language));
        html_.close();
        html_.close();
        return html_.take() + "\n";
    }

private:
    void write_head() {
        html_.open("head");
        std::string_view style = built_in_file("styles/shelf.css");
        html_.empty("meta", {{"charset", "utf-8"}});
        html_.empty("meta",
                    {{"http-equiv", "Content-Security-Policy"}, {"content", content_policy({"img-src 'self'", this_style(style)})}});
        html_.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
        html_.element("title", {}, title_of(shelf_));
        html_.element("style", {}, style);
        html_.close();
        html_.line_break();
    }

    void write_group(const Group& group) {
        html_.line_break();
        html_.open("section", {{"lang", group.language}, {"dir", direction_of(group.language)}});
        Words words = words_for(group.language);
        html_.open("div", {{"class", "books"}});
        for (const ShelfBook* book : group.books) {
            write_book(*book, words);
        }
        html_.close();
        html_.close();
    }

    void write_book(const ShelfBook& book, const Words& words) {
        const Metadata& metadata = book.metadata;
        html_.line_break();
        html_.open("article");
        html_.open("img", {{"src", url_of(book.thumbnail.path)},
                           {"width", std::to_string(book.thumbnail.width)},
                           {"height", std::to_string(book.thumbnail.height)},
                           {"loading", "lazy"}});
        html_.attribute("alt", "");  // the title stands beside it
        html_.close_empty();
        html_.open("div", {{"class", "about"}});
        html_.open("div", {{"lang", metadata.language}, {"dir", direction_of(metadata.language)}});
        html_.element("h2", {}, metadata.title);
        write_line("subtitle", metadata.subtitle);
        write_line("authors", join(metadata.authors, words.list_comma));
        write_line("description", metadata.description);
        html_.close();
        html_.open("ul", {{"class", "files"}});
        for (const ShelfItem& item : book.items) {
            write_item(item, words);
        }
        html_.close();
        html_.close();
        html_.close();
    }

    void write_line(std::string_view kind, const std::string& text) {
        if (!text.empty()) {
            html_.element("p", {{"class", kind}}, text);
        }
    }

    void write_size_and_key(const ShelfItem& item, const Words& words) {
        std::string count = item.row->opens.empty() && item.files.size() > 1 ? std::to_string(item.files.size()) + " × " : "";
        std::string format = names_format(*item.row, words) ? "" : std::string(item.row->format) + ", ";
        html_.text(" ");
        html_.element("bdi", {{"class", "size"}}, count + format + size_in_words(size_of(item)));
        if (item.row->key != KeyInside::not_its_matter) {
            html_.text(" ");
            html_.element("span", {{"class", "key"}}, item.row->key == KeyInside::present ? words.with_answers : words.without_answers);
        }
    }

    void write_item(const ShelfItem& item, const Words& words) {
        html_.line_break();
        html_.open("li", {{"class", "file"}});
        const ShelfFile* one = file_to_open(item);
        if (one != nullptr) {
            html_.element("a", {{"href", url_of(one->path)}, {"type", item.row->media_type}}, label_of(*item.row, words));
            write_size_and_key(item, words);
        } else {
            write_files(item, words);
        }
        html_.close();
    }

    static const ShelfFile* file_to_open(const ShelfItem& item) {
        if (item.files.size() == 1) {
            return &item.files.front();
        }
        std::string end = "/" + std::string(item.row->opens);
        auto found = std::find_if(item.files.begin(), item.files.end(),
                                  [&](const ShelfFile& file) { return !item.row->opens.empty() && file.path.ends_with(end); });
        return found == item.files.end() ? nullptr : &*found;
    }

    void write_files(const ShelfItem& item, const Words& words) {
        html_.open("details");
        html_.open("summary");
        html_.element("span", {}, label_of(*item.row, words));
        write_size_and_key(item, words);
        html_.close();
        html_.open("ul", {{"class", "single"}, {"dir", "ltr"}});
        for (const ShelfFile& file : item.files) {
            html_.line_break();
            html_.open("li");
            html_.element("a", {{"href", url_of(file.path)}}, file.path.substr(file.path.rfind('/') + 1));
            html_.text(" ");
            html_.element("span", {{"class", "size"}}, size_in_words(file.bytes));
            html_.close();
        }
        html_.close();
        html_.close();
    }

    void write_footer(const Words& words) {
        html_.line_break();
        html_.open("footer");
        html_.open("details");
        html_.element("summary", {}, words.for_computers);
        html_.open("ul");
        if (shelf_.has_plugin) {
            html_.open("li");
            html_.text(fill_in(words.plugin_for, "KOReader") + ": ");
            html_.element("code", {{"dir", "ltr"}}, plugin_folder);
            html_.close();
        }
        if (shelf_.has_studio) {
            html_.open("li");
            html_.text("Hornbook: ");
            html_.element("a", {{"href", studio_name}}, studio_name);
            html_.close();
        }
        html_.open("li");
        html_.element("a", {{"href", leaflet_name}}, leaflet_name);
        html_.close();
        html_.open("li");
        html_.text(words.catalogue + ": ");
        html_.element("a", {{"href", page_name(".xml", 1)}}, page_name(".xml", 1));
        html_.close();
        html_.close();
        html_.close();
        html_.close();
    }

    const Shelf& shelf_;
    std::vector<Group> groups_;
    XmlWriter html_;
};

}  // namespace

std::string make_start_page(const Shelf& shelf) {
    return StartPage(shelf).write();
}

}  // namespace hornbook
