// Problems: what the engine says about the book, as a list, as a count and underlined in the text.
import {el, fill} from './dom.mjs';
import {icon} from './icons.mjs';
import {pictureAt} from './insert.mjs';
import {editRange, pictureFile, rangeOf} from './places.mjs';
import {say} from './words.mjs';

// `code` as an element between words.
export function inWords(text) {
  return String(text).split('`').map((part, i) => (i % 2 ? el('code', {}, part) : part));
}

const order = {error: 0, warning: 1, note: 2};

// askDescription(path, {words, caption}) asks what a picture shows, as insert.mjs does.
export function createProblems({book, editor, goTo, announce, askDescription, onCount}) {
  const list = el('ul', {class: 'problem-list'});
  const place = el('section', {class: 'problems', 'aria-label': say('problems')}, list);
  let messages = [];
  let said = '';

  function counts() {
    return {error: messages.filter((one) => one.severity === 'error').length, warning: messages.filter((one) => one.severity === 'warning').length};
  }

  function inShort() {
    const {error, warning} = counts();
    if (!error && !warning) return say('no_problems');
    return [error && say('errors_n', error), warning && say('warnings_n', warning)].filter(Boolean).join(', ');
  }

  async function change(file, text, changes) {
    if (file === editor.path()) return editor.change(changes);
    const sorted = changes.sort((a, b) => b.from - a.from);
    return book.put(file, sorted.reduce((all, {from, to, text: put}) => all.slice(0, from) + put + all.slice(to), text));
  }

  async function mend(message) {
    const byFile = new Map();
    for (const edit of message.fix.edits) byFile.set(edit.file ?? message.file, [...(byFile.get(edit.file ?? message.file) ?? []), edit]);
    for (const [file, edits] of byFile) {
      const text = await book.text(file);
      await change(file, text, edits.map((edit) => ({...editRange(text, edit), text: edit.text})));
    }
    announce(say('mended'));
  }

  // A picture without a description: it is asked for.
  async function describe(message) {
    const place = (text) => pictureAt(text, rangeOf(text, message).from);
    const picture = place(await book.text(message.file));
    const path = picture && pictureFile(picture.address, book.paths());
    if (!path) return goTo(message);
    const description = await askDescription(path, {words: say('describe_picture'), caption: picture.caption});
    if (!description) return null;
    const text = await book.text(message.file);
    const now = place(text);
    if (!now || now.address !== picture.address) return goTo(message);
    await change(message.file, text, [{from: now.from, to: now.to, text: now.with(description)}]);
    return announce(say('mended'));
  }

  const words = (message) => [
    el('span', {class: 'unseen'}, `${say(message.severity === 'note' ? 'box_note' : message.severity)}: `), inWords(message.message),
    message.file && el('span', {class: 'where'}, ` ${message.file.split('/').pop()}${message.line ? `:${message.line}` : ''}`)];
  const row = (message) => el('li', {class: `problem ${message.severity}`},
    icon(message.severity === 'error' ? 'error' : 'warning'),
    el('div', {},
      el('button', {type: 'button', class: 'problem-place', dir: 'auto', onclick: () => goTo(message)}, words(message)),
      message.hint && el('p', {class: 'hint', dir: 'auto'}, inWords(message.hint)),
      message.code === 'no-alternative-text' && el('button', {type: 'button', class: 'mend', onclick: () => describe(message)}, icon('picture'), say('describe_picture')),
      message.fix && el('button', {type: 'button', class: 'mend', onclick: () => mend(message)}, icon('check'), inWords(message.fix.title ?? say('mend')))));

  function underline() {
    const path = editor.path();
    const text = editor.text();
    const own = messages.filter((message) => message.file === path);
    editor.show(own.map((message) => {
      const {from, to} = rangeOf(text, message);
      return {
        from: Math.min(from, text.length), to: Math.min(Math.max(to, from), text.length), severity: message.severity === 'note' ? 'info' : message.severity,
        message: message.message,
        renderMessage: () => el('div', {}, el('p', {}, inWords(message.message)), message.hint && el('p', {class: 'hint'}, inWords(message.hint))),
        actions: message.fix ? [{name: (message.fix.title ?? say('mend')).replace(/`/g, ''), apply: () => mend(message)}] : [],
      };
    }));
  }

  return {
    place, inShort, counts, underline,
    all: () => messages,
    // Messages about a file that is not of the book, so that they stand in no list and lead nowhere.
    listed: (others) => el('ul', {class: 'problem-list'}, others.map((message) => el('li', {class: `problem ${message.severity}`},
      icon(message.severity === 'error' ? 'error' : 'warning'),
      el('div', {}, el('p', {dir: 'auto'}, words(message)), message.hint && el('p', {class: 'hint', dir: 'auto'}, inWords(message.hint)))))),
    show(next) {
      messages = [...next].sort((a, b) => order[a.severity] - order[b.severity]);
      const most = 300;
      fill(list, messages.length ? messages.slice(0, most).map(row) : el('li', {class: 'none'}, icon('check'), say('no_problems_long')),
        messages.length > most && el('li', {class: 'none'}, say('more_n', messages.length - most)));
      underline();
      onCount(counts());
      const now = inShort();
      if (now !== said && said !== '') announce(now);
      said = now;
    },
  };
}
