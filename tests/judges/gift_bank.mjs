// A bank in GIFT as another program reads it (gift-pegjs), each of its questions against quiz.json of the same book.
// Run as: node gift_bank.mjs BANK.txt BOOK.epub [BANK.txt BOOK.epub]...
//
// Where GIFT has no such question the output says so and makes another: of several gaps a question each (their ids end in --1, --2),
// of an order a match with numbers.
import gift from 'gift-pegjs';
import {readFileSync} from 'node:fs';
import {accepted, body, choices, decoded, feedbackWords, holds, near, ordered, pairs, questionsOf, same, sameAccepted, sameRemark, sameSet, strangers, words} from './question_bank.mjs';

const piece = (part) => words(part?.text ?? '');
const share = (row, several) => (row.weight ?? (row.isCorrect && !several ? 100 : 0)) / 100;
const unstarred = (text) => text.replace(/\\\*/g, '*');

function numbersOf(question) {
  const list = Array.isArray(question.choices) ? question.choices : [{text: question.choices}];
  return list.map(({text, weight, feedback}) => {
    const range = text.type === 'high-low' ? [text.numberLow, text.numberHigh] : [text.number - (text.range ?? 0), text.number + (text.range ?? 0)];
    return [range, (weight ?? 100) / 100, piece(feedback)];
  });
}

const checks = {
  TF(question, their) {
    const right = question.choices.findIndex((choice) => choice.right);
    const [forRight, forWrong] = [choices(question)[right][2], choices(question)[1 - right][2]];
    // The first feedback is for the wrong answer, as Moodle reads it; gift-pegjs takes it for that on `true`.
    const given = [piece(their.trueFeedback), piece(their.falseFeedback)].filter(Boolean);
    return same(given, [forWrong, forRight].filter(Boolean)) || sameSet(given, [forWrong, forRight].filter(Boolean)) ? '' : `feedback ${JSON.stringify(given)}`;
  },
  MC(question, their) {
    const several = question.kind === 'choose-all';
    const given = their.choices.map((row) => [piece(row.text), share(row, several), piece(row.feedback)]);
    const ours = choices(question);
    return given.length === ours.length && given.every((row, i) => holds(row[0], ours[i][0]) && near(row[1], ours[i][1]) && sameRemark(row[2], ours[i][2])) ? '' : `choices ${JSON.stringify(given)}`;
  },
  Short(question, their, gap) {
    const given = their.choices.map((row) => [unstarred(row.text.text), (row.weight ?? 100) / 100, piece(row.feedback)]);
    return sameAccepted(accepted(question.blanks[gap]), given, question.language) ? '' : `accepts ${JSON.stringify(given)}`;
  },
  Numerical: (question, their, gap) => (sameAccepted(accepted(question.blanks[gap]), numbersOf(their), question.language) ? '' : `accepts ${JSON.stringify(numbersOf(their))}`),
  Matching(question, their) {
    const given = their.matchPairs.map((pair) => [piece(pair.subquestion), words(decoded(pair.subanswer.replace(/&&0*(\d+);/g, (_, code) => String.fromCharCode(code))), false)]  /* left so by gift-pegjs */);
    const ours = question.items ? ordered(question).map((item, i) => [item, String(i + 1)]) : [...pairs(question), ...strangers(question).map((right) => ['', right])];
    return sameSet(given, ours) ? '' : `pairs ${JSON.stringify(given)}`;
  },
  Essay: () => '',
};
const kinds = {TF: ['true-false'], MC: ['choose-one', 'choose-all', 'true-false'], Short: ['fill'], Numerical: ['fill'], Matching: ['match', 'arrange'], Essay: ['write']};

function problemOf(question, their, gap) {
  if (!kinds[their.type]?.includes(question.kind)) return `${their.type} for ${question.kind}`;
  if (!holds(piece(their.stem), `${words(question.text, false)} ${body(question)}`.trim().replace(/____[.?]?$/, ''))) return `text ${JSON.stringify(their.stem)}`;
  if (!holds(piece(their.globalFeedback), feedbackWords(question, true))) return `feedback ${JSON.stringify(their.globalFeedback)}`;
  return checks[their.type](question, their, gap);
}

let count = 0;
const problems = [];
for (let i = 2; i + 1 < process.argv.length; i += 2) {
  const [bank, book] = process.argv.slice(i, i + 2);
  const rows = gift.parse(readFileSync(bank, 'utf8'));
  const ours = new Map(questionsOf(book).map((question) => [question.id, question]));
  const seen = new Set();
  for (const their of rows.filter((row) => row.type !== 'Category')) {
    const [, id, part] = /^(.*?)(?:--(\d+))?$/.exec(their.id ?? '');
    const question = ours.get(id);
    const problem = !question ? 'no such question' : seen.has(their.id) ? 'twice' : problemOf(question, their, part ? Number(part) - 1 : 0);
    if (problem) problems.push(`${bank}: ${their.id}: ${problem}`);
    seen.add(their.id);
    ++count;
  }
  for (const question of ours.values()) {
    const parts = question.blanks?.length > 1 ? question.blanks.map((_, n) => `${question.id}--${n + 1}`) : [question.id];
    parts.filter((id) => !seen.has(id)).forEach((id) => problems.push(`${bank}: ${id} is missing`));
  }
}
problems.forEach((problem) => console.error(problem));
console.log(`GIFT bank: ${count} questions, ${problems.length} differences`);
process.exit(problems.length === 0 && count > 0 ? 0 : 1);
