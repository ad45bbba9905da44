#include "base/language_tag.h"

#include "catch.h"

namespace hornbook {

TEST_CASE("the language that was meant is known by its name or a system's") {
    CHECK(meant_language("de_DE") == "de-DE");
    CHECK(meant_language("pt_BR.UTF-8") == "pt-BR");
    CHECK(meant_language("German") == "de");
    CHECK(meant_language(" Русский ") == "ru");
    CHECK(meant_language("Klingon").empty());
    CHECK(meant_language("").empty());
}

}  // namespace hornbook
