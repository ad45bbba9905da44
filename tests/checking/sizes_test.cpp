// The sizes that the builder looks at are those of the schemas, which the plugin's tests hold it to as well.
#include <fstream>
#include <nlohmann/json.hpp>

#include "catch.h"
#include "model/device_limits.h"
#include "model/marks.h"

using namespace hornbook;
using Json = nlohmann::json;

namespace {

Json schema(const std::string& name) {
    std::ifstream file(HORNBOOK_SOURCE_DIR "/plugin/" + name);
    return Json::parse(file);
}

}  // namespace

TEST_CASE("limits of devices are those of the schemas") {
    Json quiz = schema("quiz-data.schema.json");
    const Json& parts = quiz["$defs"]["question"]["properties"];
    CHECK(quiz["properties"]["quizzes"]["maxItems"] == device_limits::quizzes);
    CHECK(quiz["$defs"]["quiz"]["properties"]["questions"]["maxItems"] == device_limits::questions);
    CHECK(parts["choices"]["maxItems"] == device_limits::choices);
    CHECK(parts["blanks"]["maxItems"] == device_limits::gaps);
    CHECK(parts["lefts"]["maxItems"] == device_limits::pairs);
    CHECK(parts["rights"]["maxItems"] == device_limits::pairs);
    CHECK(parts["items"]["maxItems"] == device_limits::steps);
    CHECK(parts["pictures"]["maxItems"] == device_limits::pictures);
    CHECK(parts["marks"]["maximum"] == most_marks);
    CHECK(quiz["$defs"]["blank"]["properties"]["accepted"]["maxItems"] == device_limits::accepted);
    CHECK(quiz["$defs"]["text"]["maxLength"] == device_limits::text);
    CHECK(quiz["$defs"]["xhtml"]["maxLength"] == device_limits::xhtml);
    CHECK(quiz["$defs"]["name"]["maxLength"] == device_limits::name);
    Json glossary = schema("glossary-data.schema.json");
    CHECK(glossary["properties"]["entries"]["maxItems"] == device_limits::entries);
    CHECK(glossary["$defs"]["entry"]["properties"]["also"]["maxItems"] == device_limits::other_names);
}
