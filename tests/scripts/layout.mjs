// How the pages of a book and of its web site lie on a phone, from left to right and from right to left, with scripts and without, in each
// engine: nothing reaches beyond the page, items of an order stand beside their buttons, choices beside their letters and circles, and a
// picture stays with its caption, and a question that grows on its page. The pages are shown in a frame, which can be narrower than a
// window. Run as: node layout.mjs HORNBOOK. HORNBOOK_ENGINE=NAME tries one engine.
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {engineNames, openEngine} from './engines.mjs';
import {buildLayoutBooks} from './layout_books.mjs';
import {atSize, choicesApart, itemsApart, partedPictures, questionsStay, tooTall, tooWide} from './layout_rules.mjs';

const folder = mkdtempSync(join(tmpdir(), 'hornbook-layout-'));
buildLayoutBooks(process.argv[2], folder);
const faults = [];
let checks = 0;

const types = {html: 'text/html', xhtml: 'application/xhtml+xml', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', png: 'image/png'};
const frame = '<!DOCTYPE html><meta charset="utf-8"><title>.</title><body style="margin: 0"><iframe scrolling="no" style="border: 0"></iframe>';

// Below /scriptless/ no page runs a script.
const server = createServer(({url}, response) => {
  const path = url.replace('/scriptless/', '/');
  response.setHeader('Content-Type', `${types[path.split('.').pop()] ?? 'text/html'}; charset=utf-8`);
  if (path !== url) response.setHeader('Content-Security-Policy', "script-src 'none'");
  try {
    response.end(path === '/' ? frame : readFileSync(join(folder, path)));
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const pagesOf = (path) => readdirSync(join(folder, path)).filter((name) => /^(0|index|title|glossary|answers).*html$/.test(name)).map((name) => `${path}/${name}`);
const phones = [[320, 480], [360, 740]];
const screens = [...phones, [600, 800]];

async function open(page, path) {
  await page.run('function (path) { document.querySelector("iframe").src = path; }', path);
  const isThere = `function (path) {
    var there = document.querySelector('iframe').contentWindow;
    return there.location.pathname === path && there.document.readyState === 'complete' && there.document.body !== null;
  }`;
  for (let i = 0; !(await page.run(isThere, path)); ++i) {
    if (i > 300) throw new Error(`${path} does not open`);
    await pause(20);
  }
}

async function check(page, path, rule, sizes) {
  for (const [width, height] of sizes) {
    ++checks;
    const found = await page.run(atSize(rule), width, height);
    if (found.length > 0) faults.push(`${page.name}, ${path}, ${width} × ${height}: ${found.slice(0, 5).join('; ')}`);
  }
}

async function everyPage(page) {
  await page.size(800, 900);
  await page.open(`http://127.0.0.1:${server.address().port}/`);
  for (const path of ['ltr', 'rtl'].flatMap((direction) => [...pagesOf(`/${direction}/epub/EPUB`), ...pagesOf(`/${direction}/web`)])) {
    await open(page, path);
    await check(page, path, tooWide, phones);
    if (path.includes('02-pictures')) await check(page, path, tooTall, screens);
    if (path.includes('EPUB/02-pictures')) await check(page, path, partedPictures, screens);
    if (!path.includes('01-long')) continue;
    for (const rule of [choicesApart, itemsApart]) await check(page, path, rule, screens);
    for (const size of page.name === 'Firefox' ? [] : screens) {  // of which no reader that shows pages is made
      await open(page, '/');
      await open(page, path);
      await check(page, path, questionsStay, [size]);
    }
    await open(page, `/scriptless${path}`);
    for (const rule of [tooWide, choicesApart]) await check(page, `/scriptless${path}`, rule, phones);
  }
}

const names = engineNames.filter((name) => (process.env.HORNBOOK_ENGINE ?? name) === name);
for (const name of names) {
  const page = await openEngine(name);
  const begin = Date.now();
  await everyPage(page).catch((error) => faults.push(`${name}: ${error.stack.split('\n').slice(0, 4).join('\n')}`));
  console.log(`${name}: done after ${((Date.now() - begin) / 1000).toFixed(0)} s`);
  await page.stop();
}
server.close();
rmSync(folder, {recursive: true, force: true});
for (const fault of faults.slice(0, 40)) console.error(fault);
console.log(`layout: ${checks} checks in ${names.length} engines, ${faults.length} faults`);
process.exit(faults.length === 0 && checks > 0 ? 0 : 1);
