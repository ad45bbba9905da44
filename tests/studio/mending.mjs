// A picture that nobody has described, and parts of the book, as page.mjs tries them.
import {expect, until} from './helpers.mjs';

export function mendingParts({openPage, fileOf}) {
  // The problem itself asks what the picture shows; its caption stays.
  async function describing() {
    const studio = await openPage();
    const {page} = studio;
    await studio.open('chapters/02-rivers.md');
    const before = await studio.text();
    await studio.type('\n\n![](<../images/cycle.svg> "A \\"loop\\"")\n');
    const described = page.locator('.problem .mend', {hasText: 'Describe the picture'});
    await described.click();
    await studio.clean('describing');
    await studio.picture('describing');
    await studio.main();
    await page.locator('dialog[open] .form-problem:not([hidden])').first().waitFor();
    await page.getByLabel('What the picture shows').fill('Water [goes] round');
    await studio.main();
    await until(async () => (await studio.text()).endsWith('![Water \\[goes\\] round](<../images/cycle.svg> "A \\"loop\\"")\n'), `not described: ${(await studio.text()).slice(-120)}`);
    await until(async () => (await described.count()) === 0, 'a picture that is described is still a problem');
    await page.evaluate((text) => window.hornbookStudio.editor.replaceAll(text), before);
    await studio.saved();
    await studio.close();
  }

  // Parts are named, moved and taken away again, each step can be taken back, and comments stay.
  async function parts() {
    const studio = await openPage();
    const {page} = studio;
    const before = fileOf('book.toml');
    const heads = () => page.locator('.part-head h3').allTextContents();
    const add = async (title) => {
      await studio.button('New part').click();
      await page.keyboard.type(title);
      await studio.main();
    };
    const choose = async (part, words) => {
      await page.getByRole('button', {name: `More about ${part}`}).click();
      await page.getByRole('menuitem', {name: words}).click();
    };
    await add('Sky');
    await until(async () => String(await heads()) === 'Sky', `no part: ${await heads()}`);
    await add('Land');
    await until(async () => String(await heads()) === 'Sky,Land', `no second part: ${await heads()}`);
    await choose('Sky', 'Rename');
    await page.getByLabel('Title').fill('Air');
    await studio.main();
    await until(async () => String(await heads()) === 'Air,Land', `a part is not renamed: ${await heads()}`);
    await choose('Air', 'Move down');
    await until(() => /Land[^]*Air/.test(fileOf('book.toml')), 'a part does not move');
    await studio.clean('parts');
    await choose('Air', 'Remove the part');
    await until(async () => String(await heads()) === 'Land' && fileOf('book.toml').includes('01-rain.md'), `chapters of a part are lost: ${fileOf('book.toml')}`);
    await choose('Land', 'Remove the part');
    await until(async () => (await heads()).length === 0 && !/^\[\[part/m.test(fileOf('book.toml')), `the last part stays: ${fileOf('book.toml')}`);
    expect(/^chapters = \[[^\]]*"01-rain\.md"/m.test(fileOf('book.toml')) && fileOf('book.toml').includes('# More that may stand here'), `no list of chapters: ${fileOf('book.toml')}`);
    await page.evaluate((text) => window.hornbookStudio.book.put('book.toml', text), before);
    await studio.close();
  }

  return {describing, parts};
}
