// Asking, as page.mjs tries it: a second question after a first one, and one that is left half written.
import {expect, until} from './helpers.mjs';

// A question right behind one that was added is a new one of the same quiz; its kind changes; what lacks is asked for; what is typed and left
// is kept, and changes no other chapter.
export async function askedAgain(studio) {
  const {page} = studio;
  const words = page.locator('.side textarea').first();
  const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  await studio.tool('question');
  expect((await page.locator('.side h2').textContent()) === 'New question', 'the question that was just added is changed');
  await words.fill('Is rain wet?');
  await page.locator('.side input[type=text]').nth(0).fill('Yes');
  await page.locator('.side input[type=text]').nth(0).press('Enter');
  expect((await focused()) === 'Choice 2', 'Enter does not lead to the next answer');
  await page.locator('.side .main').click();
  expect((await page.locator('.form-foot .form-problem').textContent()) === 'Write at least two answers.' && (await focused()) === 'Choice 2', 'what lacks is not asked for');
  await page.locator('.side select').selectOption('truth');
  await page.locator('.side select').press('Escape');
  await studio.tool('question');
  expect((await page.locator('.side select').inputValue()) === 'truth' && (await words.inputValue()) === 'Is rain wet?', 'what was typed is not kept');
  await page.locator('.side .main').click();
  await until(async () => (await studio.text()).includes('- [ ] Sand\n\n## Is rain wet?\n- [x] True\n- [ ] False\n```'), `no second question in the quiz: ${(await studio.text()).slice(0, 600)}`);
  const text = await studio.text();
  await studio.goTo(text.split('\n').indexOf('## Is rain wet?') + 1);
  await studio.tool('question');
  await words.fill('Is hail wet?');
  await studio.open('chapters/01-rain.md');
  expect(await page.locator('.side').isHidden(), 'a question stays open over another chapter');
  await studio.open('chapters/02-rivers.md');
  expect((await studio.text()) === text, 'a question that was left is written');
  await studio.tool('question');
  expect((await words.inputValue()) === 'Is hail wet?', 'a question that was left is lost');
  await page.locator('.side .main').click();
  await until(async () => (await studio.text()) === text.replace('Is rain wet?', 'Is hail wet?'), 'a question that was left is not changed');
}
