// The quiz and glossary data of each book against their schemas, and each of their ids and places against the pages.
// Run as: node quiz_data.mjs QUIZ-SCHEMA GLOSSARY-SCHEMA BOOK.epub...
import Ajv from 'ajv/dist/2020.js';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';

const [quizSchema, glossarySchema, ...books] = process.argv.slice(2);
const compiled = (path) => new Ajv({allErrors: true, strict: true, strictTypes: false, strictRequired: false}).compile(JSON.parse(readFileSync(path, 'utf8')));

// Text of a file inside a book, or null when there is none.
function entry(book, name) {
  try {
    return execFileSync('unzip', ['-p', book, name], {encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore']});
  } catch {
    return null;
  }
}

// The hrefs that lead nowhere.
function missingPlaces(book, hrefs) {
  const pages = new Map();
  const page = (name) => pages.get(name) ?? pages.set(name, entry(book, `EPUB/${name}`) ?? '').get(name);
  return hrefs.filter((href) => {
    const [file, id] = href.split('#');
    return !page(file) || (id && !page(file).includes(`id="${id}"`));
  });
}

function quizPlaces(data) {
  return data.quizzes.flatMap((quiz) => [quiz.href, ...quiz.questions.flatMap((question) => {
    const file = question.href.split('#')[0];
    const parts = [...(question.choices ?? []), ...(question.items ?? [])].map((part) => `${file}#${part.id}`);
    return [question.href, question.see, ...(question.pictures ?? []).map((p) => p.href), ...parts].filter(Boolean);
  })]);
}

// A sign for control, but for line feeds and tabs, is one of the builder's own that was left in a text.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/;

const elements = new Set(('b bdi blockquote br caption cite code dd del dfn div dl dt em h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp ' +
  'small span strong sub sup table tbody td th thead tr u ul var').split(' '));
const attributes = new Set('alt colspan dir height lang reversed rowspan src start type value width'.split(' '));
const voids = new Set(['br', 'hr', 'img']);

// What is wrong with a piece of XHTML by the schema's own words; its pictures are added to a list.
function faultOf(xhtml, pictures) {
  const open = [];
  const rest = xhtml.replace(/<(\/?)([a-z0-9]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g, (tag, end, name, written) => {
    const foreign = [...written.matchAll(/ ([a-z]+)="([^"]*)"/g)].filter(([, key, value]) => key === 'src' ? !pictures.push(value) : !attributes.has(key));
    const fits = elements.has(name) && foreign.length === 0 && (end ? open.pop() === name : voids.has(name) || open.push(name));
    return fits ? '' : '<';
  });
  return open.length > 0 || /[<>]|&(?!amp;|lt;|gt;|quot;|apos;|#)/.test(rest) ? 'is not sound' : '';
}

// XHTML anywhere in the data; the number of the version says whether there is any.
function xhtmlFaults(book, data) {
  const faults = [];
  const pictures = [];
  let found = false;
  const look = (value, key) => {
    if (value === null || typeof value !== 'object') return;
    found ||= key === 'xhtml' || value.page_only === true;
    for (const [name, inner] of Object.entries(value)) {
      const pieces = key !== 'xhtml' ? [] : typeof inner === 'string' ? [inner] : inner;
      faults.push(...pieces.map((piece) => faultOf(piece, pictures)).filter(Boolean).map((fault) => `${name}: XHTML ${fault}`));
      look(inner, name);
    }
  };
  look(data, '');
  if (data.schema === 'hornbook-quiz-data' && data.version !== (found ? 2 : 1)) faults.push('the version is not the least');
  return [...faults, ...missingPlaces(book, pictures).map((href) => `no picture ${href}`)];
}

const kinds = [
  {file: 'quiz.json', validate: compiled(quizSchema), places: quizPlaces},
  {file: 'glossary.json', validate: compiled(glossarySchema), places: (data) => data.entries.map((e) => e.href)},
];

let questions = 0;
let entries = 0;
let wrong = 0;
for (const book of books) {
  for (const {file, validate, places} of kinds) {
    const text = entry(book, `EPUB/${file}`);
    if (!text) continue;  // a book without quizzes, or without a glossary
    const data = JSON.parse(text);
    const problems = validate(data) ? missingPlaces(book, places(data)) : validate.errors.map((e) => `${e.instancePath} ${e.message}`);
    problems.push(...xhtmlFaults(book, data));
    JSON.parse(text, (key, value) => {
      if (typeof value === 'string' && controls.test(value)) problems.push(`${key} holds a control character`);
      return value;
    });
    questions += (data.quizzes ?? []).reduce((n, quiz) => n + quiz.questions.length, 0);
    entries += (data.entries ?? []).length;
    if (problems.length > 0) {
      ++wrong;
      console.error(`${book}: ${file}: ${problems.slice(0, 5).join('; ')}`);
    }
  }
}
console.log(`quiz data: ${questions} questions and ${entries} glossary entries in ${books.length} books, ${wrong} wrong`);
process.exit(wrong === 0 && questions > 0 && entries > 0 ? 0 : 1);
