// Worker: the engine of WebAssembly over files in memory, which the browser's own store keeps; one request after the other. What the
// engine would start another program for is done here: formulas by Temml, pictures by the browser.
/* global Hornbook */
import {keptFiles} from './kept_files.mjs';
import {askedFormulas} from './formulas.mjs';
import {pictureAnswer} from './pictures.mjs';

const folder = '/book';
const mostPasses = 600;  // one for each picture that is new
const known = new Map();  // answers of pictures by what was asked
let engine = null;
let lacks = [];
let last = 0;
const asked = new Map();

const keyOf = (words, bytes) => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; ++i) hash = Math.imul(hash ^ bytes[i], 0x01000193);
  return `${words.join(' ')} ${bytes.length} ${hash >>> 0} ${bytes[bytes.length >> 1] ?? 0}`;
};

// The engine's question while it runs: at once, or not yet; then what lacks is made, and the request is asked again.
function program([name, ...words], bytes) {
  if (/pandoc$/.test(name)) return askedFormulas(new TextDecoder().decode(bytes));
  if (!/hornbook-pictures$/.test(name)) return null;
  const key = keyOf(words, bytes);
  if (!known.has(key)) lacks.push({key, words, bytes});
  return known.get(key) ?? null;
}

// Something that only a page with a document can do, asked of it.
function ofPage(want, given) {
  return new Promise((done) => {
    asked.set(++last, done);
    postMessage({want, number: last, ...given});
  });
}

async function unzipped(base64) {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
}

async function begin(wasm) {
  engine = await Hornbook({wasmBinary: await unzipped(wasm), program, print: () => {}, printErr: () => {}});
  await keptFiles.load(engine.FS, folder);
}

async function answerTo(request) {
  const json = JSON.stringify(request);
  for (let pass = 0; pass < mostPasses; ++pass) {
    lacks = [];
    const answer = JSON.parse(engine.ccall('hornbook_ask', 'string', ['string', 'string'], [folder, json]));
    if (!lacks.length) {
      await keptFiles.after(engine.FS, folder, request, answer);
      return answer;
    }
    for (const {key, words, bytes} of lacks) known.set(key, await pictureAnswer(words, bytes, ofPage));
  }
  return {trouble: 'there are too many pictures'};
}

let queue = null;
onmessage = ({data}) => {
  if (data.begin) queue = begin(data.wasm);
  else if (data.given) {
    asked.get(data.given)?.(data);
    asked.delete(data.given);
  } else {
    queue = queue.then(() => answerTo(data.request)).catch((fault) => ({trouble: String(fault.message ?? fault)})).then((answer) => postMessage({id: data.id, answer}));
  }
};
