// What the tests of the studio's page share: a page that is watched, hands for it, checks that are counted, parts that are run by name.
// HORNBOOK_PICTURES=FOLDER keeps pictures; HORNBOOK_ONLY=NAME,NAME runs some parts; HORNBOOK_TIMES=1 says how long each takes.
import {execFileSync, spawn} from 'node:child_process';
import {join} from 'node:path';
import {accessibilityFaults} from '../scripts/browser.mjs';

export const patience = 60000;  // ms; a busy machine
export const faults = [];
let checks = 0;

export function expect(isTrue, what) {
  ++checks;
  if (!isTrue) faults.push(what);
}

export async function until(isTrue, what) {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    if (await isTrue()) return expect(true, what);
    await new Promise((done) => setTimeout(done, 100));
  }
  return expect(false, what);
}

// A context whose pages ask for nothing but what is allowed, and in which nothing goes wrong unseen.
export async function watched(browser, isAllowed, {locale = 'en-GB', ...options} = {}) {
  const context = await browser.newContext({viewport: {width: 1366, height: 768}, locale, acceptDownloads: true, ...options});
  context.setDefaultTimeout(patience);
  watch(context, isAllowed);
  return context;
}

export function watch(context, isAllowed) {
  context.on('request', (request) => expect(isAllowed(request.url()) || /^(data|blob|about):/.test(request.url()), `asked for ${request.url().slice(0, 200)}`));
  context.on('page', (page) => {
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('console', (message) => message.type() === 'error' && !/net::ERR|^Executing inline event handler violates/.test(message.text()) && faults.push(`console: ${message.text()}`));
  });
}

// The book that `hornbook init` makes, served by a program: {url, stop()}.
export async function served(program, book) {
  execFileSync(program, ['init', book]);
  const server = spawn(program, ['serve', book, '--port', '0'], {stdio: ['ignore', 'pipe', 'inherit']});
  const url = await new Promise((done) => {
    let said = '';
    server.stdout.on('data', (bytes) => {
      said += bytes;
      const found = /http:\/\/\S+/.exec(said);
      if (found) done(found[0]);
    });
  });
  return {url, stop: () => server.kill()};
}

// The studio in a page that shows a book.
export async function studioIn(page) {
  await page.locator('.cm-content').waitFor();
  const frame = page.frameLocator('iframe.frame');
  await frame.locator('h1').first().waitFor({state: 'attached'});
  return {
    page, frame,
    close: () => page.context().close(),
    open: async (name) => {
      await page.locator(`.file[data-path="${name}"]`).click();
      await page.waitForFunction((path) => window.hornbookStudio.editor.path() === path, name);
    },
    // Types at the end of the text.
    type: async (text) => {
      await page.locator('.cm-content').click();
      await page.keyboard.press('Control+End');
      await page.keyboard.insertText(text);
    },
    saved: () => page.waitForFunction(() => window.hornbookStudio.book.dirtyPaths().length === 0),
    text: () => page.evaluate(() => window.hornbookStudio.editor.text()),
    line: () => page.evaluate(() => window.hornbookStudio.editor.line()),
    goTo: (line) => page.evaluate((n) => window.hornbookStudio.editor.goTo(n), line),
    tool: (name) => page.locator(`[data-tool="${name}"]`).click(),
    button: (words) => page.getByRole('button', {name: words, exact: true}),
    menu: async (words) => {
      await page.getByRole('button', {name: 'Menu', exact: true}).click();
      await page.getByRole('menuitem', {name: words, exact: true}).click();
    },
    main: () => page.locator('dialog[open] .dialog-foot .main').click(),
    picture: (name) => pictureOf(page, name),
    clean: (state) => cleanIn(page, state),
  };
}

export const pictureOf = async (page, name) => process.env.HORNBOOK_PICTURES && page.screenshot({path: join(process.env.HORNBOOK_PICTURES, `${name}.png`)});

export async function cleanIn(page, state) {
  for (const fault of await accessibilityFaults(page, true)) expect(false, `${state}: ${fault}`);
  checks += 1;
}

export async function runParts(parts, name) {
  const wanted = process.env.HORNBOOK_ONLY?.split(',');
  for (const [one, part] of Object.entries(parts).filter(([key]) => !wanted || wanted.includes(key))) {
    const begin = Date.now();
    await part().catch((error) => faults.push(`${one}: ${error.message.slice(0, 600)}`));
    if (process.env.HORNBOOK_TIMES) console.log(`${one}: ${Date.now() - begin} ms, ${faults.length} faults`);
  }
  return () => {
    for (const fault of new Set(faults)) console.log(`studio: ${fault}`);
    console.log(`studio, ${name}: ${checks} checks, ${faults.length} faults`);
    process.exit(faults.length ? 1 : 0);
  };
}
