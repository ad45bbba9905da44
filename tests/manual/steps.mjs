// Pictures of the manual's first steps: the studio's page from a disk, as it is at each. Run as: node steps.mjs PAGE.html OUT
import {mkdirSync, rmSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {openBrowser} from '../scripts/browser.mjs';
import {studioIn, watched} from '../studio/helpers.mjs';
import {inGreys, keeper, manual, run} from './pictures.mjs';

const [studioPage, out] = process.argv.slice(2).map((path) => resolve(path));
const {keep, finish} = keeper(join(manual, 'images/steps'), out);
const names = [];

rmSync(out, {recursive: true, force: true});
mkdirSync(out, {recursive: true});
const browser = await openBrowser();
const context = await watched(browser, (url) => url.startsWith('file:'), {viewport: {width: 1200, height: 700}, offline: true, reducedMotion: 'reduce'});
const page = await context.newPage();

async function show(name) {
  await page.waitForTimeout(800);  // what fades has faded
  const [shot, made] = [join(out, `${name}-shot.png`), join(out, `${name}.png`)];
  await page.screenshot({path: shot});
  run('convert', shot, '-bordercolor', 'gray50', '-border', '1', ...inGreys, made);
  keep(name, made, '01-first-book.md');
  names.push(name);
}

await page.goto(pathToFileURL(studioPage).href);
await page.locator('main.begin').waitFor();
await page.getByLabel('Title', {exact: true}).fill('Water');
await show('begin');
await page.locator('main.begin form .main').click();
const studio = await studioIn(page);
await studio.type('\nRain fills **rivers** and lakes.\n\n~~~quiz\n## What does rain fill?\n- [x] Rivers and lakes\n  > Yes.\n- [ ] The Moon\n~~~\n');
await studio.frame.getByText('Rain fills').waitFor();
await studio.saved();
await show('write');
await studio.tool('question');
await page.locator('section.side textarea, section.side input').first().waitFor();
await show('question');
await page.keyboard.press('Escape');
await page.locator('button.export').click();
await page.locator('dialog[open]').waitFor();
await show('export');
await browser.close();
finish('steps', names);
