// The quiz script in a real browser, on the chapters of built books. Run as: node quiz_script.mjs STUDENT.epub TEST.epub [MORE-STUDENT.epub...]
// The first two are editions of one book that holds every kind of question. HORNBOOK_PICTURES=FOLDER keeps a picture of each state;
// HORNBOOK_ONLY=NAME runs one of the parts that stand at the end.
import {answer, hands, rightAnswer, wrongAnswer} from './answering.mjs';
import {accessibilityFaults, entry, openBrowser, openReader, quizData} from './browser.mjs';

const [studentBook, testBook, ...moreBooks] = process.argv.slice(2);
const browser = await openBrowser();
let checks = 0;
const faults = [];

function expect(isTrue, what) {
  ++checks;
  if (!isTrue) faults.push(what);
}

const pagesOf = (data) => [...new Set(data.quizzes.map((quiz) => quiz.href.split('#')[0]))];
const questionsOn = (data, name) => data.quizzes.filter((quiz) => quiz.href.startsWith(name)).flatMap((quiz) => quiz.questions);
const box = (page, question) => page.locator(`[id="${question.id}"]`);
const verdict = (page, question) => page.evaluate((id) => document.getElementById(id).querySelector('.verdict')?.textContent ?? '', question.id);
const hasMain = async (page, question) => (await box(page, question).locator('.hb-main').count()) > 0;

const lights = [['day', ''], ['sepia', 'background:#f4ecd8;color:#3b2f1e'], ['night', 'background:#000;color:#ddd']];

// What axe says, and every target large enough for a finger.
async function expectAccessible(page, state, inLights = lights.slice(0, 1)) {
  for (const [light, style] of inLights) {
    await page.evaluate((css) => document.body.setAttribute('style', css), style);
    for (const fault of await accessibilityFaults(page)) expect(false, `${state}, ${light}: ${fault}`);
    ++checks;
  }
  await page.evaluate(() => document.body.removeAttribute('style'));
  const small = await page.evaluate(() => [...document.querySelectorAll('button, label, input[type=text], textarea')]
    .map((e) => [e.outerHTML.slice(0, 120), e.getBoundingClientRect()]).filter(([, r]) => r.width > 0 && (r.height < 43.9 || r.width < 43.9)).map(([html]) => html));
  expect(small.length === 0, `${state}: too small for a finger: ${small.join(' ')}`);
}

let pictures = 0;
async function keepPicture(page, state) {
  if (process.env.HORNBOOK_PICTURES) await page.screenshot({path: `${process.env.HORNBOOK_PICTURES}/${String(++pictures).padStart(2, '0')}-${state}.png`, fullPage: true});
}

// Every question answered: first wrongly, tried again, then rightly.
async function answerAll(book, handName, options, limit = 1e9) {
  const data = quizData(book);
  const reader = await openReader(browser, book, faults, options);
  for (const name of pagesOf(data).slice(0, limit)) {
    const page = await reader.open(name);
    for (const question of questionsOn(data, name)) {
      const where = `${handName}, ${question.id}`;
      const hand = hands[handName];
      if (question.kind !== 'write') {
        await answer(page, hand, question, wrongAnswer(question));
        await hand.check(page, question);
        const possible = wrongAnswer(question).length !== 0;  // where all that apply are all there are
        expect(!possible || (await verdict(page, question)).startsWith('✗ '), `${where}: a wrong answer is called "${await verdict(page, question)}"`);
        if (possible) await hand.check(page, question);
        expect((await verdict(page, question)) === '', `${where}: try again leaves "${await verdict(page, question)}"`);
      }
      await answer(page, hand, question, rightAnswer(question));
      if (await hasMain(page, question)) {
        await hand.check(page, question);
        const said = await verdict(page, question);
        expect(question.kind === 'write' ? said.length > 0 : said.startsWith('✓ '), `${where}: a right answer is called "${said}"`);
        expect(question.kind === 'write' || !(await box(page, question).locator('.hb-main').isVisible()), `${where}: a right answer can be tried again`);
      }
    }
    const whole = questionsOn(data, name).every((q) => q.kind === 'write') || (await page.locator('.hb-score').count()) > 0;
    expect(whole, `${handName}, ${name}: no score`);
    await page.close();
  }
  const page = await reader.open('results.xhtml');
  const most = data.quizzes.flatMap((quiz) => quiz.questions).filter((q) => q.kind !== 'write').reduce((sum, q) => sum + q.marks, 0);
  const score = await page.locator('.hb-score').textContent();
  expect(limit < 1e9 || score.match(/\d+(\.\d+)?/g)?.every((n) => Number(n) === most), `${handName}: results say "${score}", not ${most} of ${most}`);
  await reader.close();
}

async function states(book) {
  const data = quizData(book);
  for (const [size, viewport, inLights] of [['phone', {width: 360, height: 740}, lights], ['tablet', {width: 820, height: 1180}], ['e-reader', {width: 536, height: 724}]]) {
    const reader = await openReader(browser, book, faults, {viewport});
    for (const name of pagesOf(data)) {
      const page = await reader.open(name);
      await expectAccessible(page, `${size}, ${name}, untouched`, inLights);
      await keepPicture(page, `${size}-${name}-untouched`);
      const questions = questionsOn(data, name);
      for (const question of questions) {
        const buttons = box(page, question).locator('.hb-buttons button');
        for (let i = 0; i < (await buttons.count()); ++i) await buttons.nth(i).click();
        if (question.lefts) await page.locator(`[id="${question.id}--left-0-button"]`).click();
      }
      await expectAccessible(page, `${size}, ${name}, everything open`, inLights);
      await keepPicture(page, `${size}-${name}-open`);
      for (const [isRight, given] of [[false, wrongAnswer], [true, rightAnswer]]) {
        await page.evaluate(() => localStorage.clear());
        await page.reload();
        for (const question of questions) {
          await answer(page, hands.mouse, question, given(question));
          if (await hasMain(page, question)) await hands.mouse.check(page, question);
        }
        await expectAccessible(page, `${size}, ${name}, ${isRight ? 'right' : 'wrong'}`, inLights);
        await keepPicture(page, `${size}-${name}-${isRight ? 'right' : 'wrong'}`);
      }
      await page.close();
    }
    const page = await reader.open('results.xhtml');
    await page.locator('button').click();
    await expectAccessible(page, `${size}, results`, inLights);
    await keepPicture(page, `${size}-results`);
    await reader.close();
  }
}

// What is kept, and what is not.
async function keeping(book) {
  const data = quizData(book);
  const name = pagesOf(data)[0];
  const questions = questionsOn(data, name);
  const written = questions.find((q) => q.kind === 'write');
  const reader = await openReader(browser, book, faults);
  const page = await reader.open(name);
  for (const question of questions) await answer(page, hands.mouse, question, rightAnswer(question));
  for (const question of questions) await hands.mouse.check(page, question);
  const kept = () => page.evaluate(() => JSON.stringify(localStorage));
  const text = rightAnswer(written);
  const writing = () => box(page, written).locator('textarea').evaluate((area) => area.value);
  expect(!(await kept()).includes(text), 'a written answer is kept though nobody asked for it');
  await page.reload();
  for (const question of questions.filter((q) => q.kind !== 'write')) {
    expect((await verdict(page, question)).startsWith('✓ '), `${question.id} is forgotten: ${await verdict(page, question)}`);
  }
  expect((await writing()) === '', 'a written answer comes back though nobody asked for it');
  await box(page, written).locator('.hb-keep').click();
  await answer(page, hands.mouse, written, text);
  expect((await kept()).includes(text), 'a written answer is not kept where it should be');
  await page.reload();
  expect((await writing()) === text, 'a kept written answer does not come back');
  const results = await reader.open('results.xhtml');
  expect(/[1-9]/.test(await results.locator('.hb-score').textContent()), 'results are empty');
  await results.locator('button').first().click();
  await results.locator('button').nth(1).click();
  expect(/\b0 of/.test(await results.locator('.hb-score').textContent()), 'a new pupil finds results');
  expect((await page.locator('.verdict').count()) === 0 && (await writing()) === '', 'an open page keeps the old pupil');
  expect(!(await kept()).includes('quiz/'), `a new pupil finds ${await kept()}`);
  await reader.close();
}

// Where the reader refuses to keep anything, and where it runs the script twice.
async function hostileReaders(book) {
  const data = quizData(book);
  const name = pagesOf(data)[0];
  const [question] = questionsOn(data, name);
  const refusing = await openReader(browser, book, faults);
  await refusing.context.addInitScript(() => Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }}));
  const page = await refusing.open(name);
  await answer(page, hands.mouse, question, rightAnswer(question));
  await hands.mouse.check(page, question);
  expect((await verdict(page, question)).startsWith('✓ '), 'no verdict where nothing can be kept');
  expect((await page.locator('.hb-keep').count()) === 0, 'offers to keep what cannot be kept');
  const results = await refusing.open('results.xhtml');
  expect((await results.locator('button').count()) === 0, 'results offer to erase what is not kept');
  await refusing.close();

  const reader = await openReader(browser, book, faults);
  const twice = await reader.open(name);
  const before = await twice.evaluate(() => document.body.innerHTML);
  const names = await twice.evaluate(() => Object.keys(window));
  await twice.evaluate(entry(book, 'quiz.js').toString());
  expect((await twice.evaluate(() => document.body.innerHTML)) === before, 'the page changes when the script runs again');
  const plain = await reader.open('colophon.xhtml');
  const added = names.filter((n) => !(n in globalThis)).filter((n) => /^(hb|hornbook|quiz|grade|fold|make|begin)/i.test(n));
  const base = await plain.evaluate(() => Object.keys(window));
  expect(added.length === 0 && names.every((n) => base.includes(n)), `the script leaves names behind: ${names.filter((n) => !base.includes(n))}`);
  await reader.close();
}

// Without scripts every choice, gap, hint and answer is a link to its own words.
async function withoutScripts(book) {
  const data = quizData(book);
  const reader = await openReader(browser, book, faults, {javaScriptEnabled: false});
  const answers = entry(book, 'answers.xhtml').toString();
  for (const name of pagesOf(data)) {
    const page = await reader.open(name);
    expect((await page.locator('button, input, textarea').count()) === 0, `${name}: something waits for a script`);
    for (const question of questionsOn(data, name)) {
      for (const choice of question.choices ?? []) {
        await page.locator(`[id="${choice.id}"] a.choice`).click();
        const target = page.locator(`[id="feedback-${choice.id}"]`);
        expect((await target.textContent()).includes(choice.right ? '✓' : '✗'), `${choice.id}: no feedback without scripts`);
        await page.goBack();
      }
      const links = await box(page, question).locator('.question-links a, h3 a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      for (const href of links.filter((h) => h.startsWith('answers'))) expect(answers.includes(`id="${href.split('#')[1]}"`), `${href} leads nowhere`);
    }
    await page.close();
  }
  const page = await reader.open('results.xhtml');
  expect((await page.locator('#hornbook-results p').textContent()).length > 20, 'results say nothing without scripts');
  await reader.close();
}

// The test edition: answers are entered and come back; nothing is graded and there is no key to find.
async function testEdition(book, student) {
  const data = quizData(book);
  const withKey = new Map(quizData(student).quizzes.flatMap((quiz) => quiz.questions).map((q) => [q.id, q]));
  const reader = await openReader(browser, book, faults);
  for (const name of pagesOf(data)) {
    const page = await reader.open(name);
    const block = await page.locator('#hornbook-quiz-data').textContent();
    expect(!/"(right|accepted|position|feedback|hint|key)":(?!")/.test(block.replace(/"words":\{[^}]*\}/, '')), `${name}: a key in the test edition`);
    for (const question of questionsOn(data, name)) {
      if (question.kind !== 'match') await answer(page, hands.mouse, question, rightAnswer(withKey.get(question.id)));
      expect((await box(page, question).locator('.hb-buttons, .verdict').count()) === 0, `${question.id}: graded in the test edition`);
    }
    expect((await page.locator('.hb-score').first().textContent()).includes('Answered'), `${name}: does not say how much is answered`);
    await expectAccessible(page, `test edition, ${name}`);
    const before = await page.evaluate(() => [...document.querySelectorAll('input')].map((e) => e.checked || e.value));
    await page.reload();
    expect(JSON.stringify(await page.evaluate(() => [...document.querySelectorAll('input')].map((e) => e.checked || e.value))) === JSON.stringify(before), `${name}: entered answers are lost`);
    await page.close();
  }
  await reader.close();
}

const parts = {
  states: () => states(studentBook),
  more: async () => { for (const book of moreBooks) await answerAll(book, 'mouse', {}); },
  mouse: () => answerAll(studentBook, 'mouse', {}),
  finger: () => answerAll(studentBook, 'finger', {hasTouch: true}),
  keys: () => answerAll(studentBook, 'keys', {}),
  keeping: () => keeping(studentBook),
  hostile: () => hostileReaders(studentBook),
  scriptless: () => withoutScripts(studentBook),
  test: () => testEdition(testBook, studentBook),
};
const begin = Date.now();
const waiting = Object.entries(parts).filter(([name]) => (process.env.HORNBOOK_ONLY ?? name) === name);
async function work() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, part] = next;
    await part().catch((error) => faults.push(`${name}: ${error.stack.split('\n').slice(0, 6).join('\n')}`));
    console.log(`${name}: done after ${((Date.now() - begin) / 1000).toFixed(0)} s`);
  }
}
await Promise.all([work(), work()]);  // two at a time: each waits for its pages most of the time
await browser.close();
for (const fault of faults.slice(0, 40)) console.error(fault);
console.log(`quiz script: ${checks} checks, ${faults.length} faults`);
process.exit(faults.length === 0 && checks > 0 ? 0 : 1);
