// Operations on files: each can be taken back. Taking back is another operation, so that it can be done again.
import {moved, movedBefore, nextNumber, fileNameOf, replaced, withPlan} from './plan.mjs';
import {setToml} from './toml.mjs';
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
    changed();
  }

  async function take(from, to, way) {
    const step = from[from.length - 1];
    if (!step) return false;
    await book.saveAll();
    await step[way]();
    to.push(from.pop());
    announce(way === 'back' ? say('taken_back', step.words) : step.words);
    changed();
    return true;
  }

  // book.toml with another list of chapters, and the way back.
  function listing(change) {
    const before = book.toml();
    const {groups, left, hasParts} = book.plan();
    const next = withPlan(before, change(groups, left), hasParts);
    return {act: () => (next !== book.toml() ? book.put('book.toml', next) : null), back: () => (book.toml() !== before ? book.put('book.toml', before) : null)};
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

    async rename(path, name) {
      const to = `chapters/${name}`;
      const {isListed, hasParts} = book.plan();
      const list = isListed || hasParts ? listing((groups) => replaced(groups, path.slice(9), name)) : null;
      await perform({
        words: say('did_rename', path.slice(9), name),
        act: async () => { await book.rename(path, to); await list?.act(); },
        back: async () => { await book.rename(to, path); await list?.back(); },
      });
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

    // Other text in a file that may not be open: a glossary entry, a text of the history.
    async replaceText(path, text, words) {
      const before = book.has(path) ? await book.text(path) : null;
      await perform({words, act: () => book.put(path, text), back: () => (before === null ? book.remove(path) : book.put(path, before))});
    },
  };
  return {
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
    last: () => done[done.length - 1]?.words ?? '',
    ...Object.fromEntries(Object.entries(operations).map(([name, act]) => [name, (...given) => inTurn(() => act(...given))])),
  };
}
