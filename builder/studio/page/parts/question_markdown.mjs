// Questions as fields and as lines of a quiz, both ways. What the fields cannot hold is not read: no word of an author's is lost.

export const kinds = ['choose', 'truth', 'gaps', 'short', 'match', 'order', 'write'];

const key = /^(id|hint|see|marks|choose|feedback|key):\s?(.*)$/;
const forms = {
  choose: /^[-*+] \[([ xX])\] ?(.*)$/,
  short: /^= ?(.*)$/,
  write: /^_{3,}(?:\s+lines=(\d+))?\s*$/,
  match: /^[-*+] (.*?) ?-> ?(.*)$/,
  order: /^\d+[.)] (.*)$/,
};

export function emptyQuestion(kind, truths = ['True', 'False']) {
  const question = {kind, text: '', body: '', marks: '', hint: '', see: '', id: '', feedback: '', key: '', lines: '', all: false, answers: []};
  if (kind === 'choose') question.answers = [true, false, false].map((right) => ({text: '', right, feedback: ''}));
  if (kind === 'truth') question.answers = truths.map((text, i) => ({text, right: i === 0, feedback: ''}));
  if (kind === 'short') question.answers = [{text: '', feedback: ''}];
  if (kind === 'match') question.answers = [0, 1, 2].map(() => ({text: '', other: '', feedback: ''}));
  if (kind === 'order') question.answers = [0, 1, 2].map(() => ({text: '', feedback: ''}));
  if (kind === 'write') question.lines = '5';
  return question;
}

function kindOf(lines) {
  const plain = lines.slice(1).filter((line) => !key.test(line));
  const found = ['choose', 'short', 'write', 'match'].find((kind) => plain.some((line) => forms[kind].test(line)));
  if (found) return found;
  if (lines.some((line) => /\[\[[^\]]+\]\]/.test(line))) return 'gaps';
  return plain.some((line) => forms.order.test(line)) ? 'order' : null;
}

function answerOf(kind, line) {
  const found = forms[kind]?.exec(line);
  if (!found) return null;
  if (kind === 'choose') return {text: found[2], right: found[1] !== ' ', feedback: ''};
  if (kind === 'match') return {text: found[1].trim(), other: found[2], feedback: ''};
  return {text: found[1] ?? '', feedback: ''};
}

const inWords = (lines) => lines.map((line) => line.trim()).filter(Boolean);

// The fields of a question's lines, from its `##` on; null where they hold more than the fields do.
export function readQuestion(markdown, truths = ['True', 'False']) {
  const lines = markdown.replace(/\s+$/, '').split('\n');
  if (!/^##\s/.test(lines[0] ?? '')) return null;
  const kind = kindOf(lines);
  if (!kind) return null;
  const question = {...emptyQuestion(kind), kind, text: lines[0].replace(/^##\s+/, '').trim(), answers: [], lines: ''};
  const body = [];
  let part = 'body';
  for (const line of lines.slice(1)) {
    const named = key.exec(line);
    const answer = answerOf(kind, line);
    const said = /^\s*>\s?(.*)$/.exec(line);
    if (named) {
      part = named[1];
      if (part === 'choose') question.all = named[2].trim() === 'all';
      else question[part] = named[2].trim();
    } else if (part === 'key' || part === 'feedback') {
      question[part] += `\n${line}`;
    } else if (kind === 'write' && forms.write.test(line)) {
      question.lines = forms.write.exec(line)[1] ?? '5';
      part = 'answers';
    } else if (answer && kind !== 'write') {
      question.answers.push(answer);
      part = 'answers';
    } else if (part === 'answers' && said && question.answers.length) {
      const last = question.answers[question.answers.length - 1];
      last.feedback += `${last.feedback ? '\n' : ''}${said[1]}`;
    } else if (part === 'body') {
      body.push(line);
    } else if (line.trim()) {
      return null;
    } else {
      part = part === 'answers' ? 'answers' : 'between';
    }
  }
  question.body = body.join('\n').trim();
  question.key = question.key.trim();
  question.feedback = question.feedback.trim();
  const words = question.answers.map((one) => one.text);
  if (kind === 'choose' && words.length === 2 && truths.every((truth) => words.includes(truth))) question.kind = 'truth';
  const again = new Set(inWords(writeQuestion(question).split('\n')).map(plainLine));
  return inWords(lines).every((line) => again.has(plainLine(line))) ? question : null;
}

// A line as it counts for the comparison: other bullets, capitals of [X], numbers of a list are the same.
function plainLine(line) {
  return line.replace(/^[*+] /, '- ').replace('[X]', '[x]').replace(/^\d+[.)] /, '1. ').replace(/^##\s+/, '## ').replace(/^_{3,}.*/, '____').replace(/^(\w+):\s*/, '$1: ').replace(/^>\s*/, '> ').replace(/\s+/g, ' ').trim();
}

const said = (feedback) => (feedback.trim() ? feedback.trim().split('\n').map((line) => `  > ${line}`.trimEnd()) : []);

// The lines of a question.
export function writeQuestion(question) {
  const lines = [`## ${question.text.replace(/\s+/g, ' ').trim()}`];
  if (question.body.trim()) lines.push(question.body.trim(), '');
  const given = question.answers.filter((one) => one.text.trim() || one.other?.trim());
  const row = {
    choose: (one) => `- [${one.right ? 'x' : ' '}] ${one.text.trim()}`,
    truth: (one) => `- [${one.right ? 'x' : ' '}] ${one.text.trim()}`,
    short: (one) => `= ${one.text.trim()}`,
    match: (one) => `- ${one.text.trim()}${one.text.trim() ? ' ' : ''}-> ${one.other.trim()}`,
    order: (one, i) => `${i + 1}. ${one.text.trim()}`,
  }[question.kind];
  if (row) given.forEach((one, i) => lines.push(row(one, i), ...said(one.feedback)));
  if (question.kind === 'write') lines.push(`____ lines=${question.lines || 5}`);
  if (question.kind === 'choose' && question.all) lines.push('choose: all');
  for (const name of ['id', 'marks', 'hint', 'see']) {
    if (String(question[name]).trim()) lines.push(`${name}: ${String(question[name]).replace(/\s+/g, ' ').trim()}`);
  }
  if (question.key.trim()) lines.push(`key:${/^\s*[-\d]|\n/.test(question.key.trim()) ? '\n' : ' '}${question.key.trim()}`);
  if (question.feedback.trim()) lines.push(`feedback: ${question.feedback.trim()}`);
  return `${lines.join('\n')}\n`;
}

// What is missing before the question can be asked, as a key of the page's words; null: nothing.
export function lackOf(question) {
  const given = question.answers.filter((one) => one.text.trim() || one.other?.trim());
  if (!question.text.trim()) return 'lack_text';
  if (question.kind === 'gaps' && !/\[\[[^\]]*\S[^\]]*\]\]/.test(question.text + question.body)) return 'lack_gap';
  if (['choose', 'truth', 'match', 'order'].includes(question.kind) && given.length < 2) return 'lack_two';
  if (['choose', 'truth'].includes(question.kind) && !given.some((one) => one.right)) return 'lack_right';
  if (question.kind === 'choose' && new Set(given.map((one) => one.text.trim().toLowerCase())).size < given.length) return 'lack_differ';
  if (question.kind === 'match' && given.some((one) => !one.other.trim())) return 'lack_pair';
  if (question.kind === 'short' && !given.length) return 'lack_answer';
  return null;
}

// Where the quiz and the question at a line of the text begin and end: lines from 1, `to` the first behind, `next` that before which another
// question goes. Behind its last answer, and on a fence, no question is any more. null: no quiz there.
export function questionAt(text, line) {
  const lines = text.split('\n');
  let fence = null;
  for (let n = 0; n < lines.length; ++n) {
    const mark = /^(`{3,}|~{3,})\s*(\w*)/.exec(lines[n]);
    if (!mark) continue;
    if (!fence) {
      fence = {from: n, mark: mark[1], kind: mark[2]};
    } else if (mark[1][0] === fence.mark[0] && mark[1].length >= fence.mark.length && !mark[2]) {
      if (fence.kind === 'quiz' && line - 1 >= fence.from && line - 1 <= n) return within(lines, fence.from, n, line - 1);
      fence = null;
    }
  }
  return fence && fence.kind === 'quiz' && line - 1 >= fence.from ? within(lines, fence.from, lines.length, line - 1) : null;
}

function within(lines, from, to, at) {
  let begin = -1;
  for (let n = from + 1; n <= Math.min(at, to - 1); ++n) if (/^##\s/.test(lines[n])) begin = n;
  let end = to;
  for (let n = begin + 1; begin >= 0 && n < to; ++n) {
    if (/^##\s/.test(lines[n])) {
      end = n;
      break;
    }
  }
  const quiz = {from: from + 1, to: to + 1};
  let last = end - 1;
  while (last > begin && !lines[last].trim()) --last;
  const question = begin < 0 || at > last ? null : {from: begin + 1, to: end + 1, text: lines.slice(begin, end).join('\n')};
  return {quiz, question, next: end + 1};
}

// The quiz that a new question at this line joins: the one there, or one that ends right above.
export function quizFor(text, line) {
  const lines = text.split('\n');
  for (let n = line; n >= Math.max(1, line - 2); --n) {
    const found = questionAt(text, n);
    if (found) return found;
    if (lines[n - 1]?.trim()) return null;
  }
  return null;
}
