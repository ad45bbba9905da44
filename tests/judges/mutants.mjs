// Whether the judge of the graders (graders.mjs) would see a mistake: each grader and the data are broken in many small ways, one at a time, and
// every one must be found out. Takes minutes, so it is no part of tests/run. Run as: node mutants.mjs script|plugin|data|builder [BUILD [WORDS]]
// WORDS: only where these stand. BUILD is a folder of CMake's, without sanitizers, with grade-lines. What only random answers find out is named: a case for it is missing.
import {execFileSync, spawn} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {byScript, casesBy, comparable, inOrder, isAsExpected, linesOf, objection, styles} from './graded_cases.mjs';
import {gradingScript} from './grading_script.mjs';
import {mutants} from './mutants_table.mjs';

const [engine, build, only = ''] = process.argv.slice(2);
const root = new URL('../../', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'hornbook-mutants-'));
process.on('exit', () => rmSync(folder, {recursive: true, force: true}));

const room = gradingScript();
const cases = engine === 'data' ? inOrder.filter((row) => row.expected) : casesBy(1, (language) => room.decimalMark(language));
const rows = [...cases, ...styles];
const right = rows.map((row) => comparable(byScript(room, row)));
const lines = linesOf(rows);
const lineFile = join(folder, 'lines');
writeFileSync(lineFile, lines);

// The number of the first row that tells, or -1. All three graders break alike with the data: there only what is expected tells.
const tells = (i, answer) => (engine !== 'data' ? answer !== right[i] : rows[i].expected ? !isAsExpected(answer, rows[i].expected) : rows[i].style !== undefined && objection(answer, i - rows.length + styles.length) !== '');

function firstByScript(sources) {
  let broken;
  try {
    broken = gradingScript(sources);
  } catch {
    return 0;  // whoever loads it sees that
  }
  return rows.findIndex((row, i) => {
    try {
      return tells(i, comparable(byScript(broken, row)));
    } catch {
      return true;
    }
  });
}

function firstByProgram(command, ...rest) {
  return new Promise((resolve) => {
    const child = spawn('/bin/sh', ['-c', `exec "$0" "$@" <${lineFile} 2>/dev/null`, command, ...rest], {stdio: ['ignore', 'pipe', 'ignore']});
    let i = 0;
    let found = -1;
    createInterface({input: child.stdout}).on('line', (answer) => {
      if (found < 0 && tells(i, comparable(answer))) {
        found = i;
        child.kill();
      }
      ++i;
    }).on('close', () => resolve(found >= 0 ? found : i < rows.length ? i : -1));  // one that ends too soon fails there
  });
}

function broken(name, from, to) {
  const source = readFileSync(root + name, 'utf8');
  if (!source.includes(from)) {
    throw new Error(`${name} has no more: ${from}`);
  }
  return source.replace(from, () => to);
}

const firstBy = {
  script: (name, source) => firstByScript({[name]: source}),
  data: (name, source) => firstByScript({[name]: source}),
  plugin: (name, source) => {
    for (const part of ['plugin/koreader/hornbook.koplugin', 'tests/koreader']) {
      cpSync(root + part, join(folder, part), {recursive: true});
    }
    writeFileSync(join(folder, name), source);
    return firstByProgram('luajit', join(folder, 'tests/koreader/grade_lines.lua'));
  },
  // Compiled alone and linked before the libraries, it takes the place of the one in them.
  builder: (name, source) => {
    const file = join(folder, 'broken.cpp');
    const program = join(folder, 'grade-lines');
    writeFileSync(file, source);
    const libraries = ['grading', 'model', 'base'].map((stage) => `${build}/libhornbook_${stage}.a`);
    execFileSync('c++', ['-std=c++20', '-g0', '-I' + root + 'builder', '-I' + root + 'tests', '-c', file, '-o', file + '.o'], {stdio: 'inherit'});
    execFileSync('c++', [`${build}/grade-lines.o`, file + '.o', ...libraries, '-Wl,-z,muldefs', '-lutf8proc', '-lnettle', '-pthread', '-o', program], {stdio: 'inherit'});
    return firstByProgram(program);
  }
};
if (engine === 'builder') {
  execFileSync('c++', ['-std=c++20', '-g0', '-I' + root + 'builder', '-I' + root + 'tests', '-c', root + 'tests/judges/grade_lines.cpp', '-o', `${build}/grade-lines.o`], {stdio: 'inherit'});
}

let survivors = 0;
let late = 0;
const all = [...mutants(engine, (name) => readFileSync(root + name, 'utf8'))].filter((mutant) => mutant[1].includes(only));
for (const [name, from, to] of all) {
  const first = await firstBy[engine](name, broken(name, from, to));
  survivors += first < 0 ? 1 : 0;
  const isLate = first >= inOrder.length && rows[first].style === undefined;
  late += isLate ? 1 : 0;
  if (first < 0 || isLate) {
    console.log(`${first < 0 ? 'survives' : 'found by chance'}: ${name}: ${from} -> ${to}${first < 0 ? '' : '\n  ' + JSON.stringify(rows[first]).slice(0, 600)}`);
  }
}
console.log(`mutants: ${all.length}, ${survivors} survive, ${late} found by chance alone`);
process.exit(survivors + late === 0 ? 0 : 1);
