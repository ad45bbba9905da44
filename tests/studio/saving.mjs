// Saving, as page.mjs tries it: what is typed reaches the disk, what is taken back too, and two hands on one file lose nothing.
import {readdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, until} from './helpers.mjs';

// The parts for a page that openPage() opens, on the book in a folder; fileOf(path) is what the disk has.
export function savingParts({openPage, book, fileOf}) {
  // What is typed is on the disk soon, and in the preview.
  async function writing() {
    const studio = await openPage();
    await studio.clean('open');
    await studio.type('\n\nA sentence about zephyrs.\n');
    const begin = Date.now();
    await until(() => fileOf('chapters/01-rain.md').includes('about zephyrs.'), 'what is typed is not saved');
    expect(Date.now() - begin < 5000 || process.env.HORNBOOK_STUDIO, 'saved later than after 5 s');
    await studio.frame.getByText('about zephyrs').waitFor();
    await studio.picture('writing');
    await studio.frame.locator('h2[data-source]').first().click();
    const line = fileOf('chapters/01-rain.md').split('\n').findIndex((one) => one.startsWith('## The water')) + 1;
    await until(async () => (await studio.line()) === line, 'a click in the preview does not lead to its line');
    await studio.goTo(line);
    await until(() => studio.frame.locator('h2.hb-here').count(), 'the cursor does not lead to its place in the preview');
    await studio.page.locator('.cm-content').click();
    await studio.page.keyboard.press('Control+z');
    await until(async () => !(await studio.text()).includes('zephyrs'), 'undo does nothing');
    await studio.saved();
    await studio.close();
  }

  // A text that is again as it was saved: its mistakes are gone, and the disk has it, though another one was on its way there.
  async function takenBack() {
    const studio = await openPage();
    const {page} = studio;
    await studio.open('chapters/01-rain.md');
    await studio.saved();
    const clean = await studio.text();
    const codes = () => page.evaluate(() => window.hornbookStudio.problems.all().map((one) => one.code));
    for (let i = 0; i < 3; ++i) {
      await page.evaluate(async (text) => {
        const {editor, preview, book} = window.hornbookStudio;
        editor.replaceAll(`${text}\n\n> [!NTOE]\n> Words.\n`);
        await book.tellDrafts();
        editor.replaceAll(text);
        await preview.update();
      }, clean);
      await until(async () => (await codes()).length === 0, `a mistake that was taken back stays: ${await codes()}`);
      await page.evaluate(async (text) => {
        const {editor, book} = window.hornbookStudio;
        editor.replaceAll(`${text}\n\nNot this.\n`);
        const saving = book.save(editor.path());
        editor.replaceAll(text);
        await saving;
      }, clean);
      await until(() => fileOf('chapters/01-rain.md') === clean, 'what was taken back while it was saved stays on the disk');
    }
    await studio.close();
  }

  // Another hand changes the file that is being typed in: both texts stay.
  async function conflicts() {
    const studio = await openPage();
    const {page} = studio;
    await studio.open('chapters/02-rivers.md');
    const before = fileOf('chapters/02-rivers.md');
    await page.evaluate(() => {
      const {book: open} = window.hornbookStudio;
      const ask = open.transport.ask;
      open.transport.ask = (request) => (request.do === 'write' ? new Promise((done) => setTimeout(done, 1500)).then(() => ask(request)) : ask(request));
    });
    await studio.type('\nMine.\n');
    await page.waitForTimeout(300);
    writeFileSync(join(book, 'chapters/02-rivers.md'), `${before}\nTheirs.\n`);
    await page.locator('.notice:visible').waitFor();
    await studio.clean('conflict');
    await studio.picture('conflict');
    expect(fileOf('chapters/02-rivers.md').endsWith('Theirs.\n'), 'another hand’s text is written over');
    await studio.button('Keep both').click();
    await until(() => readdirSync(join(book, 'chapters')).some((name) => /^02-rivers-.*\.md$/.test(name) && fileOf(`chapters/${name}`).includes('Mine.')), 'one of two texts is lost');
    await until(async () => (await studio.text()).endsWith('Theirs.\n'), 'the other text is not shown');
    for (const name of readdirSync(join(book, 'chapters'))) if (/^02-rivers-/.test(name)) rmSync(join(book, 'chapters', name));
    writeFileSync(join(book, 'chapters/02-rivers.md'), before);
    await studio.close();
  }

  return {writing, takenBack, conflicts};
}
