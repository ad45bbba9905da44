// Nothing an author wrote is lost in silence: the words and pictures of each line of a book's sources stand in the built book, or a
// diagnostic names the line. The sources are seen line by line, with no parser of Markdown. Books are those given, and mixtures of forms
// by number of a seed, in which no word is written twice. Of some mixtures the other outputs are made too: what of a line is not in such
// an output is named by a diagnostic of that build.
// Usage: node conservation.mjs HORNBOOK FOLDER FROM-TO BOOK..., the seeds of the mixtures from the first to the last
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, posix, relative } from "node:path";
import { Counts, sum, wordsOf, wordsOfEpub } from "./built_words.mjs";
import { mixture } from "./mixtures.mjs";
import { filesBelow, heldBy, outputs } from "./other_outputs.mjs";
import { linesOf, picturesOf } from "./source_words.mjs";

const [hornbook, folder, mixtures, ...books] = process.argv.slice(2);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const seen = { books: 0, words: 0, pictures: 0, outputs: 0 };
const faults = [];

// ---- what was said ----

// Lines that are named, and files of which a message speaks as a whole.
function toldIn(rows) {
  const told = new Set();
  const collected = new Set();
  for (const row of rows.filter((each) => each.file)) {
    told.add(`${row.file}:${row.line}`);
    if (/there are \d+ in this file|times|more/.test(row.message)) collected.add(row.file);
  }
  return { near: (file, line) => [line - 1, line, line + 1].some((each) => told.has(`${file}:${each}`)) || collected.has(file), at: (file, line) => told.has(`${file}:${line}`), collected };
}

// ---- the book ----

const slug = (address) => posix.basename(decodeURIComponent(address)).normalize("NFC").replace(/\.\w+$/, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");

// By its own bytes, or as the copy that was made of it, which has its name; drawings in HTML have none.
function bytesOf(book, file, address) {
  try {
    return sum(readFileSync(join(book, posix.join(dirname(file), decodeURIComponent(address)))));
  } catch {
    return "";
  }
}

function judgePictures(name, book, file, source, built, near) {
  for (const { line, address, alt } of picturesOf(source)) {
    ++seen.pictures;
    const own = bytesOf(book, file, address) || bytesOf(book, "images/x", address);
    const stands = (own !== "" && built.sums.take(own)) || built.names.take(slug(address || "picture.svg").replace(/-\d+$/, "")) || (alt !== "" && built.alts.take(wordsOf(alt).join(" ")));
    if (!stands && !near(file, line)) faults.push(`${name}: ${file}:${line}: the picture \`${address || "<svg>"}\` is lost: ${source.split("\n")[line - 1].slice(0, 120)}`);
  }
}

// A drawing is in the book as the picture that is made of it for the e-readers which show no SVG there.
function coverIn(book, address) {
  if (!address.endsWith(".svg")) return bytesOf(book, "book.toml", address);
  const drawing = readFileSync(join(book, address));
  const input = Buffer.concat([Buffer.from(`raster 1200 1600 colour ${drawing.length}\n`), drawing]);
  const { stdout } = spawnSync(join(dirname(hornbook), "hornbook-pictures"), { input, maxBuffer: 1 << 28 });
  return sum(stdout.subarray(stdout.indexOf("\n") + 1));
}

// What is told of a chapter or a folder as a whole.
function isLeftOut(said, file) {
  const folders = file.split("/").slice(1, -1).map((part, i) => file.split("/").slice(0, i + 2).join("/"));
  return said.includes(`\`${file}\` is not listed`) || folders.some((each) => said.includes(`\`${each}\``));
}

const chaptersOf = (book) => filesBelow(join(book, "chapters")).filter((file) => file.endsWith(".md")).map((path) => ({ file: relative(book, path), source: readFileSync(path, "utf8") }));

function judge(book, name) {
  const epub = join(folder, `${name}.epub`);
  const made = spawnSync(hornbook, ["build", book, "--edition", "teacher", "-o", epub, "--json"], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (made.status !== 0) {
    if (made.status !== 1) faults.push(`${name}: exit ${made.status ?? made.signal}: ${made.stderr.slice(0, 300)}`);
    return false;
  }
  const { near } = toldIn(made.stdout.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line)));
  const { counts, pictures, all, files } = wordsOfEpub(epub);
  const built = { sums: new Counts(), names: new Counts(), alts: new Counts() };
  for (const picture of pictures) {
    // It is taken by its bytes, or else by its name or what describes it: the copies that are made of some are called otherwise.
    built.sums.add(picture.sum);
    built.names.add(slug(picture.name).replace(/-\d+$/, ""));
    built.alts.add(wordsOf(picture.alt).join(" "));
  }
  for (const { file, source } of chaptersOf(book)) {
    if (isLeftOut(made.stdout, file)) continue;
    for (const { line, words } of linesOf(source)) {
      for (const word of words) {
        ++seen.words;
        if (counts.take(word)) continue;
        // A script without spaces, where a term's mark or a reading divides words.
        const apart = unspaced.test(source.split("\n")[line - 1]) && all.includes(word);
        if (!apart && !near(file, line)) faults.push(`${name}: ${file}:${line}: \`${word}\` is lost: ${source.split("\n")[line - 1].slice(0, 120)}`);
      }
    }
    judgePictures(name, book, file, source, built, near);
  }
  const cover = readFileSync(join(book, "book.toml"), "utf8").match(/^cover = "([^"]*)"/m)?.[1];
  if (cover && !files.has(coverIn(book, cover)) && !near("book.toml", 1)) faults.push(`${name}: the cover \`${cover}\` is lost`);
  ++seen.books;
  rmSync(epub, { force: true });
  return true;
}

// ---- other outputs ----

// The line of a quiz at which its question begins: there is told what an output has no place for.
function questionAt(source, line) {
  const rows = source.split("\n");
  let at = line - 1;
  while (at > 0 && !/^[\s>]*(##\s|(```|~~~)+\w)/.test(rows[at])) --at;
  return at + 1;
}

function judgeOutput(book, name, output) {
  const { failed, words: held, sums, remarks } = heldBy(hornbook, book, output, join(folder, `${name}.${output.name}`));
  if (failed) return faults.push(`${name}: ${failed}`);
  ++seen.outputs;
  const { near, at } = toldIn(remarks);
  for (const { file, source } of chaptersOf(book)) {
    const isGlossary = file.endsWith("glossary.md");
    const rows = linesOf(source).filter((row) => output.of === "all" || (output.of === "glossary" ? isGlossary : row.inQuiz));
    const told = (line) => {
      if (near(file, line)) return true;
      for (let from = questionAt(source, line); from <= line; ++from) if (at(file, from)) return true;
      return false;
    };
    for (const { line, words } of rows) {
      const lost = words.filter((word) => word.length > 2 && !held.has(word));
      if (lost.length > 0 && !told(line)) faults.push(`${name}: ${output.name}: ${file}:${line}: \`${lost.join(" ")}\` is lost: ${source.split("\n")[line - 1].slice(0, 120)}`);
    }
    const lines = new Set(rows.map((row) => row.line));
    for (const { line, address } of picturesOf(source).filter((each) => lines.has(each.line) && each.address !== "")) {
      ++seen.pictures;
      if (!sums.has(bytesOf(book, file, address) || bytesOf(book, "images/x", address)) && !told(line)) faults.push(`${name}: ${output.name}: ${file}:${line}: the picture \`${address}\` is lost: ${source.split("\n")[line - 1].slice(0, 120)}`);
    }
  }
}

// ---- all ----

for (const book of books) judge(book, basename(book) === "." ? "bundled" : basename(book));
const fixtures = seen.books;
const [from, to] = mixtures.split("-").map(Number);
for (let seed = from; seed <= to; ++seed) {
  const name = `mixture-${seed}`;
  const book = join(folder, name);
  const { chapters, glossary, pictures, cover } = mixture(seed);
  mkdirSync(join(book, "chapters"), { recursive: true });
  mkdirSync(join(book, "images"));
  writeFileSync(join(book, "book.toml"), `title = "Mixture"\nlanguage = "en"\ndate = 2026-01-02\n${cover && `cover = "${cover}"\ncover_alt = "A cover"\n`}`);
  for (const [file, bytes] of Object.entries(pictures)) writeFileSync(join(book, "images", file), bytes);
  chapters.forEach((text, i) => writeFileSync(join(book, `chapters/0${i + 1}.md`), text));
  writeFileSync(join(book, "chapters/glossary.md"), glossary);
  const before = faults.length;
  if (judge(book, name) && seed % 8 === 0) outputs.forEach((output) => judgeOutput(book, name, output));
  if (faults.length === before) rmSync(book, { recursive: true, force: true });
}
for (const fault of faults.slice(0, 60)) console.error(fault);
if (faults.length > 60) console.error(`… and ${faults.length - 60} more`);
console.log(`nothing lost: ${seen.words} words and ${seen.pictures} pictures of ${fixtures} books, ${seen.books - fixtures} mixtures and ${seen.outputs} other outputs`);
process.exit(faults.length === 0 && seen.books > fixtures + (to - from) / 3 && seen.outputs > 0 ? 0 : 1);
