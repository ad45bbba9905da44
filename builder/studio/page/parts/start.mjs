// Start: the books that are kept here, and the ways to another one: from nothing, an example, files, a folder.
import {el, field, fill, input} from './dom.mjs';
import {confirmed} from './dialog.mjs';
import {icon} from './icons.mjs';
import {chosenEntries, droppedEntries} from './opening.mjs';
import {isTag, languageField} from './tags.mjs';
import {language, say, time} from './words.mjs';

const tags = {en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES', ru: 'ru-RU', ar: 'ar'};

// A button that lets files be chosen: act(entries).
function chooserButton(words, attributes, act) {
  const chooser = el('input', {type: 'file', hidden: true, ...attributes, onchange: async () => {
    const files = [...chooser.files];
    chooser.value = '';
    await act(() => chosenEntries(files));
  }});
  return [el('button', {type: 'button', onclick: () => chooser.click()}, words), chooser];
}

function bookRow(row, acts, attempt, redraw) {
  const remove = async () => {
    const words = row.handle ? say('forget_folder_words', row.title) : say('delete_book_words', row.title);
    if (!(await confirmed(say(row.handle ? 'forget_folder' : 'delete_book'), words, say(row.handle ? 'forget_folder' : 'delete_book'), !row.handle))) return;
    await acts.remove(row);
    redraw();
  };
  return el('li', {class: 'book-row'},
    el('button', {type: 'button', class: 'file', 'data-book': row.id, onclick: () => attempt(() => acts.open(row))}, icon('book'), el('span', {class: 'file-name', dir: 'auto', title: row.title}, row.title),
      el('span', {class: 'where'}, row.handle ? say('in_folder', row.handle.name) : time(row.changed))),
    !row.handle && el('button', {type: 'button', class: 'quiet', 'aria-label': `${say('copy_zip')}: ${row.title}`, title: say('copy_zip'), onclick: () => attempt(() => acts.copy(row))}, icon('copy')),
    el('button', {type: 'button', class: 'quiet', 'aria-label': `${say(row.handle ? 'forget_folder' : 'delete_book')}: ${row.title}`, title: say(row.handle ? 'forget_folder' : 'delete_book'), onclick: remove}, icon('remove')));
}

// A page to begin with. acts: begin(title, tag), take(entries), and where there are any, example(), folder(), list(), open(row), remove(row),
// copy(row); the first that gives something ends it.
export function askForBook(place, acts, trouble = '') {
  return new Promise((done) => {
    const title = input('', {required: true});
    const {control: tag, element: tagField} = languageField(tags[language()]);
    const problem = el('p', {class: 'form-problem', role: 'alert', hidden: !trouble}, trouble);
    const complain = (words) => {
      problem.textContent = words;
      problem.hidden = !words;
    };
    const opening = el('p', {class: 'opening', role: 'status', hidden: true}, say('opening'));
    let isBusy = false;
    async function attempt(act) {
      if (isBusy) return;
      isBusy = true;
      opening.hidden = false;
      main.setAttribute('aria-busy', 'true');
      complain('');
      try {
        const found = await act();
        if (found) return end(found);  // and the page stays busy until the book is there
      } catch (fault) {
        complain(fault.message);
      }
      isBusy = false;
      opening.hidden = true;
      main.removeAttribute('aria-busy');
    }
    const take = (entries) => attempt(async () => acts.take(await entries()));

    const main = el('main', {class: 'begin'});
    const books = el('div');
    const form = el('form', {}, field(say('set_title'), title), tagField,
      el('p', {class: 'adders'}, el('button', {type: 'submit', class: 'main'}, say('begin_new')), acts.example && el('button', {type: 'button', class: 'example', onclick: () => attempt(acts.example)}, say('open_example'))));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!title.value.trim()) return complain(say('title_missing'));
      if (tag.value.trim() && !isTag(tag.value.trim())) return complain(say('language_wrong', tag.value.trim()));
      return attempt(() => acts.begin(title.value.trim(), tag.value.trim() || 'en'));
    });
    const dropped = async (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      if (event.type === 'drop') await take(() => droppedEntries(event.dataTransfer));
    };
    for (const name of ['dragover', 'drop']) window.addEventListener(name, dropped);
    function end(found) {
      for (const name of ['dragover', 'drop']) window.removeEventListener(name, dropped);
      done(found);
    }

    async function drawBooks() {
      const rows = (await acts.list?.()) ?? [];
      fill(books, rows.length > 0 && [el('h2', {}, say('your_books')), el('ul', {class: 'book-list'}, rows.map((row) => bookRow(row, acts, attempt, drawBooks)))]);
      return rows.length;
    }
    fill(main, el('h1', {}, icon('book'), say('begin_title')), el('p', {class: 'field'}, say('begin_words')), problem, opening, books,
      el('h2', {}, say('begin_new')), form,
      el('h2', {}, say('open_book')),
      el('p', {class: 'adders'}, chooserButton(say('open_files'), {accept: '.zip,.md,.markdown,application/zip', multiple: true, id: 'files-of-book'}, take),
        acts.folder ? el('button', {type: 'button', onclick: () => attempt(acts.folder)}, say('open_folder')) : chooserButton(say('open_folder'), {webkitdirectory: true}, take)),
      el('p', {class: 'help'}, say('drop_here')));
    drawBooks().then((count) => {
      fill(place, main);
      (count ? books.querySelector('button') : title).focus();
    });
  });
}
