// Hidden forms: comments of other programs, which nobody is to read, and changes that wait for a decision. They vanish, or become what is
// proposed, before CommonMark reads a text; each is told.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "reading/forms/other_forms.h"

namespace hornbook {

struct HiddenForm {
    std::optional<OtherForm> form;  // empty: nothing is lost, so nothing is told
    std::size_t begin = 0;          // in the text
    std::size_t end = 0;
    std::size_t kept_begin = 0;  // of what is shown; equal to kept_end where nothing is
    std::size_t kept_end = 0;
    std::string seen;  // as it stood
};

// What begins at `at`. `unclosed` are the openings that nothing closes further on.
std::optional<HiddenForm> hidden_form_at(std::string_view text, std::size_t at, std::set<std::string_view>& unclosed);
// Marks that show nothing stand where it stood, so that columns stay.
void hide(const HiddenForm& form, std::string& text);

// `Commented [AB1]: …`, as word processors put comments into a text.
bool begins_office_comment(std::string_view text);
// `[comment]: # (…)` and the like, whatever follows.
bool begins_comment_definition(std::string_view text);

}  // namespace hornbook
