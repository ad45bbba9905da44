// How a pupil answers each kind of question: by mouse, by touch, or by keys alone. An answer is written as in tests/grading.

export function rightAnswer(question) {
  const {kind, choices, blanks, lefts, items} = question;
  if (kind === 'choose-all') return choices.filter((c) => c.right).map((c) => c.id);
  if (choices) return choices.find((c) => c.right).id;
  if (blanks) return blanks.map((b) => (b.accepted[0].low < b.accepted[0].high ? String(b.accepted[0].high) : b.accepted[0].text));
  if (lefts) return lefts.map((left) => left.right);
  if (items) return [...items].sort((a, b) => a.position - b.position).map((item) => item.id);
  return 'An answer of my own.';
}

export function wrongAnswer(question) {
  const {kind, choices, blanks, lefts, rights, items} = question;
  if (kind === 'choose-all') return choices.filter((c) => !c.right).map((c) => c.id);
  if (choices) return choices.find((c) => !c.right).id;
  if (blanks) return blanks.map(() => 'no such thing');
  if (lefts) return lefts.map((left) => (left.right + 1) % rights.length);
  if (items) return [...items].sort((a, b) => b.position - a.position).map((item) => item.id);
  return '';
}

const byId = (page, id) => page.locator(`[id="${id}"]`);
const isPage = (page, test, id) => page.evaluate(`(${test})(document.activeElement, ${JSON.stringify(id)})`);

// Presses Tab until the focus is where `test(element, id)` says: a control that keys cannot reach fails here.
async function tabTo(page, test, id) {
  for (let pressed = 0; pressed < 400; ++pressed) {
    if (await isPage(page, test, id)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no key leads to ${id}`);
}

const inQuestion = '(e, id) => document.getElementById(id).contains(e) && ';
const isMain = `${inQuestion} e.className.includes('hb-main')`;

// Each hand answers a question; `press` is click or tap.
const pointer = (press) => ({
  async choose(page, ids) {
    for (const id of ids) await press(byId(page, id).locator('label'));
  },
  async fill(page, question, texts) {
    const inputs = byId(page, question.id).locator('input.hb-gap');
    for (let i = 0; i < texts.length; ++i) {
      await press(inputs.nth(i));
      await page.keyboard.press('Control+A');
      await page.keyboard.type(texts[i]);
    }
  },
  async match(page, question, rights) {
    for (let i = 0; i < rights.length; ++i) {
      await press(byId(page, `${question.id}--left-${i}-button`));
      await press(byId(page, `${question.id}--left-${i}-list`).locator('button').nth(rights[i]));
    }
  },
  async arrange(page, question, ids) {
    for (let at = 0; at < ids.length; ++at) {
      const now = async () => (await byId(page, question.id).locator('ol.items > li').evaluateAll((items) => items.map((i) => i.id))).indexOf(ids[at]);
      while ((await now()) > at) await press(byId(page, ids[at]).locator('button').first());
    }
  },
  async write(page, question, text) {
    await press(byId(page, question.id).locator('textarea'));
    await page.keyboard.type(text);
  },
  async check(page, question) {
    await press(byId(page, question.id).locator('.hb-main'));
  },
});

const keys = {
  async choose(page, ids, several) {
    for (const id of ids) {
      if (several) {
        await tabTo(page, '(e, id) => document.getElementById(id).contains(e)', id);
        await page.keyboard.press('Space');
        continue;
      }
      const group = id.split('--').slice(0, -1).join('--');
      await tabTo(page, "(e, id) => e.type === 'radio' && e.name === id", group);
      await page.keyboard.press('Space');
      for (let i = 0; i < 26 && !(await isPage(page, '(e, id) => document.getElementById(id).contains(e)', id)); ++i) await page.keyboard.press('ArrowDown');
    }
  },
  async fill(page, question, texts) {
    for (let i = 0; i < texts.length; ++i) {
      await tabTo(page, `${inQuestion} e.className.includes('hb-gap') && e === document.getElementById(id).getElementsByClassName('hb-gap')[${i}]`, question.id);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(texts[i]);
    }
  },
  async match(page, question, rights) {
    for (let i = 0; i < rights.length; ++i) {
      const id = `${question.id}--left-${i}-button`;
      const wanted = `${String.fromCharCode(65 + rights[i])}. `;
      await tabTo(page, '(e, id) => e.id === id', id);
      for (let k = 0; k < 26 && !(await byId(page, id).textContent()).startsWith(wanted); ++k) await page.keyboard.press('ArrowDown');
    }
  },
  async arrange(page, question, ids) {
    for (let at = 0; at < ids.length; ++at) {
      const now = async () => (await byId(page, question.id).locator('ol.items > li').evaluateAll((items) => items.map((i) => i.id))).indexOf(ids[at]);
      await tabTo(page, '(e, id) => e.parentNode.parentNode.id === id', ids[at]);
      while ((await now()) > at) await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Shift+Tab');
      for (let i = 0; i < 12 && !(await isPage(page, "(e, id) => !document.getElementById(id).contains(e)", question.id)); ++i) await page.keyboard.press('Shift+Tab');
    }
  },
  async write(page, question, text) {
    await tabTo(page, `${inQuestion} e.className === 'hb-writing'`, question.id);
    await page.keyboard.type(text);
  },
  async check(page, question) {
    await tabTo(page, isMain, question.id);
    await page.keyboard.press('Enter');
  },
};

export const hands = {
  mouse: pointer((place) => place.click()),
  finger: pointer((place) => place.tap()),
  keys,
};

export async function answer(page, hand, question, given) {
  if (question.choices) {
    const ticked = await byId(page, question.id).locator('input').evaluateAll((all) => all.filter((e) => e.checked).map((e) => e.parentNode.parentNode.id));
    const several = question.kind === 'choose-all';
    const ids = [].concat(given);
    await hand.choose(page, several ? [...ids.filter((id) => !ticked.includes(id)), ...ticked.filter((id) => !ids.includes(id))] : ids, several);
  }
  else if (question.blanks) await hand.fill(page, question, given);
  else if (question.lefts) await hand.match(page, question, given);
  else if (question.items) await hand.arrange(page, question, given);
  else await hand.write(page, question, given);
}
