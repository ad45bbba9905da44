// Packages of QTI 2.1 beside the quiz data of the same books: the package is whole, and its rules of marking, carried out here, give
// every answer what the book's script gives. Run as: node qti.mjs PACKAGE.zip BOOK.epub [PACKAGE.zip BOOK.epub]...
// QTI_TRIALS=FILE writes down each answer and what it earns, for whoever wants to ask another program.
import {DOMParser} from '@xmldom/xmldom';
import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {posix} from 'node:path';
import {gradingScript} from './grading_script.mjs';
import {Attempt} from './qti_scores.mjs';

const files = process.argv.slice(2);
const {grade, fold, readNumber} = gradingScript();

const unzip = (...parts) => execFileSync('unzip', parts, {encoding: 'utf8', maxBuffer: 1 << 28});
const parse = (text) => new DOMParser({onError: (level, message) => { throw new Error(message); }}).parseFromString(text, 'text/xml');
const named = (node, name) => Array.from(node.getElementsByTagName(name));
const attribute = (node, name) => node.getAttribute(name) ?? '';
const isName = (text) => /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(text);
const repeated = (list) => list.filter((each, i) => list.indexOf(each) !== i);

// ---- answers to a question of the quiz data, each with the responses that it is in an item ----

const most = 200;  // answers to one question
const products = (lists) => lists.reduce((all, list) => all.flatMap((head) => list.map((each) => [...head, each])).slice(0, most * 5), [[]]);
const orders = (list) => (list.length < 2 ? [list] : list.flatMap((each, i) => orders(list.filter((_, k) => k !== i)).map((rest) => [each, ...rest])));
const spread = (list) => list.filter((_, i) => list.length <= most || i % Math.ceil(list.length / most) === 0);
const numbered = (name, index) => `${name}-${index + 1}`;

// What no plain comparison knows of a folded text (quotes, white space, points) is no part of this.
function textsFor(blank) {
  const texts = blank.accepted.flatMap((accepted) => {
    const all = [accepted.text, accepted.text.toUpperCase(), fold(accepted.text, 'en')];
    return accepted.low === undefined ? all :
        accepted.low < accepted.high ? [accepted.low, accepted.high, (accepted.low + accepted.high) / 2, accepted.high + 1, accepted.low - 0.5].map(String) :
        [...all, String(accepted.low), String(accepted.low + 1)];
  });
  return [...new Set([...texts, 'no such answer', ''])];
}

function textResponses(item, texts, language) {
  const responses = {};
  named(item, 'textEntryInteraction').forEach((entry, i) => {
    const name = attribute(entry, 'responseIdentifier');
    const declaration = named(item, 'responseDeclaration').find((each) => attribute(each, 'identifier') === name);
    const number = readNumber(fold(texts[i], language), language);
    const words = texts[i] === '' ? null : texts[i];
    responses[name] = attribute(declaration, 'baseType') === 'float' ? (Number.isNaN(number) ? null : number) : words;
    if (attribute(entry, 'stringIdentifier')) responses[attribute(entry, 'stringIdentifier')] = words;
  });
  return responses;
}

const trialsFor = {
  choose: (question) => question.choices.map((choice, i) => [choice.id, {RESPONSE: numbered('choice', i)}]),
  'choose-all': (question) => products(question.choices.map(() => [false, true])).map((chosen) => {
    const indices = chosen.flatMap((is, i) => (is ? [i] : []));
    return [indices.map((i) => question.choices[i].id), {RESPONSE: indices.map((i) => numbered('choice', i))}];
  }),
  fill: (question, item, language) => products(question.blanks.map(textsFor)).map((texts) => [texts, textResponses(item, texts, language)]),
  match: (question) => products(question.lefts.map(() => [null, ...question.rights.keys()])).map((rights) =>
    [rights, {RESPONSE: rights.flatMap((right, i) => (right === null ? [] : [`${numbered('left', i)} ${numbered('right', right)}`]))}]),
  arrange: (question) => orders([...question.items.keys()].slice(0, 6)).map((order) =>
    [order.map((i) => question.items[i].id), {RESPONSE: order.map((i) => numbered('item', i))}]),
};
trialsFor['choose-one'] = trialsFor['true-false'] = trialsFor.choose;

// ---- one package ----

const written = [];
let items = 0;
let answers = 0;
let wrong = 0;

function complain(file, text) {
  ++wrong;
  console.error(`${file}: ${text}`);
}

function checkNames(file, item) {
  const identifiers = named(item, '*').filter((each) => !['variable', 'mapResponse', 'setOutcomeValue'].includes(each.tagName)).map((each) => attribute(each, 'identifier')).filter(Boolean);
  const declared = [...named(item, 'responseDeclaration'), ...named(item, 'outcomeDeclaration')].map((each) => attribute(each, 'identifier'));
  const choices = ['simpleChoice', 'simpleAssociableChoice'].flatMap((name) => named(item, name)).map((each) => attribute(each, 'identifier'));
  const feedback = named(item, 'modalFeedback').map((each) => attribute(each, 'identifier'));
  for (const list of [declared, choices, feedback]) repeated(list).forEach((name) => complain(file, `${name} stands twice`));
  identifiers.filter((name) => !isName(name)).forEach((name) => complain(file, `${name} is no identifier`));
  for (const declaration of named(item, 'responseDeclaration')) {
    const keys = named(declaration, 'mapEntry').map((each) => attribute(each, 'mapKey').toLowerCase());
    repeated(keys).forEach((key) => complain(file, `${key} is mapped twice`));
    if (['identifier', 'directedPair'].includes(attribute(declaration, 'baseType'))) {
      const used = [...named(declaration, 'value').map((each) => each.textContent), ...keys].flatMap((value) => value.split(' '));
      used.filter((name) => !choices.includes(name)).forEach((name) => complain(file, `${name} is no choice`));
    }
  }
}

// Right answers earn all the marks, as those who mark by them will find.
function checkRight(file, item, question) {
  const responses = {};
  for (const declaration of named(item, 'responseDeclaration')) {
    const values = named(declaration, 'value').map((each) => (attribute(declaration, 'baseType') === 'float' ? Number(each.textContent) : each.textContent));
    responses[attribute(declaration, 'identifier')] = attribute(declaration, 'cardinality') === 'single' ? values[0] ?? null : values;
  }
  const {SCORE, MAXSCORE} = new Attempt(item, responses).values;
  if (MAXSCORE !== question.marks || (question.kind !== 'write' && Math.abs(SCORE - MAXSCORE) > question.marks * 1e-4)) {
    complain(file, `the right answer earns ${SCORE} of ${MAXSCORE}`);
  }
}

function checkMarks(file, item, question, language) {
  const trials = spread(trialsFor[question.kind]?.(question, item, language) ?? []);
  for (const [answer, responses] of trials) {
    ++answers;
    const {SCORE} = new Attempt(item, responses).values;
    const share = Math.round(SCORE / question.marks * 1e4) / 1e4;
    const marks = Math.floor(question.marks * share * 100 + 0.5 + 1e-6) / 100;
    const expected = grade(question, language, answer).marks;
    if (marks !== expected) complain(file, `${JSON.stringify(answer)} earns ${SCORE}, in the book ${expected}`);
    if (process.env.QTI_TRIALS) written.push({package: file.split(':')[0], item: file.split(':')[1], responses, marks: expected});
  }
}

function checkManifest(path, names) {
  const manifest = parse(unzip('-p', path, 'imsmanifest.xml'));
  const resources = named(manifest, 'resource');
  const identifiers = resources.map((each) => attribute(each, 'identifier'));
  const hrefs = named(manifest, 'file').map((each) => attribute(each, 'href'));
  repeated(identifiers).forEach((name) => complain(path, `${name} stands twice`));
  identifiers.filter((name) => !isName(name)).forEach((name) => complain(path, `${name} is no identifier`));
  hrefs.filter((href) => !names.includes(href)).forEach((href) => complain(path, `${href} is not in the package`));
  names.filter((name) => !hrefs.includes(name) && name !== 'imsmanifest.xml').forEach((name) => complain(path, `the manifest does not name ${name}`));
  named(manifest, 'dependency').map((each) => attribute(each, 'identifierref')).filter((name) => !identifiers.includes(name))
      .forEach((name) => complain(path, `nothing is ${name}`));
  return resources;
}

// Each place that a document leads to is one its resource says it needs.
function checkPlaces(path, resources) {
  const hrefOf = new Map(resources.map((each) => [attribute(each, 'identifier'), attribute(each, 'href')]));
  for (const resource of resources.filter((each) => attribute(each, 'type').startsWith('imsqti'))) {
    const file = attribute(resource, 'href');
    const document = parse(unzip('-p', path, file));
    const needed = named(resource, 'dependency').map((each) => hrefOf.get(attribute(each, 'identifierref')));
    const used = [['img', 'src'], ['stylesheet', 'href'], ['assessmentItemRef', 'href']].flatMap(([name, key]) => named(document, name).map((each) => attribute(each, key)));
    const places = [...new Set(used.map((href) => posix.join(posix.dirname(file), href)))].sort();
    if (places.join() !== [...needed].sort().join()) complain(`${path}:${file}`, `leads to ${places}, and needs ${needed}`);
  }
}

for (let i = 0; i + 1 < files.length; i += 2) {
  const [path, book] = files.slice(i);
  const data = JSON.parse(unzip('-p', book, 'EPUB/quiz.json'));
  const names = unzip('-Z1', path).trim().split('\n');
  const resources = checkManifest(path, names);
  checkPlaces(path, resources);
  const questions = data.quizzes.flatMap((quiz) => quiz.questions);
  const itemFiles = new Map(resources.map((each) => [attribute(each, 'identifier'), attribute(each, 'href')]));
  for (const question of questions) {
    const file = `${path}:${itemFiles.get(question.id)}`;
    const item = parse(unzip('-p', path, itemFiles.get(question.id)));
    ++items;
    checkNames(file, item);
    checkRight(file, item, question);
    checkMarks(file, item, question, data.language);
  }
  const sections = names.filter((name) => name.startsWith('tests/')).flatMap((name) => named(parse(unzip('-p', path, name)), 'assessmentSection'));
  const order = (list, id) => list.map((each) => id(each));
  if (sections.map((each) => [attribute(each, 'identifier'), ...order(named(each, 'assessmentItemRef'), (ref) => attribute(ref, 'identifier'))].join()).join('\n') !==
      data.quizzes.map((quiz) => [quiz.id, ...order(quiz.questions, (question) => question.id)].join()).join('\n')) {
    complain(path, 'its tests have other questions than the quizzes of the book, or in another order');
  }
}
if (process.env.QTI_TRIALS) writeFileSync(process.env.QTI_TRIALS, JSON.stringify(written));
console.log(`QTI: ${items} items and ${answers} answers in ${files.length / 2} packages, ${wrong} wrong`);
process.exit(wrong === 0 && items > 0 && answers > 0 ? 0 : 1);
