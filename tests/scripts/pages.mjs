// The pages that open in a browser, from a disk, in each engine: all that they need is there, nothing that gets into them calls out, and
// no screen is too narrow. Run as: node pages.mjs SITE-FOLDER START-PAGE CLASS-PAGE SHEET..., where the site is that of the book in the
// folder book/. HORNBOOK_ENGINE=NAME tries one engine, HORNBOOK_PICTURES=FOLDER keeps pictures.
import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {engineNames, key, openEngine} from './engines.mjs';

const [site, startPage, classPage, ...sheets] = process.argv.slice(2).map((path) => resolve(path));
const pages = [...readdirSync(site).filter((name) => name.endsWith('.html')).map((name) => join(site, name)), startPage, classPage, ...sheets];
const asked = [];
const server = createServer((request, response) => {
  asked.push(request.url);
  response.end('');
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const outside = `http://127.0.0.1:${server.address().port}`;
const faults = [];
let checks = 0;

function expect(isTrue, what) {
  ++checks;
  if (!isTrue) faults.push(what);
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// What a page should have loaded and has not.
const missing = `function () {
  var found = [];
  [].forEach.call(document.querySelectorAll('style, link[rel=stylesheet]'), function (e) { if (!e.sheet) found.push('a style'); });
  [].forEach.call(document.images, function (e) { if (e.loading !== 'lazy' && !(e.complete && e.naturalWidth > 0)) found.push(e.getAttribute('src').slice(0, 60)); });
  if (document.getElementById('hornbook-quiz-data') && !document.querySelector('.hb-main, .hb-results, #hornbook-results p')) found.push('the quizzes');
  if (document.getElementById('hornbook-search') && !document.querySelector('input')) found.push('the search');
  return found.join(', ');
}`;

// As if a text of the book had got past all that keeps it a text.
const attack = `function (outside) {
  function add(name, attributes, text) {
    var element = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    element.textContent = text || '';
    document.body.appendChild(element);
    return element;
  }
  add('img', {src: outside + '/img'});
  add('link', {rel: 'stylesheet', href: outside + '/link'});
  add('style', {}, '@import "' + outside + '/import"; main, body { background: url(' + outside + '/background) }');
  add('p', {style: 'background-image: -webkit-image-set("' + outside + '/set" 1x); background-image: url(' + outside + '/attribute)'}, '.');
  add('iframe', {src: outside + '/frame'});
  add('script', {src: outside + '/script'});
  add('script', {}, 'document.documentElement.setAttribute("data-attacked", "by a script")');
  add('object', {data: outside + '/object'});
  add('video', {src: outside + '/video', autoplay: ''});
  var form = add('form', {action: outside + '/form', target: 'elsewhere'});
  try { form.submit(); } catch (refused) { return; }
}`;

async function everyPage(page) {
  const plain = mkdtempSync(join(tmpdir(), 'hornbook-pages-'));
  writeFileSync(join(plain, 'plain.html'), '<!DOCTYPE html><title>Without a policy</title><p>.');
  await page.open(pathToFileURL(join(plain, 'plain.html')).href);
  await page.run(attack, outside);
  await pause(700);
  expect(asked.length >= 4, `${page.name}: a page without a policy asks for ${asked}: the attack shows too little`);
  for (const path of pages) {
    const where = `${page.name}, ${path.split('/').slice(-2).join('/')}`;
    await page.size(320, 700);
    await page.open(pathToFileURL(path).href);
    await pause(100);
    const [wide, screen, most] = await page.run('function () { return [document.documentElement.scrollWidth, window.innerWidth, screen.width]; }');
    expect(sheets.includes(path) || wide <= screen, `${where}: ${wide} wide on ${screen}`);
    const lacking = await page.run(missing);
    expect(lacking === '', `${where}: without ${lacking}`);
    if (process.env.HORNBOOK_PICTURES) writeFileSync(`${process.env.HORNBOOK_PICTURES}/${page.name}-${path.split('/').pop()}.png`, await page.picture());
    asked.length = 0;
    await page.run(attack, outside);
    await pause(200);
    expect(asked.length === 0, `${where}: asked for ${asked}`);
    expect((await page.run('function () { return document.documentElement.getAttribute("data-attacked"); }')) === null, `${where}: runs a script that came in`);
  }
  rmSync(plain, {recursive: true, force: true});
}

const count = (page, selector) => page.run('function (s) { return document.querySelectorAll(s).length; }', selector);
const text = (page, selector) => page.run('function (s) { var e = document.querySelector(s); return e ? e.textContent : ""; }', selector);

// Answers, results, the search and what words open, on the site.
async function atWork(page) {
  const open = (name) => page.open(pathToFileURL(join(site, name)).href);
  await page.size(800, 900);
  await open('01-rain.html');
  await page.click('.hb-choice');
  await page.click('.hb-main');
  expect((await text(page, '.verdict')).startsWith('✗'), `${page.name}: a wrong answer is called "${await text(page, '.verdict')}"`);
  await open('01-rain.html');
  expect((await text(page, '.verdict')).startsWith('✗'), `${page.name}: an answer is forgotten`);
  await open('results.html');
  expect((await text(page, '.hb-result')).includes('1'), `${page.name}: results say "${await text(page, '.hb-result')}"`);
  await open('01-rain.html');
  for (const [link, word] of [['a.term', 'into a gas'], ['a.noteref', 'drops']]) {
    await page.click(link);
    expect((await text(page, '.web-note')).includes(word), `${page.name}: ${link} opens "${await text(page, '.web-note')}"`);
    expect((await count(page, '.web-note')) === 1, `${page.name}: two notes are open`);
  }
  await page.press(key.escape);
  expect((await count(page, '.web-note')) === 0 && (await page.run('function () { return document.activeElement.className; }')) === 'noteref', `${page.name}: Escape does not lead back`);
  await page.press(key.enter);
  expect((await count(page, '.web-note')) === 1, `${page.name}: Enter opens no note`);
  await open('search.html');
  await page.click('input');
  await page.press(...'gas', key.enter);
  await pause(400);
  expect((await count(page, '.web-found')) > 0, `${page.name}: nothing is found`);
}

const names = engineNames.filter((name) => (process.env.HORNBOOK_ENGINE ?? name) === name);
for (const name of names) {
  const page = await openEngine(name);
  for (const part of [atWork, everyPage]) await part(page).catch((error) => faults.push(`${name}: ${error.stack.split('\n').slice(0, 4).join('\n')}`));
  await page.stop();
}
for (const fault of faults.slice(0, 40)) console.error(fault);
console.log(`pages: ${checks} checks in ${names.length} engines, ${faults.length} faults`);
process.exit(faults.length === 0 && checks > 0 ? 0 : 1);
