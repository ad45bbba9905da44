// Completion: terms of the glossary, ids, keys, files, callouts, where each may stand.

const callouts = ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION', 'SOURCE', 'OBJECTIVES', 'KEY', 'TEACHER'];
const quizKeys = ['hint: ', 'see: #', 'marks: ', 'choose: all', 'feedback: ', 'key:', 'id: ', 'title: '];
const glossaryKeys = ['also: ', 'say: ', 'kind: ', 'see: ', 'auto: no'];
const fences = ['quiz', 'timeline', 'gift', 'aiken'];

const options = (list, type) => list.map((label) => ({label: label.trim(), apply: label, type}));

export const termsOf = (glossary) => Array.from((glossary ?? '').matchAll(/^##\s+(.+?)\s*(\{#[^}]*\})?\s*$/gm), (found) => found[1]);

export function idsOf(text) {
  return Array.from((text ?? '').matchAll(/\{#([^}\s]+)\}|^id:\s*(\S+)/gm), (found) => found[1] ?? found[2]);
}

function insideQuiz(state, pos) {
  let fence = null;
  for (let n = 1; n < state.doc.lineAt(pos).number; ++n) {
    const mark = /^(`{3,}|~{3,})\s*(\w*)/.exec(state.doc.line(n).text);
    if (mark) fence = fence ? null : mark[2];
  }
  return fence === 'quiz';
}

// Completions for a file of the book.
export function completions(book, pathNow) {
  return (context) => {
    const {state, pos} = context;
    const line = state.doc.lineAt(pos);
    const before = line.text.slice(0, pos - line.from);
    const isGlossary = /(^|\/)glossary\.md$/i.test(pathNow());
    const from = (pattern) => {
      const found = pattern.exec(before);
      return found && {start: pos - found[found.length - 1].length};
    };
    let at;
    if ((at = from(/^\s*>\s*\[!(\w*)$/))) return {from: at.start, options: callouts.map((label) => ({label, apply: `${label}]`, type: 'keyword'}))};
    if ((at = from(/^(?:`{3}|~{3})(\w*)$/))) return {from: at.start, options: options(fences, 'keyword')};
    if ((at = from(/\]\(#([^)\s]*)$/)) || (at = from(/^see:\s*#(\S*)$/))) return {from: at.start, options: options(idsOf(state.doc.toString()), 'property')};
    if ((at = from(/!\[[^\]]*\]\(([^)\s]*)$/))) return {from: at.start, options: options(book.paths().filter((path) => path.startsWith('images/')).map((path) => `../${path}`), 'text')};
    if ((at = from(/\]\(([^)\s#]*)$/))) return {from: at.start, options: options(book.paths().filter((path) => /^chapters\/.*\.md$/.test(path)).map((path) => path.slice(9)), 'text')};
    if ((at = from(/(?:^|[^\[\]!^])\[([^\[\]^!]*)$/)) && !isGlossary) {
      const terms = termsOf(book.textNow('chapters/glossary.md'));
      return terms.length ? {from: at.start, options: terms.map((label) => ({label, apply: `${label}]`, type: 'text'}))} : null;
    }
    if ((at = from(/^([a-z]{1,9})$/)) && (isGlossary || insideQuiz(state, pos))) return {from: at.start, options: options(isGlossary ? glossaryKeys : quizKeys, 'keyword')};
    return null;
  };
}
