// Worker: the engine of WebAssembly over files in memory, which the page gives and keeps; one request after the other. What the engine
// would start another program for is done here: formulas by Temml, pictures by the browser.
/* global Hornbook */
import {fromBase64} from '../parts/places.mjs';
import {askedFormulas} from './formulas.mjs';

let folder = '';  // of the book; another one for each, so that an engine confuses none
let books = 0;
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

function answerOfProgram({line, bytes}) {
  const head = new TextEncoder().encode(`${line}\n`);
  const output = new Uint8Array(head.length + bytes.length);
  output.set(head);
  output.set(bytes, head.length);
  return {code: 0, output, errors: ''};
}

// WebAssembly is compiled while it is unpacked.
async function begin(wasm) {
  const unzipped = new Response(new Response(fromBase64(wasm)).body.pipeThrough(new DecompressionStream('gzip')), {headers: {'Content-Type': 'application/wasm'}});
  const compiled = WebAssembly.compileStreaming(unzipped);
  engine = await Hornbook({program, print: () => {}, printErr: () => {}, instantiateWasm: (imports, done) => {
    compiled.then((module) => WebAssembly.instantiate(module, imports).then((instance) => done(instance, module))).catch(broken);
    return {};
  }});
}

function load(files) {
  const {FS} = engine;
  folder = `/book-${++books}`;
  FS.mkdir(folder);
  const made = new Set();
  for (const [path, bytes] of files) {
    const parts = path.split('/');
    for (let i = 1; i < parts.length; ++i) {
      const way = `${folder}/${parts.slice(0, i).join('/')}`;
      if (!made.has(way)) FS.mkdir(way);
      made.add(way);
    }
    FS.writeFile(`${folder}/${path}`, bytes);
  }
  return {};
}

// An engine that has thrown is in no state to answer again.
const broken = (fault) => postMessage({broken: String(fault?.message ?? fault)});

// The engine's answer to a request in UTF-8. A request with a picture in it has no room on the engine's stack, where ccall would put it.
function answerOf(json) {
  const place = engine._malloc(json.length + 1);
  engine.HEAPU8.set(json, place);
  engine.HEAPU8[place + json.length] = 0;
  try {
    return JSON.parse(engine.ccall('hornbook_ask', 'string', ['string', 'number'], [folder, place]));
  } finally {
    engine._free(place);
  }
}

async function answerTo(request) {
  const json = new TextEncoder().encode(JSON.stringify(request));
  for (let pass = 0; pass < mostPasses; ++pass) {
    lacks = [];
    const answer = answerOf(json);
    if (!lacks.length) return answer;
    for (const {key, words, bytes} of lacks) known.set(key, answerOfProgram(await ofPage('picture', {words, bytes})));
  }
  return {trouble: 'there are too many pictures'};
}

setTimeout(postMessage, 0, {begun: true});  // a turn later: the browser has told the page by then that it can be given something
let queue = null;
onmessage = ({data}) => {
  if (data.begin) {
    queue = begin(data.wasm);
    queue.catch(broken);
  } else if (data.given) {
    asked.get(data.given)?.(data);
    asked.delete(data.given);
  } else {
    queue = queue.then(() => (data.files ? load(data.files) : answerTo(data.request))).then((answer) => postMessage({id: data.id, answer}));
    queue.catch(broken);
  }
};
