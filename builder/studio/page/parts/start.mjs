// Start: where no book is open, one is made from nothing or taken from a zip.
import {unzipSync} from 'fflate';
import {el, field, fill, input} from './dom.mjs';
import {icon} from './icons.mjs';
import {toBase64} from './places.mjs';
import {language, say} from './words.mjs';

const tags = {en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES', ru: 'ru-RU', ar: 'ar'};
const belongs = /^(book\.toml|(chapters|images|styles)\/[^\0]+)$/;

// The files of a book in a zip, wherever in it the book's folder lies.
export function bookIn(entries) {
  const toml = Object.keys(entries).filter((name) => /(^|\/)book\.toml$/.test(name)).sort((a, b) => a.length - b.length)[0];
  if (toml === undefined) return null;
  const root = toml.slice(0, -'book.toml'.length);
  return Object.entries(entries).map(([name, bytes]) => [name.startsWith(root) ? name.slice(root.length) : '', bytes]).filter(([name]) => belongs.test(name) && !name.split('/').some((part) => part === '..' || part.startsWith('.')) && !name.endsWith('/'));
}

// A page to begin with; resolves when there is a book.
export function askForBook(place, transport) {
  return new Promise((done) => {
    const title = input('', {required: true});
    const tag = input(tags[language()]);
    const problem = el('p', {class: 'form-problem', role: 'alert', hidden: true});
    const chooser = el('input', {type: 'file', accept: '.zip,application/zip', id: 'zip', class: 'unseen'});
    const complain = (words) => {
      problem.textContent = words;
      problem.hidden = false;
    };
    chooser.addEventListener('change', async () => {
      try {
        const files = bookIn(unzipSync(new Uint8Array(await chooser.files[0].arrayBuffer())));
        if (!files) return complain(say('no_book_in_zip'));
        for (const [path, bytes] of files) await transport.ask({do: 'write', path, bytes: toBase64(bytes), was: null});
        done();
      } catch (trouble) {
        complain(trouble.message);
      }
      return null;
    });
    const form = el('form', {class: 'begin'},
      el('h1', {}, icon('book'), say('begin_title')), el('p', {class: 'field'}, say('begin_words')),
      field(say('set_title'), title), field(say('set_language'), tag, say('set_language_help')), problem,
      el('p', {class: 'adders'}, el('button', {type: 'submit', class: 'main'}, say('begin_new')), el('label', {class: 'as-button', for: 'zip'}, say('open_zip')), chooser));
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      if (!title.value.trim()) return complain(say('title_missing'));
      await transport.ask({do: 'new', title: title.value.trim(), language: tag.value.trim() || 'en'}).then(done, (trouble) => complain(trouble.message));
      return null;
    });
    fill(place, el('main', {}, form));
    title.focus();
  });
}
