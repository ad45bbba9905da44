// Plain text of inlines and blocks: for titles, ids, alternative text, JSON.
#pragma once

#include <string>

#include "model/prose.h"

namespace hornbook {

std::string plain_text(const Inlines& inlines);  // gaps are "____", breaks are spaces
std::string plain_text(const Blocks& blocks);    // blocks divided by a newline

}  // namespace hornbook
