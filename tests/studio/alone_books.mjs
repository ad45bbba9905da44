// Books as they come to the page alone, those of the tests and one of 2,000 chapters: each as a zip, whose names say that they are UTF-8 or,
// as some programs have it, do not. The page has every file, byte for byte, says what the program says of the book, shows its first chapter,
// and names what it did not take along. Run as: node alone_books.mjs PAGE.html HORNBOOK BOOK...
import {execFileSync, spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {openBrowser} from '../scripts/browser.mjs';
import {expect, runParts, studioIn, until, watched} from './helpers.mjs';

const [page, hornbook, ...books] = process.argv.slice(2);
const address = pathToFileURL(resolve(page)).href;
const folder = mkdtempSync(join(tmpdir(), 'studio-books-'));
const browser = await openBrowser();
const context = await watched(browser, (url) => url.startsWith('file:'), {offline: true});

// python3 zipfile.py ZIP FOLDER says|silent NAME..., each name as it is in the folder; README.md is one that no book has.
const zipped = `
import sys, zipfile
class Silent(zipfile.ZipInfo):
    def _encodeFilenameFlags(self):
        return self.filename.encode('utf-8'), self.flag_bits & ~0x800
out, folder, says, *names = sys.argv[1:]
with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
    for name in names + ['README.md']:
        info = (Silent if says == 'silent' else zipfile.ZipInfo)('My book/' + name)
        info.compress_type = zipfile.ZIP_DEFLATED
        z.writestr(info, open(folder + '/' + name, 'rb').read() if name != 'README.md' else b'# About')
`;

const inEpub = `
import hashlib, json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
print(json.dumps([[i.filename, hashlib.sha256(z.read(i)).hexdigest()] for i in z.infolist()]))
`;

const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');
const rows = (messages) => messages.map(({code, file, line}) => `${code} ${file ?? ''}:${line ?? ''}`).sort().join('\n');

function filesOf(book, under = '') {
  return readdirSync(join(book, under), {withFileTypes: true}).flatMap((entry) => {
    const path = under ? `${under}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return under || ['chapters', 'images', 'styles'].includes(entry.name) ? filesOf(book, path) : [];
    return entry.isFile() && !entry.name.startsWith('.') && (under || entry.name === 'book.toml') ? [path] : [];
  });
}

// A book of so many chapters as no teacher writes: it opens, and one can write in it.
async function many() {
  const book = join(folder, 'many');
  mkdirSync(join(book, 'chapters'), {recursive: true});
  writeFileSync(join(book, 'book.toml'), 'title = "Many"\nlanguage = "en-GB"\nauthors = ["Ada"]\ndate = 2026-11-30\n');
  for (let i = 1; i <= 2000; ++i) writeFileSync(join(book, 'chapters', `${String(i).padStart(4, '0')}-day.md`), `# Day ${i}\n\nIt rained on day ${i}.\n\n\`\`\`quiz\n## Did it rain on day ${i}?\n- [x] Yes\n- [ ] No\n\`\`\`\n`);
  const tab = await opened(book, 'says');
  const studio = await studioIn(tab);
  expect((await tab.locator('.file[data-path^="chapters/"]').count()) === 2000, 'not all of many chapters are listed');
  await studio.open('chapters/1999-day.md');
  await studio.type('\n\nAnd it stopped.\n');
  await studio.frame.getByText('And it stopped.').waitFor();
  await studio.saved();
  await tab.reload();
  const again = await studioIn(tab);
  await again.open('chapters/1999-day.md');
  expect((await again.text()).includes('And it stopped.'), 'what was written in a book of many chapters is not there again');
  await tab.close();
}

// The EPUB that the page makes is the program's, but for pictures that the browser draws or makes smaller, and formulas, which Temml sets.
async function compared(tab, book, copy) {
  const native = spawnSync(hornbook, ['build', copy, '-o', join(folder, 'native.epub'), '--quiet']);
  if (native.status !== 0) return;
  const bytes = await tab.evaluate(async () => (await window.hornbookStudio.book.transport.ask({do: 'build', to: 'epub', edition: 'student', options: {}})).files[0].bytes);
  writeFileSync(join(folder, 'page.epub'), Buffer.from(bytes, 'base64'));
  const entries = (name) => Object.fromEntries(JSON.parse(execFileSync('python3', ['-c', inEpub, join(folder, `${name}.epub`)], {maxBuffer: 1 << 28}).toString()));
  const [own, other] = [entries('page'), entries('native')];
  expect(Object.keys(own).join() === Object.keys(other).join(), `${book}: the EPUB has other files: ${Object.keys(own)} instead of ${Object.keys(other)}`);
  const isDrawn = (name) => /\.(png|jpe?g|gif|webp)$/i.test(name) || (basename(resolve(book)) === 'formulas' && /\.(xhtml|json)$/.test(name));
  for (const name of Object.keys(own)) expect(own[name] === other[name] || isDrawn(name), `${book}: ${name} is another in the page's EPUB`);
}

async function opened(book, says) {
  const names = filesOf(book);
  const zip = join(folder, `${basename(resolve(book))}-${says}.zip`);
  execFileSync('python3', ['-c', zipped, zip, book, says, ...names]);
  const tab = await context.newPage();
  await tab.goto(`${address}#books`);
  await tab.locator('#files-of-book').setInputFiles(zip);
  await tab.locator('.studio').waitFor();
  await until(async () => (await tab.locator('.toast').textContent()).includes('README.md'), `${book}: what is left out is not named`);
  const kept = await tab.evaluate(async () => {
    const {book: open} = window.hornbookStudio;
    const hex = async (bytes) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return Promise.all(open.paths().map(async (path) => [path, await hex(await open.bytes(path))]));
  });
  const wanted = names.map((name) => [name, hash(readFileSync(join(book, name)))]);
  const byName = (files) => files.map(([name, sum]) => `${name} ${sum}`).sort().join('\n');
  expect(byName(kept) === byName(wanted), `${book}, ${says}: the files are others:\n${byName(kept)}\ninstead of\n${byName(wanted)}`);
  const copy = join(folder, 'copy');  // hidden files do not go with a book
  rmSync(copy, {recursive: true, force: true});
  for (const name of names) cpSync(join(book, name), join(copy, name));
  const said = spawnSync(hornbook, ['check', '--json', copy], {encoding: 'utf8', maxBuffer: 1 << 28}).stdout.trim();
  const native = rows(said ? said.split('\n').map((line) => JSON.parse(line)) : []);
  const shown = async () => rows(await tab.evaluate(() => window.hornbookStudio.problems.all()));
  await until(async () => (await shown()) === native, `${book}: what is said is another`);
  if ((await shown()) !== native) console.log(`${book}:\n${await shown()}\ninstead of\n${native}`);
  await compared(tab, book, copy);
  const frame = tab.frameLocator('iframe.frame');
  await until(async () => (await frame.locator('body').textContent()).trim() !== '' || !names.some((name) => name.startsWith('chapters/')), `${book}: no chapter is shown`);
  return tab;
}

const parts = Object.fromEntries(books.map((book, i) => [book, async () => (await opened(book, i % 2 ? 'says' : 'silent')).close()]));
parts.pictures = async () => (await opened(books.find((book) => basename(book) === 'pictures'), 'silent')).close();
parts.many = many;
const end = await runParts(parts, 'books');
await browser.close();
rmSync(folder, {recursive: true, force: true});
end();
