// Typed values: the types of values that keys of a TOML file take, with messages for others. A reader of such a file is a list of rows: a
// key, and the function here that puts its value into a variable.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/sources.h"
#include "model/diagnostics.h"
#include "reading/toml/toml_value.h"

namespace hornbook {

struct NamedFile {
    std::string name;
    Place place;
};

// The words of messages about a value that is not a whole number, or is too small or too big.
struct WholeNumberForm {
    int least;
    int most;
    std::string_view what;     // "a number of pixels"
    std::string_view example;  // "1600"
    std::string_view refusal;  // "pictures cannot be {} pixels wide"; "{}" is what was written
    std::string_view range;    // "a number from 100 to 10000", as the hint has it
};

class TypedValues {
public:
    using Take = std::function<void(const TomlValue&)>;
    struct KeyRow {
        std::string_view key;
        Take take;
    };

    // Keeps both references.
    TypedValues(const Source& source, Diagnostics& diagnostics) : source_(source), diagnostics_(diagnostics) {}

    // Each of these returns a function that puts a value into `target`, a reference that it keeps, or reports why it cannot.
    Take text(std::string& target, Place* place = nullptr);  // on one line; may be empty
    Take word(std::string& target);                          // text that may not be empty
    Take texts(std::vector<std::string>& target);            // a list, or one text; none of them empty
    Take names(std::vector<NamedFile>& target, Place* place = nullptr);
    Take yes_or_no(bool& target);
    Take whole_number(std::function<void(int)> target, WholeNumberForm form);
    Take day(std::string& target, std::string_view stand_in);  // stand_in: the value for a day that cannot be read
    template <class Value>
    Take one_of(Value& target, std::vector<std::pair<std::string_view, Value>> values) {
        return [this, &target, values = std::move(values)](const TomlValue& node) {
            std::vector<std::string_view> known;
            for (const auto& [name, value] : values) {
                known.push_back(name);
            }
            if (std::optional<std::size_t> index = which_of(known, node)) {
                target = values[*index].second;
            }
        };
    }
    Take section(std::string_view name, std::vector<KeyRow> rows);  // `[name]` with these keys
    Take table(std::function<void(const TomlValue& table)> read);   // a section whose keys are not known beforehand

    // The keys that stand above all sections, so that one which slipped below a section can be told as such.
    void set_keys_above(std::vector<std::string_view> keys) {
        keys_above_ = std::move(keys);
    }

    // Reads every entry of the table by its row; one without a row is reported. section: the table's name, or empty for the file itself.
    void read(const TomlValue& table, std::string_view section, const std::vector<KeyRow>& rows);

    std::vector<NamedFile> names_in(const TomlValue& node);
    void wrong_type(const TomlValue& node, std::string_view expected, std::string_view example);  // example: a value as it could be written
    void report(Mistake mistake, Place place, std::string message, std::string hint);

private:
    std::string one_line(const TomlValue& value);
    void says_nothing(Place place);
    std::optional<std::size_t> which_of(const std::vector<std::string_view>& known, const TomlValue& node);

    std::vector<std::string_view> keys_above_;
    const Source& source_;
    Diagnostics& diagnostics_;
};

}  // namespace hornbook
