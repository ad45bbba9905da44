// One rule, three runners: the builder's grader, the page script's and KOReader's plugin's give every answer the same, marks to the last bit. Cases
// that are written down (tests/grading) or counted in order (enumerated_answers.mjs) say what is to be given, random ones show where the three differ.
// How every language writes numbers is judged by Unicode's data on languages (CLDR, as Node has it).
// Run as: node graders.mjs GRADE-LINES [SEED]; GRADE-LINES is the builder's grader, the other two are found from here.
import {spawn} from 'node:child_process';
import {byScript, casesBy, comparable, inOrder, isAsExpected, known, linesOf, objection, randomAnswers, styles} from './graded_cases.mjs';
import {gradingScript} from './grading_script.mjs';

const [program, seed = '1'] = process.argv.slice(2);
const room = gradingScript();
const cases = casesBy(Number(seed), (language) => room.decimalMark(language));
const lines = linesOf([...cases, ...styles]);

function answersOf(command, ...rest) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, {stdio: ['pipe', 'pipe', 'inherit']});
    const said = [];
    child.stdout.on('data', (bytes) => said.push(bytes));
    child.on('error', reject);
    child.on('close', () => resolve(Buffer.concat(said).toString('utf8').trimEnd().split('\n')));
    child.stdin.on('error', () => {});  // one that died says why by itself
    child.stdin.end(lines);
  });
}

// Of a question with many blanks those that the script, at least, does not take as expected.
function narrowed(row) {
  const alone = (blank, i) => ({...row, question: {...row.question, marks: 1, blanks: [blank]}, answer: [row.answer[i]]});
  const singles = row.question?.blanks?.length > 1 && row.expected && Array.isArray(row.answer) ? row.question.blanks.map(alone) : [];
  const strange = singles.filter(({question, language, answer}) => room.grade(question, language, answer).verdict !== row.expected.verdict);
  return strange.length > 0 && row.expected.verdict !== 'partly' ? strange.slice(0, 5).map(({question, answer}) => [question.blanks[0].accepted, answer[0]]) : row;
}

const others = Promise.all([answersOf(program), answersOf('luajit', new URL('../koreader/grade_lines.lua', import.meta.url).pathname)]);
const script = [...cases, ...styles].map((row) => byScript(room, row));
const [builder, reader] = await others;
const verdicts = {};
let wrong = 0;
function complain(text) {
  if (++wrong <= 20) {
    console.error(text.slice(0, 3000));
  }
}

[...cases, ...styles].forEach((row, i) => {
  const answers = [builder[i], script[i], reader[i]].map((answer) => comparable(String(answer)));
  verdicts[answers[0].split(' ')[1]] = (verdicts[answers[0].split(' ')[1]] || 0) + 1;
  const isOne = answers[0] === answers[1] && answers[1] === answers[2];
  if (!isOne || (row.expected && !isAsExpected(answers[0], row.expected))) {
    complain(`builder: ${answers[0]}; script: ${answers[1]}; plugin: ${answers[2]}\n  ${JSON.stringify(narrowed(row))}`);
  }
});
script.slice(cases.length).map(objection).filter((text) => text !== '').forEach(complain);

// A generator that hits nothing proves nothing.
for (const verdict of ['right', 'partly', 'wrong', 'unmarked']) {
  if (!(verdicts[verdict] > 500)) {
    complain(`only ${verdicts[verdict] || 0} answers are ${verdict}`);
  }
}
if (known.filter((said) => said).length < 100) {
  complain(`Node knows only ${known.filter((said) => said).length} languages`);
}
console.log(`graders: ${inOrder.length} answers in order, ${randomAnswers} random ones, ${styles.length} languages, ${wrong} wrong`);
process.exit(wrong === 0 ? 0 : 1);
