// The quiz data of each book against its schema, and each of its ids and places against the pages.
// Run as: node quiz_data.mjs SCHEMA BOOK.epub...
import Ajv from 'ajv/dist/2020.js';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';

const [schemaPath, ...books] = process.argv.slice(2);
const validate = new Ajv({allErrors: true, strict: true, strictTypes: false, strictRequired: false}).compile(JSON.parse(readFileSync(schemaPath, 'utf8')));

// Text of a file inside a book, or null when there is none.
function entry(book, name) {
  try {
    return execFileSync('unzip', ['-p', book, name], {encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore']});
  } catch {
    return null;
  }
}

function missingPlaces(book, data) {
  const pages = new Map();
  const page = (name) => pages.get(name) ?? pages.set(name, entry(book, `EPUB/${name}`) ?? '').get(name);
  const missing = [];
  const need = (href) => {
    const [file, id] = href.split('#');
    if (!page(file) || (id && !page(file).includes(`id="${id}"`))) missing.push(href);
  };
  for (const quiz of data.quizzes) {
    need(quiz.href);
    for (const question of quiz.questions) {
      const file = question.href.split('#')[0];
      [question.href, question.see, ...(question.pictures ?? []).map((p) => p.href)].filter(Boolean).forEach(need);
      for (const part of [...(question.choices ?? []), ...(question.items ?? [])]) need(`${file}#${part.id}`);
    }
  }
  return missing;
}

let questions = 0;
let wrong = 0;
for (const book of books) {
  const text = entry(book, 'EPUB/quiz.json');
  if (!text) continue;  // a book without quizzes
  const data = JSON.parse(text);
  const problems = validate(data) ? missingPlaces(book, data) : validate.errors.map((e) => `${e.instancePath} ${e.message}`);
  questions += data.quizzes.reduce((n, quiz) => n + quiz.questions.length, 0);
  if (problems.length > 0) {
    ++wrong;
    console.error(`${book}: ${problems.slice(0, 5).join('; ')}`);
  }
}
console.log(`quiz data: ${questions} questions in ${books.length} books, ${wrong} books wrong`);
process.exit(wrong === 0 && questions > 0 ? 0 : 1);
