// Results that a plugin wrote, against their schema; their check codes; and that what a test earned is not in them.
// Run as: node results.mjs SCHEMA RESULTS.json...
import Ajv from 'ajv/dist/2020.js';
import {readFileSync} from 'node:fs';

const [schemaPath, ...paths] = process.argv.slice(2);
const validate = new Ajv({allErrors: true, strict: true, strictTypes: false, strictRequired: false}).compile(JSON.parse(readFileSync(schemaPath, 'utf8')));

// As the schema's description tells it, written a second time.
function codeOf(results, quiz, attempt) {
  let hash = 0;
  for (const byte of new TextEncoder().encode(`${results.book}\n${quiz.id}`)) hash = (31 * hash + byte) % 9973;
  const pupil = typeof results.pupil === 'number' ? results.pupil : 0;
  const percent = attempt.of > 0 ? Math.min(100, Math.floor((100 * attempt.score) / attempt.of + 0.5)) : 0;
  const last = results.edition === 'test' ? Math.min(999, 900 + attempt.answers.length) : percent;
  const digits = String(hash).padStart(4, '0') + String(pupil).padStart(2, '0') + String(last).padStart(3, '0');
  return digits + String(98 - ((Number(digits) * 100) % 97)).padStart(2, '0');
}

let attempts = 0;
let wrong = 0;
for (const path of paths) {
  const results = JSON.parse(readFileSync(path, 'utf8'));
  const problems = validate(results) ? [] : validate.errors.map((e) => `${e.instancePath} ${e.message}`);
  for (const quiz of results.quizzes) {
    for (const attempt of quiz.attempts) {
      ++attempts;
      const expected = attempt.finished && !attempt.retry ? codeOf(results, quiz, attempt) : undefined;
      if (attempt.code !== expected) problems.push(`${quiz.id}: code ${attempt.code}, expected ${expected}`);
    }
  }
  if (problems.length > 0) {
    ++wrong;
    console.error(`${path}: ${problems.slice(0, 5).join('; ')}`);
  }
}
console.log(`results: ${attempts} attempts in ${paths.length} files, ${wrong} wrong`);
process.exit(wrong === 0 && attempts > 0 ? 0 : 1);
