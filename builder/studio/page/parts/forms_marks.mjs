// Marks of Hornbook's own forms in the text: quizzes, callouts, gaps, keys. What else is Markdown the parser colours.
import {Decoration, ViewPlugin} from '@codemirror/view';

const classOf = (name) => Decoration.mark({class: `hb-${name}`});
const marks = Object.fromEntries(['question', 'right', 'choice', 'key', 'gap', 'accepted', 'feedback', 'callout', 'fence', 'arrow', 'term', 'id'].map((name) => [name, classOf(name)]));
const quizLine = Decoration.line({class: 'hb-quiz-line'});

const keys = '(?:title|id|script|hint|see|marks|choose|feedback|key|also|say|kind|auto)';
const inQuiz = [
  [/^##\s.*/, 'question'],
  [/^- \[[xX]\]/, 'right'],
  [/^- \[ \]/, 'choice'],
  [/^\s+>.*/, 'feedback'],
  [/^=\s.*/, 'accepted'],
  [/^_{3,}.*/, 'accepted'],
  [new RegExp(`^${keys}:`), 'key'],
  [/\[\[[^\]]*\]\]/g, 'gap'],
  [/ -> /g, 'arrow'],
];
const elsewhere = [
  [/^>\s*\[![A-Z]+\]/, 'callout'],
  [/\{#[^}\s]+\}\s*$/, 'id'],
  [/\[\^[^\]]+\]:?/g, 'term'],
];

// Whether a fence of questions is open at the beginning of the line, from the text above it.
function openFence(doc, from) {
  let fence = null;
  const line = doc.lineAt(from).number;
  for (let n = 1; n < line; ++n) fence = after(fence, doc.line(n).text);
  return fence;
}

function after(fence, text) {
  const mark = /^(`{3,}|~{3,})\s*([\w{.-]*)/.exec(text);
  if (!mark) return fence;
  if (!fence) return {mark: mark[1], kind: mark[2]};
  return mark[1][0] === fence.mark[0] && mark[1].length >= fence.mark.length && !mark[2] ? null : fence;
}

function find(text, begin, rows, into) {
  for (const [pattern, name] of rows) {
    for (const found of pattern.global ? text.matchAll(pattern) : [pattern.exec(text)].filter(Boolean)) {
      into.push(marks[name].range(begin + found.index, begin + found.index + found[0].length));
    }
  }
}

function decorate(view) {
  const ranges = [];
  for (const {from, to} of view.visibleRanges) {
    let fence = openFence(view.state.doc, from);
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      const next = after(fence, line.text);
      const isQuiz = fence?.kind === 'quiz';
      if (next !== fence) ranges.push(marks.fence.range(line.from, Math.max(line.to, line.from + 1)));
      else if (isQuiz) find(line.text, line.from, inQuiz, ranges);
      else if (!fence) find(line.text, line.from, elsewhere, ranges);
      if (isQuiz || next?.kind === 'quiz') ranges.push(quizLine.range(line.from));
      fence = next;
      at = line.to + 1;
    }
  }
  return Decoration.set(ranges.filter((range) => range.from < range.to || range.value === quizLine), true);
}

export const formMarks = ViewPlugin.fromClass(class {
  constructor(view) {
    this.decorations = decorate(view);
  }
  update(update) {
    if (update.docChanged || update.viewportChanged) this.decorations = decorate(update.view);
  }
}, {decorations: (plugin) => plugin.decorations});
