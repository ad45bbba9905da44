// Operations on files: each can be taken back. Taking back is another operation, so that it can be done again.
import {withRenamed} from './links.mjs';
import {toBase64} from './places.mjs';
import {moved, movedBefore, nextNumber, fileNameOf, replaced, withPartMoved, withPlan, withoutPart} from './plan.mjs';
import {titleIn, withTitle} from './marks.mjs';
import {setToml, tomlValue, withParts} from './toml.mjs';
import {say} from './words.mjs';

export function createOperations({book, editor, announce, changed}) {
  const done = [];
  const undone = [];
  let last = Promise.resolve();

  // One operation after the other: each begins with the book as the one before has left it, and what is taken back is that one.
  function inTurn(act) {
    const turn = last.then(act);
    last = turn.catch(() => {});
    return turn;
  }

  // step: {words, act, back}, both without arguments.
  async function perform(step) {
    await book.saveAll();
    await step.act();
    done.push(step);
    undone.length = 0;
    announce(step.words);
    changed(step.words, 'undo');
  }

  async function take(from, to, way) {
    const step = from[from.length - 1];
    if (!step) return false;
    await book.saveAll();
    await step[way]();
    to.push(from.pop());
    const words = way === 'back' ? say('taken_back', step.words) : step.words;
    announce(words);
    changed(words, way === 'back' ? 'redo' : 'undo');
    return true;
  }

  // book.toml with another list of chapters, and the way back.
  function listing(change) {
    const before = book.toml();
    const {groups, left, hasParts} = book.plan();
    const next = withPlan(before, change(groups, left), hasParts);
    return {act: () => (next !== book.toml() ? book.put('book.toml', next) : null), back: () => (book.toml() !== before ? book.put('book.toml', before) : null)};
  }

  // The list with these chapters at its end, where book.toml has one.
  function listed(chapters) {
    const {isListed, hasParts} = book.plan();
    const names = chapters.map((path) => path.slice(9)).filter((name) => name.toLowerCase() !== 'glossary.md');
    return names.length && (isListed || hasParts) ? listing((all) => all.map((group, i) => (i === all.length - 1 ? {...group, chapters: [...group.chapters, ...names]} : group))) : null;
  }

  const names = () => new Set(book.paths().filter((path) => path.startsWith('chapters/')).map((path) => path.slice(9)));

  const operations = {
    undo: () => take(done, undone, 'back'),
    redo: () => take(undone, done, 'act'),

    async newChapter(title, groupIndex) {
      const {groups, isListed, hasParts} = book.plan();
      const name = nextNumber(groups.flatMap((group) => group.chapters)) + fileNameOf(title, names());
      const text = `# ${title}\n\n`;
      const list = isListed || hasParts ? listing((all) => all.map((group, i) => (i === (groupIndex ?? all.length - 1) ? {...group, chapters: [...group.chapters, name]} : group))) : null;
      await perform({
        words: say('did_add', title),
        act: async () => {
          await book.put(`chapters/${name}`, text);
          await list?.act();
        },
        back: async () => {
          await list?.back();
          await book.remove(`chapters/${name}`);
        },
      });
      return `chapters/${name}`;
    },

    // A chapter with another title above its text.
    async retitle(path, title) {
      const before = await book.text(path);
      const next = withTitle(before, title);
      await perform({words: say('did_rename', titleIn(before) ?? path.slice(9), title), act: () => book.put(path, next), back: () => book.put(path, before)});
    },

    // A chapter or a picture with another name; the links of all chapters go with it.
    async rename(path, name) {
      const folder = path.slice(0, path.indexOf('/') + 1);
      const to = folder + name;
      const {isListed, hasParts} = book.plan();
      const list = folder === 'chapters/' && (isListed || hasParts) ? listing((groups) => replaced(groups, path.slice(9), name)) : null;
      const linked = async (from, next) => {
        await book.rename(from, next);
        for (const file of book.paths().filter((one) => /^chapters\/.+\.md$/i.test(one))) {
          const text = await book.text(file);
          const changed = text === null ? null : withRenamed(text, file, from, next);
          if (changed !== text) await book.put(file, changed);
        }
        if (tomlValue(book.toml(), '', 'cover') === from) await book.put('book.toml', setToml(book.toml(), '', 'cover', next));
      };
      await perform({
        words: say('did_rename', path.slice(folder.length), name),
        act: async () => { await linked(path, to); await list?.act(); },
        back: async () => { await linked(to, path); await list?.back(); },
      });
    },

    // Files that come together, chapters at the end of the list; the first chapter's path.
    async addFiles(files) {
      const chapters = [...files.keys()].filter((path) => /^chapters\/.+\.md$/i.test(path));
      const list = listed(chapters);
      await perform({
        words: say('did_add', chapters.map((path) => path.slice(9)).join(', ')),
        act: async () => {
          for (const [path, bytes] of files) await book.transport.ask({do: 'write', path, bytes: toBase64(bytes), was: null});
          await book.open();
          await list?.act();
        },
        back: async () => {
          await list?.back();
          for (const path of files.keys()) await book.remove(path);
        },
      });
      return chapters[0];
    },

    // A bank of another program as a chapter: {path, messages}; no path where it holds nothing that can be taken.
    async addBank(name, bytes) {
      let [files, messages, list] = [[], [], null];
      const act = async () => {
        ({files = [], messages = []} = await book.transport.ask({do: 'import', name, bytes: toBase64(bytes)}));
        const chapters = files.filter((path) => path.startsWith('chapters/'));
        list = listed(chapters);
        await book.open();
        await list?.act();
      };
      await perform({words: say('did_add', name), act, back: async () => {
        await list?.back();
        for (const path of files) await book.remove(path);
      }});
      return {path: files.find((path) => path.startsWith('chapters/')), messages};
    },

    // A file taken away; its bytes stay in the page for the way back.
    async remove(path) {
      const isChapter = path.startsWith('chapters/');
      const bytes = await book.bytes(path);
      const {isListed, hasParts} = book.plan();
      const list = isChapter && (isListed || hasParts) ? listing((groups) => replaced(groups, path.slice(9), null)) : null;
      await perform({
        words: say('did_remove', path.split('/').pop()),
        act: async () => { editor.forget(path); await list?.act(); await book.remove(path); },
        back: async () => { await book.putBytes(path, bytes); await list?.back(); },
      });
    },

    async step(path, by) {
      const list = listing((groups) => moved(groups, path.slice(9), by));
      await perform({words: say('did_move', path.slice(9)), ...list});
    },

    async moveBefore(path, other) {
      const list = listing((groups) => movedBefore(groups, path.slice(9), other.slice(9)));
      await perform({words: say('did_move', path.slice(9)), ...list});
    },

    async addPicture(name, bytes) {
      const taken = new Set(book.paths().filter((path) => path.startsWith('images/')).map((path) => path.slice(7)));
      const ending = (/\.[a-z0-9]+$/i.exec(name)?.[0] ?? '.png').toLowerCase();
      const path = `images/${fileNameOf(name.replace(/\.[a-z0-9]+$/i, ''), taken, ending)}`;
      await perform({words: say('did_add', path.slice(7)), act: () => book.putBytes(path, bytes), back: () => book.remove(path)});
      return path;
    },

    // Settings as another text of book.toml.
    async settings(next) {
      const before = book.toml();
      await perform({words: say('did_settings'), act: () => book.put('book.toml', next), back: () => book.put('book.toml', before)});
    },

    async newPart(title) {
      const {groups, hasParts, left} = book.plan();
      const before = book.toml();
      const all = hasParts ? [...groups, {title, chapters: []}] : [{title, chapters: [...groups.flatMap((group) => group.chapters), ...left]}];
      const next = withPlan(hasParts ? before : setToml(before, '', 'chapters', null), all, true);
      await operations.settings(next);
    },

    async renamePart(index, title) {
      const before = book.plan().groups[index].title;
      await perform({words: say('did_rename', before || say('part_n', index + 1), title), ...listing((groups) => groups.map((group, i) => (i === index ? {...group, title} : group)))});
    },

    async stepPart(index, by) {
      const {groups} = book.plan();
      if (groups[index + by]) await perform({words: say('did_move', groups[index].title || say('part_n', index + 1)), ...listing((all) => withPartMoved(all, index, by))});
    },

    // A part taken away; its chapters stay. Without any part the chapters are one list.
    async removePart(index) {
      const {groups} = book.plan();
      const words = say('did_remove', groups[index].title || say('part_n', index + 1));
      if (groups.length > 1) return perform({words, ...listing((all) => withoutPart(all, index))});
      const before = book.toml();
      const next = setToml(withParts(before, []), '', 'chapters', groups[0].chapters);
      return perform({words, act: () => book.put('book.toml', next), back: () => book.put('book.toml', before)});
    },

    // Other text in a file that may not be open: a glossary entry, a text of the history.
    async replaceText(path, text, words) {
      const before = book.has(path) ? await book.text(path) : null;
      await perform({words, act: () => book.put(path, text), back: () => (before === null ? book.remove(path) : book.put(path, before))});
    },
  };
  return {
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
    ...Object.fromEntries(Object.entries(operations).map(([name, act]) => [name, (...given) => inTurn(() => act(...given))])),
  };
}
