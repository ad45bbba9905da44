#include "outputs/epub/glossary_data.h"

#include <nlohmann/json.hpp>

#include "rendering/pages/plan.h"
#include "rendering/shown_text.h"

namespace hornbook {
namespace {

using Json = nlohmann::ordered_json;

constexpr int schema_version = 1;

Json entry_json(const PagedBook& paged, const Entry& entry) {
    Json json = {{"id", entry.id},
                 {"href", page_file(paged, "glossary") + "#" + entry.id},
                 {"term", entry.term.text},
                 {"definition", shown_text(entry.definition)}};
    if (!entry.also.empty()) {
        json["also"] = Json::array();
        for (const Name& name : entry.also) {
            json["also"].push_back(name.text);
        }
    }
    if (!entry.say.empty()) {
        json["say"] = entry.say;
    }
    if (!entry.kind.empty()) {
        json["kind"] = entry.kind;
    }
    return json;
}

}  // namespace

std::string glossary_data(const PagedBook& paged) {
    const Book& book = paged.book;
    Json root = {{"schema", "hornbook-glossary-data"},
                 {"version", schema_version},
                 {"book", book.metadata.book_identifier},
                 {"title", book.metadata.title},
                 {"language", book.metadata.language},
                 {"direction", is_right_to_left(book.metadata.language) ? "rtl" : "ltr"},
                 {"entries", Json::array()}};
    for (const Entry& entry : book.glossary.entries) {
        root["entries"].push_back(entry_json(paged, entry));
    }
    return root.dump(1) + "\n";
}

}  // namespace hornbook
