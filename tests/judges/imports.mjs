// `hornbook import` keeps what a bank has, or says what it does not keep: each question of a bank, as another program's parser reads it,
// against the quizzes and the pages of the book that the import is built into. Banks are those given, files or folders of a package, and
// random ones by number of a seed, in which no word stands twice.
// Usage: node imports.mjs HORNBOOK FOLDER RANDOM BANK...
import {execFileSync, spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {basename, dirname, join, resolve} from 'node:path';
import {aikenQuestions, canvasMeta, giftQuestions, moodleQuestions, parseXml, qti1Questions, qti1SettingsOf, qti2Question, qti2SettingsOf, wordsOfHtml} from './bank_sources.mjs';
import {Counts, remarksIn, sum, wordsOf, wordsOfEpub} from './built_words.mjs';
import {choices, grade, near, ordered, pairs, questionsOf, words} from './question_bank.mjs';
import {forms, randomBank} from './random_banks.mjs';

const [hornbook, folder, randoms, ...banks] = process.argv.slice(2);
rmSync(folder, {recursive: true, force: true});
mkdirSync(folder, {recursive: true});
const faults = [];
const done = {banks: 0, questions: 0, words: 0, pictures: 0};

// ---- sources ----

const textOf = (bytes) => (/^<\?xml[^>]*iso-8859-1/i.test(bytes.subarray(0, 200).toString('latin1')) ? bytes.toString('latin1') : bytes.toString('utf8'));

// [{questions, settings: [name]}] of a bank: its documents are read in the order of the manifest's test.
function sourcesOf(bank) {
  const open = (name) => (statSync(bank.root, {throwIfNoEntry: false})?.isDirectory() && existsSync(join(bank.root, name)) ? readFileSync(join(bank.root, name)) : null);
  const text = bank.isPackage ? open('imsmanifest.xml').toString('utf8') : textOf(readFileSync(bank.path));
  const shown = (name) => (bank.isPackage ? `${bank.path}/${name}` : bank.path);
  if (/^\s*(<\?[^]*?\?>|<!--[^]*?-->|\s)*<quiz\b/.test(text)) return {questions: moodleQuestions(text, bank.path), settings: []};
  if (bank.path.endsWith('.gift')) return {questions: giftQuestions(text, bank.path), settings: []};
  if (bank.path.endsWith('.txt')) return {questions: aikenQuestions(text, bank.path), settings: []};
  const document = (name, xml) => {
    const root = parseXml(xml);
    const relative = (address) => open(address);
    if (root.localName === 'questestinterop') return {questions: qti1Questions(root, name, relative).map((row) => ({...row, file: shown(name)})), settings: qti1SettingsOf(root)};
    return {questions: [{...qti2Question(root, name, relative), file: shown(name)}], settings: []};
  };
  if (!bank.isPackage) return document(basename(bank.path), text);
  const read = {questions: [], settings: []};
  const stimuli = new Set();  // each stands before the first item that names it
  const take = (name) => {
    const bytes = open(name);
    if (!bytes) return;
    const {questions, settings} = document(name, bytes.toString('utf8'));
    questions.forEach((question) => (question.texts = question.texts.filter(({stimulus}) => !stimulus || (!stimuli.has(stimulus) && stimuli.add(stimulus)))));
    read.questions.push(...questions);
    read.settings.push(...settings);
  };
  const hrefs = [...text.matchAll(/<resource\b[^>]*type="([^"]*)"[^>]*?(?:\/>|>[^]*?<\/resource>)/g)].map(([all, type]) => [type, [...all.matchAll(/href="([^"]*)"/g)].map((match) => match[1])[0]]);
  const seen = new Set();
  for (const [, test] of hrefs.filter(([type]) => /imsqti_(test|assessment)_xmlv[23]/.test(type))) {
    const xml = open(test)?.toString('utf8') ?? '';
    read.settings.push(...qti2SettingsOf(parseXml(xml)));
    for (const [, name] of xml.matchAll(/<assessmentItemRef\b[^>]*href="([^"]*)"/g)) if (!seen.has(name)) seen.add(name) && take(name);
  }
  for (const [type, name] of hrefs) if (/imsqti_item_xmlv[23]|imsqti_xmlv1p2/.test(type) && !seen.has(name)) seen.add(name) && take(name);
  for (const [, name] of hrefs.filter(([, href]) => /assessment_meta\.xml$/.test(href ?? '') && open(href))) read.questions.push(canvasMeta(open(name).toString('utf8'), shown(name)));
  return read;
}

// ---- one bank ----

// What a diagnostic must say of a question that is lost, of its pictures, and of each part of its words: a remark excuses no others.
const saying = {question: /so `.*` is left out|is not an item|asks nothing/i, pictures: /picture|left out|only their words/i, id: /so `.*` is left out|several questions/};
const leftOut = {
  overall: /feedback on right or wrong answers as such is left out/, other: /feedback on any other answer is left out/, template: /text that is in the answer at first is left out/,
  left: /an item on the left without a partner is left out/, item: /an item that has no place in the right order is left out/,
};
// Of how answers are marked: each only of what it names.
const otherwise = {
  marks: /marks have two decimals|marks are not from|rules by which this item is marked|several questions/,
  kind: /so `.*` is left out|several questions|no gap that can be read|gaps with choices/,
  weights: /all or nothing|marks its choices cannot be written|rules by which this item is marked|marks to another choice|a wrong pair costs marks|earn the same marks|several questions|capitals|are one answer|any one of the right ones/,
  accepted: /any letters|are one answer|gaps with choices|words to drag|is not a number/,
  pairs: /without a partner|several questions|its others are left out/, order: /no place in the right order|several questions/, feedback: /a gap has no feedback of its own|rules choose is feedback of the question/,
};
const settingsSaid = {
  tag: /tags/, tags: /tags/, hidden: /hidden/, penalty: /penalt|further tries|`penalty`/, usecase: /capitals/, attachments: /hand in/, minwordlimit: /words are not counted/, maxwordlimit: /words are not counted/, selecttype: /some of these items/, units: /units/, responseformat: /hand in/,
};

function asked(question) {
  if (question.choices) return {choices: choices(question).map(([words, share]) => [wordsOf(words).join(' '), share]), several: question.kind === 'choose-all'};
  if (question.lefts) return {pairs: pairs(question).map((row) => row.map((words) => wordsOf(words).join(' ')))};
  if (question.items) return {order: ordered(question).map((words) => wordsOf(words).join(' '))};
  return {blanks: question.blanks};
}

const folded = (text) => wordsOf(String(text)).join('').toLowerCase();
// [what kind of thing differs, how] of the answers of a bank and of the book; nothing where none does.
function difference(source, question) {
  const {answers} = source;
  const ours = asked(question);
  if (answers.choices) {
    if (!ours.choices) return ['kind', `${answers.choices.length} choices became a question of another kind (${question.kind})`];
    if (ours.choices.length !== answers.choices.length) return ['kind', `${answers.choices.length} choices became ${ours.choices.length}`];
    if (question.kind !== 'true-false' && ours.several !== answers.several) return ['kind', `${answers.several ? 'several' : 'one'} to choose became ${ours.several ? 'several' : 'one'}`];
    const theirs = answers.choices.map((row) => Number(row[1]));
    const mine = ours.choices.map((row) => row[1]);
    const marked = answers.choices.every((row) => typeof row[1] === 'number');  // else answers are tried
    const same = !marked || [...theirs].sort((a, b) => a - b).every((share, i) => near(share, [...mine].sort((a, b) => a - b)[i]));
    if (!same) return ['weights', `the weights ${theirs} became ${mine}`];
    const wrong = answers.choices.find(([words, share]) => words !== '' && question.kind !== 'true-false' && !ours.choices.some((row) => folded(row[0]) === folded(words) && (!marked || near(row[1], share))));
    return wrong && ['weights', `the choice ${JSON.stringify(wrong)} is not among ${JSON.stringify(ours.choices)}`];
  }
  if (answers.pairs) {
    const lost = answers.pairs.find(([left, right]) => left && !ours.pairs?.some((row) => folded(row[0]) === folded(left) && folded(row[1]) === folded(right)));
    const stranger = answers.pairs.find(([left, right]) => !left && !question.rights?.some((text) => folded(wordsOf(text).join(' ')) === folded(right)));
    return (lost || stranger) && ['pairs', `the pair ${JSON.stringify(lost ?? stranger)} is not among ${JSON.stringify(ours.pairs)}`];
  }
  if (answers.order) return folded((ours.order ?? []).join('|').replaceAll('|', ' ')) !== folded(answers.order.join(' ')) && ['order', `the order ${answers.order.join(' | ')} became ${(ours.order ?? []).join(' | ')}`];
  const blankProblem = (rows, blank) => {
    const lost = rows.find(([value, share]) => !(share === 0 && Array.isArray(value)) && value !== '*' && !(blank?.accepted ?? []).some((row) => {
      const same = Array.isArray(value) ? near(row.low ?? NaN, Math.min(...value), 1e-6) && near(row.high ?? NaN, Math.max(...value), 1e-6) : [value, wordsOfHtml(String(value)).join(' ')].some((text) => folded(row.text) === folded(text));
      return same && near(row.credit ?? 1, share);
    }));
    return lost && ['accepted', `the answer ${JSON.stringify(lost)} is not among ${JSON.stringify(blank?.accepted)}`];
  };
  if (answers.accepted) return blankProblem(answers.accepted, ours.blanks?.[0]);
  if (answers.gaps?.length === 1 && ours.choices) {
    const lost = answers.gaps[0].answers.find(([text]) => !ours.choices.some((row) => folded(row[0]) === folded(wordsOfHtml(text).join(' '))));
    return lost && ['accepted', `the choice ${JSON.stringify(lost)} is not among ${JSON.stringify(ours.choices)}`];
  }
  if (answers.gaps) {
    if (answers.gaps.length !== (ours.blanks?.length ?? 0)) return ['kind', `${answers.gaps.length} gaps became ${ours.blanks?.length ?? 0}`];
    return answers.gaps.map((gap, i) => blankProblem(/NUM|NM/.test(gap.kind) ? gap.answers.map(([text, share]) => {
      const [number, by = 0] = text.split(':').map(Number);
      return [[number - by, number + by], share];
    }) : gap.answers.filter(([, share]) => share > 0 || /SHORT|SA/.test(gap.kind)), ours.blanks[i])).find(Boolean);
  }
  return undefined;
}

// Feedback of an answer that does not stand at that answer.
function strayFeedback({answers}, question) {
  const at = (text, rows, words) => rows.some((row) => folded(words(row)) === folded(text));
  const rows = question.choices ?? question.blanks?.[0]?.accepted ?? [];
  const own = (row) => wordsOf(String(row.text ?? '')).join(' ');
  const lost = (answers.choices ?? answers.accepted ?? []).find(([value, , note]) => note && typeof value === 'string' && at(value, rows, own) &&
    !rows.some((row) => folded(own(row)) === folded(value) && folded(row.feedback ?? '').includes(folded(note))));
  return lost && `the feedback of ${JSON.stringify(lost)} does not stand at it`;
}

// Our answer that is the same as one of theirs; nothing where it cannot be given here.
function sameAnswer(question, {chosen, typed, pairs: both, order}) {
  const index = (list, text) => list.findIndex((each) => folded(wordsOf(words(each.text ?? each, false)).join(' ')) === folded(text));
  if (chosen && question.choices) {
    const ids = chosen.map((text) => question.choices[index(question.choices, text)]?.id);
    return ids.includes(undefined) ? undefined : question.kind === 'choose-all' ? ids : ids[0];
  }
  if (typed && question.blanks?.length === typed.length) return typed.map(String);
  if (both && question.lefts) {
    const rights = question.lefts.map(() => null);
    both.forEach(([left, right]) => (rights[index(question.lefts, left)] = index(question.rights, right)));
    return rights;
  }
  if (order && question.items) return order.map((text) => question.items[index(question.items, text)]?.id);
  return undefined;
}

// An answer that earns another share of the marks here.
function otherMarks({trials = []}, question) {
  for (const {share, ...trial} of trials) {
    const answer = sameAnswer(question, trial);
    if (answer === undefined) continue;
    const ours = grade(question, question.language, answer).marks / (question.marks || 1);
    if (!near(Math.max(0, Math.min(1, share)), ours, 0.02 + 0.006 / (question.marks || 1))) return `${JSON.stringify(trial)} earns ${share} of the marks, and here ${ours}`;
  }
  return undefined;
}

function judge(bank) {
  const book = join(folder, 'book');
  rmSync(book, {recursive: true, force: true});
  mkdirSync(join(book, 'chapters'), {recursive: true});
  writeFileSync(join(book, 'book.toml'), 'title = "Banks"\nlanguage = "en"\ndate = 2026-01-02\n');
  const made = spawnSync(hornbook, ['import', bank.path, '-o', book], {encoding: 'utf8', maxBuffer: 1 << 28});
  const remarks = remarksIn(made.stderr);
  const fault = (what) => faults.push(`${bank.name}: ${what}`);
  if (made.status !== 0 && !(made.status === 1 && remarks.some((row) => row.severity === 'error'))) return fault(`import ends with ${made.status ?? made.signal}: ${made.stderr.slice(0, 300)}`);
  ++done.banks;
  const {questions, settings} = sourcesOf(bank);
  const within = (question, what) => remarks.some((row) => row.file === question.file && row.line >= question.line && row.line <= Math.max(question.last, question.line) && what.test(row.message));
  const isLeftOut = (question, {line, part}) => within(question, saying.question) || (part && remarks.some((row) => row.file === question.file && row.line === line && leftOut[part].test(row.message)));
  if (made.status !== 0) return;  // its errors name lines, and the chapter waits for its author
  const epub = join(folder, 'book.epub');
  const build = spawnSync(hornbook, ['build', book, '--edition', 'teacher', '-o', epub], {encoding: 'utf8', maxBuffer: 1 << 28});
  if (build.status !== 0) return fault(`what import wrote does not build: ${build.stderr.slice(0, 400)}`);
  const built = wordsOfEpub(epub);
  const ours = questionsOf(epub);
  const shown = new Counts();
  built.pictures.forEach((picture) => shown.add(picture.sum));
  const asks = questions.filter((question) => !['category', 'description', 'Description', 'text_only_question'].includes(question.type) && !within(question, saying.question));
  const several = remarks.some((row) => /several questions here/.test(row.message));
  if (asks.length !== ours.length && !several) fault(`${questions.length} questions, of which ${asks.length} are not told to be left out, became ${ours.length}`);
  for (const name of settings) if (!remarks.some((row) => row.message.includes(`\`${name}\``) || settingsSaid[name]?.test(row.message))) fault(`\`${name}\` of the whole is lost in silence`);
  for (const question of questions) {
    ++done.questions;
    for (const row of question.texts) {
      const {line, text, plain} = row;
      if (isLeftOut(question, row)) continue;
      for (const word of question.html && !plain ? wordsOfHtml(text) : wordsOf(text)) {
        ++done.words;
        if (!built.counts.take(word) && !/^\d*e?\d*$/i.test(word)) fault(`${question.file}:${line}: \`${word}\` of a ${question.type} is lost`);
      }
    }
    for (const picture of question.pictures) {
      ++done.pictures;
      if (!shown.take(picture) && !within(question, saying.pictures)) fault(`${question.file}:${question.line}: a picture of a ${question.type} is lost`);
    }
    for (const name of question.settings) if (!remarks.some((row) => row.message.includes(`\`${name}\``) || settingsSaid[name]?.test(row.message))) fault(`${question.file}:${question.line}: \`${name}\` of a ${question.type} is lost in silence`);
  }
  if (asks.length !== ours.length) return;
  asks.forEach((question, i) => {
    const problem = difference(question, ours[i]);
    const complain = (what) => fault(`${question.file}:${question.line}: ${question.type}: ${what}`);
    if (problem && !within(question, otherwise[problem[0]])) complain(problem[1]);
    const marked = otherMarks(question, ours[i]);
    if (marked && !within(question, otherwise.weights)) complain(marked);
    const stray = strayFeedback(question, ours[i]);
    if (stray && !within(question, otherwise.feedback)) complain(stray);
    const id = question.id && `quiz-${question.id.replace(/^quiz-/, '').toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
    if (id && !ours[i].id.startsWith(id.replace(/-+$/, '')) && !within(question, saying.id)) fault(`${question.file}:${question.line}: its id \`${question.id}\` became \`${ours[i].id}\``);
    if (question.marks && !near(Number(question.marks), ours[i].marks) && !within(question, otherwise.marks)) complain(`${question.marks} marks became ${ours[i].marks}`);
  });
}

// ---- all ----

function zipped(root, path) {
  rmSync(path, {force: true});
  execFileSync('zip', ['-q', '-r', '-X', resolve(path), '.'], {cwd: root});
}

for (const path of banks) {
  const name = `${basename(dirname(path))}/${basename(path)}`;
  if (!statSync(path).isDirectory()) {
    judge({name, path, root: dirname(path), isPackage: false});
    continue;
  }
  const zip = join(folder, 'bank.zip');
  zipped(path, zip);
  judge({name, path: zip, root: path, isPackage: true});
}
for (let seed = 1; seed <= Number(randoms); ++seed) {
  for (const form of Object.keys(forms)) {
    const bank = randomBank(form, seed);
    const root = join(folder, `${form}-${seed}`);
    const before = faults.length;
    mkdirSync(root, {recursive: true});
    for (const [name, bytes] of Object.entries(bank.files ?? {[bank.name]: bank.text})) {
      mkdirSync(dirname(join(root, name)), {recursive: true});
      writeFileSync(join(root, name), bytes);
    }
    const path = bank.files ? `${root}.zip` : join(root, bank.name);
    if (bank.files) zipped(root, path);
    judge({name: `${form}-${seed}`, path, root, isPackage: Boolean(bank.files)});
    if (faults.length === before) {
      rmSync(root, {recursive: true, force: true});
      rmSync(path, {force: true});
    }
  }
}
for (const fault of faults.slice(0, 200)) console.error(fault);
if (faults.length > 200) console.error(`… and ${faults.length - 200} more`);
console.log(`imports: ${done.banks} banks with ${done.questions} questions, ${done.words} words and ${done.pictures} pictures, ${faults.length} lost in silence`);
process.exit(faults.length === 0 && done.questions > 0 ? 0 : 1);
