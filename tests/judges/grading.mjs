// The grading of the book's script against the cases of tests/grading. Run as: node grading.mjs GRADING.JS CASES.json...
import {readFileSync} from 'node:fs';
import vm from 'node:vm';

const [script, ...files] = process.argv.slice(2);
const room = vm.createContext({});  // no browser here: grading needs none
vm.runInContext(readFileSync(script, 'utf8'), room);

let cases = 0;
let wrong = 0;
for (const file of files) {
  for (const {question, language, answer, marks, verdict} of JSON.parse(readFileSync(file, 'utf8')).cases) {
    ++cases;
    const earned = room.grade(question, language, answer);
    if (earned.marks !== marks || earned.verdict !== verdict) {
      ++wrong;
      console.error(`${file}: ${JSON.stringify(answer)} in ${language} to ${JSON.stringify(question)}\n` +
                    `  expected ${marks}, ${verdict}; earned ${earned.marks}, ${earned.verdict}`);
    }
  }
}
console.log(`grading: ${cases} cases, ${wrong} wrong`);
process.exit(wrong === 0 && cases > 0 ? 0 : 1);
