// The grading of the book's script as the pages have it: the data of plugin/grading before it, and no browser, since it needs none.
import {readFileSync} from 'node:fs';
import vm from 'node:vm';

// sources: other texts for some of the files, by name.
export function gradingScript(sources = {}) {
  const source = (name) => sources[name] ?? readFileSync(new URL('../../' + name, import.meta.url), 'utf8');
  const room = vm.createContext({});
  vm.runInContext(`var languageData = ${source('plugin/grading/languages.json')};\nvar signData = ${source('plugin/grading/signs.json')};\n${source('plugin/epub/grading.js')}`, room);
  return room;
}
