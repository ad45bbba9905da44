// Requests: one JSON object in, one out, whoever carries them: HTTP (serving) or a worker in a page (engine). Paths are relative to the
// book, `/` between names; `bytes` is Base64; `hash` begins the SHA-256 of a file's bytes. What fails is {"trouble": "words for the
// author"}.
//
// {"do":"open"} -> {"title","language","direction","version","empty","chapters","left_out","glossary","parts","files","outputs","script"}:
//     chapters in the book's order, as paths; empty: there is nothing of a book yet; parts: {"title","chapters"}; files: {"path","size",
//     "hash"}; outputs: {"name","what","suffix","editions","options"}; script: that of quizzes, which a preview with "quiz" may run
// {"do":"read","path"} -> {"text","hash"}, or {"bytes","hash"} where it is no text; as saved, without drafts
// {"do":"write","path","text" or "bytes","was"} -> {"hash"}, or {"conflict":{"text" or "bytes","hash"}} where the file is no longer what
//     `was` said (null: it was not there), and nothing is written; without a hash it is gone
// {"do":"rename","from","to"} -> {}        {"do":"remove","path","was"} -> {} or a conflict
// Every request may come with "drafts": {PATH: text}, texts that are not saved: previews, checks and builds see them instead of the files,
//     now and later; null: forget it. {"do":"draft","drafts"} -> {} does nothing else
// {"do":"preview","chapter","edition"} -> {"page","for_teachers","quiz","styles","language","direction","pictures","has_mistakes"}:
//     the page as XHTML's <body>, null where the edition does not have it; pictures in it are named by their path in the book, those that
//     no file has are in `pictures` by that name: {"bytes"}; quiz: JSON for <script type="application/json" id="hornbook-quiz-data">,
//     or null
// {"do":"messages","chapter"} -> {"messages","about","outline"}: what is wrong in a chapter, or the glossary; about: the files of
//     which these are all messages, none: every file; outline: a hash, while it is the same, what is wrong in other files is what it
//     was before. Without a chapter: {"messages"}, of the whole book. Formulas are tried in that chapter alone
// {"do":"check","edition"} -> {"messages"}: as the lines of `check --json`
// {"do":"build","to","edition","options","print"} -> {"files":[{"name","bytes"}],"messages"}; print: false: without PDF and the like
// {"do":"new","title","language"} -> as open, of the book that `hornbook init` makes; only where no book is yet
// {"do":"import","name","bytes"} -> {"files","messages"}: a question bank becomes a chapter, the first of the files that are written
#pragma once

#include <string>
#include <string_view>

#include "studio/session.h"

namespace hornbook {

// Thread-safe: files are written one at a time, all else goes on beside it.
std::string answer(Session& session, std::string_view request);

}  // namespace hornbook
