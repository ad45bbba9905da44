// Versions: earlier texts of the file, to look at, to name and to take back.
import {el, field, fill, input} from './dom.mjs';
import {openDialog} from './dialog.mjs';
import {say, time} from './words.mjs';

export async function openVersions({book, editor, history, operations}) {
  const path = editor.path();
  const name = input();
  const list = el('ul', {class: 'history-list'});
  const shown = el('div', {class: 'history-text', tabindex: '0', role: 'region', 'aria-label': say('version_text')});
  let chosen = null;

  async function draw() {
    const rows = await history.list(path);
    chosen ??= rows[0] ?? null;
    fill(list, rows.length ? rows.map((row) => el('li', {}, el('button', {type: 'button', 'aria-pressed': String(row.id === chosen?.id), onclick: () => { chosen = row; draw(); }},
      el('span', {}, row.name || say(`why_${row.why || 'step'}`)), el('span', {}, time(row.time))))) : el('li', {}, say('no_versions')));
    shown.hidden = !chosen;
    shown.textContent = chosen?.text ?? '';
  }
  await draw();
  await openDialog(say('versions_of', path.split('/').pop()), [
    field(say('name_version'), name), el('p', {class: 'field'}, el('button', {type: 'button', onclick: async () => {
      await history.keep(path, editor.text(), 'named', name.value.trim() || say('why_named'));
      name.value = '';
      chosen = null;
      await draw();
    }}, say('keep_version'))),
    list, shown, el('p', {class: 'help'}, say('versions_help')),
  ], [{words: say('close')}, {words: say('restore'), main: true, act: async () => {
    if (!chosen) throw new Error(say('no_versions'));
    await history.keep(path, editor.text(), 'restored');
    await operations.replaceText(path, chosen.text, say('did_restore', path.split('/').pop()));
  }}], {wide: true}).closed;
}
