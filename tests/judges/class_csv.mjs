// The table of a class, as `hornbook results -o class.csv` writes it: rows as objects by the names of their columns.
export function readCsv(text) {
  const rows = [[]];
  for (const [, quoted, end] of text.replace(/^\ufeff/, '').matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    rows.at(-1).push(quoted.replaceAll('""', '"').replace(/^'(?='*\s*[=+\-@＝＋－＠]|'*[\t\r\n])/, ''));
    if (end !== ',') rows.push([]);
  }
  const head = rows.shift();
  return rows.filter((row) => row.length > 0).map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
}
