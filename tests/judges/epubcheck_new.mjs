// EPUBCheck 5.4, as its own code compiled to a script, over each book: no error and no warning. Run as: node epubcheck_new.mjs BOOK.epub...
import {webcrypto} from 'node:crypto';

globalThis.crypto ??= webcrypto;  // Node 18 has it by this name alone
const {validate} = await import('epubcheck-standalone');
const {fs} = await import('epubcheck-standalone/plugins');

const books = process.argv.slice(2);
let bad = 0;
for (const book of books) {
  const {exitCode, messages, stderr} = await validate(await fs(book), {args: ['--failonwarnings']});
  if (exitCode === 0) continue;
  ++bad;
  console.error(`refused: ${book}`, ...(messages.length > 0 ? [] : [stderr]));
  for (const {severity, id, message, path, line} of messages.filter((one) => !['USAGE', 'INFO'].includes(one.severity))) {
    console.error(`  ${severity} ${id} ${path}:${line} ${message.slice(0, 300)}`);
  }
}
console.log(`EPUBCheck 5.4: ${books.length - bad} books clean, ${bad} refused`);
process.exit(bad === 0 && books.length > 0 ? 0 : 1);
