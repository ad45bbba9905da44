// What the book says of each question of its ```gift blocks against another program's reading of the same text (gift-pegjs).
// Run as: node gift.mjs CHAPTER.md BOOK.epub, the book in its student edition.
//
// Where the two differ on purpose: gift-pegjs calls True and False as choices a choice, has no gaps in the text, and takes the first
// feedback of a true-false question for that on `true`; Moodle takes it for that on the wrong answer, as Hornbook does.
import {parse} from 'gift-pegjs';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';

const [chapter, book] = process.argv.slice(2);
const blocks = [...readFileSync(chapter, 'utf8').matchAll(/^```gift\n([^]*?)^```$/gm)].map((match) => match[1]);
const withoutComments = (text) => text.replace(/^[ \t]*\/\/.*\n/gm, '');  // its grammar knows none among answers
const theirs = blocks.flatMap((block) => withoutComments(block).split(/\n\s*\n/).filter((text) => text.trim()).flatMap((text) => parse(text.trim() + '\n')));
const ours = JSON.parse(execFileSync('unzip', ['-p', book, 'EPUB/quiz.json'], {encoding: 'utf8'})).quizzes.flatMap((quiz) => quiz.questions);

// Markup, tags and white space left out: the two keep them differently.
const words = (text) => (text ?? '').replace(/<[^>]*>|[*`]|\[NKVD\]/g, (m) => (m === '[NKVD]' ? 'NKVD' : '')).replace(/\s+/g, ' ').trim();
const sorted = (list) => list.map((row) => JSON.stringify(row)).sort().join('\n');
const percent = (share) => Math.round(share * 1000) / 10;

function theirAnswer(question) {
  switch (question.type) {
    case 'TF':
      return [['True', question.isTrue], ['False', !question.isTrue]];
    case 'MC': {
      const one = question.choices.some((choice) => choice.isCorrect);
      return question.choices.map((choice) => [words(choice.text.text), one ? choice.isCorrect : choice.weight > 0]);
    }
    case 'Short':
      return question.choices.map((choice) => [words(choice.text.text), percent((choice.weight ?? 100) / 100)]);
    case 'Matching':
      return question.matchPairs.filter((pair) => pair.subquestion.text).map((pair) => [words(pair.subquestion.text), words(pair.subanswer)]);
    case 'Numerical': {
      const list = Array.isArray(question.choices) ? question.choices : [{text: question.choices, weight: null}];
      return list.map(({text, weight}) => {
        const [low, high] = text.type === 'high-low' ? [text.numberLow, text.numberHigh] : [text.number - (text.range ?? 0), text.number + (text.range ?? 0)];
        return [low, high, percent((weight ?? 100) / 100)];
      });
    }
    default:
      return [];
  }
}

function ourAnswer(question, numerical) {
  if (question.choices) return question.choices.map((choice) => [words(choice.text), choice.right]);
  if (question.lefts) return question.lefts.map((left) => [words(left.text), words(question.rights[left.right])]);
  if (!question.blanks) return [];
  return question.blanks[0].accepted.map((row) => [...(numerical ? [row.low, row.high] : [row.text]), percent(row.credit ?? 1)]);
}

const kinds = {TF: ['true-false'], MC: ['choose-one', 'choose-all', 'true-false'], Short: ['fill'], Numerical: ['fill'], Matching: ['match'], Essay: ['write']};
const differences = [];
const questions = theirs.filter((question) => question.type !== 'Description');
if (questions.length !== ours.length) differences.push(`${questions.length} questions, and ours are ${ours.length}`);
questions.forEach((their, i) => {
  const our = ours[i];
  if (!our) return;
  const same = kinds[their.type]?.includes(our.kind) && sorted(theirAnswer(their)) === sorted(ourAnswer(our, their.type === 'Numerical'));
  const feedback = words(their.globalFeedback?.text) === words(our.feedback);
  if (!same || !feedback) differences.push(`${our.id}: ${their.type} ${JSON.stringify(theirAnswer(their))}, and ours is ${our.kind} ${JSON.stringify(ourAnswer(our, their.type === 'Numerical'))}`);
});
differences.forEach((difference) => console.error(difference));
console.log(`GIFT: ${questions.length} questions, ${differences.length} differences`);
process.exit(differences.length === 0 && questions.length >= 25 ? 0 : 1);
