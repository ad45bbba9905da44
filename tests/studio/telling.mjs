// Telling and showing while somebody types, as page.mjs tries them: what other files are told for it, and what of the preview stays.
import {expect, until} from './helpers.mjs';

export function tellingParts({openPage}) {
  // A place that another chapter links to loses its name: that chapter's mistake is told, though it is not open, and gone when it has it again.
  async function elsewhere() {
    const studio = await openPage();
    const {page} = studio;
    const told = () => page.evaluate(() => window.hornbookStudio.problems.all().map((one) => `${one.file} ${one.code}`));
    const change = (from, to) => page.evaluate(([old, now]) => window.hornbookStudio.editor.replaceAll(window.hornbookStudio.editor.text().replaceAll(old, now)), [from, to]);
    await studio.open('chapters/01-rain.md');
    await studio.saved();
    await change('{#cycle}', '{#loop}');
    await until(async () => (await told()).includes('chapters/01-rain.md unknown-id'), 'the mistake in the chapter itself is not told');
    await until(async () => (await told()).includes('chapters/02-rivers.md unknown-id'), `what is wrong elsewhere is not told: ${await told()}`);
    await studio.open('chapters/02-rivers.md');
    await until(async () => (await page.locator('.cm-lintRange-error').count()) > 0, 'what is wrong elsewhere is not underlined there');
    await studio.open('chapters/01-rain.md');
    await change('{#loop}', '{#cycle}');
    await until(async () => (await told()).length === 0, `what is right again is told as wrong: ${await told()}`);
    await studio.saved();
    await studio.close();
  }

  // Words that change leave all else in the preview as it is: an answer stays given. A question that changes is made anew, and can be answered.
  async function kept() {
    const studio = await openPage();
    const {page, frame} = studio;
    const change = (from, to) => page.evaluate(([old, now]) => window.hornbookStudio.editor.replaceAll(window.hornbookStudio.editor.text().replace(old, now)), [from, to]);
    await studio.open('chapters/01-rain.md');
    const choice = frame.locator('input[type=radio]').first();
    await choice.check();
    await frame.locator('figure').first().evaluate((node) => { node.isOld = true; });
    const isOld = () => frame.locator('figure').first().evaluate((node) => node.isOld === true);
    await change('nobody can see', 'no one can see');
    await frame.getByText('no one can see').waitFor();
    expect(await choice.isChecked(), 'an answer is lost for a word elsewhere');
    expect(await isOld(), 'what did not change is made anew');
    await change('no one can see.[^gas] High up', 'nobody can see.\n\nHigh up');
    await until(async () => (await frame.locator('p', {hasText: /^High up it is cold/}).count()) === 1, 'a paragraph that was divided is not shown');
    await change('can see.\n\nHigh up', 'can see.[^gas] High up');
    await until(async () => (await frame.locator('p', {hasText: /^High up it is cold/}).count()) === 0, 'paragraphs that were joined stay two');
    await change('- [ ] The Moon', '- [ ] The full Moon');
    await frame.locator('.hb-choice-text', {hasText: 'The full Moon'}).waitFor();
    await page.waitForTimeout(500);  // the preview scrolls to where the text was changed
    await frame.locator('input[type=radio]').nth(1).check();
    expect((await frame.locator('input[type=radio]:checked').count()) === 1, 'a question that changed cannot be answered');
    await change('The full Moon', 'The Moon');
    await studio.saved();
    await studio.close();
  }

  // A chapter that cannot be printed for a mistake just typed is said to wait, not to have no sheet.
  async function sheets() {
    const studio = await openPage();
    const {page, frame} = studio;
    await studio.open('chapters/01-rain.md');
    const before = await studio.text();
    await page.locator('[data-option="size"][data-value="sheet"]').click();
    await frame.locator('.hb-sheet.worksheet .pupil').waitFor();
    await page.evaluate((text) => window.hornbookStudio.editor.replaceAll(text), `${before}\n\nSee [this](#nowhere).\n`);
    const note = page.locator('.preview-note:not([hidden])');
    await note.waitFor();
    expect(/mistakes are mended/.test(await note.textContent()), `sheets that wait are said to be otherwise: ${await note.textContent()}`);
    await page.evaluate((text) => window.hornbookStudio.editor.replaceAll(text), before);
    await note.waitFor({state: 'detached'});
    await page.locator('[data-option="size"][data-value="phone"]').click();
    await studio.saved();
    await studio.close();
  }

  return {elsewhere, kept, sheets};
}
