// All examples of the CommonMark specification as one book, a chapter each: it is built, but for the examples that Hornbook refuses
// and that are named here with their mistake. EPUBCheck then judges it with all other books.
// Usage: node commonmark_book.mjs HORNBOOK FOLDER BOOK.epub
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// By mistake.
const refused = {
  "empty-link": [21, 31, 475, 476, 486, 630, 631, 642, 643],
  "control-character": [26],
  "empty-heading": [79],
  "unclosed-fence": [126, 127, 137, 139, 237],
  "unclosed-comment": [156, 157, 158, 173],
  "bad-url": [346, 599],
  "missing-file no-alternative-text": [474],
  "empty-link unknown-chapter": [483],
  "unknown-id": [500],
  "missing-file": [519],
  "no-alternative-text": [580],
};

const [hornbook, folder, book] = process.argv.slice(2);
const spec = readFileSync(new URL("../node_modules/commonmark-spec/spec.txt", import.meta.url), "utf8");
const fence = "`".repeat(32);
const examples = [...spec.matchAll(new RegExp(`^${fence} example\n([^]*?)^\\.\n[^]*?^${fence}$`, "gm"))].map((found) => found[1].replaceAll("→", "\t"));
const fileOf = (number) => `${String(number).padStart(3, "0")}.md`;

rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, "chapters"), { recursive: true });
// The pictures that the examples name, which are to lie in the book.
const photograph = new URL("../pictures/files/colour.jpg", import.meta.url);
for (const name of ["moon.jpg", "train.jpg", "url", "url2"]) copyFileSync(photograph, join(folder, "chapters", name));
const inside = (markdown) => (markdown.includes("![") ? markdown.replaceAll(/\/(?:path\/to\/)?(?=(?:url2?|train\.jpg)\b)/g, "") : markdown);
examples.forEach((markdown, i) => writeFileSync(join(folder, "chapters", fileOf(i + 1)), `# Example ${i + 1}\n\n${inside(markdown)}`));

const build = (numbers, ...command) => {
  const title = 'title = "Examples of the CommonMark specification"\nlanguage = "en"\ndate = 2026-01-02\n';
  writeFileSync(join(folder, "book.toml"), `${title}chapters = ${JSON.stringify(numbers.map(fileOf))}\n`);
  return spawnSync(hornbook, [...command, folder, "--json"], { encoding: "utf8", maxBuffer: 1 << 28 });
};

const numbers = examples.map((_, i) => i + 1);
const codes = new Map();
// A file that is missing is told once a book: what names it too is found when the first is gone.
for (let before = -1; codes.size > before; ) {
  before = codes.size;
  const rows = build(numbers.filter((number) => !codes.has(number)), "check").stdout.split("\n");
  for (const { file, severity, code } of rows.filter((row) => row.startsWith("{")).map((row) => JSON.parse(row))) {
    const number = Number(file?.match(/(\d+)\.md$/)?.[1]);
    if (severity === "error") codes.set(number, new Set([...(codes.get(number) ?? []), code]));
  }
}
const expected = new Map(Object.entries(refused).flatMap(([row, all]) => all.map((number) => [number, row])));
const wrong = numbers.filter((number) => [...(codes.get(number) ?? [])].sort().join(" ") !== (expected.get(number) ?? ""));
for (const number of wrong) {
  console.error(`example ${number}: expected "${expected.get(number) ?? ""}", found "${[...(codes.get(number) ?? [])].join(" ")}"`);
}

const kept = numbers.filter((number) => !expected.has(number));
const made = build(kept, "build", "-o", book);
if (made.status !== 0) console.error(made.stdout.split("\n").filter((row) => row.includes('"error"')).join("\n"), made.stderr);
console.log(`CommonMark: ${kept.length} examples built, ${expected.size} refused by name`);
process.exit(wrong.length === 0 && made.status === 0 && examples.length > 600 ? 0 : 1);
