// The page alone from a plain web site: kept for the network cut; a book in a folder; a big picture. A folder that a page may
// ask for without somebody's hand is the one of its own that every browser has. Run as: node alone_served.mjs FOLDER (of hornbook-studio.html)
import {createServer} from 'node:http';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {openBrowser} from '../scripts/browser.mjs';
import {expect, pictureOf, runParts, studioIn, until, watched} from './helpers.mjs';

const folder = process.argv[2];
const types = {html: 'text/html', js: 'text/javascript', svg: 'image/svg+xml', webmanifest: 'application/manifest+json'};
let isCut = false;
const server = createServer((request, response) => {
  const file = join(folder, new URL(request.url, 'http://x').pathname);
  if (isCut) return request.socket.destroy();
  if (!/\/hornbook-studio[^/]*$/.test(file) || !existsSync(file)) return response.writeHead(404).end();
  return response.writeHead(200, {'Content-Type': types[file.split('.').pop()]}).end(readFileSync(file));
});
await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
const site = `http://127.0.0.1:${server.address().port}`;
const address = `${site}/hornbook-studio.html`;
const browser = await openBrowser();

async function newBook(page) {
  await page.goto(address);
  await page.locator('main.begin .example').click();
  return studioIn(page);
}

async function offline() {
  const context = await watched(browser, (url) => url.startsWith(site));
  const page = await context.newPage();
  const studio = await newBook(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const manifest = await page.evaluate(async () => (await fetch(document.querySelector('link[rel=manifest]').href)).json());
  expect(manifest.start_url === 'hornbook-studio.html' && manifest.icons.length === 1, 'the manifest names no page');
  expect(await page.evaluate(async (icon) => (await fetch(icon)).ok, manifest.icons[0].src), 'there is no icon');
  await studio.type('\n\nBefore the cut.\n');
  await studio.saved();
  isCut = true;
  await page.reload();
  const again = await studioIn(page);
  expect((await again.text()).includes('Before the cut.'), 'the book is not there without a network');
  await again.type('\n\nAfter the cut.\n');
  await again.frame.getByText('After the cut').waitFor();
  const other = await context.newPage();
  await other.goto(`${address}#books`);
  await other.locator('.book-list li').waitFor();
  isCut = false;
  await context.close();
}

// A folder as the page's own folder of files, since no hand is there to choose one.
async function inFolder() {
  const context = await watched(browser, (url) => url.startsWith(site));
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('Rivers', {create: true});
    FileSystemHandle.prototype.queryPermission ??= async () => 'granted';
    const readNow = async (path) => {
      let at = await (await navigator.storage.getDirectory()).getDirectoryHandle('Rivers');
      for (const name of path.split('/').slice(0, -1)) at = await at.getDirectoryHandle(name);
      return (await (await at.getFileHandle(path.split('/').pop())).getFile()).text();
    };
    window.onDisk = (path) => readNow(path).catch((fault) => {
      if (fault.name !== 'NotReadableError') throw fault;  // it is being written
      return new Promise((done) => setTimeout(done, 200)).then(() => window.onDisk(path));
    });
    window.byAnother = async (path, text) => {
      let at = await (await navigator.storage.getDirectory()).getDirectoryHandle('Rivers');
      for (const name of path.split('/').slice(0, -1)) at = await at.getDirectoryHandle(name);
      const writer = await (await at.getFileHandle(path.split('/').pop(), {create: true})).createWritable();
      await writer.write(text);
      await writer.close();
    };
  });
  await page.goto(address);
  await page.getByRole('button', {name: 'A folder'}).click();
  const studio = await studioIn(page);
  expect((await page.locator('.top h1').textContent()) === 'Rivers', 'an empty folder becomes no book of its name');
  await studio.type('\n\nInto the folder.\n');
  await until(() => page.evaluate(async () => (await window.onDisk('chapters/01-chapter-1.md')).includes('Into the folder.')), 'what is typed is not in the folder');
  await page.evaluate(() => window.byAnother('chapters/02-rivers.md', '# Rivers\n\nBy another hand.\n'));
  await studio.open('chapters/02-rivers.md');
  await until(async () => (await studio.text()).includes('By another hand.'), 'another hand’s text is not seen');
  await page.evaluate(() => window.byAnother('chapters/02-rivers.md', '# Rivers\n\nOnce more.\n'));
  await studio.type('\nMine.\n');
  await page.locator('.notice', {hasText: '02-rivers.md'}).waitFor();
  expect((await page.evaluate(() => window.onDisk('chapters/02-rivers.md'))).includes('Once more.'), 'another hand’s text is written over');
  await pictureOf(page, 'alone-conflict');
  await studio.button('Keep mine').click();
  await until(() => page.evaluate(async () => (await window.onDisk('chapters/02-rivers.md')).includes('Mine.')), 'one’s own text is not kept');
  await page.reload();
  await studioIn(page);
  await page.evaluate(() => window.hornbookStudio.operations.rename('chapters/02-rivers.md', '02-streams.md'));
  expect((await page.evaluate(() => window.onDisk('chapters/02-streams.md'))).includes('Mine.'), 'a file is not renamed in the folder');
  expect(await page.evaluate(() => window.onDisk('chapters/02-rivers.md').then(() => false, () => true)), 'the old name stays in the folder');
  await context.close();
}

// A picture of many megabytes, for which the engine's stack has no room.
async function big() {
  const context = await watched(browser, (url) => url.startsWith(site));
  const page = await context.newPage();
  await newBook(page);
  await page.evaluate(() => window.hornbookStudio.operations.addPicture('big.png', new Uint8Array(12 << 20)));
  await page.reload();
  await studioIn(page);
  expect(await page.evaluate(() => window.hornbookStudio.book.facts().files.find((file) => file.path === 'images/big.png')?.size === 12 << 20), 'a big picture is not kept');
  await context.close();
}

const end = await runParts({offline, inFolder, big}, 'served');
await browser.close();
server.close();
end();
