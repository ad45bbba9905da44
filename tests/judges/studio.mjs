// The engine of builder/studio/build beside the program itself: of each book the same messages, and the same EPUB, byte for byte. Other
// programs are started here in the engine's name, as it asks for them.
//
// Usage: node studio.mjs FOLDER HORNBOOK BOOK...    (the folder of hornbook.js; a built hornbook with hornbook-pictures beside it)
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";

const [folder, hornbook, ...books] = process.argv.slice(2);
const out = fs.mkdtempSync(path.join(os.tmpdir(), "studio-"));
const most = 1 << 30;

// hornbook-pictures gets a line and bytes and gives the like; the number of bytes is the line's last word.
function picture(words, bytes) {
  const input = Buffer.concat([Buffer.from(`${words.join(" ")} ${bytes.length}\n`), bytes]);
  const made = spawnSync(path.join(path.dirname(hornbook), "hornbook-pictures"), { input, maxBuffer: most });
  const end = made.stdout.indexOf("\n") + 1;
  const line = made.stdout.subarray(0, end).toString().replace(/ \d+\n$/, "\n");
  return { code: made.status ?? 134, output: Buffer.concat([Buffer.from(line), made.stdout.subarray(end)]), errors: made.stderr };
}

function program([name, ...words], bytes) {
  if (path.basename(name) === "hornbook-pictures") return picture(words, bytes);
  const made = spawnSync(name, words, { input: bytes, maxBuffer: most });
  return made.error ? null : { code: made.status ?? 134, output: made.stdout, errors: made.stderr };
}

// Files and folders as they are, without what earlier runs made.
function copy(FS, from, to) {
  FS.mkdir(to);
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    const target = `${to}/${entry.name}`;
    if (entry.isSymbolicLink()) FS.symlink(fs.readlinkSync(source), target);
    else if (entry.isFile()) FS.writeFile(target, fs.readFileSync(source));
    else if (!["build", "dist", "node_modules", ".git"].includes(entry.name) && !/^build-/.test(entry.name)) copy(FS, source, target);
  }
}

const script = path.resolve(folder, "hornbook.js");
const start = createRequire(import.meta.url)(script);

// A new engine for each: what one book leaves behind helps no other.
async function engine() {
  return start({ wasmBinary: fs.readFileSync(script.replace(/js$/, "wasm")), program });
}

function ask(engine, request) {
  return JSON.parse(engine.ccall("hornbook_ask", "string", ["string", "string"], ["/book", JSON.stringify(request)]));
}

let faults = 0;
let made = 0;
function compare(what, seen, expected) {
  if (Buffer.compare(Buffer.from(seen), Buffer.from(expected)) === 0) return;
  faults += 1;
  console.log(`${what} is another${typeof seen === "string" ? `:\n${seen}\ninstead of\n${expected}` : ""}`);
}

for (const book of books) {
  const e = await engine();
  copy(e.FS, book, "/book");
  const native = spawnSync(hornbook, ["check", "--json", book], { encoding: "utf8", maxBuffer: most });
  const checked = ask(e, { do: "check" });
  const said = native.stdout.split("\n").filter((line) => line).map((line) => JSON.parse(line));
  compare(`${book}: what check says`, JSON.stringify(checked.messages ?? checked, null, 1), JSON.stringify(said, null, 1));
  if (native.status !== 0) continue;
  const epub = path.join(out, "book.epub");
  execFileSync(hornbook, ["build", book, "-o", epub, "--quiet"], { stdio: "ignore" });
  const built = ask(e, { do: "build", to: "epub", edition: "student" });
  if (built.files?.length !== 1) compare(`${book}: what build says`, JSON.stringify(built), "a file");
  else compare(`${book}: the EPUB`, Buffer.from(built.files[0].bytes, "base64"), fs.readFileSync(epub));
  const chapter = fs.readdirSync(path.join(book, "chapters")).find((name) => /^0?1.*\.md$/.test(name));
  const shown = ask(e, { do: "preview", chapter: chapter ?? "", edition: "student" });
  if (shown.trouble || (chapter && !shown.page && !shown.for_teachers)) compare(`${book}: the preview of ${chapter}`, shown.trouble ?? "nothing", "a page");
  made += 1;
}
fs.rmSync(out, { recursive: true });
console.log(`${books.length} books, ${made} made: ${faults === 0 ? "the engine is like the program" : `${faults} differences`}`);
process.exit(faults === 0 && made > 0 ? 0 : 1);
