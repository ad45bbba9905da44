// The book as a web site in a real browser, opened from a disk with no network. Run as: node web.mjs QUIZZES-FOLDER ARABIC-FOLDER JAPANESE-FOLDER
// BOOK-FOLDER BOOK-html5.zip. The first holds every kind of question. HORNBOOK_PICTURES=FOLDER keeps pictures.
import {execFileSync} from 'node:child_process';
import {readFileSync, readdirSync} from 'node:fs';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {answer, hands, rightAnswer, wrongAnswer} from './answering.mjs';
import {accessibilityFaults, openBrowser} from './browser.mjs';

const [quizzes, arabic, japanese, book, zip] = process.argv.slice(2).map((path) => resolve(path));
const browser = await openBrowser();
const faults = [];
let checks = 0;

function expect(isTrue, what) {
  ++checks;
  if (!isTrue) faults.push(what);
}

const phone = {viewport: {width: 360, height: 740}};
const desk = {viewport: {width: 1280, height: 800}};
const types = {html: 'text/html', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg'};
const pagesOf = (folder) => readdirSync(folder).filter((name) => name.endsWith('.html'));

// A browser of its own, in which nothing but files of the folder may be asked for.
async function openSite(folder, options) {
  const context = await browser.newContext({offline: true, ...options});
  context.setDefaultTimeout(20000);  // a busy machine
  context.on('request', (request) => expect(request.url().startsWith(pathToFileURL(folder).href + '/'), `asked for ${request.url()}`));
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && faults.push(`${page.url()}: ${message.text()}`));
  return {page, open: (name) => page.goto(`${pathToFileURL(folder).href}/${name}`), close: () => context.close()};
}

const nameOf = (page) => new URL(page.url()).pathname.split('/').pop();

// Nothing is wider than the screen, and axe, where it looks, has nothing to say.
async function everyPage(folder, options, size, looksAt = () => true) {
  const site = await openSite(folder, options);
  for (const name of pagesOf(folder)) {
    await site.open(name);
    const widths = await site.page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(widths[0] <= widths[1], `${name}, ${size}: ${widths[0]} wide on ${widths[1]}`);
    const way = await site.page.evaluate(() => document.querySelectorAll('main, title, h1').length >= 3 && document.documentElement.lang !== '');
    expect(way, `${name}: no main part, title or heading`);
    for (const fault of looksAt(name) ? await accessibilityFaults(site.page, true) : []) expect(false, `${name}, ${size}: ${fault}`);
    if (process.env.HORNBOOK_PICTURES) await site.page.screenshot({path: `${process.env.HORNBOOK_PICTURES}/${folder.split('/').pop()}-${name}-${size}.png`});
  }
  await site.close();
}

// From the start page forward to the last, and all the way back.
async function turning(folder) {
  const site = await openSite(folder, phone);
  await site.open('index.html');
  const seen = [];
  for (const way of ['next', 'prev']) {
    const link = site.page.locator(`.web-turn a[rel=${way}]`);
    while ((await link.count()) > 0 && seen.length < 200) {
      seen.push(nameOf(site.page));
      const there = new URL(await link.getAttribute('href'), site.page.url()).href;
      await link.click();
      await site.page.waitForURL(there);
    }
  }
  const there = new Set(seen.concat(nameOf(site.page)));
  for (const name of pagesOf(folder)) expect(there.has(name) || ['answers.html', 'search.html'].includes(name), `${folder}: no way forward leads to ${name}`);
  expect(nameOf(site.page) === 'index.html' && seen.length === 2 * (there.size - 1), `${folder}: the way back ends at ${nameOf(site.page)}`);
  await site.page.locator('.web-to-contents').click();
  await site.page.locator('#hb-contents + ol a').first().click();
  expect(nameOf(site.page) !== 'index.html', 'contents lead nowhere');
  await site.close();
}

async function found(page, asked) {
  await page.locator('input[type=search]').fill(asked);
  await page.keyboard.press('Enter');
  return page.locator('.web-found a').evaluateAll((all) => all.map((a) => [a.textContent, a.getAttribute('href')]));
}

// Every row leads to a place that is there, and shows what was asked for.
async function expectFound(site, asked, part) {
  await site.open('search.html');
  const rows = await found(site.page, asked);
  expect(rows.some(([, href]) => href.includes(part)), `"${asked}" does not lead to ${part}: ${JSON.stringify(rows)}`);
  expect((await site.page.locator('.web-found mark').count()) > 0, `"${asked}" is not marked`);
  expect((await site.page.locator('[role=status]').textContent()).includes(String(rows.length)), `"${asked}": not told how many`);
  const row = rows.findIndex(([, href]) => href.includes(part));
  if (row < 0) return;
  await site.page.locator('.web-found a').nth(row).click();
  const id = decodeURIComponent(new URL(site.page.url()).hash.slice(1));
  const place = site.page.locator(`[id="${id}"]`);
  if (id !== '') await place.first().waitFor({state: 'attached', timeout: 10000}).catch(() => {});
  expect(id === '' || (await place.count()) === 1, `"${asked}" leads to no place: ${site.page.url()}`);
  await site.page.goBack();
  await site.page.locator('.web-found').first().waitFor();
  expect((await site.page.locator('.web-found').count()) === rows.length, `"${asked}" is forgotten on the way back`);
}

async function searching() {
  let site = await openSite(book, desk);
  await expectFound(site, 'murder of KIROV', '02-kirov.html');
  await expectFound(site, 'gulág', 'glossary.html#g-gulag');
  await expectFound(site, '1 December 1934', '02-kirov.html');
  expect((await found(site.page, 'kirov xyzzy')).length === 0, 'finds what is not there');
  expect((await site.page.locator('[role=status]').textContent()).includes('0'), 'says nothing where nothing is found');
  await found(site.page, '  ');
  expect((await site.page.locator('.web-found').count()) === 0, 'finds everything where nothing is asked for');
  await site.close();
  site = await openSite(arabic, phone);
  await expectFound(site, 'المطَر', '01-matar.html');
  await site.close();
  site = await openSite(japanese, phone);
  await expectFound(site, '蒸発', '.html');
  await site.close();
  site = await openSite(book, {...phone, javaScriptEnabled: false});
  await site.open('search.html');
  expect((await site.page.locator('#hornbook-search p').textContent()).length > 20, 'the search says nothing without scripts');
  expect((await site.page.locator('input').count()) === 0, 'the search waits for a script');
  await site.close();
}

// The questions of the page that is open, from what its script reads; `frame`: where they stand.
const questionsIn = async (frame) => JSON.parse(await frame.locator('#hornbook-quiz-data').textContent()).quizzes.flatMap((quiz) => quiz.questions);
const verdict = (frame, question) => frame.locator(`[id="${question.id}"] .verdict`).textContent();

async function quizzing() {
  const site = await openSite(quizzes, phone);
  let marks = 0;
  for (const name of pagesOf(quizzes).filter((n) => /^\d/.test(n))) {
    await site.open(name);
    for (const question of (await questionsIn(site.page)).filter((q) => q.kind !== 'write')) {
      await answer(site.page, hands.mouse, question, rightAnswer(question));
      await hands.mouse.check(site.page, question);
      expect((await verdict(site.page, question)).startsWith('✓ '), `${question.id}: a right answer is called "${await verdict(site.page, question)}"`);
      marks += question.marks;
    }
    await site.page.reload();
    expect((await site.page.locator('.verdict').count()) > 0, `${name}: answers are forgotten`);
  }
  await site.open('results.html');
  const score = await site.page.locator('#hornbook-results > div .hb-score').textContent();
  expect(score.match(/\d+(\.\d+)?/g)?.every((n) => Number(n) === marks), `results say "${score}", not ${marks} of ${marks}`);
  await site.page.locator('.hb-result a').first().click();
  expect(site.page.url().includes('.html#'), 'results lead to no quiz');
  await site.close();
}

// Without scripts each answer comes into sight alone, when its link is followed.
async function withoutScripts() {
  const site = await openSite(quizzes, {...phone, javaScriptEnabled: false});
  await site.open(pagesOf(quizzes).find((n) => /^\d/.test(n)));
  await site.page.locator('a.choice').first().click();
  const shown = await site.page.locator('.answers-page .page:visible').count();
  expect(nameOf(site.page) === 'answers.html' && shown === 1, `${shown} answers are in sight at once`);
  await site.page.locator('.page:visible .back a').click();
  expect(nameOf(site.page) !== 'answers.html', 'no way back to the question');
  await site.page.locator('a[role=doc-noteref][href^="#"], a[role=doc-glossref][href^="#"]').first().click();
  await site.close();
}

async function onPaper() {
  const site = await openSite(book, desk);
  await site.open(pagesOf(book)[0]);
  await site.page.emulateMedia({media: 'print'});
  const seen = await site.page.locator('.web-head:visible, .web-turn:visible, .web-contents:visible').count();
  expect(seen === 0 && (await site.page.locator('main h1').isVisible()), 'ways to other pages are printed');
  await site.close();
}

// As platforms for learning show an HTML5 app: in a frame that may not keep anything.
async function inFrame() {
  const context = await browser.newContext(desk);
  context.setDefaultTimeout(20000);
  await context.route('**/*', (route) => {
    const {host, pathname} = new URL(route.request().url());
    expect(host === 'site.test', `the frame asked for ${route.request().url()}`);
    if (pathname === '/') return route.fulfill({contentType: 'text/html', body: '<!DOCTYPE html><title>.</title><iframe sandbox="allow-scripts" src="book/index.html" width="1000" height="700"></iframe>'});
    const name = pathname.replace('/book/', '');
    return route.fulfill({contentType: types[name.split('.').pop()], body: execFileSync('unzip', ['-p', zip, name], {maxBuffer: 1 << 28})});
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`in a frame: ${error.message}`));
  await page.goto('http://site.test/');
  const frame = page.frameLocator('iframe');
  const chapter = pagesOf(book).find((name) => /"kind": ?"choose-one"/.test(readFileSync(`${book}/${name}`, 'utf8')));
  await frame.locator(`a[href="${chapter}"]`).first().click();
  const question = (await questionsIn(frame)).find((q) => q.kind === 'choose-one');
  for (const [given, sign] of [[wrongAnswer(question), '✗'], [rightAnswer(question), '✓']]) {
    await frame.locator(`[id="${given}"] label`).click();
    await frame.locator(`[id="${question.id}"] .hb-main`).click();
    expect((await verdict(frame, question)).startsWith(sign), `in a frame: "${await verdict(frame, question)}" is no ${sign}`);
    if (sign === '✗') await frame.locator(`[id="${question.id}"] .hb-main`).click();
  }
  await frame.locator('.web-to-search').click();
  await frame.locator('input[type=search]').fill('Yezhov');
  await frame.locator('.web-found').first().waitFor();
  await frame.locator('.web-contents a[href="results.html"]').click();
  expect((await frame.locator('#hornbook-results p').textContent()).length > 20, 'in a frame: results say nothing');
  await context.close();
}

const parts = {
  phone: async () => { for (const folder of [book, quizzes, arabic]) await everyPage(folder, phone, 'phone', (name) => folder !== book || !/^0[13-9]/.test(name)); },
  desk: async () => { for (const folder of [book, arabic]) await everyPage(folder, {...desk, colorScheme: 'dark'}, 'desk in the dark', (name) => /index|search|^0[12]/.test(name)); },
  turning: async () => { for (const folder of [book, arabic]) await turning(folder); },
  searching,
  quizzing,
  withoutScripts,
  onPaper,
  inFrame,
};
const begin = Date.now();
const waiting = Object.entries(parts).filter(([name]) => (process.env.HORNBOOK_ONLY ?? name) === name);
async function work() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, part] = next;
    await part().catch((error) => faults.push(`${name}: ${error.stack.split('\n').slice(0, 6).join('\n')}`));
    console.log(`${name}: done after ${((Date.now() - begin) / 1000).toFixed(0)} s`);
  }
}
await Promise.all([work(), work()]);  // two at a time: each waits for its pages most of the time
await browser.close();
for (const fault of faults.slice(0, 40)) console.error(fault);
console.log(`web site: ${checks} checks, ${faults.length} faults`);
process.exit(faults.length === 0 && checks > 0 ? 0 : 1);
