// Versions: earlier texts of the file, to look at, to name and to take back.
import {el, field, fill, input, onEnter} from './dom.mjs';
import {openDialog} from './dialog.mjs';
import {say, time} from './words.mjs';

export async function openVersions({book, editor, history, operations}) {
  const path = editor.path();
  const name = onEnter(input(), keep);
  const list = el('ul', {class: 'history-list'});
  const shown = el('div', {class: 'history-text', tabindex: '0', role: 'region', 'aria-label': say('version_text')});
  let chosen = null;
  let restore = null;

  async function draw() {
    const rows = await history.list(path);
    fill(list, rows.length ? rows.map((row) => el('li', {}, el('button', {type: 'button', 'aria-pressed': String(row.id === chosen?.id), onclick: () => choose(row)},
      el('span', {}, row.name || say(`why_${row.why || 'step'}`)), el('span', {}, time(row.time))))) : el('li', {}, say('no_versions')));
    shown.hidden = !chosen;
    shown.textContent = chosen?.text ?? '';
    if (restore) restore.disabled = !chosen;
  }

  async function choose(row) {
    chosen = row;
    await draw();
    list.querySelector('[aria-pressed="true"]')?.focus();
  }

  async function keep() {
    await history.keep(path, editor.text(), 'named', name.value.trim() || say('why_named'));
    name.value = '';
    chosen = null;
    await draw();
  }
  await draw();
  const {dialog, closed} = openDialog(say('versions_of', path.split('/').pop()), [
    field(say('name_version'), name), el('p', {class: 'field'}, el('button', {type: 'button', onclick: keep}, say('keep_version'))),
    list, shown, el('p', {class: 'help'}, say('versions_help')),
  ], [{words: say('close')}, {words: say('restore'), main: true, act: async () => {
    if (!chosen) throw new Error(say('no_version_chosen'));
    await history.keep(path, editor.text(), 'restored');
    await operations.replaceText(path, chosen.text, say('did_restore', path.split('/').pop()));
  }}], {wide: true});
  restore = dialog.querySelector('.dialog-foot .main');
  restore.disabled = true;
  await closed;
}
