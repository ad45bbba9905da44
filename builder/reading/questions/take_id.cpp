// The key `id:` of quizzes and questions.
#include <algorithm>

#include "model/mistakes.h"
#include "reading/questions/question.h"

namespace hornbook {

std::string take_id(ProseReader& reader, const Line& value) {
    std::string id(value.text);
    auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
    if (id.empty() || !std::all_of(id.begin(), id.end(), fits)) {
        reader.diagnostics.add(Mistake::bad_id, place_of(reader.file, value, value.text), "`" + id + "` cannot be an id",
                               "use letters a to z, digits, `-` and `_`");
        return {};
    }
    return id;
}

}  // namespace hornbook
