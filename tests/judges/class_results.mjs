// What a class page's table says of each attempt, against what the devices wrote: scores and sums, to the cent.
// Run as: node class_results.mjs EXPORTS-FOLDER CLASS.csv
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {readCsv} from './class_csv.mjs';

const [folder, tablePath] = process.argv.slice(2);

const written = new Map();
for (const name of readdirSync(folder)) {
  const results = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  for (const quiz of results.quizzes) {
    for (const attempt of quiz.attempts) {
      const pupil = results.pupil === null ? `? (${results.device ?? name.replace(/\.json$/, '')}` : String(results.pupil);
      written.set([pupil, results.edition, quiz.title, results.device ?? '', attempt.number].join('\n'), attempt);
    }
  }
}

let compared = 0;
let wrong = 0;
for (const row of readCsv(readFileSync(tablePath, 'utf8')).filter((row) => row.attempt !== '')) {
  const attempt = written.get([row.pupil.replace(/(\.(json|csv))?\)$/, ''), row.edition, row.quiz, row.device, row.attempt].join('\n'));
  const fits = attempt !== undefined && (row.edition === 'test' || (Number(row.score) === attempt.score && Number(row.of) === attempt.of));
  compared += 1;
  if (!fits) {
    wrong += 1;
    console.error(`${tablePath}: pupil ${row.pupil}, ${row.quiz}, attempt ${row.attempt}: ${row.score} of ${row.of}, the device wrote ${attempt?.score} of ${attempt?.of}`);
  }
}
console.log(`class table: ${compared} attempts, ${wrong} wrong`);
process.exit(wrong === 0 && compared > 0 ? 0 : 1);
