// Alone: the page without a program. Which book is open, from where its files come, and in which tab.
import {zipSync} from 'fflate';
import {leftInWords} from './adding.mjs';
import {el, fill} from './dom.mjs';
import {plainName, save, saveCopy} from './export.mjs';
import {canOpenFolders, chosenFolder, folderPlace, handlesIn, isAllowed} from './folder_place.mjs';
import {keepingTransport} from './keeping.mjs';
import {newBook} from './new_book.mjs';
import {asChapters, sorted} from './opening.mjs';
import {pageEngine} from './page_engine.mjs';
import {bytesIn} from './places.mjs';
import {openShelf} from './shelf.mjs';
import {askForBook} from './start.mjs';
import {openStudio} from './studio.mjs';
import {setToml, tomlValue} from './toml.mjs';
import {Trouble} from './transport.mjs';
import {takeTurn} from './turns.mjs';
import {language, say} from './words.mjs';

const emptyFiles = (title, tag) => new Map([...newBook(title, tag)].map(([path, text]) => [path, new TextEncoder().encode(text)]));

const titleIn = (files) => tomlValue(new TextDecoder().decode(files.get('book.toml') ?? new Uint8Array(0)), '', 'title');

function address(words) {
  try {
    history.replaceState(null, '', `#${words}`);
  } catch (refused) {
    location.hash = words;
  }
}

// Where the browser keeps nothing: books last as long as the page, which says so.
function shelfOfPage() {
  const kept = new Map();
  const refuse = async () => { throw new Trouble(say('keeps_nothing')); };
  return {
    isOfPage: true,
    list: async () => [],
    row: async () => null,
    change: async () => {},
    add: async ({title, files = new Map(), handle = null}) => {
      kept.set('page', files);
      return {id: 'page', title, handle};
    },
    place: () => ({load: async () => kept.get('page'), drafts: async () => new Map(), put: refuse, draft: refuse}),
  };
}

export async function openAlone(root, data) {
  const engine = pageEngine(window.hornbookEngine);
  const shelf = (await openShelf()) ?? shelfOfPage();

  // The example, which is the book that `hornbook init` makes, as files.
  async function newFiles(title, tag) {
    await engine.load(new Map());
    const made = await engine.ask({do: 'new', title, language: tag});
    const files = new Map();
    for (const {path} of made.files) files.set(path, bytesIn(await engine.ask({do: 'read', path})));
    return files;
  }

  async function added(files, title = titleIn(files) ?? say('untitled'), told = '') {
    navigator.storage?.persist?.().catch(() => {});  // asked, so that the browser clears nothing away by itself
    return {row: await shelf.add({title, files}), told};
  }

  // A book of files that were chosen or dropped.
  async function taken(entries) {
    const {book, chapters, left} = sorted(entries);
    const told = leftInWords(left);
    if (book) return added(book, undefined, told);
    if (!chapters) throw new Trouble(say('no_book_in_files'));
    const [first] = chapters.keys();
    const title = first.includes('/') ? first.split('/')[0] : first.replace(/\.[^.]*$/, '');
    const files = asChapters(chapters);
    const toml = setToml(setToml('', '', 'language', {en: 'en-GB'}[language()] ?? language()), '', 'title', title);
    return added(new Map([['book.toml', new TextEncoder().encode(toml)], ...files]), title, told);
  }

  async function folder() {
    const handle = await chosenFolder();
    if (!handle || !(await isAllowed(handle, true))) return null;
    for (const row of await shelf.list()) if (row.handle && (await row.handle.isSameEntry(handle))) return {row};
    const handles = await handlesIn(handle, true);
    if (!handles.has('book.toml') && [...handles.keys()].some((path) => /\.(md|markdown)$/i.test(path))) {
      const entries = new Map();
      for (const [path, one] of handles) if (/\.(md|markdown|png|jpe?g|gif|webp|svg)$/i.test(path)) entries.set(`${handle.name}/${path}`, new Uint8Array(await (await one.getFile()).arrayBuffer()));
      return taken(entries);
    }
    if (!handles.has('book.toml')) await folderPlace(handle, {}).put(emptyFiles(handle.name, language()));
    const toml = await (await (await handle.getFileHandle('book.toml')).getFile()).text();
    return {row: await shelf.add({title: tomlValue(toml, '', 'title') ?? handle.name, handle})};
  }

  const acts = {
    begin: async (title, tag) => added(emptyFiles(title, tag)),
    example: async () => added(await newFiles('', language() === 'en' ? '' : language())),
    take: taken,
    folder: canOpenFolders() && !shelf.isOfPage ? folder : null,
    list: shelf.list,
    open: async (row) => (row.handle && !(await isAllowed(row.handle, true)) ? null : {row}),
    remove: (row) => shelf.remove(row.id),
    copy: async (row) => {
      const files = await shelf.files(row.id);
      for (const [path, {text}] of await shelf.place(row.id).drafts()) files.set(path, new TextEncoder().encode(text));
      const name = plainName(row.title);
      save(`${name}.zip`, zipSync(Object.fromEntries([...files].map(([path, bytes]) => [`${name}/${path}`, bytes])), {level: 6}), 'application/zip');
    },
  };

  // A page about the tab, with a button or two.
  const told = (heading, words, buttons) => new Promise((done) => {
    fill(root, el('main', {class: 'begin'}, el('h1', {}, heading), el('p', {class: 'field'}, words),
      el('p', {class: 'adders'}, buttons.map(([label, answer], i) => el('button', {type: 'button', class: i ? '' : 'main', onclick: () => done(answer)}, label)))));
    root.querySelector('button').focus();
  });

  async function found() {
    const wanted = /^#book=(\w+)$/.exec(location.hash)?.[1];
    const row = location.hash === '#books' ? null : wanted ? await shelf.row(wanted) : (await shelf.list())[0];
    return row && (!row.handle || (await isAllowed(row.handle, false).catch(() => false))) ? {row, isOwn: !wanted} : null;
  }

  async function leave() {
    address('books');
    location.reload();
  }

  for (let next = await found(), trouble = '';; next = null) {
    const {row, told: ofFiles = ''} = next ?? (await askForBook(root, acts, trouble));
    const said = ofFiles || (sessionStorage.getItem('hornbook-studio/told') ?? '');
    sessionStorage.removeItem('hornbook-studio/told');
    let transport = null;
    const ways = {
      give: async () => {
        await window.hornbookStudio?.book.saveAll();
        await transport?.end();
      },
      lost: async () => {
        transport?.stop();
        const {book} = window.hornbookStudio ?? {};
        window.hornbookStudio = null;
        const ways = [[say('open_here'), 'here'], [say('all_books'), 'books'], ...(transport?.unkept().length ? [[say('copy_zip'), 'copy']] : [])];
        let answer = 'copy';
        while (answer === 'copy') {
          answer = await told(say('goes_on_elsewhere'), say('goes_on_elsewhere_words', row.title), ways);
          if (answer === 'copy') await saveCopy(book);
        }
        if (answer === 'books') return leave();
        address(`book=${row.id}`);
        sessionStorage.setItem('hornbook-studio/insist', row.id);
        return location.reload();
      },
    };
    const insist = sessionStorage.getItem('hornbook-studio/insist') === row.id;
    sessionStorage.removeItem('hornbook-studio/insist');
    let turn = await takeTurn(row.id, {insist, ...ways});
    if (!turn) {
      const answer = await told(say('open_elsewhere'), say('open_elsewhere_words', row.title), [[say('open_here'), 'here'], [say('all_books'), 'books']]);
      if (answer === 'books') {
        address('books');
        continue;
      }
      turn = await takeTurn(row.id, {insist: true, ...ways});
    }
    address(`book=${row.id}`);
    shelf.change(row.id, {opened: Date.now()}).catch(() => {});  // only the order of books hangs on it
    const own = shelf.place(row.id);
    const titled = (title) => title && title !== row.title && shelf.change(row.id, {title: row.title = title});
    transport = keepingTransport(engine, row.handle ? folderPlace(row.handle, own, titled) : {...own, titled}, row);
    try {
      await transport.begin();
      const ownShelf = {leave: async () => { await transport.end(); await leave(); }, take: async (entries) => {
        const {row: other, told: words} = await taken(entries);
        sessionStorage.setItem('hornbook-studio/told', words);
        await transport.end();
        address(`book=${other.id}`);
        location.reload();
      }};
      return openStudio(root, transport, data.frame, {shelf: ownShelf, told: said});
    } catch (fault) {
      turn.end();
      address('books');
      trouble = fault.message;
    }
  }
}
