// Settings: a form over book.toml. Only what was changed is written, at its place; comments and order stay.
import {area, choice, el, field, input} from './dom.mjs';
import {openDialog} from './dialog.mjs';
import {isTag, languageField} from './tags.mjs';
import {readToml, setToml} from './toml.mjs';
import {say} from './words.mjs';

const sections = [
  ['about_book', [
    {table: '', key: 'title', kind: 'text', required: true},
    {table: '', key: 'subtitle', kind: 'text'},
    {table: '', key: 'authors', kind: 'lines'},
    {table: '', key: 'language', kind: 'language'},
    {table: '', key: 'description', kind: 'area'},
    {table: '', key: 'subjects', kind: 'lines'},
    {table: '', key: 'publisher', kind: 'text'},
    {table: '', key: 'rights', kind: 'text', help: true},
    {table: '', key: 'date', kind: 'date'},
  ]],
  ['cover_of_book', [
    {table: '', key: 'cover', kind: 'picture', help: true},
    {table: '', key: 'cover_alt', kind: 'area', help: true},
  ]],
  ['for_readers', [
    {table: 'education', key: 'level', kind: 'text'},
    {table: 'education', key: 'age', kind: 'text'},
    {table: 'glossary', key: 'link', kind: 'choice', values: ['first', 'all', 'none'], usual: 'first'},
    {table: 'quiz', key: 'script', kind: 'check', usual: true},
    {table: '', key: 'contents_depth', kind: 'number'},
  ]],
  ['text_and_pictures', [
    {table: 'text', key: 'formulas', kind: 'check', usual: true},
    {table: 'text', key: 'smart_punctuation', kind: 'check', usual: true},
    {table: 'pictures', key: 'colour', kind: 'choice', values: ['keep', 'grey'], usual: 'keep'},
    {table: 'pictures', key: 'width', kind: 'number'},
    {table: 'handout', key: 'paper', kind: 'choice', values: ['A4', 'Letter'], usual: 'A4'},
  ]],
];

const nameOf = (row) => `set_${row.table ? `${row.table}_` : ''}${row.key}`;
const isSame = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

// A control for a row with its value: {element, read}. What was not said and stays as usual is read as undefined.
function controlOf(row, value, book) {
  const help = row.help ? say(`${nameOf(row)}_help`) : row.kind === 'lines' ? say('one_a_line') : null;
  const labelled = (control, read) => ({control, element: field(say(nameOf(row)), control, help), read});
  const optional = (control) => () => (control.value.trim() === '' && value === undefined ? undefined : control.value.trim() || undefined);
  switch (row.kind) {
    case 'area': {
      const control = area(value ?? '', {rows: 3});
      return labelled(control, optional(control));
    }
    case 'lines': {
      const control = area((Array.isArray(value) ? value : value ? [value] : []).join('\n'), {rows: 2});
      return labelled(control, () => {
        const lines = control.value.split('\n').map((line) => line.trim()).filter(Boolean);
        return lines.length ? lines : undefined;
      });
    }
    case 'date': {
      const control = el('input', {type: 'date', value: value ?? ''});
      return labelled(control, optional(control));
    }
    case 'number': {
      const control = input(value ?? '', {inputmode: 'numeric', pattern: '[0-9]*'});
      return labelled(control, () => (control.value.trim() === '' ? undefined : Number(control.value)));
    }
    case 'choice': {
      const control = choice(row.values.map((one) => [one, say(`${nameOf(row)}_${one.toLowerCase()}`)]), value ?? row.usual);
      return labelled(control, () => (control.value === row.usual && value === undefined ? undefined : control.value));
    }
    case 'picture': {
      const paths = book.paths().filter((path) => path.startsWith('images/'));
      const control = choice([['', say('cover_drawn')], ...paths.map((path) => [path, path.slice(7)])], value ?? '');
      return labelled(control, () => control.value || undefined);
    }
    case 'check': {
      const control = el('input', {type: 'checkbox', checked: value ?? row.usual});
      return {control, element: el('label', {class: 'check'}, control, say(nameOf(row))), read: () => (control.checked === row.usual && value === undefined ? undefined : control.checked)};
    }
    case 'language': {
      const {control, element} = languageField(value ?? '');
      return {control, element, read: optional(control)};
    }
    default: {
      const control = input(value ?? '', {required: row.required});
      return labelled(control, optional(control));
    }
  }
}

// book.toml with these values: rows of {table, key, value}, of which only changed ones are written.
export function withSettings(toml, changes) {
  return changes.reduce((text, {table, key, value}) => setToml(text, table, key, value), toml);
}

export async function openSettings({book, operations}) {
  const toml = book.toml();
  const {values} = readToml(toml);
  const rows = sections.flatMap(([, list]) => list).map((row) => {
    const value = values.find((one) => one.table === row.table && one.key === row.key)?.value;
    return {...row, old: value, ...controlOf(row, value, book)};
  });
  const parts = values.filter((one) => one.table === 'part' && one.key === 'title').map((one) => ({index: one.index, old: one.value, control: input(one.value)}));
  let at = 0;
  const contents = sections.map(([title, list]) => el('fieldset', {}, el('legend', {}, say(title)), list.map(() => rows[at++].element)));
  if (parts.length) contents.push(el('fieldset', {}, el('legend', {}, say('parts')), parts.map((part, i) => field(say('part_n', i + 1), part.control))));
  contents.push(el('p', {class: 'help'}, say('settings_help')));
  await openDialog(say('settings_of_book'), contents, [{words: say('cancel')}, {words: say('save'), main: true, act: async () => {
    const title = rows.find((row) => row.key === 'title' && row.table === '');
    if (!title.control.value.trim()) {
      title.control.focus();
      throw new Error(say('title_missing'));
    }
    const tag = rows.find((row) => row.kind === 'language').control;
    if (tag.value.trim() && !isTag(tag.value.trim())) {
      tag.focus();
      throw new Error(say('language_wrong', tag.value.trim()));
    }
    const changes = rows.map((row) => ({table: row.table, key: row.key, value: row.read(), old: row.old})).filter((row) => !isSame(row.value, row.old));
    let next = withSettings(toml, changes);
    for (const part of parts) if (part.control.value.trim() && part.control.value !== part.old) next = setToml(next, 'part', 'title', part.control.value.trim(), part.index);
    if (book.toml() !== toml) throw new Error(say('settings_changed'));
    if (next !== toml) await operations.settings(next);
  }}], {wide: true}).closed;
}
