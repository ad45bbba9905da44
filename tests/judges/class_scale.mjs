// Three classes with thirty e-readers each, as their files come home: cut short, copied twice, changed, lost, with clocks that went wrong.
// Every answer that a device wrote is in the table, or its file is named. What is made follows from the seed.
// The table that the plugin shows on an e-reader has the same marks. Each class has forty books, and each e-reader some of them.
// Run as: node class_scale.mjs HORNBOOK FOLDER SEED
import {execFile} from 'node:child_process';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {readCsv} from './class_csv.mjs';

const [program, folder] = process.argv.slice(2, 4).map((path) => resolve(path));
const classes = 3;
const devices = 30;
const bookTitles = ['Snow', 'Rain', 'Bees', 'Rivers', 'Iron', 'Bread', 'Rome', 'Stars'].flatMap((title) =>
  ['', ' two', ' three', ' four', ' five'].map((volume) => title + volume));
const booksOfDevice = 6;

let state = Number(process.argv[4]) >>> 0;
function random(n) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * n);
}
const chance = (percent) => random(100) < percent;
const day = (n) => new Date(Date.UTC(2026, 8, 1 + n)).toISOString().slice(0, 10);

// What a program said, and its exit code.
function run(name, args) {
  return new Promise((done) => {
    execFile(name, args, {encoding: 'utf8', maxBuffer: 1e8}, (error, stdout, stderr) => done({status: error ? error.code : 0, stdout, stderr}));
  });
}

// Two at once, in their order.
async function forEachInPairs(list, work) {
  for (let i = 0; i < list.length; i += 2) await Promise.all(list.slice(i, i + 2).map(work));
}

// ---- books ----

function makeBook(title) {
  const book = join(folder, 'books', title.toLowerCase());
  let chapter = `# ${title}\n\nText.\n`;
  for (const quiz of ['first', 'second']) {
    chapter += `\n~~~quiz\nid: ${quiz}\n`;
    for (let i = 1; i <= 5; i++) {
      const right = random(3);
      const choices = ['one', 'two', 'three'].map((word, at) => `- [${at === right ? 'x' : ' '}] ${title} ${word}\n`);
      chapter += `\n## What is number ${i} of ${quiz}?\nid: ${quiz}-${i}\nmarks: ${1 + random(2)}\n${choices.join('')}`;
    }
    chapter += '~~~\n';
  }
  mkdirSync(join(book, 'chapters'), {recursive: true});
  writeFileSync(join(book, 'book.toml'), `title = "${title}"\nlanguage = "en"\ndate = 2026-11-23\n`);
  writeFileSync(join(book, 'chapters', '01.md'), chapter);
  return {title, folder: book};
}

async function buildBook(book) {
  const path = join(folder, `${book.title}.epub`);
  await run(program, ['build', book.folder, '-o', path, '--quiet', '--jobs', '1']);
  book.data = JSON.parse((await run('unzip', ['-p', path, 'EPUB/quiz.json'])).stdout);
}

// ---- what a device writes ----

function checkCode(book, quiz, pupil, last) {
  let number = 0;
  for (const byte of Buffer.from(`${book}\n${quiz}`)) number = (31 * number + byte) % 9973;
  const digits = String(number).padStart(4, '0') + String(pupil ?? 0).padStart(2, '0') + String(last).padStart(3, '0');
  return digits + String(98 - Number((BigInt(digits) * 100n) % 97n)).padStart(2, '0');
}

function makeAttempt(data, quiz, number, pupil, isTest, when) {
  const finished = chance(85);
  const answers = [];
  for (const question of quiz.questions) {
    if (chance(88)) {
      const choice = question.choices[random(question.choices.length)];
      const marks = choice.right ? question.marks : 0;
      const graded = {verdict: choice.right ? 'right' : 'wrong', marks, of: question.marks};
      answers.push({question: question.id, kind: 'choose-one', answer: choice.id, ...(isTest ? {} : graded), earned: marks});
    }
  }
  const score = answers.reduce((sum, answer) => sum + answer.earned, 0);
  const of = quiz.questions.reduce((sum, question) => sum + question.marks, 0);
  const code = checkCode(data.book, quiz.id, pupil, isTest ? 900 + answers.length : Math.floor((100 * score) / of + 0.5));
  return {number, ...(when === null ? {} : {day: when}), minutes: random(20), finished, ...(isTest ? {sealed: finished} : {score, of}),
    questions: quiz.questions.length, ...(finished ? {code} : {}), answers};
}

const columns = ['title', 'edition', 'pupil', 'quiz', 'attempt', 'retry', 'day', 'minutes', 'finished', 'score', 'of', 'code', 'question', 'kind', 'answer', 'verdict', 'marks', 'marks_of', 'hint', 'paper'];
const csvRow = (cells) => `${columns.map((_, i) => `"${String(cells[i] ?? '').replaceAll('"', '""')}"`).join(',')}\r\n`;

function asCsv(results) {
  let text = `\ufeff${csvRow(columns)}`;
  for (const quiz of results.quizzes) {
    for (const a of quiz.attempts) {
      const front = [results.title, results.edition, results.pupil, quiz.id, a.number, '', a.day, a.minutes, a.finished ? 'yes' : '', a.score, a.of, a.code];
      for (const answer of a.answers.length > 0 ? a.answers : [{}]) {
        text += csvRow([...front, answer.question, answer.kind, answer.answer, answer.verdict, answer.marks, answer.of]);
      }
    }
  }
  return text;
}

const asJson = (results) => JSON.stringify(results, (key, value) => (key === 'earned' ? undefined : value), 1);

// ---- what became of it on its way ----

function write(path, bytes) {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, bytes);
}

// Writes the two files of an export, in whatever state; returns the names that must be named, and whether its answers are there.
function send(path, results) {
  const json = asJson(results);
  const csv = asCsv(results);
  const fate = random(100);
  if (fate < 5) {
    write(`${path}.json`, json.slice(0, 40 + random(json.length - 40)));
    write(`${path}.csv`, csv);
    return {arrives: true, told: [`${path}.json`]};
  }
  if (fate < 8) {
    write(`${path}.json`, json.replace(/"score": (\d+)/, (_, score) => `"score": ${Number(score) + 1}`).replace('"edition"', '"editions"'));
    write(`${path}.csv`, csv);
    return {arrives: true, told: [`${path}.json`]};
  }
  if (fate < 10) {
    write(`${path}.json`, json.slice(0, random(json.length - 3)));
    write(`${path}.csv`, csv.slice(0, csv.indexOf('\n', 300) + 3 + random(2)));  // within a cell: a whole row fewer is seen by nobody
    return {arrives: false, told: [`${path}.json`, `${path}.csv`]};
  }
  if (fate < 12) {
    write(`${path}.json`, '');
    const arrives = chance(50);
    if (arrives) write(`${path}.csv`, csv);
    return {arrives, told: [`${path}.json`]};
  }
  if (fate < 14) {
    const wrong = (text) => text.replaceAll(/2026-\d\d-\d\d/g, chance(50) ? '2099-99-99' : '2026-02-30');
    write(`${path}.json`, wrong(json));
    return wrong(json) === json ? {arrives: true, told: [], isWhole: true} : {arrives: false, told: [`${path}.json`]};
  }
  if (fate < 17) {
    write(`${path}.csv`, csv);
    return {arrives: true, told: []};
  }
  write(`${path}.json`, json);
  write(`${path}.csv`, csv);
  if (fate < 20) {  // copied once more
    const copy = path.replace('/hornbook-results/', '/copied/');
    write(`${copy}.json`, json);
    return {arrives: true, told: [`${path}.json`, `${copy}.json`], isEither: true, isWhole: true};
  }
  if (fate < 24) {  // an export of last week lies beside it
    const before = structuredClone(results);
    before.quizzes[0].attempts[0].finished = false;
    delete before.quizzes[0].attempts[0].code;
    if (results.edition === 'test') before.quizzes[0].attempts[0].sealed = false;
    write(`${path.replace('/hornbook-results/', '/last-week/')}.json`, asJson({...before, quizzes: before.quizzes.slice(0, 1)}));
  }
  return {arrives: true, told: [], isWhole: true};
}

function makeExport(book, edition, device, pupil) {
  const isTest = edition === 'test';
  const quizzes = [];
  const clock = random(100);
  for (const quiz of book.data.quizzes) {
    const attempts = [];
    for (let number = 1; number <= (isTest ? 1 : 1 + random(2)); number++) {
      const when = clock < 4 ? null : clock < 7 ? `20${31 + random(9)}-01-01` : clock < 11 ? (number === 1 ? day(60) : '2024-01-01') : day(random(80));
      attempts.push(makeAttempt(book.data, quiz, number, pupil, isTest, when));
    }
    quizzes.push({id: quiz.id, title: quiz.title, attempts});
  }
  const deleted = chance(5) ? {deleted: {attempts: 1 + random(4), sealed: 0, last: day(50)}} : {};
  return {schema: 'hornbook-results', version: 2, book: book.data.book, identifier: book.data.identifier, edition, title: book.data.title, language: 'en',
    pupil, device, ...deleted, quizzes};
}

// ---- the plugin's table ----

const plugin = fileURLToPath(new URL('../koreader/class_table.lua', import.meta.url));

// The same of an e-reader, which reads .json alone: where all of a pupil's exports of a book are whole, its first and best are in the tables of
// both; and each file that it does not count is one that was spoilt.
async function tableOfPlugin(home) {
  const said = await run('luajit', [plugin, home]);
  if (said.status !== 0) faults.push(`the plugin's table: ${said.stderr.slice(0, 300)}`);
  const cells = new Map();
  const leftOut = new Set();
  for (const line of said.stdout.trimEnd().split('\n').map((text) => text.split('\t'))) {
    if (line[0] === 'left out') leftOut.add(line[1]);
    else cells.set(line.slice(0, 4).join('\n'), line.slice(4, 6));
  }
  return {cells, leftOut};
}

let compared = 0;

function compareWithPlugin(home, book, sent, ofPlugin, table) {
  const {title} = book;
  const rows = readCsv(table);
  const broken = new Set();
  for (const {path, results, isWhole} of sent) {
    const name = relative(home, `${path}.json`);
    if (!isWhole) broken.add(`${results.pupil ?? `? (${results.device})`}\n${results.edition}`);
    if (isWhole && ofPlugin.leftOut.has(name)) faults.push(`${title}: the plugin does not count ${name}`);
  }
  const shown = new Map();  // pupil, edition, quiz -> {first, best}
  for (const row of rows) {
    const at = `${row.pupil}\n${row.edition}`;
    if (broken.has(at) || !/first|best/.test(row.standing)) continue;
    const cell = shown.get(`${at}\n${row.quiz}`) ?? {};
    if (row.standing.includes('first')) cell.first = row.score;
    if (row.standing.includes('best')) cell.best = row.score;
    shown.set(`${at}\n${row.quiz}`, cell);
  }
  for (const [at, {first, best}] of shown) {
    const [pupil, edition, quiz] = at.split('\n');
    const cell = ofPlugin.cells.get([title, edition, pupil, quiz].join('\n'));
    compared += 1;
    const fits = cell && (edition === 'test' ? cell[0] === '?' : Number(cell[0]) === Number(first) && Number(cell[1]) === Number(best));
    if (!fits) faults.push(`${title}, pupil ${pupil}, ${edition}, ${quiz}: ${first} and ${best}, the plugin has ${cell}`);
  }
}

// ---- the table against what was written ----

let attempts = 0;
let missing = 0;
const faults = [];

function key(pupil, edition, quiz, device, number) {
  return [pupil, edition, quiz, device, number].join('\n');
}

function compare(name, book, sent, said, table) {
  const rows = new Map();
  for (const row of readCsv(table)) {
    if (row.attempt === '') continue;
    const at = key(row.pupil, row.edition, row.quiz, row.device, row.attempt);
    if (rows.has(at)) faults.push(`${name}: twice in the table: ${at.replaceAll('\n', ' ')}`);
    rows.set(at, row);
  }
  let expected = 0;
  for (const {results, arrives, told, isEither} of sent) {
    const isTold = (path) => said.stderr.includes(path);
    if (!(isEither ? told.some(isTold) : told.every(isTold))) faults.push(`${name}: not told of ${told.join(', ')}`);
    for (const quiz of results.quizzes) {
      for (const attempt of quiz.attempts) {
        attempts += 1;
        if (!arrives) {
          missing += 1;
          continue;
        }
        expected += 1;
        const at = key(results.pupil ?? `? (${results.device})`, results.edition, quiz.title, results.device, attempt.number);
        const row = rows.get(at);
        const questions = book.data.quizzes.find((other) => other.id === quiz.id).questions;
        const fits = row && questions.every((question, i) => {
          const answer = attempt.answers.find((candidate) => candidate.question === question.id);
          return row[`question ${i + 1}`] === (answer ? String(answer.earned) : '');
        });
        if (!fits) faults.push(`${name}: ${at.replaceAll('\n', ' ')} ${row ? 'has other marks' : 'is missing'}`);
      }
    }
  }
  const seen = new Set(sent.filter(({arrives}) => arrives).map(({results}) => results.device)).size;
  if (!new RegExp(` from ${seen} devices(, (one|\\d+) of them with nothing new)?\n`).test(said.stdout)) faults.push(`${name}: ${seen} devices, and it says: ${said.stdout}`);
  if (rows.size !== expected) faults.push(`${name}: ${rows.size} attempts in the table, ${expected} came`);
}

rmSync(folder, {recursive: true, force: true});
const books = bookTitles.map(makeBook);
await forEachInPairs(books, buildBook);
for (let of = 1; of <= classes; of++) {
  const home = join(folder, `class-${of}`);
  const sent = new Map(books.map((book) => [book, []]));
  for (let d = 1; d <= devices; d++) {
    const device = `${'abcdefghjk'[of]}${String(d).padStart(2, '0')}${(1e6 + random(1e6)).toString(36).slice(-3)}`;
    const own = Array.from({length: booksOfDevice}, (_, i) => books[(d * 3 + of + i * 5) % books.length]);
    for (const book of own) {
      for (const pupil of [1 + (d % 24), chance(50) ? 1 + random(24) : null]) {
        const edition = chance(70) ? 'student' : 'test';
        const who = pupil === null ? 'none' : String(pupil).padStart(2, '0');
        const path = join(home, `reader-${d}`, 'hornbook-results', `${book.data.title.toLowerCase()}-1234-${edition}-pupil-${who}-${device}`);
        if (sent.get(book).some((other) => other.path === path)) continue;
        const results = makeExport(book, edition, device, pupil);
        sent.get(book).push({path, results, ...send(path, results)});
      }
    }
  }
  const ofPlugin = await tableOfPlugin(home);
  await forEachInPairs(books, async (book) => {
    const name = `${book.data.title}, class ${of}`;
    const table = join(folder, `${book.data.title}-${of}.csv`);
    const said = await run(program, ['results', home, '--book', book.folder, '-o', table, '-o', table.replace('.csv', '.html'), '-o', table.replace('.csv', '.ods')]);
    if (said.status !== 1) faults.push(`${name}: exit code ${said.status}: ${said.stderr.slice(0, 300)}`);
    else {
      compare(name, book, sent.get(book), said, readFileSync(table, 'utf8'));
      compareWithPlugin(home, book, sent.get(book), ofPlugin, readFileSync(table, 'utf8'));
    }
  });
}
for (const fault of faults.slice(0, 20)) console.error(fault);
console.log(`classes at scale: ${attempts} attempts of ${books.length} books, ${missing} of them lost on their way and told, ${compared} cells as the plugin has them, ${faults.length} wrong`);
process.exit(faults.length === 0 && attempts > 1000 && compared > 500 ? 0 : 1);
