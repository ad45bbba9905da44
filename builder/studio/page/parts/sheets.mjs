// Sheets: a chapter's pages of the handout one below the other, as they are printed.
import {fromBase64} from './places.mjs';

const order = ['reading', 'worksheet', 'answer-key', 'teacher', 'glossary'];

// What is asked of the engine for a chapter's sheets; null path: the glossary's.
export function sheetsWanted(path, edition) {
  const options = {html: true, parts: path === null ? 'glossary' : edition === 'teacher' ? 'key,teacher' : edition === 'test' ? 'worksheet' : 'reading,worksheet'};
  return {do: 'build', to: 'handout', edition: null, print: false, options: path === null ? options : {...options, chapter: path}};
}

// HTML files as one page for the preview's frame: {page, styles, classes}, each sheet in a section with its own body's class; null where
// there are none.
export function sheetsPage(files) {
  const pages = files.map((file) => new DOMParser().parseFromString(new TextDecoder().decode(fromBase64(file.bytes)), 'text/html'));
  if (!pages.length) return null;
  const place = (page) => order.findIndex((kind) => page.body.classList.contains(kind));
  pages.sort((a, b) => place(a) - place(b));
  const all = new DOMParser().parseFromString('<body xmlns="http://www.w3.org/1999/xhtml"></body>', 'application/xhtml+xml');
  for (const page of pages) {
    const {lang, dir, className} = page.documentElement;
    const section = all.createElementNS('http://www.w3.org/1999/xhtml', 'section');
    for (const [name, value] of Object.entries({lang, dir, class: `hb-sheet ${page.body.className} ${className}`})) if (value) section.setAttribute(name, value);
    section.append(...[...page.body.childNodes].map((node) => all.importNode(node, true)));
    all.documentElement.append(section);
  }
  return {page: new XMLSerializer().serializeToString(all), styles: pages[0].querySelector('style')?.textContent ?? '', classes: pages[0].documentElement.className};
}
