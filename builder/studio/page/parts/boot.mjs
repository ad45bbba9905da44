// Boot: the engine starts before the rest of the page is read. A worker of a blob is one that a file on a stick may start, too.
const text = (id) => document.getElementById(id).textContent;
const {engine, worker} = JSON.parse(text('studio-engine'));

// Whether `hornbook serve` has given this page, with its key in the address: then the program itself answers.
const isServed = location.protocol.startsWith('http') && new URLSearchParams(location.search).has('key');

if (engine && !isServed) {
  const script = URL.createObjectURL(new Blob([engine, '\n', worker], {type: 'text/javascript'}));
  window.hornbookEngine = {start() {
    const thread = new Worker(script);
    thread.postMessage({begin: true, wasm: text('studio-wasm')});
    return thread;
  }};
  window.hornbookEngine.first = window.hornbookEngine.start();
}
