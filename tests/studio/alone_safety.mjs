// Nothing that was typed is lost: tabs and browsers that are killed, two tabs on one book, a store that is full, an engine that breaks.
// Run as: node alone_safety.mjs PAGE.html     HORNBOOK_KILLS=N kills N times (32 if not said); the seed is said and may be given.
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';
import {openBrowser} from '../scripts/browser.mjs';
import {cleanIn, expect, patience, pictureOf, runParts, studioIn, until, watch, watched} from './helpers.mjs';

const address = pathToFileURL(resolve(process.argv[2])).href;
const folder = mkdtempSync(join(tmpdir(), 'studio-safety-'));
const fromDisk = (url) => url.startsWith('file:');
const kills = Number(process.env.HORNBOOK_KILLS ?? 32);
let seed = Number(process.env.HORNBOOK_SEED ?? Date.now() % 1000000);
const begun = seed;
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
const browser = await openBrowser();

async function newBook(page) {
  await page.goto(`${address}#books`);
  await page.locator('main.begin .example').click();
  return studioIn(page);
}

// A browser with a folder of its own, which outlives its death.
async function mortalBrowser() {
  rmSync(join(folder, 'profile/DevToolsActivePort'), {force: true});
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--remote-debugging-port=0'];
  const program = spawn(process.env.CHROMIUM ?? '/usr/bin/chromium', [...flags, `--user-data-dir=${join(folder, 'profile')}`], {stdio: 'ignore', detached: true});
  const port = join(folder, 'profile/DevToolsActivePort');
  await until(() => existsSync(port) && readFileSync(port, 'utf8').includes('\n'), 'the browser does not start');
  const [number, path] = readFileSync(port, 'utf8').split('\n');
  const connected = await chromium.connectOverCDP(`ws://127.0.0.1:${number}${path}`);
  const [context] = connected.contexts();
  context.setDefaultTimeout(patience);
  watch(context, (url) => fromDisk(url) || /^chrome(-untrusted)?:/.test(url));
  const session = await connected.newBrowserCDPSession();
  let last = null;
  const newWindow = () => (last = Promise.resolve(last).then(async () => {  // which is seen, as a tab behind another is not; one at a time
    const [page] = await Promise.all([context.waitForEvent('page'), session.send('Target.createTarget', {url: 'about:blank', newWindow: true})]);
    return page;
  }));
  return {newWindow, kill: async () => {
    process.kill(-program.pid, 'SIGKILL');
    await new Promise((done) => { program.exitCode !== null || program.signalCode ? done() : program.on('exit', done); });
    await connected.close().catch(() => {});
  }};
}

// One who writes a book in a tab that will be killed: words with the moment at which each is typed. What is there afterwards holds all that
// is older than 5 s.
class Writer {
  typed = [];
  where = '';
  async write(newWindow, round, milliseconds, isDead) {
    this.page = await newWindow();
    const studio = this.where ? (await this.page.goto(this.where), await studioIn(this.page)) : await newBook(this.page);
    this.where = this.page.url();
    const text = await studio.text();
    const lost = this.typed.filter(({word}) => !text.includes(word));
    const age = lost.length ? lost[0].before : 0;
    expect(age < 5000, `killed ${round}: work of ${age} ms is lost`);
    expect(this.typed.length === 0 || this.typed.length > lost.length || this.typed[0].before < 5000, `killed ${round}: all is lost`);
    this.typed = [];
    await this.page.locator('.cm-content').click();
    await this.page.keyboard.press('Control+End');
    const end = Date.now() + milliseconds;
    for (let i = 0; (Date.now() < end || i === 0) && !isDead(); ++i) {
      const word = ` w${round}x${i}`;
      await this.page.keyboard.insertText(word);
      this.typed.push({word: word.trim(), time: Date.now()});
      await this.page.waitForTimeout(random() * 300);
    }
    return age;
  }
  dies() {
    const death = Date.now();
    for (const one of this.typed) one.before ??= death - one.time;
  }
}

// Several write at once, each in a window of one browser; each window is killed at a moment of its own, or the browser with all of them.
async function killed() {
  let mortal = await mortalBrowser();
  const writers = Array.from({length: Math.min(kills, 4)}, () => new Writer());
  let worst = 0;
  let deaths = 0;
  for (let round = 0; deaths < kills; ++round) {
    let isDead = false;
    const killsAll = round > 0 && random() < 0.2;
    const lives = writers.map(async (writer) => {
      const age = await writer.write(mortal.newWindow, round, killsAll ? 60000 : random() * 6000, () => isDead).catch((fault) => {
        if (!isDead) throw fault;
        return 0;
      });
      worst = Math.max(worst, age);
      writer.dies();
      if (!killsAll) await writer.page.close();
    });
    if (killsAll) {
      await until(() => writers.every((writer) => writer.typed.length), 'not all write');
      await new Promise((done) => setTimeout(done, random() * 6000));
      isDead = true;
      for (const writer of writers) writer.dies();
      await mortal.kill();
    }
    await Promise.all(lives);
    if (killsAll) mortal = await mortalBrowser();
    deaths += writers.length;
  }
  for (const writer of writers) worst = Math.max(worst, await writer.write(mortal.newWindow, 'last', 0, () => true));
  await mortal.kill();
  console.log(`studio, killed ${deaths} times (seed ${begun}): the oldest work lost was ${worst} ms old`);
}

// A second tab on the same book is told, and takes over what the first one has saved.
async function tabs() {
  const context = await watched(browser, fromDisk);
  const first = await newBook(await context.newPage());
  const page = await context.newPage();
  await page.goto(address);
  await page.getByText('is open in another tab').waitFor();
  await cleanIn(page, 'open elsewhere');
  await pictureOf(page, 'alone-elsewhere');
  await first.type('\n\nFrom the first.\n');
  await page.getByRole('button', {name: 'Go on here'}).click();
  const second = await studioIn(page);
  expect((await second.text()).includes('From the first.'), 'the second tab has not what the first one typed');
  await first.page.getByText('goes on in another tab').waitFor();
  await cleanIn(first.page, 'goes on elsewhere');
  await second.type('\n\nFrom the second.\n');
  await second.saved();
  await first.page.getByRole('button', {name: 'Go on here'}).click();
  const again = await studioIn(first.page);
  expect((await again.text()).includes('From the second.'), 'the first tab has not what the second one typed');
  await page.getByText('goes on in another tab').waitFor();
  // A tab that does not answer loses its turn, and writes nothing more.
  await first.page.evaluate(() => { BroadcastChannel.prototype.postMessage = () => {}; window.hornbookStudio.book.saveAll = () => new Promise(() => {}); });
  await page.getByRole('button', {name: 'Go on here'}).click();
  const last = await studioIn(page);
  await first.page.getByText('goes on in another tab').waitFor();
  await last.type('\n\nThird.\n');
  await last.saved();
  // Other books open beside each other.
  const other = await context.newPage();
  await other.goto(`${address}#books`);
  await other.getByRole('button', {name: 'Look at an example'}).click();
  await studioIn(other);
  expect(await last.page.locator('.cm-content').isVisible(), 'another book takes the turn of this one');
  await context.close();
}

// No room: it is told, the text stays, a copy is offered; with room again it is kept.
async function full() {
  const context = await watched(browser, fromDisk);
  const page = await context.newPage();
  const studio = await newBook(page);
  await page.evaluate(() => {
    const {put} = IDBObjectStore.prototype;
    window.makeRoom = () => { IDBObjectStore.prototype.put = put; };
    IDBObjectStore.prototype.put = function refuse() { throw new DOMException('no room', 'QuotaExceededError'); };
  });
  await studio.type('\n\nNo room for this.\n');
  await page.locator('.notice', {hasText: 'storage is full'}).waitFor();
  await cleanIn(page, 'full');
  await studio.picture('alone-full');
  await until(async () => (await page.locator('.top .state').textContent()) === 'Only in this page, not kept', 'the state says that it is kept');
  await page.waitForTimeout(1500);
  expect((await page.locator('.top .state').textContent()) === 'Only in this page, not kept', 'the state forgets that nothing is kept');
  const asked = page.waitForEvent('dialog');
  const leaving = page.close({runBeforeUnload: true});
  const dialog = await asked;
  expect(dialog.type() === 'beforeunload', 'the page closes without a question');
  await dialog.dismiss();
  await leaving;
  const download = page.waitForEvent('download');
  await page.locator('.notice button', {hasText: 'Save a copy'}).click();
  expect((await (await download).suggestedFilename()).endsWith('.zip'), 'no copy is offered');
  expect((await studio.text()).includes('No room for this.'), 'the text is gone');
  await page.evaluate(() => window.makeRoom());
  await page.locator('.notice', {hasText: 'storage is full'}).waitFor({state: 'hidden'});
  await page.reload();
  expect((await (await studioIn(page)).text()).includes('No room for this.'), 'what had no room is not kept later');
  await context.close();
}

// An engine that breaks is started anew with the book as it is kept.
async function broken() {
  const context = await watched(browser, fromDisk);
  const page = await context.newPage();
  await page.addInitScript(() => {
    const Own = window.Worker;
    window.Worker = class extends Own {
      constructor(...given) {
        super(...given);
        window.thread = this;
      }
    };
  });
  const studio = await newBook(page);
  await page.evaluate(() => window.thread.dispatchEvent(new ErrorEvent('error', {message: 'unreachable'})));
  await studio.type('\n\nAfter the fall.\n');
  await studio.frame.getByText('After the fall').waitFor();
  await studio.saved();
  await page.reload();
  expect((await (await studioIn(page)).text()).includes('After the fall.'), 'a text after the fall is lost');
  await context.close();
}

const end = await runParts({tabs, full, broken, killed}, 'safety');
await browser.close();
rmSync(folder, {recursive: true, force: true, maxRetries: 10, retryDelay: 300});
end();
