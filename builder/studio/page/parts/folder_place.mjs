// A folder of this computer as the place of a book, where the browser lets a page write there: File System Access.

const rooms = ['chapters', 'images', 'styles'];
const mostBytes = 64 << 20;

export const canOpenFolders = () => typeof window.showDirectoryPicker === 'function';

// The folder that somebody chooses; null where nobody does.
export async function chosenFolder() {
  try {
    return await window.showDirectoryPicker({id: 'hornbook', mode: 'readwrite'});
  } catch (fault) {
    if (fault.name === 'AbortError') return null;
    throw fault;
  }
}

// Whether the page may read and write there; it may ask only while somebody presses a button.
export async function isAllowed(handle, ask) {
  const wanted = {mode: 'readwrite'};
  if ((await handle.queryPermission(wanted)) === 'granted') return true;
  return ask && (await handle.requestPermission(wanted)) === 'granted';
}

async function* filesBelow(folder, path) {
  for await (const [name, handle] of folder.entries()) {
    if (name.startsWith('.')) continue;
    if (handle.kind === 'directory') yield* filesBelow(handle, `${path}${name}/`);
    else yield [`${path}${name}`, handle];
  }
}

// Files of a book in a folder, as handles by path. all: those of other folders too.
export async function handlesIn(folder, all = false) {
  const found = new Map();
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind === 'file' ? name === 'book.toml' || all : rooms.includes(name) || (all && !name.startsWith('.'))) {
      if (handle.kind === 'file') found.set(name, handle);
      else for await (const [path, file] of filesBelow(handle, `${name}/`)) found.set(path, file);
    }
  }
  return found;
}

const stateOf = (file) => `${file.lastModified} ${file.size}`;
const missing = (fault) => ['NotFoundError', 'TypeMismatchError'].includes(fault.name);

async function fileAt(folder, path, create = false) {
  const names = path.split('/');
  let at = folder;
  for (const name of names.slice(0, -1)) at = await at.getDirectoryHandle(name, {create});
  return {at, name: names[names.length - 1]};
}

// drafts: the place on the shelf, which keeps what is typed.
export function folderPlace(folder, drafts, titled) {
  const seen = new Map();  // path -> state of the file as the page knows it

  // A file that somebody is writing cannot be read for a moment.
  async function read(handle, path, tries = 3) {
    const file = await handle.getFile();
    if (file.size > mostBytes) return null;
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      seen.set(path, stateOf(file));
      return bytes;
    } catch (fault) {
      if (fault.name !== 'NotReadableError' || tries === 0) throw fault;
      await new Promise((done) => setTimeout(done, 200));
      return read(handle, path, tries - 1);
    }
  }

  async function stateNow(path) {
    try {
      const {at, name} = await fileAt(folder, path);
      const handle = await at.getFileHandle(name);
      return {handle, state: stateOf(await handle.getFile())};
    } catch (fault) {
      if (missing(fault)) return {handle: null, state: undefined};
      throw fault;
    }
  }

  return {
    titled,
    draft: drafts.draft,
    drafts: drafts.drafts,

    async load() {
      const files = new Map();
      for (const [path, handle] of await handlesIn(folder)) {
        const bytes = await read(handle, path);
        if (bytes) files.set(path, bytes);
      }
      return files;
    },

    // Each file whole or as it was: the browser writes beside it and exchanges them.
    async put(changes) {
      for (const [path, bytes] of changes) {
        if (bytes === null) {
          const {at, name} = await fileAt(folder, path, true);
          await at.removeEntry(name).catch((fault) => { if (!missing(fault)) throw fault; });
          seen.delete(path);
          continue;
        }
        const {at, name} = await fileAt(folder, path, true);
        const handle = await at.getFileHandle(name, {create: true});
        const writer = await handle.createWritable();
        await writer.write(bytes);
        await writer.close();
        seen.set(path, stateOf(await handle.getFile()));
      }
    },

    // What another hand has changed since the page looked, as bytes by path, null where it is gone. paths null: all files.
    async changed(paths) {
      const found = new Map();
      const handles = paths ? null : await handlesIn(folder);
      for (const path of paths ?? new Set([...handles.keys(), ...seen.keys()])) {
        const now = await stateNow(path);
        if (now.state === seen.get(path)) continue;
        if (now.handle) {
          const bytes = await read(now.handle, path);
          if (bytes) found.set(path, bytes);
        } else {
          seen.delete(path);
          found.set(path, null);
        }
      }
      return found;
    },
  };
}
