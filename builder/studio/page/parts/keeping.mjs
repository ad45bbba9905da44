// Keeping: the engine of the page, and the place where a book's files stay. What the engine has changed is in its place before the page
// hears of it; what the place does not take waits and is tried again. Typed text is kept apart at once, so that a closed tab loses none.
import {emitter} from './dom.mjs';
import {bytesIn, toBase64} from './places.mjs';

const changing = new Set(['write', 'remove', 'rename', 'new', 'import']);
const typedAfter = 300;  // ms from a key to the store
const againAfter = 4000;  // ms until what was refused is tried again

// engine: ask() and load(files); place: of shelf.mjs or folder_place.mjs.
export function keepingTransport(engine, place, row) {
  const {on, emit} = emitter();
  const waiting = new Map();  // path -> bytes, or null: files that their place has not taken
  const typed = new Map();  // path -> draft, or null: the newest that its place has not taken
  const drafts = new Map();  // path -> text, or null: what the engine was told of
  let timer = 0;
  let again = 0;
  let last = Promise.resolve();
  let keepingDrafts = Promise.resolve();
  let fault = null;
  let isOver = false;

  function failed(problem) {
    fault = problem;
    clearTimeout(again);
    again = setTimeout(() => { flush(); keepTyped(); }, againAfter);
    emit('kept', fault);
  }

  async function flushNow() {
    if (!waiting.size || isOver) return;
    const taken = new Map(waiting);
    try {
      await place.put(taken);
      for (const [path, bytes] of taken) if (waiting.get(path) === bytes) waiting.delete(path);
      if (fault && !waiting.size && !typed.size) emit('kept', fault = null);
    } catch (problem) {
      failed(problem);
    }
  }
  // A new engine in the place of one that broke, with the book as it is kept and as it is typed; for all who wait for it.
  let renewed = null;
  function anew() {
    renewed ??= (async () => {
      await engine.load(new Map([...await place.load(), ...waiting].filter(([, bytes]) => bytes !== null)));
      await engine.ask({do: 'draft', drafts: Object.fromEntries([...drafts].filter(([, text]) => text !== null))});
    })().finally(() => { renewed = null; });
    return renewed;
  }

  const flush = () => (last = last.then(flushNow));

  async function keepTypedNow() {
    for (const [path, draft] of [...typed]) {
      if (isOver) return;
      try {
        await place.draft(path, draft);
        if (typed.get(path) === draft) typed.delete(path);
      } catch (problem) {
        return failed(problem);
      }
    }
    if (fault && !waiting.size && !typed.size) emit('kept', fault = null);
  }
  function keepTyped() {
    clearTimeout(timer);
    timer = 0;
    return (keepingDrafts = keepingDrafts.then(keepTypedNow));
  }

  async function bytesNow(path) {
    return bytesIn(await engine.ask({do: 'read', path}));
  }

  // What a request has changed, as files for their place.
  async function noted(request, answer) {
    if (request.do === 'write') waiting.set(request.path, bytesIn(request));
    else if (request.do === 'remove') waiting.set(request.path, null);
    else if (request.do === 'rename') {
      waiting.set(request.to, await bytesNow(request.to));
      waiting.set(request.from, null);
    } else for (const file of answer.files ?? []) waiting.set(file.path ?? file, await bytesNow(file.path ?? file));
  }

  // Files that another hand has changed, brought into the engine: so a write over one of them is a conflict, as on a disk.
  async function takeIn(paths) {
    const changed = [];
    for (const [path, bytes] of await place.changed(paths)) {
      if (waiting.has(path)) continue;
      const old = await engine.ask({do: 'read', path}).catch(() => null);
      if (bytes === null && old) await engine.ask({do: 'remove', path, was: old.hash});
      else if (bytes !== null) await engine.ask({do: 'write', path, bytes: toBase64(bytes), was: old?.hash ?? null});
      changed.push(path);
    }
    return changed;
  }

  const transport = {
    name: 'page',
    row,
    on,
    begin: async () => {
      const [files, before] = await Promise.all([place.load(), place.drafts()]);
      engine.load(files).catch(() => {});  // an engine that broke answers the next question so, and is renewed
      transport.drafts = before;
    },

    async ask(request) {
      if (request.do === 'write' && place.changed && request.was) await takeIn([request.path]).catch(() => {});
      for (const [path, text] of Object.entries(request.drafts ?? {})) drafts.set(path, text);
      const answer = await engine.ask(request).catch(async (trouble) => {
        if (!trouble.broken) throw trouble;
        await anew();
        return engine.ask(request);
      });
      if (request.do === 'open') place.titled?.(answer.title);
      if (changing.has(request.do) && !answer.conflict) {
        await noted(request, answer);
        await flush();
      }
      return answer;
    },

    // A text as it is typed now, over the file of this hash; null: it is saved.
    typed(path, text, hash) {
      typed.set(path, text === null ? null : {text, hash, time: Date.now()});
      timer ||= setTimeout(keepTyped, typedAfter);
    },
    keepTyped,

    // What is only in this page: files and texts that their place has not taken.
    unkept: () => [...new Set([...waiting.keys(), ...[...typed].filter(([, draft]) => draft).map(([path]) => path)])],
    fault: () => fault,

    listen(act) {
      if (!place.changed) return;
      const look = async () => {
        if (document.hidden || isOver) return;
        const paths = await takeIn(null).catch(() => []);
        if (paths.length) act(paths);
      };
      setInterval(look, 3000);
      window.addEventListener('focus', look);
    },

    // The last of this book in this tab: everything in its place, and nothing written later.
    async end() {
      await keepTyped();
      await flush();
      isOver = true;
    },
    stop() { isOver = true; },
  };
  return transport;
}
