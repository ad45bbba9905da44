// Truths: *True* and *False* as a book's language has them, English where it has none. The table is made of builder/model/words when the
// page is bundled.
/* global HORNBOOK_TRUTHS */

export function truthsOf(language, table = HORNBOOK_TRUTHS) {
  const parts = language.toLowerCase().split('-');
  for (let n = parts.length; n > 0; --n) {
    const found = table[parts.slice(0, n).join('-')];
    if (found) return found;
  }
  return table.en;
}
