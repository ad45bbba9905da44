// Nothing an author wrote is lost in silence: the words and pictures of each line of a book's sources stand in the built book, or a
// diagnostic names the line. The sources are seen line by line, with no parser of Markdown: their words but for addresses, keys and names
// of forms. Books are those given, and mixtures of forms by number of a seed, in which no word is written twice.
// Usage: node conservation.mjs HORNBOOK FOLDER MIXTURES BOOK...
import { DOMParser } from "@xmldom/xmldom";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";

const [hornbook, folder, mixtures, ...books] = process.argv.slice(2);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

// ---- words ----

const wordsOf = (text) => text.normalize("NFC").match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", copy: "©", auml: "ä", ouml: "ö", eacute: "é", hearts: "♥", ndash: "–" };
const decoded = (text) =>
  text.replace(/&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/g, (whole, dec, hex, name) => {
    if (name) return entities[name] ?? " ";
    const code = dec ? Number(dec) : parseInt(hex, 16);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : " ";
  });

// Keys of quizzes and of the glossary whose values are shown, and those whose values are not.
const shownKeys = /^(hint|feedback|key|title|also|say|kind|see|en):(?=\s|$)/;
const hiddenKeys = /^(id|marks|choose|script|auto):(\s|$)/;
const formNames = /^(quiz|gift|aiken|timeline|math|note|tip|info|warning|caution|danger|important|hint|source|objectives|key|details)$/i;

// Words that emphasis begins or ends within are one; brackets divide them.
const joined = (text) => text.replace(/([\p{L}\p{N}])(\*{1,3}|\]\]|\[\[)(?=[\p{L}\p{N}])/gu, (mark, before, sign) => (sign.startsWith("*") ? before : `${before} `));
const titlesIn = (block) => " " + [...block.matchAll(/(?:fig-alt|fig-cap|title)="([^"]*)"/g)].map((found) => found[1]).join(" ") + " ";

// What a reader of the book is to find of each line: [line number, words]. In `answers` stand those of marking notes.
function linesOf(source) {
  const rows = [];
  let fence = "";
  let comment = false;
  let matter = false;
  let inQuiz = false;
  let inKey = false;
  let gift = false;
  source.replace(/^\uFEFF/, "").split(/\r\n?|\n/).forEach((whole, index) => {
    let line = whole.replace(/^[\s>]+/, "").replace(/^(?:[-+*]|\d+[.)])\s+(?=(```|~~~|:::))/, "");
    if (index === 0 && /^(---|\+\+\+)\s*$/.test(line)) {
      matter = true;
      return;
    }
    if (matter) {
      matter = !/^(---|\+\+\+|\.\.\.)\s*$/.test(line);
      return;
    }
    const opening = line.match(/^(`{3,}|~{3,})\s*([^`]*)$/);
    if (opening && !comment && (fence === "" || (opening[1].startsWith(fence) && opening[2] === ""))) {
      inQuiz = fence === "" && /^(quiz|gift|aiken|timeline|\{\w+\}.*)$/.test(opening[2].trim());
      gift = fence === "" && opening[2].trim() === "gift";
      inKey = false;
      const info = opening[2].trim();
      if (fence === "" && /^\{\w+\}/.test(info)) rows.push([index + 1, wordsOf(info.replace(/^\{\w+\}/, ""))]);
      fence = fence === "" ? opening[1] : "";
      return;
    }
    const code = fence !== "" && !inQuiz;
    if (gift && fence !== "" && !/^[=~]?[\p{L}\p{N}\s.?]*(\{|#[\p{L}\p{N}\s.]*)?$/u.test(line)) return;  // a language of its own
    if (!code) {
      if (comment) {
        if (!line.includes("-->")) return;
        line = line.slice(line.indexOf("-->") + 3);
        comment = false;
      }
      line = line.replace(/<!--.*?-->/g, " ");
      if (line.includes("<!--")) {
        comment = true;
        line = line.slice(0, line.indexOf("<!--"));
      }
      if (hiddenKeys.test(line) || (inQuiz && /^see:\s/.test(line))) return;
      line = line.replace(/^([-+*]|\d+[.)])\s+\[[ xX]\]\s/, " ").replace(/^____+(\s+lines=\d+)?\s*$/, " ").replace(/^(Table|Tabelle):/, " ").replace(/ \{-?\d+%\}$/, " ");
      inKey = inQuiz && line !== "" && (/^key:/.test(line) || (inKey && !/^(##|- \[|[a-z]+:)/.test(line)));
      line = line.replace(shownKeys, " ");
      line = line.replace(/^\d+[.)]\s/, " ").replace(/^[A-Z][.)]\s(?=.*)/, (mark) => (fence !== "" ? " " : mark)).replace(/^ANSWER:.*/, " ").replace(/https?:\/\/[^\s>)\]"']+/g, " ");
      line = line.split(/(`+[^`]*`+)/).map((part, i) => (i % 2 === 1 ? part : joined(part))).join("").replace(/ "decorative"/, " ").replace(/^:{3,}\s*\{[^{}]*\}/, titlesIn);
      line = line.replace(/^:{3,}\s*\{?\.?[\w-]*/, " ").replace(/^(?:!!!|\?\?\?\+?)\s*\w+/, " ").replace(/^\[![\w ]+\][-+]?/, (mark) => (/^\[!\w+\]/.test(mark) ? " " : mark));
      line = line.replace(/^\[[^\]^]+\]:(\s.*)?$/, " ").replace(/^\[\^[^\]]+\]:/, " ").replace(/\[\^[^\]\s]+\]/g, " ");
      line = line.replace(/\]\(\s*<[^>]*>/g, "](").replace(/\]\([^\s()]*(\([^\s()]*\)[^\s()]*)*/g, "] ").replace(/\]\[[^\]]*\]/g, "] ");
      line = line.replace(/\[\[([^\]|#]*#)?[^\]|]*\|/g, "[[").replace(/<((?:https?|mailto):[^>\s]*)>/g, " $1 ");
      line = line.replace(/<\/?(?:span|em|strong|b|i|u|s|mark|abbr|q|cite|small|kbd|ruby|rt|rb|del|ins)(?:\s[^<>]*)?>/g, "").replace(/<\/?[a-zA-Z][^<>]*>/g, (tag) => " " + [...tag.matchAll(/\balt="([^"]*)"/g)].map((found) => found[1]).join(" ") + " ");
      line = line.replace(/\{:?\s*[#.\-=a-z][^{}]*\}/g, titlesIn);
      line = decoded(line);
    }
    rows.push([index + 1, wordsOf(line).filter((word) => !(code && formNames.test(word))), inKey]);
  });
  return rows;
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

// ---- the built book ----

function textOf(node, out) {
  if (node.nodeType === 3) out.push(node.nodeValue);
  if (node.nodeType === 1) {
    for (const name of ["alt", "title", "alttext", "aria-label"]) if (node.getAttribute(name)) out.push(` ${node.getAttribute(name)} `);
  }
  const inline = /^(span|em|strong|a|b|i|u|s|mark|abbr|code|q|cite|dfn|ruby|rt|rb|del|ins|small|kbd|var|samp|bdi|bdo|wbr)$/;
  const note = node.nodeType === 1 && /noteref/.test(node.getAttribute("role") ?? "");
  const apart = node.nodeType === 1 && (note || !inline.test(node.localName));
  if (apart) out.push(" ");
  for (let child = node.firstChild; child; child = child.nextSibling) textOf(child, out);
  if (apart) out.push(" ");
}

function wordsOfBook(epub) {
  const unpacked = `${epub}.folder`;
  rmSync(unpacked, { recursive: true, force: true });
  execFileSync("unzip", ["-q", epub, "-d", unpacked]);
  const counts = new Map();
  let all = "";
  const pages = readdirSync(join(unpacked, "EPUB")).filter((name) => name.endsWith(".xhtml") && !/^(nav|cover|title|colophon|results)\.xhtml$/.test(name));
  let pictures = 0;
  for (const name of pages) {
    const out = [];
    const source = readFileSync(join(unpacked, "EPUB", name), "utf8");
    pictures += (source.match(/<img\b/g) ?? []).length;
    textOf(new DOMParser().parseFromString(source, "application/xhtml+xml").documentElement, out);
    all += ` ${out.join("").normalize("NFC").replaceAll("\u00AD", "").replace(/\s+/g, "")}`;
    for (const word of wordsOf(out.join("").replaceAll("\u00AD", ""))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  rmSync(unpacked, { recursive: true, force: true });
  return { counts, pictures, all };
}

// ---- one book ----

const filesBelow = (path) => readdirSync(path, { recursive: true }).map((name) => join(path, name)).filter((name) => statSync(name, { throwIfNoEntry: false })?.isFile());

let built = 0;
let words = 0;
const faults = [];

function judge(book, name) {
  const epub = join(folder, `${name}.epub`);
  const made = spawnSync(hornbook, ["build", book, "--edition", "teacher", "-o", epub, "--json"], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (made.status !== 0) {
    if (made.status !== 1) faults.push(`${name}: exit ${made.status ?? made.signal}: ${made.stderr.slice(0, 300)}`);
    return false;
  }
  const told = new Set();
  const collected = new Map();
  for (const row of made.stdout.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line))) {
    if (!row.file) continue;
    told.add(`${row.file}:${row.line}`);
    if (/there are \d+ in this file|times|more/.test(row.message)) collected.set(row.file, true);
  }
  const { counts, pictures, all } = wordsOfBook(epub);
  for (const path of filesBelow(join(book, "chapters")).filter((file) => file.endsWith(".md"))) {
    const file = relative(book, path);
    const folders = file.split("/").slice(1, -1).map((part, i) => file.split("/").slice(0, i + 2).join("/"));
    if (made.stdout.includes(`\`${file}\` is in no list`) || folders.some((folder) => made.stdout.includes(`\`${folder}\``))) continue;
    const source = readFileSync(path, "utf8");
    for (const [line, found] of linesOf(source)) {
      for (const word of found) {
        ++words;
        const left = counts.get(word) ?? 0;
        if (left > 0) {
          counts.set(word, left - 1);
        } else if (unspaced.test(source.split("\n")[line - 1]) && all.includes(word)) {
          continue;  // a script without spaces, where a term's mark or a reading divides words
        } else if (![line - 1, line, line + 1].some((near) => told.has(`${file}:${near}`)) && !collected.get(file)) {
          faults.push(`${name}: ${file}:${line}: \`${word}\` is lost: ${source.split("\n")[line - 1].slice(0, 120)}`);
        }
      }
    }
  }
  ++built;
  rmSync(epub, { force: true });
  return { pictures };
}

// ---- mixtures ----

// Numbers by a seed, the same on every machine.
function numbers(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

function mixture(seed) {
  const random = numbers(seed * 7919 + 17);
  let count = 0;
  const letters = "bdfgklmnprst";
  const vowels = "aeiou";
  // No word twice, so that no other can stand for a lost one.
  const word = () => {
    let n = ++count * 12 + seed % 7;
    let text = "q";
    for (let i = 0; i < 4; ++i, n = Math.floor(n / 12)) text += letters[n % 12] + vowels[(n + i) % 5];
    return text;
  };
  const some = () => Array.from({ length: 1 + random(4) }, word).join(" ");
  const pick = (list) => list[random(list.length)];
  const notes = [];
  const inline = () =>
    pick([
      some, some, some,
      () => `*${some()}*`, () => `**${some()}**`, () => `\`${some()}\``, () => `~~${some()}~~`, () => `==${some()}==`, () => `[${some()}](https://example.org/a)`,
      () => `${word()}~${word()}~`, () => `${word()}^${word()}^`, () => `${word()}^[${some()}]`, () => `<span lang="de">${some()}</span>`, () => `<kbd>${word()}</kbd>`,
      () => `[${some()}]{.smallcaps}`, () => `\\(${word()}\\)`, () => `$${word()}$`, () => `[[${word()}]]`, () => `[${some()}][${word()}]`, () => `:${word()}:`, () => `[@${word()}]`,
      () => `{{#include ${word()}}}`, () => `\\index{${word()}}`, () => `{{< ${word()} >}}`, () => `(${some()})[https://example.org]`, () => `"${some()}"`, () => `<font color="red">${some()}</font>`,
      () => { notes.push(`[^n${notes.length}]: ${some()}`); return `${word()}[^n${notes.length - 1}]`; },
    ])();
  const line = () => Array.from({ length: 1 + random(3) }, inline).join(" ");
  const plain = () => `${some()}.`;
  const indented = (text, by) => text.split("\n").map((row) => (row === "" ? "" : " ".repeat(by) + row)).join("\n");
  const quoted = (text) => text.split("\n").map((row) => `> ${row}`).join("\n");
  const inside = (depth) => Array.from({ length: 1 + random(2) }, () => block(depth + 1)).join("\n\n");
  const block = (depth) =>
    pick([
      line, line, () => `${line()}\n${line()}`,
      () => `- ${line()}\n- ${line()}`, () => `1. ${line()}\n2. ${line()}`, () => `• ${plain()}\n• ${plain()}`, () => `a) ${plain()}\nb) ${plain()}`,
      () => `| ${inline()} | ${inline()} |\n|---|---|\n| ${inline()} | ${inline()} |\n\nTable: ${some()}`.replaceAll("\\|", ""),
      () => `| ${word()} | ${word()} | ${word()} |\n|---|---|\n| ${word()} | ${word()} | ${word()} |`, () => `| ${word()} | ${word()} |\n| ${word()} | ${word()} |`,
      () => `${word()}\t${word()}\n${word()}\t${word()}`, () => `${some()}\n: ${line()}`, () => `\`\`\`\n${some()}\n\`\`\``, () => `\`\`\`mermaid\n${some()}\n\`\`\``,
      () => `    ${some()}`, () => `##${word()}`, () => `<details><summary>${some()}</summary>\n\n${line()}\n\n</details>`, () => `<div class="x">${some()}</div>`,
      () => `<table><tr><td>${some()}</td></tr></table>`, () => `<figure><figcaption>${some()}</figcaption></figure>`, () => `![${some()}](../images/dot.png "${some()}"){#${word()} width=50%}`,
      () => `![${some()}](../images/dot.png)\n{: .wide}`, () => `${line()} ![${some()}](../images/dot.png) ${line()}`, () => `![${some()}][${word()}]`,
      () => `\`\`\`timeline\n${word()}: ${some()}\n\`\`\``, () => `\\[\n${word()} = ${word()}\n\\]`, () => `[${word()}: ${some()}`, () => `${line()}\n\n---\n\n${line()}`,
      () => `\`\`\`quiz\n## ${some()}\n${some()}\n- [x] ${some()}\n  > ${some()}\n- [ ] ${some()}\nhint: ${some()}\nfeedback: ${some()}\n\`\`\``,
      () => `\`\`\`quiz\n## ${word()} [[${word()}]] ${word()}\n\n## ${some()}\n= ${word()}\n\n## ${some()}\n____\nkey: ${some()}\n\`\`\``,
      () => `\`\`\`quiz\n## ${some()}\n- ${word()} -> ${word()}\n- ${word()} -> ${word()}\n\n## ${some()}\n1. ${some()}\n2. ${some()}\n\`\`\``,
      () => `\`\`\`gift\n${some()} {\n=${word()} #${word()}\n~${word()}\n}\n\`\`\``, () => `\`\`\`aiken\n${some()}\nA. ${word()}\nB. ${word()}\nANSWER: A\n\`\`\``,
      ...(depth < 3
        ? [
            () => quoted(inside(depth)), () => quoted(`[!NOTE] ${some()}\n${line()}`), () => quoted(`[!question]- ${some()}\n${line()}`), () => quoted(`[SOURCE] ${some()}`), () => quoted(`[!FUN ${word()}]\n${line()}`),
            () => `::: note ${some()}\n${inside(depth)}\n:::`, () => `::: {.callout-tip title="${some()}"}\n${inside(depth)}\n:::`, () => `::: ${word()}\n${inside(depth)}\n:::`,
            () => `!!! note "${some()}"\n${indented(inside(depth), 4)}`, () => `??? tip\n${indented(inside(depth), 4)}`, () => `- ${some()}\n\n${indented(inside(depth), 2)}`,
            () => `\`\`\`\`{note} ${some()}\n${line()}\n\`\`\`\``, () => `<div>\n\n${inside(depth)}\n\n</div>`,
          ]
        : []),
    ])();
  const chapter = () => {
    const blocks = Array.from({ length: 4 + random(8) }, () => block(0));
    const body = blocks.map((text, i) => (i % 3 === 2 ? `## ${some()}\n\n${text}` : text)).join("\n\n");
    const all = `# ${some()}\n\n${body}\n\n${notes.splice(0).join("\n\n")}\n`.split("\n");
    // Every third mixture has been mistyped: a line gone, indented or doubled.
    for (let i = 0; seed % 3 === 0 && i < 2; ++i) {
      const at = 2 + random(all.length - 2);
      all[at] = pick([(row) => ` ${row}`, (row) => `    ${row}`, (row) => `> ${row}`, (row) => row.slice(1), () => ""])(all[at]);
    }
    return all.join("\n");
  };
  const glossary = pick([
    () => `# ${word()}\n\n## ${word()}\n${line()}\n`, () => `# ${word()}\n\n${plain()}\n\n**${word()}**: ${plain()}\n\n**${word()}** – ${plain()}\n`,
    () => `${word()}\n: ${plain()}\n\n${word()}\n: ${plain()}\n`, () => `### ${word()}\n\n${plain()}\n`, () => `- **${word()}**: ${plain()}\n- **${word()}**: ${plain()}\n`,
    () => `| ${word()} | ${word()} |\n|---|---|\n| ${word()} | ${some()} |\n`,
  ])();
  return { chapters: [chapter(), chapter()], glossary };
}

// ---- all ----

for (const book of books) judge(book, basename(book) === "." ? "bundled" : basename(book));
const fixtures = built;
const dot = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==", "base64");
for (let seed = 1; seed <= Number(mixtures); ++seed) {
  const book = join(folder, `mixture-${seed}`);
  mkdirSync(join(book, "chapters"), { recursive: true });
  mkdirSync(join(book, "images"));
  writeFileSync(join(book, "book.toml"), 'title = "Mixture"\nlanguage = "en"\ndate = 2026-01-02\n');
  writeFileSync(join(book, "images/dot.png"), dot);
  const { chapters, glossary } = mixture(seed);
  chapters.forEach((text, i) => writeFileSync(join(book, `chapters/0${i + 1}.md`), text));
  writeFileSync(join(book, "chapters/glossary.md"), glossary);
  const before = faults.length;
  judge(book, `mixture-${seed}`);
  if (faults.length === before) rmSync(book, { recursive: true, force: true });
}
for (const fault of faults.slice(0, 60)) console.error(fault);
if (faults.length > 60) console.error(`… and ${faults.length - 60} more`);
console.log(`nothing lost: ${words} words of ${fixtures} books and ${built - fixtures} mixtures`);
process.exit(faults.length === 0 && built > fixtures + Number(mixtures) / 3 ? 0 : 1);
