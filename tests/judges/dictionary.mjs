// Dictionaries as sdcv and stardict-verify read them: every name of every entry, and every word that the book's own pages link to the
// glossary by themselves, finds its entry, in small letters and with a capital too.
// Run as: node dictionary.mjs BOOK.epub DICTIONARY-FOLDER [BOOK.epub DICTIONARY-FOLDER]...
import {execFileSync} from 'node:child_process';
import {readdirSync} from 'node:fs';

const unzipped = (book, ...names) => execFileSync('unzip', ['-p', book, ...names], {encoding: 'utf8', maxBuffer: 1 << 28});
const plain = (html) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');

let looked = 0;
let wrong = 0;
function fail(message) {
  ++wrong;
  console.error(message);
}

function verify(folder) {
  const ifo = readdirSync(folder).find((name) => name.endsWith('.ifo'));
  const said = execFileSync('sh', ['-c', '/usr/lib/stardict-tools/stardict-verify "$1" 2>&1', 'sh', `${folder}/${ifo}`], {encoding: 'utf8'});
  const complaints = said.split('\n').filter((line) => /warning|error/i.test(line) && !line.includes('unknown option lang'));
  if (!said.includes('Verification result: OK.') || complaints.length > 0) fail(`${folder}: ${said}`);
}

// Words and the term that each must find.
function expected(book) {
  const entries = JSON.parse(unzipped(book, 'EPUB/glossary.json')).entries;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const wanted = entries.flatMap((entry) => [entry.term, ...(entry.also ?? [])].map((name) => [name, entry.term]));
  for (const [, id, html] of unzipped(book, 'EPUB/*.xhtml').matchAll(/<a class="term"[^>]*href="[^"]*#(g-[^"]*)"[^>]*>(.*?)<\/a>/gs)) {
    const entry = byId.get(id);
    const word = plain(html);
    const names = [entry.term, ...(entry.also ?? [])];
    // Other words are those that the author linked by hand.
    if (names.some((name) => word.toLowerCase().startsWith(name.toLowerCase().slice(0, -1)))) wanted.push([word, entry.term]);
  }
  const terms = new Set(wanted.filter(([name, term]) => name !== term).map(([name]) => name).concat(entries.map((entry) => entry.term)));
  const others = wanted.flatMap(([word, term]) => [word.toLowerCase(), word[0].toUpperCase() + word.slice(1)].map((form) => [form, term]));
  return [...wanted, ...others.filter(([form]) => !terms.has(form))];
}

function lookUp(folder, words) {
  const said = execFileSync('sdcv', ['-n', '-e', '-j', '--utf8-input', '--utf8-output', '-2', folder, '--', ...words], {encoding: 'utf8', maxBuffer: 1 << 28});
  return said.trim().split('\n').map((line) => JSON.parse(line));
}

const paths = process.argv.slice(2);
for (let i = 0; i < paths.length; i += 2) {
  const [book, folder] = [paths[i], paths[i + 1]];
  verify(folder);
  const wanted = expected(book);
  const found = lookUp(folder, wanted.map(([word]) => word));
  wanted.forEach(([word, term], at) => {
    ++looked;
    if (!found[at]?.some((article) => article.word === term.normalize('NFC'))) fail(`${folder}: \`${word}\` does not find \`${term}\``);
  });
  for (const article of found.flat()) {
    for (const [, target] of article.definition.matchAll(/href="bword:\/\/([^"]*)"/g)) {
      ++looked;
      if (lookUp(folder, [plain(target)])[0].length === 0) fail(`${folder}: the link to \`${target}\` leads nowhere`);
    }
  }
}
console.log(`dictionaries: ${looked} words and links looked up in ${paths.length / 2}, ${wrong} wrong`);
process.exit(wrong === 0 && looked > 0 ? 0 : 1);
