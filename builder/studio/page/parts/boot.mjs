// Boot: the engine starts before the rest of the page is read. A worker of a blob is one that a file on a stick may start, too.
const text = (id) => document.getElementById(id).textContent;
const {engine, formulas, worker} = JSON.parse(text('studio-engine'));

// Whether `hornbook serve` has given this page, with its key in the address: then the program itself answers.
const isServed = location.protocol.startsWith('http') && new URLSearchParams(location.search).has('key');

// The rest of the page waits for the worker to begin: Chromium neither starts one nor gives it anything while a page is busy.
window.hornbookBegun = Promise.resolve();

if (engine && !isServed) {
  const script = URL.createObjectURL(new Blob([engine, '\n', formulas, '\n', worker], {type: 'text/javascript'}));
  const give = (thread) => thread.postMessage({begin: true, wasm: text('studio-wasm')});
  const first = new Worker(script);
  window.hornbookBegun = new Promise((done) => { first.onmessage = first.onerror = done; }).then(() => give(first));
  window.hornbookEngine = {first, start() {
    const thread = new Worker(script);
    give(thread);
    return thread;
  }};
}
