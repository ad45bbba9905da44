// Problems: what the engine says about the book, as a list, as a count and underlined in the text.
import {el, fill} from './dom.mjs';
import {icon} from './icons.mjs';
import {editRange, rangeOf} from './places.mjs';
import {say} from './words.mjs';

// `code` as an element between words.
export function inWords(text) {
  return String(text).split('`').map((part, i) => (i % 2 ? el('code', {}, part) : part));
}

const order = {error: 0, warning: 1, note: 2};

export function createProblems({book, editor, goTo, announce, onCount}) {
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

  async function mend(message) {
    const byFile = new Map();
    for (const edit of message.fix.edits) byFile.set(edit.file ?? message.file, [...(byFile.get(edit.file ?? message.file) ?? []), edit]);
    for (const [file, edits] of byFile) {
      const text = await book.text(file);
      const changes = edits.map((edit) => {
        const {from, to} = editRange(text, edit);
        return {from, to, text: edit.text};
      });
      if (file === editor.path()) {
        editor.change(changes);
      } else {
        const sorted = changes.sort((a, b) => b.from - a.from);
        await book.put(file, sorted.reduce((all, {from, to, text: put}) => all.slice(0, from) + put + all.slice(to), text));
      }
    }
    announce(say('mended'));
  }

  const words = (message) => [
    el('span', {class: 'unseen'}, `${say(message.severity === 'note' ? 'box_note' : message.severity)}: `), inWords(message.message),
    message.file && el('span', {class: 'where'}, ` ${message.file.split('/').pop()}${message.line ? `:${message.line}` : ''}`)];
  const row = (message) => el('li', {class: `problem ${message.severity}`},
    icon(message.severity === 'error' ? 'error' : 'warning'),
    el('div', {},
      el('button', {type: 'button', class: 'problem-place', dir: 'auto', onclick: () => goTo(message)}, words(message)),
      message.hint && el('p', {class: 'hint', dir: 'auto'}, inWords(message.hint)),
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
