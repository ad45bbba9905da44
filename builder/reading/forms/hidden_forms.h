// Hidden forms: comments of other programs, which no reader should see, and proposed changes that wait for a decision. Before CommonMark
// reads a text, they vanish or become what is proposed; each is reported.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "reading/forms/other_forms.h"

namespace hornbook {

struct HiddenForm {
    std::optional<OtherForm> form;  // empty: nothing is lost, so nothing is reported
    std::size_t begin = 0;          // in the text
    std::size_t end = 0;
    std::size_t kept_begin = 0;  // of the text that is kept; equal to kept_end where nothing is
    std::size_t kept_end = 0;
    std::string seen;  // as the author wrote it
};

// The hidden form that begins at `at`; none: there is none. unclosed: openings that nothing closes further on, added to here.
std::optional<HiddenForm> hidden_form_at(std::string_view text, std::size_t at, std::set<std::string_view>& unclosed);
// Replaces the form by marks that show nothing, so that columns stay.
void hide(const HiddenForm& form, std::string& text);

// Whether it begins like a word processor's comment: `Commented [AB1]: …`.
bool begins_office_comment(std::string_view text);
// Whether it begins like `[comment]: # (…)`, whatever follows.
bool begins_comment_definition(std::string_view text);

}  // namespace hornbook
