// The studio's page in a real browser, asking a program on this machine. Run as: node page.mjs HORNBOOK
// HORNBOOK_STUDIO=URL and HORNBOOK_STUDIO_BOOK=FOLDER take a server that runs already; helpers.mjs says what else is heeded.
import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {openBrowser} from '../scripts/browser.mjs';
import {askedAgain} from './asking.mjs';
import {expect, runParts, served, studioIn, until, watched} from './helpers.mjs';
import {mendingParts} from './mending.mjs';
import {savingParts} from './saving.mjs';
import {tellingParts} from './telling.mjs';

const folder = mkdtempSync(join(tmpdir(), 'studio-'));
const book = process.env.HORNBOOK_STUDIO_BOOK ?? join(folder, 'book');

const fileOf = (path) => readFileSync(join(book, path), 'utf8');
const has = (path) => existsSync(join(book, path));

const browser = await openBrowser();
const server = process.env.HORNBOOK_STUDIO ? {url: process.env.HORNBOOK_STUDIO, stop: () => {}} : await served(process.argv[2], book);

async function openPage(options) {
  const context = await watched(browser, (url) => new URL(url).origin === new URL(server.url).origin, options);
  const page = await context.newPage();
  await page.goto(server.url);
  return studioIn(page);
}

async function problems() {
  const studio = await openPage();
  await studio.type('\n\n> [!NTOE]\n> Words.\n\n![](../images/cycle.svg)\n');
  await studio.page.locator('.problem.error').first().waitFor();
  expect((await studio.page.locator('.top .count').textContent()).includes('1'), 'problems are not counted');
  expect((await studio.page.locator('.problem.error .hint').first().textContent()).length > 10, 'a problem has no hint');
  await until(() => studio.page.locator('.cm-lintRange').count(), 'a problem is not underlined');
  await studio.picture('problems');
  await studio.clean('problems');
  await studio.page.locator('.problem.error .problem-place').first().click();
  const lines = (await studio.text()).split('\n');
  expect(lines[(await studio.line()) - 1].startsWith('![]('), 'a problem does not lead to its line');
  expect(await studio.page.evaluate(() => document.activeElement.classList.contains('cm-content')), 'a problem does not lead into the text');
  const mend = studio.page.locator('.problem .mend', {hasText: 'Write'}).first();
  if ((await mend.count()) > 0) {
    await mend.click();
    await until(async () => (await studio.text()).includes('[!NOTE]\n> Words'), 'one click does not mend');
  }
  await studio.page.evaluate(() => {
    const {editor} = window.hornbookStudio;
    editor.replaceAll(editor.text().split('\n\n> [!N')[0] + (editor.text().includes('A raindrop') ? editor.text().slice(editor.text().split('\n\n> [!N')[0].length).replace(/\n\n> \[!N(TO|OT)E\]\n> Words[^]*/, '') : ''));
  });
  await until(async () => (await studio.page.locator('.problem.error').count()) === 0, 'problems stay after they are mended');
  await studio.saved();
  await studio.close();
}

async function previews() {
  const studio = await openPage();
  const {page, frame} = studio;
  const choice = frame.locator('.hb-choice').first();
  await choice.click();
  await frame.locator('.hb-main').first().click();
  await frame.locator('.verdict').first().waitFor();
  expect(/^[✓✗]/.test(await frame.locator('.verdict').first().textContent()), 'a quiz cannot be played');
  await page.evaluate(() => window.hornbookStudio.preview.update());
  await until(async () => (await frame.locator('.verdict').count()) > 0, 'an answer is forgotten by the next preview');
  for (const size of ['reader', 'tablet', 'sheet', 'phone']) {
    await page.locator(`[data-option="size"][data-value="${size}"]`).click();
    await until(async () => (await frame.locator('html').getAttribute('class'))?.includes(size), `no ${size}`);
    if (size === 'reader') {
      await until(async () => /\d.*\d/.test(await page.locator('.pages').textContent()), 'e-ink has no pages');
      const first = await page.locator('.pages').textContent();
      await page.locator('.turner button').last().click();
      await until(async () => (await page.locator('.pages').textContent()) !== first, 'pages do not turn');
    }
    if (size === 'sheet') {
      await frame.locator('.hb-sheet.worksheet .pupil').waitFor();
      expect((await frame.locator('.hb-sheet.reading h1').count()) === 1, 'the reading is not among the sheets');
      expect((await frame.locator('.hb-sheet img[src^="data:"]').count()) > 0, 'sheets have no pictures');
      expect((await frame.locator('.hb-sheet.reading .note-at-end').count()) > 1 && (await frame.locator('.footnote, .running-title').count()) === 0, 'notes are not at the end of the reading');
      await page.locator('[data-option="edition"][data-value="teacher"]').click();
      await frame.locator('.hb-sheet.answer-key').waitFor();
      expect((await frame.locator('.hb-sheet.worksheet').count()) === 0, 'the key shows the worksheet');
      await studio.picture('preview-key');
      await page.locator('[data-option="edition"][data-value="student"]').click();
      await frame.locator('.hb-sheet.worksheet').waitFor();
    }
    await page.waitForTimeout(1500);
    await studio.picture(`preview-${size}`);
  }
  for (const light of ['sepia', 'night', 'day']) {
    await page.locator(`[data-option="light"][data-value="${light}"]`).click();
    await until(async () => (await frame.locator('html').getAttribute('class'))?.includes(light), `no ${light}`);
    if (light === 'night') await studio.picture('preview-night');
  }
  await page.locator('[data-option="edition"][data-value="teacher"]').click();
  await frame.locator('.teacher').first().waitFor();
  await page.locator('[data-option="edition"][data-value="test"]').click();
  await until(async () => (await frame.locator('.teacher, .hb-main').count()) === 0, 'the test edition shows answers');
  await page.locator('[data-option="edition"][data-value="student"]').click();
  await studio.close();
}

async function chapters() {
  const studio = await openPage();
  const {page} = studio;
  await studio.button('New chapter').click();
  await studio.clean('new chapter');
  await page.keyboard.type('Clouds & snow');
  await studio.main();
  await until(() => has('chapters/03-clouds-snow.md') && fileOf('book.toml').includes('"03-clouds-snow.md"'), 'no new chapter');
  await until(() => page.evaluate(() => window.hornbookStudio.editor.path() === 'chapters/03-clouds-snow.md' && document.activeElement.closest('.cm-content') !== null), 'a new chapter cannot be written in at once');
  await page.locator('.file[data-path="chapters/03-clouds-snow.md"]').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await until(() => /03-clouds-snow\.md", "02/.test(fileOf('book.toml')), 'a chapter does not move up by keys');
  await until(async () => /03-clouds-snow\.md,chapters\/02/.test(await page.locator('.file[data-path]').evaluateAll((all) => all.map((one) => one.dataset.path))), 'the list does not show a chapter that moved');
  await page.locator('.file[data-path="chapters/03-clouds-snow.md"]').dragTo(page.locator('.file[data-path="chapters/01-rain.md"]'));
  await until(() => /\["03-clouds-snow\.md", "01/.test(fileOf('book.toml')), 'a chapter does not move by dragging');
  expect(fileOf('book.toml').includes('# More that may stand here'), 'comments of book.toml are lost');
  const more = (name) => page.locator(`li:has(> .file[data-path="chapters/${name}"]) .more`).click();
  await more('03-clouds-snow.md');
  await studio.clean('menu');
  await page.getByRole('menuitem', {name: 'Rename'}).click();
  await page.getByLabel('Name of the file').fill('03-weather');
  await studio.main();
  await until(() => has('chapters/03-weather.md') && fileOf('book.toml').includes('03-weather.md'), 'a chapter is not renamed');
  await more('03-weather.md');
  await page.getByRole('menuitem', {name: 'Remove'}).click();
  await studio.main();
  await until(() => !has('chapters/03-weather.md') && !fileOf('book.toml').includes('03-weather'), 'a chapter is not removed');
  await page.locator('.toast button').click();
  await until(() => has('chapters/03-weather.md') && fileOf('book.toml').includes('03-weather'), 'what was removed does not come back');
  await more('03-weather.md');
  await page.getByRole('menuitem', {name: 'Remove'}).click();
  await studio.main();
  await until(() => !has('chapters/03-weather.md'), 'a chapter is not removed');
  await studio.button('New term').click();
  await studio.clean('new term');
  await page.getByLabel('Term', {exact: true}).fill('hail');
  await page.getByLabel('Meaning').fill('Rain that has become ice.');
  await studio.main();
  await until(() => fileOf('chapters/glossary.md').endsWith('## hail\n\nRain that has become ice.\n'), 'no new term');
  await studio.close();
}

async function forms() {
  const studio = await openPage();
  const {page} = studio;
  await studio.open('chapters/02-rivers.md');
  const before = await studio.text();
  const line = before.split('\n').findIndex((one) => one.startsWith('## Match')) + 1;
  await studio.goTo(line);
  await studio.tool('question');
  expect((await page.locator('.side select').inputValue()) === 'match', 'a question is not read into the form');
  await studio.clean('question form');
  await studio.picture('question-form');
  await page.locator('.side textarea').first().fill('Match the words.');
  await page.locator('.side .main').click();
  await until(async () => (await studio.text()) === before.replace('Match each word with its meaning.', 'Match the words.'), 'a question that is changed changes more');
  await page.evaluate(() => window.hornbookStudio.editor.view.focus());
  await page.keyboard.press('Control+Home');
  await studio.tool('question');
  await page.locator('.side textarea').first().fill('What is wet?');
  await page.locator('.side input[type=text]').nth(0).fill('Water');
  await page.locator('.side input[type=text]').nth(2).fill('Sand');
  await page.locator('.side .main').click();
  await until(async () => (await studio.text()).includes('```quiz\n## What is wet?\n- [x] Water\n- [ ] Sand\n```'), 'no new question');
  await askedAgain(studio);
  await page.keyboard.press('Control+End');
  await studio.tool('table');
  await studio.clean('table');
  await page.locator('dialog[open] input').nth(0).fill('Month');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByText('Discard it?').waitFor();
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Rain\tSnow\r\n"a ""b"" c"\td\r\n');
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
  });
  const cells = (await page.locator('dialog[open] .grid-table input').evaluateAll((all) => all.map((one) => one.value))).join();
  expect(cells === 'Month,Rain,Snow,,a "b" c,d,,,', `cells are not filled: ${cells}`);
  await page.locator('dialog[open] input').nth(3).fill('May | June');
  await studio.main();
  await until(async () => /\| Month +\| .*\n\|-+\|.*\n\| May \\\| June \|/.test(await studio.text()), 'no table');
  await studio.goTo((await studio.text()).split('\n').findIndex((one) => one.startsWith('| Month')) + 1);
  await studio.tool('box');
  await page.locator('dialog[open] textarea').fill('Mind.\n\nThis.');
  await studio.main();
  await until(async () => /\| May .*\n\n> \[!NOTE\]\n> Mind\.\n>\n> This\./.test(await studio.text()), `no box below the table: ${(await studio.text()).slice(-300)}`);
  await page.keyboard.press('Control+End');
  await studio.tool('bold');
  await page.keyboard.type('big');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' lake');
  await studio.tool('link');
  await page.getByLabel('Words of the link').fill('more');
  await page.getByLabel('Address').fill('example.org/a');
  await page.keyboard.press('Enter');
  await until(async () => (await studio.text()).endsWith('**big** lake[more](https://example.org/a)'), `marks: ${(await studio.text()).slice(-80)}`);
  await studio.tool('note');
  await page.locator('dialog[open] textarea').fill('Words below.');
  await studio.main();
  await until(async () => (await studio.text()).includes('[^1]: Words below.'), 'no note');
  await studio.tool('formula');
  await page.locator('dialog[open] textarea').fill('\\frac{1}{2}');
  await page.locator('dialog[open] mfrac').waitFor();
  await studio.clean('formula');
  await studio.main();
  await until(async () => (await studio.text()).includes('$\\frac{1}{2}$'), 'no formula');
  await page.keyboard.type('more');
  await until(async () => (await studio.text()).includes('$\\frac{1}{2}$more'), 'one cannot write on after a form');
  await page.evaluate((text) => window.hornbookStudio.editor.replaceAll(text), before);
  await studio.saved();
  await studio.close();
}

const word = `<html><body><h1>Lakes</h1><p class=MsoNormal>A <b style='mso-bidi-font-weight:normal'>big</b> <i style='mso-bidi-font-style:normal'>lake</i> is <u>deep</u>.<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span>First</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp;</span></span>Second</p>
<table><tr><td>a</td><td>b|c</td></tr><tr><td>1</td><td>2</td></tr></table><img src="file:///C:/x.png"><script>window.hacked = 1</script></body></html>`;
const docs = `<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:700">Bold</span><span> and </span><span style="font-style:italic">slanted</span> 2*3</p>
<ul><li><p>one</p><ul><li><p>deeper</p></li></ul></li><li><p>two</p></li></ul><p><a href="https://example.org/a b">link</a></p>
<img alt="Dot" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="></b>`;

async function pasting() {
  const studio = await openPage();
  const {page} = studio;
  await studio.open('chapters/02-rivers.md');
  const before = await studio.text();
  const paste = (html) => page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/html', text);
    data.setData('text/plain', 'plain words');
    const {editor} = window.hornbookStudio;
    editor.view.dispatch({selection: {anchor: editor.text().length}});
    editor.view.contentDOM.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
  }, html);
  await paste(word);
  await page.locator('dialog[open] .losses').waitFor();
  expect((await page.locator('.losses li').count()) === 2, `losses: ${await page.locator('.losses').textContent()}`);
  await studio.clean('losses');
  await studio.main();
  const text = await studio.text();
  for (const part of ['\n## Lakes\n\nA **big** *lake* is deep.\n\n1. First\n1. Second\n\n| a | b\\|c |\n| --- | --- |\n| 1 | 2 |']) expect(text.includes(part), `Word: ${text.slice(-300)}`);
  await paste(docs);
  await page.locator('dialog[open] textarea').fill('A dot');
  await studio.main();
  await until(async () => (await studio.text()).includes('![A dot](../images/picture.png)'), 'a pasted picture is lost');
  const pasted = await studio.text();
  expect(pasted.includes('**Bold** and *slanted* 2\\*3\n\n- one\n   - deeper\n- two\n\n[link](https://example.org/a%20b)'), `Docs: ${pasted.slice(-300)}`);
  expect(has('images/picture.png') && statSync(join(book, 'images/picture.png')).size === 70, 'the picture is no file');
  expect(!(await page.evaluate(() => window.hacked)), 'a pasted script runs');
  await page.evaluate((old) => window.hornbookStudio.editor.replaceAll(old), before);
  await studio.saved();
  await studio.close();
}

async function settings() {
  const studio = await openPage();
  const {page} = studio;
  await studio.button('Settings of the book').click();
  await studio.clean('settings');
  await studio.picture('settings');
  await page.getByLabel('Subtitle').fill('Of clouds');
  await page.getByLabel('Title', {exact: true}).fill('');
  await studio.main();
  expect(await page.locator('dialog[open] .form-problem').isVisible(), 'a book without a title is saved');
  await page.getByLabel('Title', {exact: true}).fill('Water');
  await studio.main();
  await until(() => fileOf('book.toml').includes('subtitle = "Of clouds"\nlanguage = "en-GB"') && fileOf('book.toml').includes('# More that'), 'settings are not saved in place');
  await page.locator('button.export').click();
  await page.locator('dialog[open] .output').first().waitFor();
  await studio.clean('export');
  const download = page.waitForEvent('download');
  await studio.main();
  const made = await (await download).path();
  expect(readFileSync(made).subarray(30, 58).toString() === 'mimetypeapplication/epub+zip', 'no EPUB is made');
  await page.locator('.steps li').first().waitFor();
  await studio.picture('export');
  await studio.clean('exported');
  const copy = page.waitForEvent('download');
  await page.getByRole('button', {name: 'Save a copy of the book (zip)'}).click();
  expect(execFileSync('unzip', ['-Z1', await (await copy).path()]).toString().includes('water/chapters/01-rain.md'), 'the copy holds no chapters');
  await page.keyboard.press('Escape');
  await page.getByRole('button', {name: 'Menu', exact: true}).click();
  await page.getByRole('menuitem', {name: 'Versions'}).click();
  await page.locator('dialog[open] input').fill('First');
  await studio.button('Keep this version').click();
  await page.locator('.history-list').getByText('First').waitFor();
  await page.locator('dialog[open] input').fill('Second');
  await page.keyboard.press('Enter');
  await page.locator('.history-list').getByText('Second').waitFor();
  expect(await studio.button('Restore').isDisabled(), 'a version is brought back that nobody chose');
  await studio.clean('versions');
  await studio.close();
}

// Nothing of a book acts in the studio, nor in the frame.
async function hostile() {
  const studio = await openPage();
  const {page, frame} = studio;
  await page.evaluate(() => {
    const message = {kind: 'page', isOther: true, language: 'en', direction: 'ltr', styles: 'body{background:url(http://evil.test/a)}</style><script>parent.hacked=1</script>', quiz: '{"quizzes":[{"id":"<img src=x onerror=parent.hacked=1>","questions":[]}]}', interactive: true,
      page: `<body xmlns="http://www.w3.org/1999/xhtml"><p id="here">Here</p><script>top.hacked = 1; window.hacked = 1</script><img src="x" onerror="window.hacked=1"/><iframe srcdoc="&lt;script&gt;top.hacked=1&lt;/script&gt;"></iframe>
        <svg xmlns="http://www.w3.org/2000/svg" onload="window.hacked=1"><script>window.hacked=1</script></svg><meta http-equiv="refresh" content="0;url=http://evil.test/"/><a href="javascript:window.hacked=1" id="trap">link</a>
        <form action="http://evil.test/"><button id="send">send</button></form><object data="http://evil.test/"></object></body>`};
    window.hornbookStudio.preview.frame.contentWindow.postMessage(message, '*');
  });
  await frame.locator('#here').waitFor();
  await frame.locator('#trap').click();
  await page.waitForTimeout(500);
  expect(!(await page.evaluate(() => window.hacked)) && !(await frame.locator('body').evaluate(() => window.hacked)), 'a book acts');
  expect((await frame.locator('script:not(body ~ script), iframe, form, meta[content*=evil]').count()) <= 1, 'what may act is shown');
  expect((await frame.locator('body').evaluate(() => { try { return parent.document.title; } catch (refused) { return ''; } })) === '', 'the frame sees the studio');
  await page.evaluate(() => window.postMessage({hornbook: true, kind: 'follow', href: 'x'}, '*'));
  await studio.close();
}

async function small() {
  const studio = await openPage({viewport: {width: 390, height: 780}, hasTouch: true, isMobile: true});
  const {page} = studio;
  for (const [i, name] of ['files', 'text', 'preview', 'problems'].entries()) {
    await page.locator('.tabs button').nth(i).click();
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${name} is wider than a telephone`);
    await studio.clean(`telephone, ${name}`);
    await studio.picture(`phone-${name}`);
  }
  await studio.close();
  const zoomed = await openPage({viewport: {width: 683, height: 384}});
  expect(await zoomed.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'wider than the screen at 200 %');
  await zoomed.picture('zoom');
  await zoomed.close();
}

async function languages() {
  const studio = await openPage({locale: 'ar', colorScheme: 'dark'});
  expect((await studio.page.locator('html').getAttribute('dir')) === 'rtl', 'Arabic runs from the left');
  await studio.clean('Arabic, in the dark');
  await studio.picture('arabic');
  await studio.close();
  for (const locale of ['de-DE', 'fr-FR', 'es-ES', 'ru-RU']) {
    const other = await openPage({locale});
    expect(await other.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${locale}: wider than the screen`);
    expect((await other.page.locator('html').getAttribute('lang')) === locale.slice(0, 2), `no ${locale}`);
    await other.close();
  }
}

// By keys alone: from pane to pane, a chapter chosen, words typed, the problems reached.
async function keys() {
  const studio = await openPage();
  const {page} = studio;
  const focused = () => page.evaluate(() => document.activeElement.closest('.files, .text, .problems, .preview, .top')?.className ?? '');
  await studio.type('\n\n> [!NTOE]\n> Words.\n');
  await page.locator('.problem button').first().waitFor();
  const seen = new Set();
  for (let i = 0; i < 6; ++i) {
    await page.keyboard.press('F6');
    seen.add((await focused()).split(' ')[0]);
  }
  for (const pane of ['files', 'preview', 'problems', 'text']) expect(seen.has(pane), `F6 does not lead to ${pane}: ${[...seen]}`);
  await page.locator('.skip').focus();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement.classList.contains('cm-content')), 'the text cannot be skipped to');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\n- one\nx');
  expect((await studio.text()).endsWith('- one\n- x'), 'a list does not go on');
  for (let i = 0; i < 8; ++i) await page.keyboard.press('Control+z');
  await studio.saved();
  await studio.close();
}

const {writing, takenBack, conflicts} = savingParts({openPage, book, fileOf});
const {elsewhere, kept, sheets} = tellingParts({openPage});
const {describing, parts: parting} = mendingParts({openPage, fileOf});
const parts = {writing, takenBack, elsewhere, kept, sheets, problems, describing, previews, chapters, parting, forms, pasting, conflicts, settings, hostile, small, languages, keys};
const end = await runParts(parts, 'page');
await browser.close();
server.stop();
rmSync(folder, {recursive: true, force: true});
end();
