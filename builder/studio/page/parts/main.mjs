// Beginning: the words, the engine, the book, the studio.
import {el, fill} from './dom.mjs';
import {askForBook} from './start.mjs';
import {openStudio} from './studio.mjs';
import {serverTransport, workerTransport} from './transport.mjs';
import {pageEngine} from './page_engine.mjs';
import {chooseLanguage, say} from './words.mjs';

const root = document.getElementById('studio');

// Whether `hornbook serve` has given this page, with its key in the address: then the program itself answers.
const isServed = () => location.protocol.startsWith('http') && new URLSearchParams(location.search).has('key');

async function begin() {
  const data = JSON.parse(document.getElementById('studio-data').textContent);
  chooseLanguage();
  const transport = data.engine && !isServed() ? workerTransport(...pageEngine(data)) : serverTransport();
  const facts = await transport.ask({do: 'open'}).catch((trouble) => {
    if (trouble.gone) throw trouble;
    return null;
  });
  if (!facts?.files?.some((file) => file.path === 'book.toml')) await askForBook(root, transport);
  window.hornbookStudio = await openStudio(root, transport, data.frame);
}

begin().catch((trouble) => fill(root, el('main', {class: 'begin'}, el('h1', {}, say('no_engine')), el('p', {}, trouble.gone ? say('engine_gone') : trouble.message))));
