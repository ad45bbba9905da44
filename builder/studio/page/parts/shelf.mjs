// Shelf: the books of this browser, each with its files and with what was typed and not saved. A book in a folder of this computer has a
// row and its typed texts here, and its files there.

const promised = (request) => new Promise((yes, no) => {
  request.onsuccess = () => yes(request.result);
  request.onerror = () => no(request.error);
});

const finished = (transaction) => new Promise((yes, no) => {
  transaction.oncomplete = () => yes();
  transaction.onabort = () => no(transaction.error ?? new DOMException('', 'QuotaExceededError'));
});

function opened() {
  const request = indexedDB.open('hornbook-shelf', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('books', {keyPath: 'id'});
    request.result.createObjectStore('files');
    request.result.createObjectStore('drafts');
  };
  return promised(request);
}

const allOf = (id) => IDBKeyRange.bound([id], [id, []]);

// Whether what failed is that there is no room for more.
export const isFull = (fault) => /Quota/i.test(`${fault?.name} ${fault?.message}`);

// The shelf, or null where the browser keeps nothing.
export async function openShelf() {
  let base;
  try {
    base = await opened();
  } catch (refused) {
    return null;
  }
  const begin = (names, mode, durability = 'strict') => base.transaction(names, mode, {durability});
  const store = (name) => begin(name, 'readonly').objectStore(name);

  async function pairs(name, id) {
    const from = store(name);
    const [keys, values] = await Promise.all([promised(from.getAllKeys(allOf(id))), promised(from.getAll(allOf(id)))]);
    return new Map(keys.map((key, i) => [key[1], values[i]]));
  }

  async function change(id, facts) {
    const transaction = begin('books', 'readwrite');
    const books = transaction.objectStore('books');
    const row = await promised(books.get(id));
    if (row) books.put({...row, ...facts});
    return finished(transaction);
  }

  return {
    list: async () => (await promised(store('books').getAll())).sort((a, b) => b.opened - a.opened),
    row: (id) => promised(store('books').get(id)),
    files: (id) => pairs('files', id),
    change,

    // A new row: {title} with the files of a book, or with the handle of a folder.
    async add({title, files = new Map(), handle = null}) {
      const row = {id: `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`, title, handle, made: Date.now(), opened: Date.now(), changed: Date.now()};
      const transaction = begin(['books', 'files'], 'readwrite');
      transaction.objectStore('books').put(row);
      for (const [path, bytes] of files) transaction.objectStore('files').put(bytes, [row.id, path]);
      await finished(transaction);
      return row;
    },

    async remove(id) {
      const transaction = begin(['books', 'files', 'drafts'], 'readwrite');
      transaction.objectStore('books').delete(id);
      transaction.objectStore('files').delete(allOf(id));
      transaction.objectStore('drafts').delete(allOf(id));
      await finished(transaction);
    },

    // A book's place: where its files come from and go to. Texts that are being typed: {text, hash of the file below them, time}.
    place: (id) => ({
      load: () => pairs('files', id),
      drafts: () => pairs('drafts', id),

      // All of these files (null: gone) or none of them.
      async put(changes) {
        const transaction = begin(['books', 'files'], 'readwrite');
        const done = finished(transaction);
        const books = transaction.objectStore('books');
        try {
          for (const [path, bytes] of changes) {
            if (bytes === null) transaction.objectStore('files').delete([id, path]);
            else transaction.objectStore('files').put(bytes, [id, path]);
          }
          const row = await promised(books.get(id));
          if (!row) throw new DOMException('', 'NotFoundError');
          books.put({...row, changed: Date.now()});
        } catch (fault) {
          try { transaction.abort(); } catch (over) { /* it has ended already */ }
          await done.catch(() => {});
          throw fault;
        }
        return done;
      },

      async draft(path, draft) {
        const transaction = begin('drafts', 'readwrite', 'relaxed');
        if (draft) transaction.objectStore('drafts').put(draft, [id, path]);
        else transaction.objectStore('drafts').delete([id, path]);
        return finished(transaction);
      },
    }),
  };
}
