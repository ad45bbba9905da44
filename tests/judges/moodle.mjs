// A bank in Moodle XML against the rules of Moodle's importer, and each of its questions against quiz.json of the same book.
// Run as: node moodle.mjs BANK.xml BOOK.epub [BANK.xml BOOK.epub]...
import {DOMParser} from '@xmldom/xmldom';
import {readFileSync} from 'node:fs';
import {accepted, body, choices, decoded, feedbackWords, holds, near, ordered, pairs, questionsOf, same, sameAccepted, sameRemark, sameSet, strangers, words} from './question_bank.mjs';

const fractions = new Set(['0', ...['100', '90', '83.33333', '80', '75', '70', '66.66667', '60', '50', '40', '33.33333', '30', '25', '20', '16.66667', '14.28571', '12.5', '11.11111', '10', '5'].flatMap((text) => [text, `-${text}`])]);
// As Moodle's documentation of embedded answers has them.
const answer = String.raw`(?:(=)|%(-?\d+)%)?(.+?(?<!\\|&|&amp;)(?=[~#}]|$))(?:#(.*?(?<!\\)(?=[~}]|$)))?`;
const alternative = new RegExp(`~?${answer}`, 'y');
const unkept = answer.replace(/\((?!\?)/g, '(?:');
const gap = new RegExp(String.raw`\{(\d*):(NUMERICAL|SHORTANSWER):(${unkept}(?:~${unkept})*)\}`, 'g');
const number = /^(-?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][-+]?\d+)?)(?::(.+))?$/;

const children = (node, name) => [...node.childNodes].filter((child) => child.nodeName === name);
const child = (node, name) => children(node, name)[0];
const content = (node, name) => child(node, name)?.textContent ?? '';
const text = (node) => (node ? content(node, 'text') : '');
const html = (node) => words(text(node));
const plain = (words) => words.replace(/\\\*/g, '*');

function gapsOf(source) {
  return [...source.matchAll(gap)].map(([, marks, type, rest]) => {
    const answers = [];
    alternative.lastIndex = 0;
    for (let found; alternative.lastIndex < rest.length && (found = alternative.exec(rest));) {
      const [, all, percent, written, feedback] = found;
      const parts = type === 'NUMERICAL' ? number.exec(written) : null;
      const value = parts ? [Number(parts[1]) - Number(parts[2] ?? 0), Number(parts[1]) + Number(parts[2] ?? 0)] : plain(decoded(written));
      answers.push([value, all ? 1 : Number(percent ?? 0) / 100, words(decoded(feedback ?? ''))]);
    }
    return {marks: Number(marks), numeric: type === 'NUMERICAL', answers};
  });
}

const isPicture = (bytes) => ['89504e47', 'ffd8ff', '47494638'].some((magic) => bytes.toString('hex').startsWith(magic)) || /^(<\?xml[^]*)?<svg[\s>]/.test(bytes.toString('utf8'));

// Each picture that a text shows lies beside it, and no other.
function filesProblem(node) {
  for (const holder of [node, ...node.getElementsByTagName('*')].filter((element) => child(element, 'text'))) {
    const shown = new Set([...text(holder).matchAll(/@@PLUGINFILE@@\/([^"]*)"/g)].map((match) => match[1]));
    const files = children(holder, 'file');
    if (files.length !== shown.size || files.some((file) => !shown.has(file.getAttribute('name')))) return 'files and pictures differ';
    for (const file of files) {
      const bytes = Buffer.from(file.textContent, 'base64');
      if (bytes.toString('base64') !== file.textContent || !isPicture(bytes)) return `${file.getAttribute('name')} is no picture`;
    }
  }
  return '';
}

const answersOf = (node) => children(node, 'answer').map((answer) => ({fraction: answer.getAttribute('fraction'), text: text(answer), feedback: html(child(answer, 'feedback')), tolerance: Number(content(answer, 'tolerance'))}));

function fractionProblem(type, node) {
  const rows = answersOf(node);
  if (type === 'ordering' || rows.length === 0) return '';
  if (rows.some((row) => !fractions.has(row.fraction))) return 'a fraction that Moodle refuses';
  const values = rows.map((row) => Number(row.fraction));
  if (type === 'multichoice' && content(node, 'single') === 'false') return near(values.reduce((sum, value) => sum + Math.max(0, value), 0), 100, 0.5) ? '' : 'fractions do not make 100';
  return Math.max(...values) === 100 ? '' : 'no answer earns all';
}

function fillProblem(question, node) {
  const blank = accepted(question.blanks[0]);
  const given = answersOf(node).map((row) => [blank.numeric ? [Number(row.text) - row.tolerance, Number(row.text) + row.tolerance] : plain(row.text), Number(row.fraction) / 100, row.feedback]);
  return sameAccepted(blank, given, question.language) ? '' : `accepts ${JSON.stringify(given)}`;
}

const checks = {
  multichoice(question, node) {
    const given = answersOf(node);
    const ours = choices(question);
    const fits = given.length === ours.length && given.every((row, i) => words(row.text) === ours[i][0] && near(Number(row.fraction) / 100, ours[i][1]) && sameRemark(row.feedback, ours[i][2]));
    return fits && (content(node, 'single') === 'false') === (question.kind === 'choose-all') ? '' : `choices ${JSON.stringify(given)}`;
  },
  truefalse(question, node) {
    const given = answersOf(node);
    const ours = choices(question);
    return same(given.map((row) => row.text).sort(), ['false', 'true']) && given.every((row, i) => Number(row.fraction) / 100 === ours[i][1] && sameRemark(row.feedback, ours[i][2])) ? '' : 'true or false';
  },
  shortanswer: fillProblem,
  numerical: fillProblem,
  cloze(question, node) {
    const gaps = gapsOf(text(child(node, 'questiontext')));
    if (gaps.length !== question.blanks.length) return `${gaps.length} gaps`;
    const wrong = gaps.findIndex((given, i) => given.numeric !== accepted(question.blanks[i]).numeric || !sameAccepted(accepted(question.blanks[i]), given.answers, question.language));
    return wrong < 0 ? '' : `gap ${wrong + 1}: ${JSON.stringify(gaps[wrong])}`;
  },
  matching(question, node) {
    const given = children(node, 'subquestion').map((row) => [html(row), words(decoded(text(child(row, 'answer'))), false)]);
    return sameSet(given, [...pairs(question), ...strangers(question).map((right) => ['', right])]) ? '' : `pairs ${JSON.stringify(given)}`;
  },
  ordering: (question, node) => (same(answersOf(node).map((row) => words(row.text)), ordered(question)) ? '' : 'order'),
  essay: (question, node) => (holds(html(child(node, 'graderinfo')), words(question.key, false)) ? '' : 'marking notes'),
};
// What Moodle's own export writes for each type, and its importer (4.5 to 5.1) reads. Without some of them, such as `shownumcorrect` of an
// order, a whole file is refused.
const combined = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback', 'shownumcorrect'];
const common = ['name', 'questiontext', 'generalfeedback', 'penalty', 'hidden', 'idnumber'];
const fields = {
  multichoice: ['defaultgrade', 'single', 'shuffleanswers', 'answernumbering', 'showstandardinstruction', ...combined, 'answer'],
  truefalse: ['defaultgrade', 'answer'],
  shortanswer: ['defaultgrade', 'usecase', 'answer'],
  numerical: ['defaultgrade', 'answer', 'unitgradingtype', 'unitpenalty', 'showunits', 'unitsleft'],
  cloze: [],
  matching: ['defaultgrade', 'shuffleanswers', ...combined, 'subquestion'],
  ordering: ['defaultgrade', 'layouttype', 'selecttype', 'selectcount', 'gradingtype', 'showgrading', 'numberingstyle', ...combined, 'answer'],
  essay: ['defaultgrade', 'responseformat', 'responserequired', 'responsefieldlines', 'attachments', 'attachmentsrequired', 'maxbytes', 'graderinfo', 'responsetemplate'],
};

function fieldProblem(type, node) {
  const missing = [...common, ...fields[type]].filter((name) => !child(node, name));
  if (missing.length > 0) return `no ${missing.join(', ')}`;
  const values = {multichoice: {shownumcorrect: '1'}, matching: {shownumcorrect: '1'}, ordering: {shownumcorrect: '1', selecttype: 'ALL'}, numerical: {showunits: '3'}}[type] ?? {};
  const wrong = Object.keys(values).find((name) => content(node, name) !== values[name]);
  if (wrong) return `${wrong} is ${content(node, wrong)}`;
  const formless = ['questiontext', 'generalfeedback', 'graderinfo', 'responsetemplate', 'hint', 'subquestion', ...combined.slice(0, 3)].find((name) => children(node, name).some((each) => each.getAttribute('format') !== 'html' || !child(each, 'text')));
  return formless ? `${formless} without text in HTML` : '';
}

const kinds = {multichoice: ['choose-one', 'choose-all', 'true-false'], truefalse: ['true-false'], shortanswer: ['fill'], numerical: ['fill'], cloze: ['fill'], matching: ['match'], ordering: ['arrange'], essay: ['write']};

function problemOf(question, node) {
  const type = node.getAttribute('type');
  if (!kinds[type]?.includes(question.kind)) return `${type} for ${question.kind}`;
  const lacking = fieldProblem(type, node);
  if (lacking) return lacking;
  const shown = words(text(child(node, 'questiontext')).replace(gap, '____').replace(/&#123;/g, '{'));
  if (!holds(shown, `${words(question.text, false)} ${body(question)}`)) return `text ${JSON.stringify(shown)}`;
  if (!holds(html(child(node, 'generalfeedback')), feedbackWords(question, type !== 'essay'))) return 'feedback on the whole';
  if (!holds(type === 'essay' ? html(child(node, 'graderinfo')) : html(child(node, 'hint')), words(question.hint, false))) return 'hint';
  if (type !== 'cloze' && Number(content(node, 'defaultgrade')) !== question.marks) return 'marks';
  return fractionProblem(type, node) || filesProblem(node) || checks[type](question, node);
}

let count = 0;
const problems = [];
for (let i = 2; i + 1 < process.argv.length; i += 2) {
  const [bank, book] = process.argv.slice(i, i + 2);
  const nodes = children(new DOMParser().parseFromString(readFileSync(bank, 'utf8'), 'text/xml').documentElement, 'question');
  const [categories, questions] = [true, false].map((wanted) => nodes.filter((node) => (node.getAttribute('type') === 'category') === wanted));
  const ours = new Map(questionsOf(book).map((question) => [question.id, question]));
  const tell = (problem) => problems.push(`${bank}: ${problem}`);
  categories.filter((node) => !/^\$course\$\/top\/[^/]/.test(text(child(node, 'category')))).forEach((node) => tell(`category ${text(child(node, 'category'))}`));
  // Two imports of a book whose chapter got another title would give two categories one id number, which Moodle refuses.
  categories.filter((node) => child(node, 'idnumber')).forEach((node) => tell(`category with an id number: ${content(node, 'idnumber')}`));
  for (const list of [questions.map((node) => content(node, 'idnumber')), questions.map((node) => text(child(node, 'name')))]) {
    if (new Set(list).size !== list.length || list.some((value) => !value || value.length > 100)) tell('ids or names are missing, long or repeated');
  }
  if (questions.length !== ours.size) tell(`${questions.length} questions for ${ours.size}`);
  for (const node of questions) {
    const question = ours.get(content(node, 'idnumber'));
    const problem = question ? problemOf(question, node) : 'no such question';
    if (problem) tell(`${content(node, 'idnumber')}: ${problem}`);
    ++count;
  }
}
problems.forEach((problem) => console.error(problem));
console.log(`Moodle XML: ${count} questions, ${problems.length} differences`);
process.exit(problems.length === 0 && count > 0 ? 0 : 1);
