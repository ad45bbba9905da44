// Beginning: the words, the engine, the book, the studio.
import {leftInWords} from './adding.mjs';
import {openAlone} from './alone.mjs';
import {keepOffline} from './app.mjs';
import {el, fill} from './dom.mjs';
import {newBook} from './new_book.mjs';
import {sorted} from './opening.mjs';
import {toBase64} from './places.mjs';
import {askForBook} from './start.mjs';
import {openStudio} from './studio.mjs';
import {Trouble, serverTransport} from './transport.mjs';
import {chooseLanguage, say} from './words.mjs';

const root = document.getElementById('studio');

async function openServed(data) {
  const transport = serverTransport();
  const facts = await transport.ask({do: 'open'}).catch((trouble) => {
    if (trouble.gone) throw trouble;
    return null;
  });
  let told = '';
  const acts = {
    async begin(title, language) {
      for (const [path, text] of newBook(title, language)) await transport.ask({do: 'write', path, text, was: null});
      return true;
    },
    async take(entries) {
      const {book, left} = sorted(entries);
      if (!book) throw new Trouble(say('no_book_in_files'));
      for (const [path, bytes] of book) await transport.ask({do: 'write', path, bytes: toBase64(bytes), was: null});
      told = leftInWords(left);
      return true;
    },
  };
  if (!facts?.files?.some((file) => file.path === 'book.toml')) await askForBook(root, acts);
  return openStudio(root, transport, data.frame, {told});
}

async function begin() {
  const data = JSON.parse(document.getElementById('studio-data').textContent);
  chooseLanguage();
  if (window.hornbookEngine) keepOffline();
  window.hornbookStudio = await (window.hornbookEngine ? openAlone(root, data) : openServed(data));
}

begin().catch((trouble) => fill(root, el('main', {class: 'begin'}, el('h1', {}, say('no_engine')), el('p', {}, trouble.gone ? say('engine_gone') : trouble.message))));
