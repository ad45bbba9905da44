// What readers for the ear are told, in each engine: the names of all controls, then every change of a live region while each form of
// question is answered wrongly and rightly, by mouse, finger and keys. It is compared with spoken.txt; HORNBOOK_ACCEPT=1 rewrites that
// file. Run as: node spoken.mjs BOOK.epub, where the book is that of the folder book/. HORNBOOK_ENGINE=NAME tries one engine.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {rightAnswer, wrongAnswer} from './answering.mjs';
import {quizData} from './browser.mjs';
import {engineNames, key, openEngine} from './engines.mjs';

const [book] = process.argv.slice(2);
const table = new URL('spoken.txt', import.meta.url);
const questions = quizData(book).quizzes.flatMap((quiz) => quiz.questions);
const folder = mkdtempSync(join(tmpdir(), 'hornbook-spoken-'));
execFileSync('unzip', ['-q', book, '-d', folder]);

// Keeps what was put into each live region, as a reader speaks it: all of an atomic one, else what came.
function listen() {
  function words(node) {
    if (node.nodeType === 3) return node.nodeValue;
    if (node.nodeType !== 1 || node.getAttribute('aria-hidden') === 'true') return '';
    var text = Array.prototype.map.call(node.childNodes, words).join('');
    return /^(p|div|li|ul|ol|button)$/.test(node.nodeName) ? ' ' + text + ' ' : text;
  }
  function put(text) {
    var kept = JSON.parse(document.documentElement.getAttribute('data-spoken'));
    kept.push(text.replace(/\s+/g, ' ').trim());
    document.documentElement.setAttribute('data-spoken', JSON.stringify(kept));
  }
  document.documentElement.setAttribute('data-spoken', '[]');
  new MutationObserver(function (changes) {
    var done = [];
    changes.forEach(function (change) {
      var region = change.target.nodeType === 1 && change.target.closest('[aria-live]');
      if (!region || change.addedNodes.length === 0 || done.indexOf(region) >= 0) return;
      if (region.getAttribute('aria-atomic') === 'true') {
        done.push(region);
        put(words(region));
      } else {
        Array.prototype.forEach.call(change.addedNodes, function (node) { put(words(node)); });
      }
    });
  }).observe(document.body, {childList: true, characterData: true, subtree: true});
}

function spokenSince() {
  var kept = JSON.parse(document.documentElement.getAttribute('data-spoken'));
  document.documentElement.setAttribute('data-spoken', '[]');
  return kept;
}

const at = (id) => `[id="${id}"]`;
const isFocused = (page, selector) => page.run('function (s) { return document.activeElement.matches(s); }', selector);

// From the beginning of the question: past the end of the page Tab leads to the browser's own buttons.
async function tabTo(page, question, selector) {
  await page.run('function (s) { var e = document.querySelector(s); e.tabIndex = -1; e.focus(); e.removeAttribute("tabindex"); }', at(question.id));
  for (let pressed = 0; pressed < 20; ++pressed) {
    await page.press(key.tab);
    if (await isFocused(page, selector)) return;
  }
  throw new Error(`${page.name}: no key leads to ${selector}`);
}

const orderNow = (page, question) => page.run("function (s) { return [].map.call(document.querySelectorAll(s), function (e) { return e.id; }); }", `${at(question.id)} ol.items > li`);

// As tests/scripts/answering.mjs, by what every engine's driver can do; `step` tells each act and hears what is spoken of it.
const byPointer = (press) => ({
  async choose(page, question, ids, step) {
    for (const id of ids) await step(`choose ${id.split('--').pop()}`, () => page[press](`${at(id)} label`));
  },
  async fill(page, question, texts, step) {
    for (const [i, text] of texts.entries()) {
      await step(`write "${text}"`, async () => {
        await page.run('function (s, i) { document.querySelectorAll(s)[i].id = "hornbook-test-gap"; }', `${at(question.id)} .hb-gap`, i);
        await page[press]('#hornbook-test-gap');
        await page.run('function () { var e = document.activeElement; e.removeAttribute("id"); e.select(); }');
        await page.press(...text);
      });
    }
  },
  async match(page, question, rights, step) {
    for (const [i, right] of rights.entries()) {
      await step(`open list ${i + 1}`, () => page[press](at(`${question.id}--left-${i}-button`)));
      await step(`choose partner ${right + 1}`, () => page[press](`${at(`${question.id}--left-${i}-list`)} li:nth-child(${right + 1}) button`));
    }
  },
  async arrange(page, question, ids, step) {
    for (const [to, id] of ids.entries()) {
      while ((await orderNow(page, question)).indexOf(id) > to) await step('up', () => page[press](`${at(id)} .hb-move`));
    }
  },
  async write(page, question, text, step) {
    await step(`write "${text}"`, async () => {
      await page[press](`${at(question.id)} textarea`);
      await page.press(...text);
    });
  },
  check: (page, question, step, word) => step(word, () => page[press](`${at(question.id)} .hb-main`)),
});

const byKeys = {
  async choose(page, question, ids, step) {
    if (question.kind === 'choose-all') {
      for (const id of ids) {
        await tabTo(page, question, `${at(id)} input`);
        await step(`space on ${id.split('--').pop()}`, () => page.press(' '));
      }
      return;
    }
    await tabTo(page, question, `input[name="${question.id}"]`);
    await step('space', () => page.press(' '));
    for (let i = 0; i < 5 && !(await isFocused(page, `${at(ids[0])} input`)); ++i) await step('down', () => page.press(key.down));
  },
  async fill(page, question, texts, step) {
    for (const [i, text] of texts.entries()) {
      await page.run('function (s, i) { document.querySelectorAll(s)[i].setAttribute("data-test", "gap"); }', `${at(question.id)} .hb-gap`, i);
      await tabTo(page, question, '[data-test=gap]');
      await step(`write "${text}"`, async () => {
        await page.run('function () { var e = document.activeElement; e.removeAttribute("data-test"); e.select(); }');
        await page.press(...text);
      });
    }
  },
  async match(page, question, rights, step) {
    for (const [i, right] of rights.entries()) {
      const button = at(`${question.id}--left-${i}-button`);
      const wanted = `${String.fromCharCode(65 + right)}. `;
      await tabTo(page, question, button);
      for (let k = 0; k < 5 && !(await page.run('function (s) { return document.querySelector(s).textContent; }', button)).startsWith(wanted); ++k) {
        await step(`down on ${i + 1}`, () => page.press(key.down));
      }
    }
  },
  async arrange(page, question, ids, step) {
    for (const [to, id] of ids.entries()) {
      if ((await orderNow(page, question)).indexOf(id) === to) continue;
      await tabTo(page, question, `${at(id)} .hb-move`);
      while ((await orderNow(page, question)).indexOf(id) > to) await step('arrow up', () => page.press(key.up));
    }
  },
  async write(page, question, text, step) {
    await tabTo(page, question, `${at(question.id)} textarea`);
    await step(`write "${text}"`, () => page.press(...text));
  },
  async check(page, question, step, word) {
    await tabTo(page, question, `${at(question.id)} .hb-main`);
    await step(`${word} by Enter`, () => page.press(key.enter));
  },
};

const hands = {'mouse or finger': byPointer('click'), 'keys': byKeys};

function give(page, hand, question, answer, step) {
  if (question.choices) return hand.choose(page, question, [].concat(answer), step);
  if (question.blanks) return hand.fill(page, question, answer, step);
  if (question.lefts) return hand.match(page, question, answer, step);
  if (question.items) return hand.arrange(page, question, answer, step);
  return hand.write(page, question, answer, step);
}

// Opens the chapter, until its script has made the quizzes live.
async function openChapter(page) {
  await page.open(`${pathToFileURL(folder)}/EPUB/01-rain.xhtml`);
  for (let waited = 0; !(await page.run('function () { return document.querySelectorAll(".hb-main").length; }')); ++waited) {
    if (waited > 600) throw new Error(`${page.name}: the quizzes do not come alive`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

// The lines of the table for one hand in one engine.
async function spokenBy(page, hand) {
  const lines = [];
  await openChapter(page);
  await page.run('function () { localStorage.clear(); }');
  await openChapter(page);
  await page.run(`function () {  // as a script of the page's own: Firefox drops what the driver's leave behind
    var script = document.createElementNS('http://www.w3.org/1999/xhtml', 'script');
    script.textContent = ${JSON.stringify(`(${listen})()`)};
    document.head.appendChild(script);
  }`);
  async function step(what, act) {
    await act();
    await new Promise((done) => setTimeout(done, 20));
    const spoken = await page.run(spokenSince.toString());
    lines.push(`  ${what}${spoken.length > 0 ? ':' : ''}`, ...spoken.map((text) => `    “${text}”`));
  }
  for (const question of questions) {
    lines.push('', `${question.text} (${question.kind})`);
    if (question.kind !== 'write') {
      await give(page, hand, question, wrongAnswer(question), step);
      await hand.check(page, question, step, 'check');
      await hand.check(page, question, step, 'try again');
      if (question.kind === 'choose-all') {
        await page.run('function (s) { [].forEach.call(document.querySelectorAll(s), function (e) { if (e.checked) e.click(); }); }', `${at(question.id)} input`);
        await page.run(spokenSince.toString());
      }
    }
    await give(page, hand, question, rightAnswer(question), step);
    await hand.check(page, question, step, 'check');
  }
  return lines;
}

// What each control is called, with what describes it.
async function named(page) {
  const lines = ['# Names'];
  await openChapter(page);
  const count = await page.run(`function () {
    var all = document.querySelectorAll('[role=group], .quiz input, .quiz textarea, .quiz button');
    var shown = [].filter.call(all, function (e) { return e.getClientRects().length > 0; });
    shown.forEach(function (e, i) { e.setAttribute('data-test', i); });
    return shown.length;
  }`);
  for (let i = 0; i < count; ++i) {
    const one = `[data-test="${i}"]`;
    const described = await page.run(`function (s) {
      var by = document.getElementById(document.querySelector(s).getAttribute('aria-describedby') || '-');
      return by ? by.textContent.replace(/\\s+/g, ' ').trim() : '';
    }`, one);
    lines.push(`  ${await page.roleOf(one)} “${(await page.nameOf(one)).replace(/\s+/g, ' ')}”${described ? `, described by “${described}”` : ''}`);
  }
  return lines;
}

async function tableOf(name) {
  const page = await openEngine(name);
  try {
    const lines = await named(page);
    for (const [handName, hand] of Object.entries(hands)) lines.push('', `# By ${handName}`, ...(await spokenBy(page, hand)));
    if (name !== 'WebKitGTK') {
      const finger = await spokenBy(page, byPointer('tap'));
      const mouse = lines.slice(lines.indexOf('# By mouse or finger') + 1, lines.indexOf('# By keys') - 1);
      if (finger.join('\n') !== mouse.join('\n')) lines.push('', '# By finger, other than by mouse', ...finger);
    }
    return lines.join('\n') + '\n';
  } finally {
    await page.stop();
  }
}

let bad = 0;
const names = engineNames.filter((name) => (process.env.HORNBOOK_ENGINE ?? name) === name);
if (process.env.HORNBOOK_ACCEPT) writeFileSync(table, await tableOf('Chromium'));
const expected = readFileSync(table, 'utf8').split('\n');
for (const name of names) {
  const got = (await tableOf(name)).split('\n');
  const first = got.findIndex((line, i) => line !== expected[i]);
  if (first < 0 && got.length === expected.length) continue;
  ++bad;
  console.error(`${name}, line ${first + 1} of spoken.txt: “${expected[first]}”, here “${got[first]}”`);
  if (process.env.HORNBOOK_KEEP) writeFileSync(`${process.env.HORNBOOK_KEEP}-${name}.txt`, got.join('\n'));
}
rmSync(folder, {recursive: true, force: true});
console.log(`spoken: ${names.length - bad} engines as expected, ${bad} not`);
process.exit(bad === 0 && names.length > 0 ? 0 : 1);
