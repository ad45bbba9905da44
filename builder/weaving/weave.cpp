#include "weaving/weave.h"

#include "weaving/passes.h"

namespace hornbook {

void weave(Book& book, unsigned jobs, Diagnostics& diagnostics) {
    weave_identity(book);
    sort_glossary(book);
    weave_slugs(book);
    weave_quizzes(book, diagnostics);
    Anchors anchors = weave_ids(book, diagnostics);
    weave_glossary_ids(book, anchors, diagnostics);
    weave_links(book, anchors, diagnostics);
    weave_footnotes(book);
    weave_glossary_links(book, jobs);
}

}  // namespace hornbook
