// Small dialogs: a picture looked at, the studio's language, keys and what happens to the text.
import {el, field, input} from './dom.mjs';
import {openDialog} from './dialog.mjs';
import {keepLanguage, language, languages, say} from './words.mjs';

export async function showPicture(book, path, remove, rename) {
  const url = URL.createObjectURL(new Blob([await book.bytes(path)], {type: /\.svg$/i.test(path) ? 'image/svg+xml' : ''}));
  const [, stem, ending] = /^images\/(.*?)(\.[^.]*)?$/.exec(path);
  const name = input(stem, {spellcheck: 'false'});
  let isUnwanted = false;
  await openDialog(path.slice(7), [el('img', {class: 'picture-preview', src: url, alt: say('picture_named', path.slice(7))}), field(say('file_name'), name, say('rename_help'))], [
    {words: say('remove'), act: () => { isUnwanted = true; }},
    {words: say('rename'), enter: true, act: () => rename(path, name.value, ending ?? '')},
    {words: say('close'), main: true},
  ], {onclose: () => URL.revokeObjectURL(url)}).closed;
  if (isUnwanted) await remove(path);
}

export function openLanguages() {
  return openDialog(say('language_of_studio'), el('ul', {class: 'rows'}, Object.entries(languages).map(([tag, name]) => el('li', {}, el('button', {
    type: 'button', lang: tag, dir: tag === 'ar' ? 'rtl' : 'ltr', 'aria-pressed': String(tag === language()),
    onclick: () => {
      keepLanguage(tag);
      location.reload();
    },
  }, name)))), [{words: say('close')}]).closed;
}

export function openHelp() {
  const keys = [['F6', 'key_panes'], ['Ctrl+B, Ctrl+I', 'key_marks'], ['Ctrl+Z, Ctrl+Y', 'key_undo'], ['Ctrl+F', 'key_find'], ['Ctrl+Space', 'key_complete'], ['Alt+↑, Alt+↓', 'key_order'], ['Ctrl+S', 'key_save']];
  const marks = [['## …', 'heading'], ['**…**', 'bold'], ['*…*', 'italic'], ['- …', 'list'], ['> …', 'quotation'], ['[…](https://…)', 'link']];
  const table = (rows) => el('table', {class: 'grid-table'}, el('tbody', {}, rows.map(([key, words]) => el('tr', {}, el('th', {scope: 'row'}, el('code', {dir: 'ltr'}, key)), el('td', {}, say(words))))));
  return openDialog(say('help'), [
    ...say('help_words').split('\n').map((words) => el('p', {class: 'field'}, words)),
    el('h3', {}, say('how_to_write')), table(marks), el('h3', {}, say('keys')), table(keys),
  ], [{words: say('close'), main: true}]).closed;
}
