// Files: the chapters in their order, glossary, pictures and settings. Order changes by dragging, and by Alt with the arrow keys.
import {el, field, fill, input} from './dom.mjs';
import {confirmed, openDialog, openMenu} from './dialog.mjs';
import {icon} from './icons.mjs';
import {titleIn as textTitle} from './marks.mjs';
import {fileNameOf} from './plan.mjs';
import {say} from './words.mjs';

const mostTitles = 300;  // chapters whose titles are read; further ones go by their files' names

export function createFilesPane({book, operations, open, openSettings, addPictures, showPicture, newTerm, attempt}) {
  const list = el('div', {class: 'file-list'});
  const place = el('nav', {class: 'files', 'aria-label': say('book')}, list);
  const titles = new Map();
  let current = '';
  let dragged = '';
  let drawn = '';  // what the list shows; a list that would be the same stays, with a hand that may hold one of its rows

  const titleIn = (text) => textTitle(text ?? '')?.replace(/[*_`]/g, '');
  const titleOf = (path) => titleIn(book.textNow(path)) ?? titles.get(path) ?? path.split('/').pop().replace(/\.md$/, '');

  async function readTitles() {
    const unknown = book.facts().chapters.slice(0, mostTitles).filter((path) => !titles.has(path));
    for (const path of unknown) {
      const answer = await book.transport.ask({do: 'read', path}).catch(() => null);
      titles.set(path, titleIn(answer?.text) ?? path.split('/').pop());
    }
    if (unknown.length) draw();
  }

  async function askNew(group) {
    const title = input('', {required: true});
    let path = null;
    await openDialog(say('new_chapter'), field(say('title'), title, say('new_chapter_help')), [{words: say('cancel')}, {words: say('add'), main: true, act: async () => {
      if (!title.value.trim()) throw new Error(say('title_missing'));
      path = await operations.newChapter(title.value.trim(), group);
    }}]).closed;
    if (path) await open(path, 3);  // not before: a dialog takes the focus back as it closes
  }

  async function askPart() {
    const title = input('', {required: true});
    await openDialog(say('new_part'), field(say('title'), title, say('new_part_help')), [{words: say('cancel')}, {words: say('add'), main: true, act: async () => {
      if (!title.value.trim()) throw new Error(say('title_missing'));
      await operations.newPart(title.value.trim());
    }}]).closed;
  }

  async function askRename(path) {
    const old = textTitle(await book.text(path) ?? '') ?? '';
    const title = input(old);
    const name = input(path.slice(9).replace(/\.md$/, ''), {required: true, spellcheck: 'false'});
    await openDialog(say('rename'), [field(say('title'), title), field(say('file_name'), name, say('rename_help'))], [{words: say('cancel')}, {words: say('rename'), main: true, act: async () => {
      if (!title.value.trim() && old) throw new Error(say('title_missing'));
      const others = new Set(book.paths().filter((one) => one !== path).map((one) => one.slice(9)));
      const next = fileNameOf(name.value, new Set());
      if (others.has(next)) throw new Error(say('name_taken', next));
      if (title.value.trim() !== old) await operations.retitle(path, title.value.trim());
      if (`chapters/${next}` !== path) await operations.rename(path, next);
    }}]).closed;
  }

  async function renamePicture(path, words, ending) {
    const next = fileNameOf(words, new Set(), ending);
    if (book.has(`images/${next}`) && `images/${next}` !== path) throw new Error(say('name_taken', next));
    if (`images/${next}` !== path) await operations.rename(path, next);
  }

  async function askRemove(path) {
    const words = path.startsWith('chapters/') ? say('remove_chapter_words', titleOf(path)) : say('remove_file_words', path.split('/').pop());
    if (await confirmed(say('remove'), words, say('remove'), true)) await attempt(() => operations.remove(path));
  }

  async function askRenamePart(index) {
    const title = input(book.plan().groups[index].title, {required: true});
    await openDialog(say('rename'), field(say('title'), title), [{words: say('cancel')}, {words: say('rename'), main: true, act: async () => {
      if (!title.value.trim()) throw new Error(say('title_missing'));
      await operations.renamePart(index, title.value.trim());
    }}]).closed;
  }

  const menuOfPart = (index) => (event) => openMenu(event.currentTarget, [
    {words: say('move_up'), icon: 'up', act: () => attempt(() => operations.stepPart(index, -1))},
    {words: say('move_down'), icon: 'down', act: () => attempt(() => operations.stepPart(index, 1))},
    {words: say('rename'), icon: 'rename', act: () => askRenamePart(index)},
    null,
    {words: say('remove_part'), icon: 'remove', act: () => attempt(() => operations.removePart(index))},
  ]);

  function partHead(group, index) {
    const title = group.title || say('part_n', index + 1);
    return el('div', {class: 'part-head'}, el('h3', {}, title),
      el('button', {type: 'button', class: 'quiet more', 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-label': say('more_about', title), onclick: menuOfPart(index)}, icon('more')));
  }

  const menuOf = (path) => (event) => openMenu(event.currentTarget, [
    {words: say('move_up'), icon: 'up', act: () => step(path, -1)},
    {words: say('move_down'), icon: 'down', act: () => step(path, 1)},
    {words: say('rename'), icon: 'rename', act: () => askRename(path)},
    null,
    {words: say('remove'), icon: 'remove', act: () => askRemove(path)},
  ]);

  async function step(path, by) {
    await attempt(() => operations.step(path, by));
    list.querySelector(`[data-path="${CSS.escape(path)}"]`)?.focus();
  }

  function chapterRow(path) {
    const title = titleOf(path);
    const button = el('button', {type: 'button', class: 'file', 'data-path': path, 'aria-current': path === current ? 'page' : null, 'aria-keyshortcuts': 'Alt+ArrowUp Alt+ArrowDown', onclick: () => open(path)},
      icon('chapter'), el('span', {class: 'file-name', title}, title), book.conflicts().includes(path) && el('span', {class: 'badge'}, say('conflict')));
    button.addEventListener('keydown', (event) => {
      if (!event.altKey || !['ArrowUp', 'ArrowDown'].includes(event.key)) return;
      event.preventDefault();
      step(path, event.key === 'ArrowUp' ? -1 : 1);
    });
    const row = el('li', {draggable: 'true', class: path === current ? 'current' : ''}, button,
      el('button', {type: 'button', class: 'quiet more', 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-label': say('more_about', title), onclick: menuOf(path)}, icon('more')));
    row.addEventListener('dragstart', (event) => {
      dragged = path;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', path);
    });
    row.addEventListener('dragend', () => {
      dragged = '';
      draw();
    });
    row.addEventListener('dragover', (event) => {
      if (!dragged || dragged === path) return;
      event.preventDefault();
      row.classList.add('drop');
    });
    row.addEventListener('dragleave', () => row.classList.remove('drop'));
    row.addEventListener('drop', (event) => {
      event.preventDefault();
      row.classList.remove('drop');
      const moved = dragged;
      dragged = '';
      if (moved && moved !== path) attempt(() => operations.moveBefore(moved, path));
      draw();
    });
    return row;
  }

  const single = (path, words, name, act = () => open(path)) => el('li', {class: path === current ? 'current' : ''},
    el('button', {type: 'button', class: 'file', 'data-path': path, 'aria-current': path === current ? 'page' : null, onclick: act}, icon(name), el('span', {class: 'file-name', title: words}, words)));

  const adder = (words, act) => el('button', {type: 'button', class: 'adder', onclick: act}, icon('add'), words);

  function draw() {
    if (dragged) return;  // the end of dragging draws: a browser ends it in silence when its row is taken away
    const {groups, left} = book.plan();
    const images = book.paths().filter((path) => path.startsWith('images/')).sort();
    const glossary = book.paths().find((path) => /^chapters\/glossary\.md$/i.test(path));
    const chapters = [...groups.flatMap((group) => group.chapters), ...left].map((name) => [name, titleOf(`chapters/${name}`)]);
    const shown = JSON.stringify([groups, left, images, glossary, current, book.conflicts(), chapters]);
    if (shown === drawn) return;
    drawn = shown;
    const had = document.activeElement?.dataset?.path;
    fill(list,
      el('h2', {}, say('chapters')),
      groups.map((group, i) => [
        group.title !== null && partHead(group, i),
        el('ul', {}, group.chapters.map((name) => chapterRow(`chapters/${name}`))),
        group.title !== null && groups.length > 1 && el('div', {class: 'part-adder'}, adder(say('new_chapter'), () => askNew(i))),
      ]),
      left.length > 0 && [el('h3', {}, say('not_in_book')), el('ul', {}, left.map((name) => single(`chapters/${name}`, titleOf(`chapters/${name}`), 'chapter')))],
      el('div', {class: 'adders'}, (groups.length === 1 || groups[0]?.title === null) && adder(say('new_chapter'), () => askNew(groups.length - 1)), adder(say('new_part'), askPart)),
      el('h2', {}, say('glossary')),
      el('ul', {}, glossary && single(glossary, say('glossary'), 'glossary')),
      adder(say('new_term'), newTerm),
      el('h2', {}, say('pictures')),
      el('ul', {}, images.map((path) => single(path, path.slice(7), 'picture', () => showPicture(path, askRemove, renamePicture)))),
      adder(say('add_pictures'), addPictures),
      el('h2', {}, say('settings')),
      el('ul', {}, el('li', {}, el('button', {type: 'button', class: 'file', onclick: openSettings}, icon('settings'), el('span', {class: 'file-name'}, say('settings_of_book')))),
        single('book.toml', 'book.toml', 'chapter')));
    if (had) list.querySelector(`[data-path="${CSS.escape(had)}"]`)?.focus();
  }

  return {
    place,
    titleOf,
    draw() {
      draw();
      readTitles();
    },
    mark(path) {
      current = path;
      draw();
    },
    retitle: (path) => {
      const words = list.querySelector(`[data-path="${CSS.escape(path)}"] .file-name`);
      if (words && path.startsWith('chapters/')) words.textContent = words.title = titleOf(path);
    },
    askNew,
  };
}
