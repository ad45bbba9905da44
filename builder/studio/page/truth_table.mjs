// Truth table: *True* and *False* by language, from the tables of the books' own words (builder/model); English is the table of keys itself.
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';

export function truthTable(model) {
  const text = (path) => readFileSync(join(model, path), 'utf8');
  const keys = text('words.def');
  const own = (name) => new RegExp(`WORD\\(${name}, "([^"]*)"\\)`).exec(keys)[1];
  const english = [own('true_word'), own('false_word')];
  return Object.fromEntries(readdirSync(join(model, 'words')).filter((name) => name.endsWith('.inc')).map((name) => {
    const table = text(`words/${name}`);
    const word = (key) => new RegExp(`\\.${key} = "([^"]*)"`).exec(table)?.[1];
    return [name.slice(0, -4), [word('true_word') ?? english[0], word('false_word') ?? english[1]]];
  }));
}
