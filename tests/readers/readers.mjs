// The quizzes in other people's reading systems, in a real browser. Run as: node readers.mjs STUDENT.epub
// Each reader shows the book in pages and scrolled. Where it runs scripts, one question of each kind is answered wrongly and
// rightly; where it does not, the same questions lead to their feedback by links. HORNBOOK_PICTURES=FOLDER keeps pictures.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { answer, hands, rightAnswer, wrongAnswer } from "../scripts/answering.mjs";
import { openBrowser, quizData } from "../scripts/browser.mjs";
import { serve } from "./server.mjs";
import { follow_all_links } from "./without_scripts.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const book = process.argv[2];
const unpacked = mkdtempSync(join(tmpdir(), "readers-"));
execFileSync("unzip", ["-q", book, "-d", unpacked]);
const modules = join(here, "../node_modules");
const roots = { readers: here, node_modules: modules, "foliate-with-scripts": join(modules, "foliate-js"), book: unpacked, epub: dirname(resolve(book)) };
const server = await serve(roots, (path, bytes) => (path === "foliate-with-scripts/epub.js" ? String(bytes).replace("allowScript = false", "allowScript = true") : bytes));
const browser = await openBrowser();
const faults = [];
let seen = [];  // in the attempt that is made
let checks = 0;
let repeated = 0;  // attempts that were not the first

function expect(is_true, what) {
  ++checks;
  if (!is_true) seen.push(what);
}

// A reader on a busy machine may drop a click or turn a page while it is still laying it out, as people know, and do well when asked anew:
// a fault is what it does three times. `attempt` opens the reader anew each time.
async function three_times(where, attempt) {
  for (let tries = 0; tries < 3; ++tries) {
    seen = [];
    repeated += tries > 0 ? 1 : 0;
    await attempt().catch((error) => seen.push(`${where}: ${error.message.split("\n")[0]}`));
    if (seen.length === 0) return;
    console.log(`attempt ${tries + 1}: ${seen.join("; ")}`);
  }
  faults.push(...seen);
}

// The first question of each kind, gaps and blanks apart, with the page it stands on.
function one_of_each(data) {
  const rows = new Map();
  for (const quiz of data.quizzes) {
    for (const question of quiz.questions) {
      const kind = question.kind + (question.blanks && question.text.includes("____") ? " in text" : "");
      if (!rows.has(kind)) rows.set(kind, { kind, question });
    }
  }
  return [...rows.values()];
}

async function open_reader(name, flow, query = "") {
  const page = await browser.newPage({ viewport: { width: 600, height: 800 } });
  page.setDefaultTimeout(10000);
  page.on("pageerror", (error) => faults.push(`${name}, ${flow}: ${error.message}`));
  await page.goto(`${server.address}/readers/${name}.html${query}`);
  await page.waitForFunction("window.ready");
  await page.evaluate(([at, how]) => window.reader.open(at, how), [name === "readium" ? "/book/EPUB/" : `/epub/${book.split("/").pop()}`, flow]);
  return page;
}

// Goes to a place of the book; answers with the frame that holds the element of that id.
async function go(page, href) {
  await page.evaluate((to) => Promise.resolve(window.reader.go(to)).then(() => true), href);
  return frame_with(page, href.split("#")[1]);
}

// Readers prepare the neighbouring chapters in hidden frames, and chapters have ids alike: only a frame that is shown counts.
async function frame_with(page, id) {
  for (let waited = 0; waited < 100; ++waited) {
    for (const frame of page.frames().slice(1)) {
      const has_it = (await frame.locator(`[id="${id}"]`).count().catch(() => 0)) === 1;
      if (has_it && (await is_shown(frame).catch(() => false))) return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error(`#${id} is not shown`);
}

async function is_shown(frame) {
  return (await frame.frameElement()).isVisible();
}

// What a hand of tests/scripts needs of a page, for a page within a frame.
const paper = (page, frame) => ({ locator: (what) => frame.locator(what), evaluate: (what, about) => frame.evaluate(what, about), keyboard: page.keyboard });

// A reader may take its time to turn to what was asked for.
async function is_in_sight(page, element) {
  for (let tries = 0; tries < 50; ++tries) {
    const box = await element.boundingBox().catch(() => null);
    if (box !== null && box.x + box.width > 0 && box.x < 600 && box.y + box.height > 0 && box.y < 800) return true;
    await page.waitForTimeout(100);
  }
  return false;
}

const verdict = (frame, question) => frame.locator(`[id="${question.id}"] .verdict`).first().textContent({ timeout: 3000 }).catch(() => "");

async function answer_one(page, name, { kind, question }) {
  const frame = await go(page, question.href);
  const sheet = paper(page, frame);
  await frame.locator(`[id="${question.id}"] .hb-panel`).waitFor();
  if (kind !== "write") {
    await answer(sheet, hands.mouse, question, wrongAnswer(question));
    await hands.mouse.check(sheet, question);
    expect((await verdict(frame, question)).startsWith("✗ "), `${name}, ${kind}: a wrong answer is called “${await verdict(frame, question)}”`);
    await hands.mouse.check(sheet, question);
    await frame.evaluate((id) => document.getElementById(id).querySelectorAll("input[type=text]").forEach((input) => (input.value = "")), question.id);
    if (kind === "choose-all") await answer(sheet, hands.mouse, question, wrongAnswer(question));
  }
  await answer(sheet, hands.mouse, question, rightAnswer(question));
  await hands.mouse.check(sheet, question);
  const said = await verdict(frame, question);
  expect(kind === "write" ? said.length > 0 : said.startsWith("✓ "), `${name}, ${kind}: a right answer is called “${said}”`);
  expect(await is_in_sight(page, frame.locator(`[id="${question.id}"] .hb-panel`)), `${name}, ${kind}: the quiz has left the screen`);
}

// Whether the reader shows where the n-th of the links on a page leads, when that is clicked. The click is the event alone: a mouse
// would leave the focus on the link too, and foliate-js then turns its pages back to that.
async function click_leads(page, href, links, n) {
  const link = (await go(page, href)).locator(links).nth(n);
  const id = (await link.getAttribute("href")).split("#").pop();
  await link.dispatchEvent("click");
  await page.waitForTimeout(500);
  const frame = await frame_with(page, id).catch(() => null);
  return frame !== null && (await is_in_sight(page, frame.locator(`[id="${id}"]`)));
}

// Each link of the question, clicked.
async function follow_one(page, name, { kind, question }) {
  const frame = await go(page, question.href);
  expect((await frame.locator(".hb-panel").count()) === 0, `${name}: the script runs`);
  const links = `[id="${question.id}"] a[href]`;
  const count = await frame.locator(links).count();
  for (let i = 0; i < count; ++i) {
    expect(await click_leads(page, question.href, links, i), `${name}, ${kind}: a click on link ${i + 1} does not show where it leads`);
  }
}

// A glossary term and a footnote of a chapter, clicked: its key term and its note are shown.
async function follow_notes(page, name, chapter) {
  for (const [what, links] of [["glossary term", "p a.term"], ["footnote", "p a[role=doc-noteref]:not(.term)"]]) {
    expect(await click_leads(page, chapter, links, 0), `${name}: a click on a ${what} does not show where it leads`);
  }
}

async function picture(page, name) {
  if (process.env.HORNBOOK_PICTURES) await page.screenshot({ path: join(process.env.HORNBOOK_PICTURES, `${name}.png`) });
}

// Questions are tried one after the other in one reader, as people do; after a fault it is opened anew.
async function try_reader(name, flow, query, each) {
  const where = `${name}${query}, ${flow}`;
  let page = await open_reader(name, flow, query);
  const attempts = one_of_each(quizData(book)).map((row) => [`${where}, ${row.kind}`, () => each(page, where, row)]);
  attempts.push([where, () => follow_notes(page, where, chapter_with_notes)]);
  for (const [what, attempt] of attempts) {
    let is_first = true;
    await three_times(what, async () => {
      if (!is_first) {
        await page.close();
        page = await open_reader(name, flow, query);
      }
      is_first = false;
      await attempt();
      await picture(page, what.replace(/[^a-z]+/g, "-"));
    });
  }
  await page.close();
}

const chapter_with_notes = `${quizData(book).quizzes[1].href}`;
for (const flow of ["paginated", "scrolled"]) {
  await try_reader("readium", flow, "", answer_one);
  await try_reader("epubjs", flow, "", answer_one);
  await try_reader("foliate", flow, "?scripts", answer_one);
  await try_reader("epubjs", flow, "?noscript", follow_one);
  await try_reader("foliate", flow, "", follow_one);
}
const links = await follow_all_links(browser, server.address);
checks += links.followed;
faults.push(...links.faults);

await browser.close();
server.close();
rmSync(unpacked, { recursive: true });
console.log(faults.join("\n"));
console.log(`${checks} checks in reading systems: ${faults.length} faults, ${repeated} attempts repeated`);
process.exit(faults.length === 0 && checks > 0 ? 0 : 1);
