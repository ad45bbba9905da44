// Prepared: pictures of the tests taken through the whole stage, and what it says of them.
#pragma once

#include "catch.h"
#include "pictures/prepare.h"
#include "temporary_folder.h"

namespace hornbook {

inline const std::string program = HORNBOOK_BINARY_DIR "/hornbook-pictures";

inline std::string fixture(const std::string& name) {
    return bytes_of_file(HORNBOOK_SOURCE_DIR "/tests/pictures/files/" + name);
}

inline Picture picture(std::string source, std::string bytes) {
    Picture made;
    made.source = std::move(source);
    made.bytes = std::move(bytes);
    return made;
}

struct Prepared {
    Book book;
    Diagnostics diagnostics;
};

// A book with these pictures; the first of them is its cover, so that none is drawn.
inline Prepared prepare(std::vector<Picture> pictures, unsigned jobs = 1, PictureRules rules = {}, ProcessLimits limits = {}) {
    Prepared result;
    result.book.picture_rules = rules;
    result.book.metadata.title = "Water";
    result.book.metadata.cover = pictures.front().source;
    result.book.cover = 0;
    result.book.pictures = std::move(pictures);
    prepare_pictures(result.book, {program, jobs, limits, {}}, result.diagnostics);
    return result;
}

inline std::string svg(std::string_view attributes, std::string_view inside = "") {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" " + std::string(attributes) + ">" + std::string(inside) + "</svg>";
}

inline void check_message(const Prepared& prepared, Mistake mistake, const std::string& part) {
    REQUIRE(prepared.diagnostics.all().size() == 1);
    const Diagnostic& d = prepared.diagnostics.all()[0];
    CHECK(code_of(d.mistake) == code_of(mistake));
    CAPTURE(d.message);
    CHECK(d.message.find(part) != std::string::npos);
    CHECK_FALSE(d.hint.empty());
}

}  // namespace hornbook
