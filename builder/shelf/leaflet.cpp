#include "shelf/leaflet.h"

#include <algorithm>
#include <map>

#include "shelf/publications.h"

namespace hornbook {
namespace {

constexpr std::size_t column = 16;

class LeafletWriter {
public:
    explicit LeafletWriter(const Shelf& shelf) : shelf_(shelf) {}

    std::string write() {
        line(title_of(shelf_));
        line();
        line("Open index.html in any browser to see what is here and which file fits which device.");
        line(shelf_.readers == Readers::teachers ? "THIS FOLDER HOLDS ANSWERS. It is for teachers."
                                                 : "Nothing here needs a network or an account.");
        write_contents();
        write_readers();
        write_answers();
        write_server();
        write_checking();
        return std::move(text_);
    }

private:
    // Writes a line with CR and LF, without which old editors of Windows show a text as one line.
    void line(const std::string& words = "") {
        text_ += words + "\r\n";
    }

    void heading(const std::string& words) {
        line();
        line(words);
        line(std::string(words.size(), '-'));
    }

    void row(std::string name, const std::string& words) {
        name.resize(std::max(column, name.size() + 1), ' ');
        line(name + words);
    }

    bool has(const ShelfRow& row) const {
        return std::any_of(shelf_.books.begin(), shelf_.books.end(), [&](const ShelfBook& book) {
            return std::any_of(book.items.begin(), book.items.end(), [&](const ShelfItem& item) { return item.row == &row; });
        });
    }

    bool has_output(std::string_view output) const {
        std::span<const ShelfRow> rows = shelf_rows();
        return std::any_of(rows.begin(), rows.end(), [&](const ShelfRow& row) { return row.output == output && has(row); });
    }

    void write_contents() {
        heading("What lies where");
        for (const ShelfRow& each : shelf_rows()) {
            if (has(each)) {
                row(std::string(each.folder) + "/", std::string(each.leaflet));
            }
        }
        if (shelf_.has_plugin) {
            row("koreader/", "hornbook.koplugin, which plays the quizzes on e-readers with KOReader; also as a zip");
        }
        if (shelf_.has_studio) {
            row(std::string(studio_name), "such books are written in it: any browser opens it, without a network");
        }
        row("covers/", "pictures for the start page and the catalogue");
        row("catalog.*", "catalogue for reading apps, once a web server serves this folder");
        if (shelf_.has_teachers) {
            row("teachers/", "answers and teachers' material, with a start page of its own;");
            row("", "leave this folder off what pupils get");
        }
    }

    void write_readers() {
        heading("Onto e-readers and tablets");
        line("Connect the device and copy the .epub files into its folder for books, or open them");
        line("from index.html on the device.");
        if (shelf_.has_plugin) {
            line("KOReader: copy the folder koreader/hornbook.koplugin, whole, into KOReader's folder");
            line("plugins (Kobo: .adds/koreader/plugins, Kindle: koreader/plugins, PocketBook:");
            line("applications/koreader/plugins, Android: koreader/plugins) and restart KOReader.");
        }
        if (has_output("stardict")) {
            line("Dictionaries: copy the folders of dictionaries/ into KOReader's folder data/dict.");
        }
    }

    void write_answers() {
        std::string proved;
        std::string holding;
        for (const ShelfRow& each : shelf_rows()) {
            if (has(each) && each.key != KeyInside::not_its_matter) {
                std::string& list = each.key == KeyInside::present ? holding : proved;
                list += (list.empty() ? "" : ", ") + std::string(each.folder) + "/";
            }
        }
        if (shelf_.readers == Readers::teachers) {
            return;
        }
        heading("Answers");
        if (!proved.empty()) {
            line("Without answers: " + proved + ". They were made of books from which the key was taken,");
            line("and proved: with another key in the source they are the same, byte for byte.");
        }
        if (!holding.empty()) {
            line("With answers and feedback, for practice and not for marks: " + holding + ".");
        }
    }

    void write_server() {
        heading("On the school's web server");
        line("Any web server will do: copy this folder to it as it is. It should send these types:");
        row("  .epub", "application/epub+zip");
        row("  catalog*.xml", "application/atom+xml;profile=opds-catalog;kind=acquisition");
        row("  catalog*.json", "application/opds+json");
        line("In reading apps (KOReader, Thorium, Moon+ Reader and others), add the address of the");
        line("catalogue, such as " + (shelf_.base_url.empty() ? "http://server/books/" : shelf_.base_url) + "catalog.xml");
        if (shelf_.has_teachers) {
            line("Protect the folder teachers/ by a password, or leave it off.");
        }
    }

    void write_checking() {
        heading("Did all files arrive whole?");
        line("On Linux, in this folder:  sha256sum -c SHA256SUMS");
        line("On a Mac:                  shasum -a 256 -c SHA256SUMS");
        line("On Windows, one file:      certutil -hashfile FILE SHA256");
        if (shelf_.has_teachers) {
            line("The folder teachers/ has a list of its own.");
        }
    }

    const Shelf& shelf_;
    std::string text_;
};

}  // namespace

std::string make_leaflet(const Shelf& shelf) {
    return LeafletWriter(shelf).write();
}

}  // namespace hornbook
