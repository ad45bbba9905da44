// What other outputs of a book hold: all words and pictures in their files, whatever the format, and what the build said of the rest.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import entities from "@xmldom/xmldom/lib/entities.js";
import { Counts, remarksIn, sum, unpacked, wordsOf } from "./built_words.mjs";

export const filesBelow = (path) => readdirSync(path, { recursive: true }).map((name) => join(path, name)).filter((name) => statSync(name, { throwIfNoEntry: false })?.isFile());

// Each output, how it is asked for, and of which lines it is to hold the words: all, those of quizzes, or those of the glossary.
export const outputs = [
  { name: "web", options: ["--edition", "teacher"], of: "all" },
  { name: "handout", options: ["--html"], of: "all" },
  { name: "moodle-xml", options: [], of: "quiz" },
  { name: "gift", options: [], of: "quiz" },
  { name: "qti", options: [], of: "quiz" },
  { name: "common-cartridge", options: [], of: "quiz" },
  { name: "anki", options: [], of: "quiz" },
  { name: "stardict", options: [], of: "glossary" },
];

// Tags and references come off as often as they were put on: HTML stands in XML as text.
function plain(text) {
  const decoded = (all) => all.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, number, hex, name) => (name ? entities.HTML_ENTITIES[name] ?? whole : String.fromCodePoint(number ? Number(number) : parseInt(hex, 16))));
  const untagged = (all) => all.replace(/<!\[CDATA\[|\]\]>/g, " ").replace(/<(?:"[^"]*"|'[^']*'|[^<>"'])*>/g, (tag) => (/^<\/?(?:b|i|em|strong|span|sub|sup|u|s|small|code|a|del|mark|kbd|abbr|q|cite|dfn|ruby|rb|rt)\b/.test(tag) ? "" : " ") + [...tag.matchAll(/\s(?:alt|alttext|aria-label|title|mapKey|content)="([^"]*)"/g)].map((found) => found[1]).join(" ") + " ".repeat(/\salt=/.test(tag) ? 1 : 0));
  return untagged(decoded(untagged(decoded(untagged(text)))));
}

// {words, sums, remarks} or null where the book has mistakes.
export function heldBy(hornbook, book, output, path) {
  rmSync(path, { recursive: true, force: true });
  const made = spawnSync(hornbook, ["build", book, "--to", output.name, ...output.options, "-o", path, "--json"], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (made.status !== 0) return { failed: `${output.name}: exit ${made.status ?? made.signal}: ${made.stderr.slice(0, 300)}${made.stdout.slice(0, 300)}` };
  const remarks = made.stdout.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
  const isFolder = statSync(path).isDirectory();
  const folder = isFolder ? path : readFileSync(path).subarray(0, 2).toString() === "PK" ? unpacked(path) : null;
  const sums = new Counts();
  const words = new Set();
  for (const file of folder ? filesBelow(folder) : [path]) {
    let bytes = readFileSync(file);
    if (/\.(png|jpe?g|gif|svg)$/.test(file)) {
      sums.add(sum(bytes));
      continue;
    }
    if (/\.(css|js|pdf|docx)$/.test(file)) continue;
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes);
    const text = bytes.toString("utf8");
    for (const [, data] of text.matchAll(/(?:;base64,|encoding="base64">)([A-Za-z0-9+/=]+)/g)) sums.add(sum(Buffer.from(data, "base64")));
    wordsOf(plain(text.replace(/;base64,[A-Za-z0-9+/=]+/g, " "))).forEach((word) => words.add(word));
  }
  if (folder && !isFolder) rmSync(folder, { recursive: true, force: true });
  rmSync(path, { recursive: true, force: true });
  return { words, sums, remarks };
}
