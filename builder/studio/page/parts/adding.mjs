// Adding: files that were chosen or dropped become chapters, pictures, questions; a whole book opens beside the one that is open.
import {confirmed, openDialog} from './dialog.mjs';
import {el} from './dom.mjs';
import {asChapters, chosenEntries, droppedEntries, sorted} from './opening.mjs';
import {say} from './words.mjs';

// Names of files that were left, in words; empty where none was.
export function leftInWords(left) {
  const most = 5;
  const names = left.slice(0, most).map((path) => path.split('/').pop()).join(', ') + (left.length > most ? ` … (${left.length})` : '');
  return left.length ? say('left_out', names) : '';
}

export function createAdding({book, editor, operations, inserts, open, problems, announce, attempt, shelf}) {
  async function addBanks(banks) {
    for (const [name, bytes] of banks) {
      const {path, messages} = await operations.addBank(name, bytes);
      if (path) await open(path);
      const title = path ? say('imported', path.slice(9)) : say('problems');
      if (messages.length) await openDialog(title, problems.listed(messages), [{words: say('close'), main: true}], {wide: true}).closed;
      else announce(title, true);
    }
  }

  async function addBook(entries) {
    if (!shelf) throw new Error(say('no_book_here'));
    if (await confirmed(say('open_book'), say('open_book_words', book.facts().title ?? ''), say('open_book'))) await shelf.take(entries);
  }

  // Everything that came at once; pictures are described where a chapter is open.
  async function add(entries) {
    const {book: whole, chapters, pictures, banks, left} = sorted(entries);
    if (whole) return addBook(entries);
    if (chapters) {
      const first = await operations.addFiles(asChapters(chapters, new Set(book.paths())));
      await open(first);
      return left.length ? announce(leftInWords(left), true) : null;
    }
    if (pictures.length) await inserts.addFiles(pictures.map(([path, bytes]) => new File([bytes], path.split('/').pop())));
    await addBanks(banks);
    return left.length ? announce(leftInWords(left), true) : null;
  }

  const overlay = el('div', {class: 'drop-here', hidden: true}, el('p', {}, say('drop_into_book')));
  function dragged(event) {
    if (!event.dataTransfer?.types.includes('Files')) return;
    if (event.type === 'dragleave') {
      overlay.hidden = event.relatedTarget === null;
      return;
    }
    overlay.hidden = event.type === 'drop';
    if (event.defaultPrevented) return;  // the text has taken a picture
    event.preventDefault();
    if (event.type === 'drop') attempt(async () => add(await droppedEntries(event.dataTransfer)));
  }
  for (const name of ['dragover', 'dragleave', 'drop']) window.addEventListener(name, dragged);

  return {
    overlay, add,
    chooseFiles: () => attempt(async () => {
      const files = await inserts.chosenFiles('.md,.markdown,.zip,image/*', true);
      if (files.length) await add(await chosenEntries(files));
    }),
    chooseFolder: () => attempt(async () => {
      const files = await inserts.chosenFiles('', true, true);
      if (files.length) await add(await chosenEntries(files));
    }),
    chooseBank: () => attempt(async () => {
      const files = await inserts.chosenFiles('.xml,.zip,.txt,.gift,.imscc', true);
      await addBanks([...await chosenEntries(files)]);
    }),
  };
}

