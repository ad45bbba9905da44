// Parts of the studio's page that need no browser: book.toml changed in place, the plan of chapters, questions as fields and back, places,
// and the table of words. Run as: node parts.mjs
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync, readdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {changeOf, changed, inBlocks, inWhole} from '../../builder/studio/page/frame/blocks.mjs';
import {belowTitle, cellsOf, lineForBlock, markStep, titleIn, toggled, withCells, withTitle} from '../../builder/studio/page/parts/marks.mjs';
import {newBook} from '../../builder/studio/page/parts/new_book.mjs';
import {sorted, unzipped} from '../../builder/studio/page/parts/opening.mjs';
import {editRange, fromBase64, rangeOf, toBase64, unitsAt} from '../../builder/studio/page/parts/places.mjs';
import {isPictureOfBook} from '../../builder/studio/page/parts/pictures.mjs';
import {fileNameOf, moved, movedBefore, nextNumber, planOf, withPlan} from '../../builder/studio/page/parts/plan.mjs';
import {emptyQuestion, kinds, lackOf, questionAt, quizFor, readQuestion, writeQuestion} from '../../builder/studio/page/parts/question_markdown.mjs';
import {partsOf, readToml, setToml, tomlValue, withParts} from '../../builder/studio/page/parts/toml.mjs';
import {truthsOf} from '../../builder/studio/page/parts/truths.mjs';
import {truthTable} from '../../builder/studio/page/truth_table.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const read = (path) => readFileSync(join(root, path), 'utf8');
let count = 0;
const same = (a, b, what) => { ++count; assert.deepEqual(a, b, what); };

const toml = `# Ours
title = "Water"   # as on the cover
authors = ["Ada", 'Ben']
date = 2026-11-23
chapters = [
  # the sky
  "01-rain.md", # first
  "02-rivers.md",
  # more to come
]

[education] # for shops
level = "Primary"
`;

function settings() {
  same(tomlValue(toml, '', 'title'), 'Water');
  same(tomlValue(toml, '', 'authors'), ['Ada', 'Ben']);
  same(tomlValue(toml, '', 'date'), '2026-11-23');
  same(tomlValue(toml, 'education', 'level'), 'Primary');
  same(setToml(toml, '', 'title', 'A "new" \\ one'), toml.replace('"Water"', '"A \\"new\\" \\\\ one"'));
  same(setToml(toml, '', 'date', '2027-01-02'), toml.replace('2026-11-23', '2027-01-02'), 'a date gets no quotes');
  same(setToml(toml, 'education', 'age', '9-12'), toml.replace('"Primary"\n', '"Primary"\nage = "9-12"\n'));
  same(setToml(toml, 'quiz', 'script', false), `${toml}\n[quiz]\nscript = false\n`);
  same(setToml(toml, 'education', 'level', null), toml.replace('level = "Primary"\n', ''));
  same(setToml(toml, '', 'chapters', ['02-rivers.md', '01-rain.md']), toml.replace(/chapters = \[[^]*?\n\]/, 'chapters = [\n  "02-rivers.md",\n  # the sky\n  "01-rain.md", # first\n  # more to come\n]'), 'comments go with their chapters');
  same(setToml('', '', 'title', 'x'), 'title = "x"\n');
  same(tomlValue('a = """\none "two"\n"""\nb = 1', '', 'b'), 1);
  same(readToml('# a = 1\n"q k" = 2\nbroken line\nlast = true').values.map((one) => [one.key, one.value]), [['q k', 2], ['last', true]]);
  const own = read('book.toml');
  same(partsOf(own).length, 4);
  same(withParts(own, partsOf(own)), own, 'parts that stay change nothing');
  const parts = partsOf(own);
  parts[0].chapters.reverse();
  const turned = withParts(own, parts);
  same(partsOf(turned)[0].chapters[0], '03-show-trials.md');
  same(turned.split('\n').length, own.split('\n').length);
  same(partsOf(withParts(own, parts.slice(0, 2))).length, 2);
  same(partsOf(withParts(own, [...parts, {title: 'New', chapters: ['x.md']}]))[4], {title: 'New', chapters: ['x.md']});
}

// Names in a zip: said to be UTF-8, UTF-8 without a word, and of code page 437, as Windows packs them.
const zipOfNames = `
import base64, io, zipfile
class Silent(zipfile.ZipInfo):
    def _encodeFilenameFlags(self):
        return self.own, self.flag_bits & ~0x800
out = io.BytesIO()
with zipfile.ZipFile(out, 'w') as z:
    z.writestr('é.md', 'said')
    for name, own in (('a', 'ü.md'.encode('utf-8')), ('b', b'\\x9aber.md')):
        info = Silent(name)
        info.own = own
        z.writestr(info, name)
print(base64.b64encode(out.getvalue()).decode())
`;

function names() {
  const files = unzipped(fromBase64(execFileSync('python3', ['-c', zipOfNames]).toString().trim()));
  same([...files.keys()].sort(), ['Über.md', 'é.md', 'ü.md'].sort());
  same(new TextDecoder().decode(files.get('Über.md')), 'b');
  const bytes = new Uint8Array(1);
  same(sorted(new Map([['b/book.toml', bytes], ['b/notes.docx', new Uint8Array(2)], ['b/chapters/1.md', new Uint8Array(3)]])).left, ['b/notes.docx']);
  same(sorted(new Map([['a.md', bytes], ['a.docx', new Uint8Array(2)], ['.hidden', new Uint8Array(3)]])).left, ['a.docx']);
}

function plan() {
  const paths = ['book.toml', 'chapters/01-rain.md', 'chapters/02-rivers.md', 'chapters/03-sea.md', 'chapters/glossary.md'];
  const found = planOf(toml, paths);
  same(found.groups[0].chapters, ['01-rain.md', '02-rivers.md']);
  same(found.left, ['03-sea.md']);
  same(planOf('title = "x"', paths).groups[0].chapters.length, 3);
  same(moved(found.groups, '01-rain.md', 1)[0].chapters, ['02-rivers.md', '01-rain.md']);
  const two = [{title: 'A', chapters: ['a', 'b']}, {title: 'B', chapters: ['c']}];
  same(moved(two, 'b', 1)[1].chapters, ['b', 'c'], 'through the border of a part');
  same(moved(two, 'a', -1), two, 'the first stays the first');
  same(movedBefore(two, 'c', 'a')[0].chapters, ['c', 'a', 'b']);
  same(tomlValue(withPlan('title = "x"\n', [{title: null, chapters: ['b.md', 'a.md']}], false), '', 'chapters'), ['b.md', 'a.md']);
  same(fileNameOf('Übung: Wie regnet es?', new Set()), 'ubung-wie-regnet-es.md');
  same(fileNameOf('المطر', new Set(['المطر.md'])), 'المطر-2.md');
  same(nextNumber(['01-a.md', '02-b.md']), '03-');
  same(nextNumber(['a.md', 'b.md']), '');
}

// What the form writes it reads as the same; what stands in books is read back without loss, or not at all.
function questions() {
  const filled = {
    choose: {answers: [{text: 'Heat', right: true, feedback: 'Yes.\nMore.'}, {text: 'Moon', right: false, feedback: ''}], all: true},
    truth: {answers: [{text: 'True', right: false, feedback: 'No.'}, {text: 'False', right: true, feedback: ''}]},
    gaps: {text: 'Gas becomes [[water|drops]].'},
    short: {answers: [{text: '9..11', feedback: ''}, {text: 'ten', feedback: ''}]},
    match: {answers: [{text: 'a', other: 'b', feedback: ''}, {text: 'c', other: 'd', feedback: ''}, {text: '', other: 'e', feedback: ''}]},
    order: {answers: [{text: 'one', feedback: ''}, {text: 'two', feedback: ''}]},
    write: {lines: '7', key: '- 1 mark: says why\n- 2 marks: and how'},
  };
  for (const kind of kinds) {
    const question = {...emptyQuestion(kind), text: 'Why?', marks: '2', hint: 'Look up.', see: '#rain', id: 'why', feedback: 'Well.', body: '> A source.', ...filled[kind]};
    same(readQuestion(writeQuestion(question)), question, kind);
    same(lackOf(question), null, kind);
    same(typeof lackOf({...emptyQuestion(kind), text: ['truth', 'write'].includes(kind) ? '' : 'Why?'}), 'string', `${kind} asks for what is missing`);
  }
  const text = read('builder/commands/init/book/chapters/01-rain.md') + read('builder/commands/init/book/chapters/02-rivers.md');
  const lines = text.split('\n');
  let seen = 0;
  lines.forEach((line, i) => {
    const found = /^## /.test(line) && questionAt(text, i + 1);
    if (!found?.question) return;
    ++seen;
    const question = readQuestion(found.question.text);
    assert(question, `not read: ${line}`);
    same(readQuestion(writeQuestion(question)), question, line);
  });
  same(seen, 9);
  same(readQuestion('## Why?\n- [x] A\n  and a list\n- [ ] B\n'), null, 'what the form has no field for');
  same(readQuestion('## No answers'), null);
  same(questionAt('# A\n\ntext', 1), null);
  same(questionAt('```quiz\ntitle: T\n## Q\n= 1\n```', 2).question, null);
  const two = '```quiz\n## A\n= 1\n\n## B\n= 2\n```\n\nText';
  same([3, 4, 6, 7].map((line) => questionAt(two, line).question?.from ?? null), [2, null, 5, null], 'behind the last answer and on the fence no question is changed');
  same([3, 4, 6, 7, 8, 9].map((line) => quizFor(two, line)?.next ?? null), [5, 5, 7, 7, 7, null], 'a question joins the quiz that is there or right above');
  const table = truthTable(join(root, 'builder/model'));
  same(['en-GB', 'de', 'sw', 'zh-Hant-TW'].map((tag) => truthsOf(tag, table)[0]), ['True', 'Richtig', 'True', '對']);
  same(Object.values(table).every((pair) => pair.length === 2 && pair.every(Boolean)), true);
}

function places() {
  const text = 'aé𝄞z\nßx';
  same(unitsAt(text, [0, 1, 3, 7, 8, 9, 11]), [0, 1, 2, 4, 5, 6, 7]);
  same(rangeOf(text, {offset: 9, end: 11}), {from: 6, to: 7});
  same(rangeOf(text, {}), {from: 0, to: 5});
  same(editRange(text, {line: 2, column: 2, length: 1}), {from: 7, to: 8});
  same(editRange('𝄞é-', {line: 1, column: 2, length: 1}), {from: 2, to: 3});
  same(editRange(text, {line: 2, column: 2, length: 1, offset: 11, end: 12}), {from: 7, to: 8});
  const bytes = Uint8Array.from({length: 100000}, (_, i) => i % 251);
  same(fromBase64(toBase64(bytes)), bytes);
}

// What keys and buttons do to a text.
function marks() {
  same(markStep('a **b', '', '** c', '**'), 'over');
  same(markStep('a ', '', 'b', '**'), 'on');
  same(markStep('a ', '', '**b**', '**'), 'on', 'in front of what is bold');
  same(markStep('**a** **', 'b', '** c', '**'), 'off');
  same(markStep('a **b', '', '** c', '*'), 'on');
  same(markStep('a *b', '', '* c', '*'), 'over');
  same(markStep('* a', '', '*', '*'), 'on', 'a bullet is no mark');
  same(toggled(['a', '', '### b'], '## '), ['## a', '', '## b']);
  same(toggled(['## a', '## b'], '## '), ['a', 'b']);
  same(toggled(['1. a', '* b'], '- '), ['- a', '- b']);
  same(toggled([''], '- '), ['- ']);
  same([1, 3, 4].map((n) => lineForBlock(['x', '| a |', '|---|', '| 1 |', '', 'y'], n)), [1, 4, 4]);
  same(lineForBlock(['| a |', '|---|', '', 'Table: T', 'y'], 1), 4, 'a caption stays with its table');
  same(belowTitle('# A\n\n## B\n\n```\n# c\n```'), '## A\n\n### B\n\n```\n# c\n```');
  same(belowTitle('## A\n\n### B'), '## A\n\n### B');
  same(titleIn('```\n# no\n```\n# Rain {#rain}\n'), 'Rain');
  same(withTitle('# Rain {#rain}\n\n# More', 'Hail'), '# Hail {#rain}\n\n# More');
  same(cellsOf('a\tb\r\n"c\nd"\t"e ""f"" g"\r\n'), [['a', 'b'], ['c\nd', 'e "f" g']]);
  same(withCells([['a', 'b'], ['c', 'd']], [['1', '2'], ['3', '4']], 1, 1), [['a', 'b', ''], ['c', '1', '2'], ['', '3', '4']]);
}

function beginning() {
  for (const [tag, words] of [['en-GB', 'Chapter 1'], ['ar', 'الفصل الأول'], ['sw', 'Chapter 1'], ['ja', '第1章']]) {
    const files = newBook('A "book"', tag, new Date(2027, 0, 2));
    const path = [...files.keys()][1];
    same(readToml(files.get('book.toml')).values.map((one) => [one.key, one.value]), [['title', 'A "book"'], ['language', tag], ['date', '2027-01-02'], ['chapters', [path.slice(9)]]]);
    same(files.get(path), `# ${words}\n\n`);
  }
  const bytes = (text) => new TextEncoder().encode(text);
  same([bytes('<?xml version="1.0"?><svg xmlns="x"/>'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47), bytes('\0\0\0\x18ftypheic'), bytes('import a from b'), bytes('')].map(isPictureOfBook), [true, true, false, false, false]);
  same(sorted(new Map([['a.heic', bytes('a')], ['b.mjs', bytes('b')], ['c.gift', bytes('c')]])).left, ['a.heic', 'b.mjs']);
}

// Every language has every word with as many places for values, no word is missing, none is idle.
function words() {
  const table = JSON.parse(read('builder/studio/page/words.json'));
  const {languages} = table;
  same(languages, ['en', 'de', 'fr', 'es', 'ru', 'ar']);
  const keys = Object.keys(table).filter((key) => key !== 'languages');
  same(keys, [...keys].sort((a, b) => (a < b ? -1 : 1)), 'in alphabetical order');
  for (const key of keys) {
    same(table[key].length, languages.length, key);
    same(table[key].every((one) => one.trim() === one && one), true, key);
    same(new Set(table[key].map((one) => one.split('{}').length)).size, 1, `${key}: places for values`);
    same(new Set(table[key].map((one) => one.split('\n').length)).size, 1, `${key}: lines`);
  }
  const folder = 'builder/studio/page/parts';
  const source = readdirSync(join(root, folder)).map((name) => read(`${folder}/${name}`)).join('\n');
  const said = new Set(Array.from(source.matchAll(/\bsay\('([\w-]+)'/g), (found) => found[1]));
  for (const key of said) same(keys.includes(key), true, `no words for ${key}`);
  const families = /^(box|edition|help|how|key|kind|lack|light|loss|option|out|set|size|value|why)_/;
  for (const key of keys) same(said.has(key) || families.test(key) || source.includes(`'${key}'`), true, `nobody says ${key}`);
}

// A page that was another, put together of the blocks that changed.
function blocks() {
  const page = (...parts) => `<body lang="en"><section class="chapter">${parts.join('')}</section></body>`;
  const parts = ['<h1 title="a > b">Rain</h1>\n', '<p>It <b>falls</b><br/>down.</p>\n', '<hr/>', '<div><p>In</p><p>It</p></div>\n', '<p>I > O &lt;</p>', '<svg xmlns="x"><path d="M0"/></svg> behind'];
  same(inBlocks(page(...parts)).blocks, parts);
  same(changeOf(inBlocks(page('<p>1</p>', '<p>2</p>', '<p>3</p>')), inBlocks(page('<p>1</p>', '<p>4</p>', '<p>3</p>'))), {at: 1, cut: 1, put: ['<p>4</p>']});
  same(changeOf(inBlocks(page(...parts)), inBlocks(page(...parts))), {at: 6, cut: 0, put: []});
  same(changeOf(inBlocks(page('<p>1</p>')), inBlocks(page('<p>1</p>').replace('en', 'de'))), null, 'another body');
  for (const odd of ['', 'words', '<body></body>', '<body><p>1</p><p>2</p></body>', `<!-- <p> -->${page(...parts)}`, '<body><p><b>1</p></body>', '</body><body><p><b>1</b></p>', page()]) {
    same(inBlocks(odd).blocks, [], odd);
    same(inWhole(inBlocks(odd)), odd);
    same(changeOf(inBlocks(page('<p>1</p>')), inBlocks(odd)), null, odd);
  }
  let seed = 7;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const some = () => page(...Array.from({length: random(6)}, () => parts[random(parts.length)]));
  for (let i = 0; i < 500; ++i) {
    const [before, now] = [inBlocks(some()), inBlocks(some())];
    const change = changeOf(before, now);
    if (change) same(changed(before, change), now);
    else same(before.blocks.length === 0 || now.blocks.length === 0, true);
  }
}

for (const part of [settings, plan, questions, places, names, marks, beginning, words, blocks]) part();
console.log(`studio, parts: ${count} checks`);
