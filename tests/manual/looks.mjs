// Pictures of the manual's examples, on a page of an e-reader and on paper: each is made of the example that stands before it in the chapter,
// and must look like the one that lies in builder/manual/images/looks. Run as: node looks.mjs HORNBOOK OUT; HORNBOOK_LOOK=NAME makes one alone.
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {openBrowser, openReader} from '../scripts/browser.mjs';
import {inGreys, keeper, manual, run} from './pictures.mjs';

const [hornbook, out] = process.argv.slice(2).map((path) => resolve(path));
const {keep, faults, finish} = keeper(join(manual, 'images/looks'), out);

// The examples of a chapter that a picture follows: its name, and what is written.
function examplesIn(chapter) {
  const found = [];
  let written = null;
  let fence = null;
  for (const line of readFileSync(join(manual, 'chapters', chapter), 'utf8').split('\n')) {
    if (fence === null && /^`{3,}hornbook$/.test(line)) {
      fence = line.match(/^`+/)[0];
      written = '';
    } else if (fence !== null) {
      if (line === fence) fence = null;
      else written += `${line}\n`;
    } else {
      const look = line.match(/^!\[.*\]\(\.\.\/images\/looks\/([a-z-]+)\.png/);
      if (look) found.push({chapter, name: look[1], written});
    }
  }
  return found;
}

// A book of one chapter: the example, with the glossary that it may be.
function makeBook(folder, {written}) {
  mkdirSync(join(folder, 'chapters'), {recursive: true});
  writeFileSync(join(folder, 'book.toml'), 'title = "Water"\nlanguage = "en-GB"\ndate = 2026-11-23\n');
  run('cp', '-r', join(manual, 'images'), folder);
  const isGlossary = written.startsWith('# Glossary');
  const text = isGlossary ? '# Rain\n\nThe Sun drives evaporation.\n' : /^(# |---\n)/.test(written) ? written : `# Water\n\n${written}`;
  writeFileSync(join(folder, 'chapters/01-water.md'), text);
  if (isGlossary) writeFileSync(join(folder, 'chapters/glossary.md'), written);
  return folder;
}

// What stands below the chapter's title, as an e-reader of 6 inches shows it.
async function onReader(browser, book, picture) {
  const reader = await openReader(browser, book, faults, {viewport: {width: 340, height: 453}, deviceScaleFactor: 1.35, colorScheme: 'light'});
  const page = await reader.open('01-water.xhtml');
  await page.waitForTimeout(300);
  await page.addStyleTag({content: 'h1, header > h1 { display: none !important } body { margin: 0 14px !important; padding: 12px 0 !important }'});
  const height = await page.evaluate(() => Math.ceil(Math.max(...[...document.body.children].map((e) => e.getBoundingClientRect().bottom))) + 12);
  await page.screenshot({path: picture, clip: {x: 0, y: 0, width: 340, height: Math.min(height, 900)}, fullPage: true});
  await reader.close();
}

// The first page of a sheet without its head and foot, without what is empty, and its notes close below.
function onPaper(folder, sheet, picture) {
  run('pdftoppm', '-r', '135', '-gray', '-png', '-singlefile', sheet, join(folder, 'paper'));
  const [width, height] = run('identify', '-format', '%w %h', join(folder, 'paper.png')).toString().split(' ').map(Number);
  const band = (begin, end) => ['(', join(folder, 'paper.png'), '-crop', `${width}x${Math.round(height * (end - begin))}+0+${Math.round(height * begin)}`,
                                '+repage', '-fuzz', '2%', '-trim', '+repage', ')'];
  run('convert', '-quiet', ...band(0.065, 0.7), '(', '-size', '1x40', 'xc:white', ')', ...band(0.7, 0.94), '-background', 'white', '-append', '-bordercolor', 'white', '-fuzz', '2%', '-trim',
      '+repage', '-border', '24', '-resize', '900x>', picture);
}

function sideBySide(left, right, picture) {
  run('convert', '(', left, '-shave', '1x1', '-bordercolor', 'gray50', '-border', '1', ')', '(', '-size', '40x1', 'xc:white', ')',
      '(', right, '-shave', '1x1', '-bordercolor', 'gray50', '-border', '1', ')', '-background', 'white', '-gravity', 'North', '+append', ...inGreys, picture);
}

rmSync(out, {recursive: true, force: true});
mkdirSync(out, {recursive: true});
const examples = readdirSync(join(manual, 'chapters')).sort().flatMap(examplesIn);
const browser = await openBrowser();
for (const example of examples.filter(({name}) => [undefined, name].includes(process.env.HORNBOOK_LOOK))) {
  const folder = makeBook(join(out, example.name), example);
  run(hornbook, 'build', folder, '-o', join(folder, 'water.epub'), '--quiet');
  const part = example.written.includes('~~~quiz') ? 'worksheet' : 'reading';
  run(hornbook, 'build', folder, '--to', 'handout', '--parts', part, '--chapter', '01-water', '-o', join(folder, 'sheets'), '--quiet');
  const sheet = `01-water-${part}.pdf`;
  await onReader(browser, join(folder, 'water.epub'), join(folder, 'reader.png'));
  onPaper(folder, join(folder, 'sheets', sheet), join(folder, 'sheet.png'));
  const made = join(out, `${example.name}.png`);
  sideBySide(join(folder, 'reader.png'), join(folder, 'sheet.png'), made);
  keep(example.name, made, example.chapter);
}
await browser.close();
finish('examples', examples.map(({name}) => name));
