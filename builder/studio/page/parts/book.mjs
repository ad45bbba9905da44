// Book: what the page knows of the folder that is open: facts, files, texts as they are saved and as they are typed.
import {emitter, later} from './dom.mjs';
import {bytesIn, toBase64} from './places.mjs';
import {planOf} from './plan.mjs';

const saveAfter = 900;  // ms without a key
const saveAtLeast = 3000;  // ms from the first key that is not saved

// A file's text with the beginning and the line ends that it has on disk.
const shown = (text) => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
const asOnDisk = (text, file) => (file.mark ? '\ufeff' : '') + (file.crlf ? text.replace(/\n/g, '\r\n') : text);

export function createBook(transport, history) {
  const {on, emit} = emitter();
  const texts = new Map();  // path -> {text, saved, hash, mark, crlf, since, conflict}
  let facts = {chapters: [], files: [], outputs: []};
  let saving = Promise.resolve();

  const book = {
    on,
    transport,
    facts: () => facts,
    paths: () => facts.files.map((file) => file.path),
    has: (path) => facts.files.some((file) => file.path === path),
    toml: () => texts.get('book.toml')?.text ?? '',
    plan: () => planOf(book.toml(), book.paths()),
    textNow: (path) => texts.get(path)?.text,
    isDirty: (path) => Boolean(texts.get(path) && texts.get(path).text !== texts.get(path).saved),
    dirtyPaths: () => [...texts.keys()].filter(book.isDirty),
    conflicts: () => [...texts].filter(([, file]) => file.conflict).map(([path]) => path),

    async open() {
      facts = await transport.ask({do: 'open'});
      if (book.has('book.toml')) await book.text('book.toml');
      emit('opened');
      return facts;
    },

    async text(path) {
      if (!texts.has(path)) {
        const answer = await transport.ask({do: 'read', path});
        if (texts.has(path)) return texts.get(path).text;
        if (answer.text === undefined) return null;
        const text = shown(answer.text);
        texts.set(path, {text, saved: text, hash: answer.hash, mark: answer.text.startsWith('\ufeff'), crlf: /\r\n/.test(answer.text)});
      }
      return texts.get(path).text;
    },

    async bytes(path) {
      return bytesIn(await transport.ask({do: 'read', path}));
    },

    typed(path, text) {
      const file = texts.get(path);
      if (!file || file.text === text) return;
      file.text = text;
      file.since ??= Date.now();
      tellTyped(path);
      emit('typed', path);
      schedule();
    },

    // Texts that were typed in another life of the page and not saved: over the file as it was then, so that a newer one is a conflict.
    async restore(drafts) {
      const restored = [];
      for (const [path, draft] of drafts) {
        const now = book.has(path) ? await book.text(path) : null;
        const text = shown(draft.text);
        if (now === text) {
          transport.typed?.(path, null);
          continue;
        }
        if (!texts.has(path)) texts.set(path, {text: '', saved: null, hash: null, mark: false, crlf: false});
        const file = texts.get(path);
        Object.assign(file, {text, hash: draft.hash, since: Date.now()});
        restored.push(path);
        await book.save(path);
      }
      return restored;
    },

    // A text put in whole, saved at once.
    async put(path, text) {
      if (!texts.has(path) && book.has(path)) await book.text(path);
      if (!texts.has(path)) texts.set(path, {text: '', saved: null, hash: null, mark: false, crlf: false});
      texts.get(path).text = text;
      tellTyped(path);
      emit('replaced', path);
      await book.save(path);
      if (!book.has(path)) await book.open();
    },

    async putBytes(path, bytes, was = null) {
      const answer = await transport.ask({do: 'write', path, bytes: toBase64(bytes), was});
      if (answer.conflict) return false;
      await book.open();
      return true;
    },

    // Saves one file after what is being saved; true if it is on disk as it is typed.
    save(path) {
      saving = saving.then(() => saveNow(path));
      return saving;
    },

    async saveAll() {
      for (const path of book.dirtyPaths()) await book.save(path);
      return book.dirtyPaths().length === 0;
    },

    // The one of two texts that stays; the other is kept in the history. 'both': the own text becomes a file of its own.
    async settle(path, which) {
      const file = texts.get(path);
      const theirs = file.conflict;
      if (!theirs) return null;
      file.conflict = null;
      file.hash = theirs.hash;
      const text = shown(theirs.text ?? '');
      await history.keep(path, which === 'mine' ? text : file.text, 'conflict');
      file.saved = text;
      if (which === 'mine') return book.save(path).then(() => null);
      let copy = null;
      if (which === 'both') {
        copy = path.replace(/(\.[a-z]+)$/i, `-${Date.now().toString(36)}$1`);
        await transport.ask({do: 'write', path: copy, text: file.text, was: null});
      }
      file.text = text;
      file.since = null;
      emit('replaced', path);
      emit('saved', path);
      transport.typed?.(path, null);
      await book.tellDrafts();
      if (copy) await book.open();
      return copy;
    },

    async rename(from, to) {
      if (book.isDirty(from)) await book.save(from);
      await transport.ask({do: 'rename', from, to});
      if (texts.has(from)) texts.set(to, texts.get(from));
      texts.delete(from);
      transport.typed?.(from, null);
      emit('renamed', from, to);
      await book.open();
    },

    async remove(path) {
      const hash = texts.get(path)?.hash ?? facts.files.find((file) => file.path === path)?.hash;
      const answer = await transport.ask({do: 'remove', path, was: hash});
      if (answer.conflict) return false;
      texts.delete(path);
      transport.typed?.(path, null);
      emit('removed', path);
      await book.open();
      return true;
    },

    // Files that another hand has changed: those that nobody is typing in are read anew, the others become a conflict when saved.
    async changedOutside(paths) {
      for (const path of paths) {
        const file = texts.get(path);
        if (!file || book.isDirty(path)) continue;
        const answer = await transport.ask({do: 'read', path}).catch(() => null);
        if (!answer || answer.hash === file.hash || answer.text === undefined || book.isDirty(path)) continue;
        Object.assign(file, {text: shown(answer.text), saved: shown(answer.text), hash: answer.hash});
        emit('replaced', path);
      }
      await book.open();
    },

    // Asks the engine, and tells it with the question of every text as it is typed now: of one that is again as it is saved, too. Texts
    // that are not the files' are its drafts; file.draft is what it was told last.
    async ask(request) {
      const drafts = {};
      for (const [path, file] of texts) {
        const draft = book.isDirty(path) ? asOnDisk(file.text, file) : null;
        if (draft !== (file.draft ?? null)) drafts[path] = file.draft = draft;
      }
      if (!Object.keys(drafts).length) return transport.ask(request);
      try {
        return await transport.ask({...request, drafts});
      } catch (trouble) {
        for (const path of Object.keys(drafts)) if (texts.has(path)) texts.get(path).draft = false;  // told anew
        throw trouble;
      }
    },
    tellDrafts: () => book.ask({do: 'draft'}),
  };

  // A page that keeps its books itself keeps what is typed, too.
  function tellTyped(path) {
    const file = texts.get(path);
    transport.typed?.(path, asOnDisk(file.text, file), file.hash);
  }

  async function saveNow(path) {
    const file = texts.get(path);
    if (!file || file.text === file.saved || file.conflict) return !file?.conflict;
    const text = file.text;
    emit('saving', path);
    try {
      const answer = await transport.ask({do: 'write', path, text: asOnDisk(text, file), was: file.hash});
      if (answer.conflict) {
        file.conflict = answer.conflict;
        emit('conflict', path);
        return false;
      }
      if (file.saved !== null) await history.step(path, file.saved, text);
      Object.assign(file, {hash: answer.hash, saved: text, since: file.text === text ? null : Date.now()});
      if (file.text === text) {
        transport.typed?.(path, null);
        await book.tellDrafts().catch(() => {});
      } else {
        tellTyped(path);
        schedule();  // though it may be as it was saved before
      }
      emit('saved', path);
      return true;
    } catch (trouble) {
      emit('unsaved', path, trouble);
      schedule();
      return false;
    }
  }

  const soon = later(() => book.saveAll(), saveAfter);
  function schedule() {
    const oldest = Math.min(...book.dirtyPaths().map((path) => texts.get(path).since ?? Date.now()));
    if (Date.now() - oldest > saveAtLeast) {
      soon.cancel();
      book.saveAll();
    } else {
      soon();
    }
  }
  return book;
}
