// Truths: *True* and *False* as a book's language has them. The table is made of builder/model/words when the page is bundled.
/* global HORNBOOK_TRUTHS */

export function truthsOf(language) {
  const tag = language.toLowerCase();
  return HORNBOOK_TRUTHS[tag] ?? HORNBOOK_TRUTHS[tag.split('-')[0]] ?? HORNBOOK_TRUTHS.en;
}
