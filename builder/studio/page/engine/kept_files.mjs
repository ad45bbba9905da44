// Kept files: those of the book in the browser's store, so that the next opening of the page finds them. What was changed is kept before
// the page hears that it is saved.

const changing = new Set(['write', 'rename', 'remove', 'new', 'import']);
let base = null;

function opened() {
  return new Promise((done) => {
    try {
      const request = indexedDB.open('hornbook-book', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('files');
      request.onsuccess = () => done(request.result);
      request.onerror = () => done(null);
    } catch (refused) {
      done(null);
    }
  });
}

function filesIn(FS, folder, path = '') {
  return FS.readdir(folder + path).filter((name) => !name.startsWith('.')).flatMap((name) => {
    const inner = `${path}/${name}`;
    return FS.isDir(FS.stat(folder + inner).mode) ? filesIn(FS, folder, inner) : [inner.slice(1)];
  });
}

function put(FS, folder, path, bytes) {
  const parts = path.split('/');
  for (let i = 1; i < parts.length; ++i) if (!FS.analyzePath(`${folder}/${parts.slice(0, i).join('/')}`).exists) FS.mkdir(`${folder}/${parts.slice(0, i).join('/')}`);
  FS.writeFile(`${folder}/${path}`, bytes);
}

const done = (transaction) => new Promise((yes, no) => {
  transaction.oncomplete = yes;
  transaction.onabort = transaction.onerror = () => no(transaction.error ?? new Error('the browser keeps nothing'));
});

export const keptFiles = {
  async load(FS, folder) {
    FS.mkdir(folder);
    base = await opened();
    if (!base) return;
    const store = base.transaction('files').objectStore('files');
    const [names, contents] = await Promise.all([store.getAllKeys(), store.getAll()].map((request) => new Promise((yes) => { request.onsuccess = () => yes(request.result); })));
    names.forEach((name, i) => put(FS, folder, name, contents[i]));
  },

  async after(FS, folder, request, answer) {
    if (!base || !changing.has(request.do) || answer.trouble || answer.conflict) return;
    const transaction = base.transaction('files', 'readwrite');
    const store = transaction.objectStore('files');
    if (request.do === 'write') store.put(FS.readFile(`${folder}/${request.path}`), request.path);
    else if (request.do === 'remove') store.delete(request.path);
    else if (request.do === 'rename') {
      store.delete(request.from);
      store.put(FS.readFile(`${folder}/${request.to}`), request.to);
    } else for (const path of filesIn(FS, folder)) store.put(FS.readFile(`${folder}/${path}`), path);
    await done(transaction);
  },
};
