// What a question of a book must be in another program's bank, from the quiz.json that its EPUB carries.
import {execFileSync} from 'node:child_process';
import {gradingScript} from './grading_script.mjs';

export function questionsOf(book) {
  const data = JSON.parse(execFileSync('unzip', ['-p', book, 'EPUB/quiz.json'], {encoding: 'utf8', maxBuffer: 1 << 28}));
  return data.quizzes.flatMap((quiz) => quiz.questions.map((question) => ({language: quiz.language ?? data.language, ...question})));
}

const room = gradingScript();
export const {grade} = room;

const named = {lt: '<', gt: '>', amp: '&', quot: '"', apos: "'"};
export const decoded = (text) => text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, number, hex, name) =>
  number ? String.fromCodePoint(Number(number)) : hex ? String.fromCodePoint(parseInt(hex, 16)) : named[name] ?? all);

// Formulas, powers and indices as their letters and digits: banks have TeX or tags where quiz.json has what can be read aloud.
const letters = (text) => text.replace(/\\pi\b ?/g, 'π').replace(/\\[A-Za-z]+ ?/g, '').replace(/[\u00b2\u00b3\u00b9\u2070-\u209c]/g, (sign) => sign.normalize('NFKC'))
  .replace(/[{}()^√]|(?<!_)_(?!_)/g, '').replace(/\s*[-=+<>/·×−]\s*/g, '');

// Words alone: pictures by what describes them, no brackets (notes and pictures stand in some).
export const words = (text, html = true) => {
  const plain = html ? decoded((text ?? '').replace(/<img[^>]*?alt="([^"]*)"[^>]*>/g, ' $1 ').replace(/<\/(p|li|td|th|pre|h\d|tr|figure)>|<br\/>/g, ' ').replace(/<[^>]*>/g, '')) : text ?? '';
  return letters(plain.replace(/\\[()[\]]|[[\]]/g, '')).replace(/\s+/g, ' ').trim();
};

// Each word of `less`, in order, is in `more` (which may have notes, or a passage to read again).
export function holds(more, less) {
  const tokens = (text) => text.replace(/_____+|…/g, ' ____ ').match(/____|[\p{L}\p{N}]+/gu) ?? [];
  const list = tokens(more);
  let at = 0;
  return tokens(less).every((word) => {
    at = list.indexOf(word, at) + 1;
    return at > 0;
  });
}

// Feedback, with its notes; none where there is none.
export const sameRemark = (given, ours) => (ours ? holds(given, ours) : !given);

export const near = (a, b, by = 0.006) => Math.abs(a - b) <= by;

// What stands below the question; the numbers of a list are no words in HTML.
export const body = (question) => words((question.body ?? '').replace(/^\d+\. /gm, ''), false);

// [words, share of the marks, words of its feedback] of each choice.
export function choices(question) {
  const rights = question.choices.filter((choice) => choice.right).length;
  const several = question.kind === 'choose-all';
  const usual = (choice) => (choice.right ? (several ? 1 / rights : 1) : several ? -1 / rights : 0);
  return question.choices.map((choice) => [words(choice.text, false), choice.credit ?? usual(choice), words(choice.feedback, false)]);
}

// What a blank accepts there: numbers, or words. Where it takes both and ranges among them, the words are left out, with a warning.
export function accepted(blank) {
  const rows = blank.accepted.map((row) => ({...row, share: row.credit ?? 1, feedback: words(row.feedback, false)}));
  const ranged = rows.some((row) => row.low < row.high) && rows.some((row) => row.low !== undefined && row.share === 1);
  const numeric = ranged || rows.every((row) => row.low !== undefined);
  return {numeric, rows: rows.filter((row) => (numeric ? row.low !== undefined : !(row.low < row.high)))};
}

// Whether the book takes what is typed for this answer.
const takes = ({text, low, high}, typed, language) => room.grade({kind: 'fill', marks: 1, blanks: [{accepted: [{text, ...(low === undefined ? {} : {low, high})}]}]}, language, [typed]).marks === 1;

// A platform compares sign by sign but for case, so what pupils will type as likely as the author's own signs must be there too.
const likely = (text) => ["'", '’'].flatMap((apostrophe) => ['-', '–'].map((dash) => text.replace(/['’‘]/g, apostrophe).replace(/[-‐‑–—]/g, dash).replace(/[“”„]/g, '"')));
const unspelled = (row, given) => likely(row.text.replace(/\s+/g, ' ').trim()).find((text) => !given.some(([answer]) => answer.toLowerCase() === text.toLowerCase()));

// Whether the answers given there ([text or [low, high], share, feedback]) are these, each in all its likely spellings.
export function sameAccepted({numeric, rows}, given, language) {
  const is = (row, [answer, share, feedback]) => {
    const same = numeric ? near(row.low, answer[0], 1e-9) && near(row.high, answer[1], 1e-9) : takes(row, answer.replaceAll('→', '->'), language);
    return same && near(Math.max(0, row.share), Math.max(0, share)) && sameRemark(feedback, row.feedback);
  };
  const isSpelled = (row) => numeric || row.low !== undefined || row.text.includes('->') || !unspelled(row, given);
  return rows.every((row) => isSpelled(row) && given.some((answer) => is(row, answer))) && given.every((answer) => rows.some((row) => is(row, answer)));
}

export const pairs = (question) => question.lefts.map((left) => [words(left.text, false), words(question.rights[left.right], false)]);
export const strangers = (question) => question.rights.filter((_, i) => !question.lefts.some((left) => left.right === i)).map((right) => words(right, false));
export const ordered = (question) => [...question.items].sort((a, b) => a.position - b.position).map((item) => words(item.text, false));
export const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
export const sameSet = (a, b) => same([...a].map((row) => JSON.stringify(row)).sort(), [...b].map((row) => JSON.stringify(row)).sort());

// Feedback on parts, the marking notes and the feedback of the whole question.
export function feedbackWords(question, withKey) {
  const parts = [...(question.lefts ?? []), ...(question.items ? [...question.items].sort((a, b) => a.position - b.position) : [])];
  return [question.feedback, ...parts.map((part) => part.feedback), withKey ? question.key : ''].filter(Boolean).map((text) => words(text, false)).join(' ');
}
