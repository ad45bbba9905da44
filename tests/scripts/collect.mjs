// The page by which a telephone collects codes, in each engine: it reads photographs, says whose results are whole and what is missing, and gives
// a file with every code. Run as: node collect.mjs PAGE PHOTOGRAPHS CODES.txt FILM, where the photographs are those of the codes, in order, and some of
// them are the film that Chromium's camera sees.
import {readFileSync, readdirSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {engineNames, openEngine} from './engines.mjs';

const [path, folder, codesFile, film] = process.argv.slice(2).map((each) => resolve(each));
const codes = readFileSync(codesFile, 'utf8').trimEnd().split('\n');
const photographs = readdirSync(folder).sort().map((name) => ({name, bytes: readFileSync(join(folder, name)).toString('base64')}));
const faults = [];
let checks = 0;

function expect(isTrue, what) {
  ++checks;
  if (!isTrue) faults.push(what);
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// As if somebody had chosen these files.
const choose = `function (photographs) {
  var input = document.getElementById('choose'), chosen = new DataTransfer();
  photographs.forEach(function (one) {
    var letters = atob(one.bytes), bytes = new Uint8Array(letters.length);
    for (var i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
    chosen.items.add(new File([bytes], one.name, {type: 'image/jpeg'}));
  });
  input.files = chosen.files;
  if (!document.body.hasAttribute('aria-busy')) input.dispatchEvent(new Event('change'));
}`;
const state = `function () {
  var save = document.getElementById('save');
  return {busy: document.body.hasAttribute('aria-busy'), told: document.getElementById('told').textContent, hidden: save.hidden,
    file: decodeURIComponent(save.href.replace(/^[^,]*,/, '')), rows: [].map.call(document.querySelectorAll('li'), function (row) { return row.textContent; }),
    whole: document.querySelectorAll('.whole').length, wide: document.documentElement.scrollWidth <= window.innerWidth};
}`;

async function given(page, some) {
  await page.run(choose, some);
  for (let i = 0; i < 900; ++i) {
    const now = await page.run(state);
    if (!now.busy) return now;
    await pause(100);
  }
  throw new Error('it never ends');
}

async function collected(page) {
  await page.size(360, 700);
  await page.open(pathToFileURL(path).href);
  expect((await page.run(state)).hidden, `${page.name}: an empty file can be saved`);
  let now = await given(page, [...photographs.filter((_, i) => i !== 2), {name: 'nothing.jpg', bytes: 'AAAA'}]);
  expect(now.told.includes('nothing.jpg') && !now.told.includes('IMG'), `${page.name}: it tells "${now.told}"`);
  expect(now.rows[0].includes('3 / '), `${page.name}: the third is missing, and it says "${now.rows[0]}"`);
  expect(now.whole === now.rows.length - 1, `${page.name}: ${now.whole} of ${now.rows.length} are whole`);
  now = await given(page, [photographs[2], photographs[3]]);
  expect(now.whole === now.rows.length && now.whole > 1, `${page.name}: ${now.whole} of ${now.rows.length} are whole in the end`);
  expect(now.rows[0].includes('7') && now.rows[0].length > 30, `${page.name}: no quiz is named in "${now.rows[0]}"`);
  expect(now.file.trimEnd().split('\n').sort().join() === [...codes].sort().join(), `${page.name}: the file has other codes`);
  expect(now.wide, `${page.name}: it is too wide`);
  await page.open(pathToFileURL(path).href);
  expect((await page.run(state)).file === now.file, `${page.name}: a page that was closed by its camera has forgotten all`);
}

// The others' pages have no camera here.
async function filmed(page) {
  await page.open(pathToFileURL(path).href);
  await page.run('function () { sessionStorage.clear(); }');
  await page.open(pathToFileURL(path).href);
  expect(await page.run('function () { return !document.getElementById("camera").hidden; }'), `${page.name}: there is no camera`);
  await page.click('#camera');
  for (let i = 0; i < 300 && (await page.run(state)).file.trim() === ''; ++i) await pause(100);
  const seen = (await page.run(state)).file.trim().split('\n');
  expect(seen.every((code) => codes.includes(code)), `${page.name}: the camera saw "${seen[0].slice(0, 40)}"`);
  await page.click('#camera');
  expect(await page.run('function () { return document.getElementById("film").hidden; }'), `${page.name}: the camera goes on`);
}

process.env.HORNBOOK_FILM = film;
const names = engineNames.filter((name) => (process.env.HORNBOOK_ENGINE ?? name) === name);
for (const name of names) {
  const page = await openEngine(name);
  await collected(page).catch((error) => faults.push(`${name}: ${error.stack.split('\n').slice(0, 4).join('\n')}`));
  if (name === 'Chromium') await filmed(page).catch((error) => faults.push(`${name}: ${error.stack.split('\n').slice(0, 4).join('\n')}`));
  await page.stop();
}
for (const fault of faults) console.error(fault);
console.log(`collected: ${checks} checks in ${names.length} engines, ${faults.length} faults`);
process.exit(faults.length === 0 && checks > 0 ? 0 : 1);
