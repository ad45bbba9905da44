// History: earlier texts of this computer's books, in the browser's own store. Where the browser keeps nothing, there is none.

const mostPerFile = 60;
const every = 3 * 60 * 1000;  // ms between two steps that nobody asked for

function opened() {
  return new Promise((done) => {
    try {
      const request = indexedDB.open('hornbook-studio', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('texts', {keyPath: 'id', autoIncrement: true}).createIndex('file', 'file');
      request.onsuccess = () => done(request.result);
      request.onerror = () => done(null);
    } catch (refused) {
      done(null);
    }
  });
}

export function openHistory(bookName = () => '') {
  const base = opened();
  const fileKey = (path) => `${bookName()}\n${path}`;

  async function ask(mode, act) {
    const db = await base;
    if (!db) return null;
    return new Promise((done) => {
      const transaction = db.transaction('texts', mode);
      const request = act(transaction.objectStore('texts'));
      transaction.oncomplete = () => done(request?.result ?? null);
      transaction.onerror = () => done(null);
      transaction.onabort = () => done(null);
    });
  }

  const list = async (path) => (await ask('readonly', (store) => store.index('file').getAll(fileKey(path)))) ?? [];

  return {
    list: async (path) => (await list(path)).reverse(),

    // A text kept with a name or a reason; the oldest without a name make room.
    async keep(path, text, why = '', name = '') {
      const rows = await list(path);
      if (rows.length && rows[rows.length - 1].text === text && !name) return;
      await ask('readwrite', (store) => store.add({file: fileKey(path), time: Date.now(), text, why, name}));
      const spare = rows.filter((row) => !row.name);
      for (const row of spare.slice(0, Math.max(0, spare.length - mostPerFile))) await ask('readwrite', (store) => store.delete(row.id));
    },

    // Before a save: what stood there is kept now and then, and always where much of it goes.
    async step(path, before, after) {
      const rows = await list(path);
      const isOld = !rows.length || Date.now() - rows[rows.length - 1].time > every;
      if (before && (isOld || after.length < before.length * 0.7)) await this.keep(path, before, 'step');
    },
  };
}
