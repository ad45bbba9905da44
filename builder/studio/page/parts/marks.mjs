// Marks: what bold, italic, a heading and a list do to a text, and where a block has its place in it. No editor is needed for that.

const runAtEnd = (text) => /\**$/.exec(text)[0].length;
const runAtStart = (text) => /^\**/.exec(text)[0].length;
const holds = (run, mark) => (mark.length === 2 ? run >= 2 : run % 2 === 1);

// Whether a mark is open at the end of a line's beginning; bullets and escaped signs are none.
function isOpen(before, mark) {
  const runs = before.replace(/^\s*\*\s/, '').replace(/\\./g, '').match(/\*+/g) ?? [];
  return runs.filter((run) => holds(run.length, mark)).length % 2 === 1;
}

// What the key of a mark does between two pieces of a line: 'off' takes marks away, 'over' steps behind the closing one, 'on' puts them.
export function markStep(before, selected, after, mark) {
  if (holds(runAtEnd(before), mark) && holds(runAtStart(after), mark)) return 'off';
  return !selected && holds(runAtStart(after), mark) && isOpen(before, mark) ? 'over' : 'on';
}

// Lines as headings or as items of a list, or as plain ones where all of them were that already.
export function toggled(lines, mark) {
  const full = lines.filter((line) => line.trim() || lines.length === 1);
  const isOn = full.every((line) => line.startsWith(mark));
  const plain = (line) => line.replace(mark === '- ' ? /^([-*+]|\d+[.)])\s+/ : /^#{1,6}\s+/, '');
  return lines.map((line) => (!full.includes(line) ? line : isOn ? line.slice(mark.length) : mark + plain(line)));
}

// The line, from 1, behind which a block may stand: a table is not cut.
export function lineForBlock(lines, line) {
  const isRow = (n) => /^\s*\|/.test(lines[n - 1] ?? '');
  if (!isRow(line)) return line;
  let last = line;
  while (isRow(last + 1)) ++last;
  return lines[last]?.trim() === '' && /^Table:/.test(lines[last + 1] ?? '') ? last + 2 : last;
}

// Each line, and whether it lies within a fence.
function* fenced(text) {
  let fence = '';
  for (const line of text.split('\n')) {
    const mark = /^(`{3,}|~{3,})/.exec(line)?.[1];
    const isInside = fence !== '';
    if (mark && !fence) fence = mark;
    else if (mark && mark[0] === fence[0] && mark.length >= fence.length) fence = '';
    yield [line, isInside];
  }
}

export const hasTitle = (text) => [...fenced(text)].some(([line, isInside]) => !isInside && /^#\s/.test(line));

const titleLine = /^#\s+(.+?)\s*(\{#[^}]*\})?\s*$/;

// The title above a chapter's text, as it is written; undefined: there is none.
export function titleIn(text) {
  for (const [line, isInside] of fenced(text)) if (!isInside && titleLine.test(line)) return titleLine.exec(line)[1];
  return undefined;
}

// The text with another title; a name for links behind it stays.
export function withTitle(text, title) {
  let isDone = false;
  const lines = Array.from(fenced(text), ([line, isInside]) => {
    const found = !isDone && !isInside && titleLine.exec(line);
    if (!found) return line;
    isDone = true;
    return `# ${title}${found[2] ? ` ${found[2]}` : ''}`;
  });
  return isDone ? lines.join('\n') : `# ${title}\n\n${text}`;
}

// A text for a chapter that has its title: where headings begin at the first level, all of them lie one deeper.
export function belowTitle(text) {
  if (!hasTitle(text)) return text;
  return Array.from(fenced(text), ([line, isInside]) => (isInside ? line : line.replace(/^#{1,5}(?=\s)/, '$&#'))).join('\n');
}

// The cells of a spreadsheet as it gives them to be pasted: rows of words.
export function cellsOf(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/g)) {
    rows[rows.length - 1].push(quoted === undefined ? plain : quoted.replace(/""/g, '"'));
    if (end === '') break;
    if (end === '\n') rows.push([]);
  }
  return rows;
}

// A table with these cells from a row and a column on, larger where they need it.
export function withCells(cells, put, row, column) {
  const width = Math.max(cells[0].length, ...put.map((one) => column + one.length));
  const height = Math.max(cells.length, row + put.length);
  return Array.from({length: height}, (_, r) => Array.from({length: width}, (__, c) => put[r - row]?.[c - column] ?? cells[r]?.[c] ?? ''));
}
