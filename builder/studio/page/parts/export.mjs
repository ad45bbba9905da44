// Export: what somebody wants, the result of the checks, the file, and how it comes onto a device, in words.
import {zipSync} from 'fflate';
import {el, field, fill, choice} from './dom.mjs';
import {openDialog} from './dialog.mjs';
import {optionFields} from './export_options.mjs';
import {icon} from './icons.mjs';
import {inWords} from './problems.mjs';
import {fromBase64} from './places.mjs';
import {printed} from './printing.mjs';
import {say} from './words.mjs';

// Words of ours for the outputs that teachers ask for; others keep the engine's own.
const known = new Set(['epub', 'kepub', 'web', 'html5', 'handout', 'moodle-xml', 'gift', 'qti', 'common-cartridge', 'stardict', 'anki']);
const often = ['epub', 'handout', 'web', 'kepub', 'moodle-xml'];

export function save(name, bytes, type = 'application/octet-stream') {
  const url = URL.createObjectURL(new Blob([bytes], {type}));
  const link = el('a', {href: url, download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

export const plainName = (title) => (title ?? '').normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'book';

// All of the folder as one zip, with what is typed and not saved yet.
export async function saveCopy(book) {
  const entries = {};
  for (const path of book.paths()) entries[path] = book.isDirty(path) ? new TextEncoder().encode(book.textNow(path)) : await book.bytes(path);
  const name = plainName(book.facts().title);
  save(`${name}-${new Date().toISOString().slice(0, 10)}.zip`, zipSync(Object.fromEntries(Object.entries(entries).map(([path, bytes]) => [`${name}/${path}`, bytes])), {level: 6}), 'application/zip');
}

export async function openExport({book, titleOf, goTo, announce, attempt}) {
  await book.saveAll();
  const {outputs = []} = book.facts();
  const rows = [...outputs].sort((a, b) => (often.indexOf(a.name) + 99) % 99 - (often.indexOf(b.name) + 99) % 99 || 0);
  const editions = el('div');
  const report = el('div', {'aria-live': 'polite'});
  let wanted = rows[0]?.name ?? 'epub';
  let edition = null;
  let options = null;
  const isPage = book.transport.name === 'page';  // no program is at hand: handouts are printed by the browser

  function chooseEdition() {
    // A handout holds what belongs to it, sheets and keys, where no edition is named.
    const of = wanted === 'handout' ? [] : outputs.find((one) => one.name === wanted)?.editions ?? [];
    edition = of[0] ?? null;
    const select = choice(of.map((one) => [one, say(`edition_${one}_long`)]), edition, {onchange: () => { edition = select.value; }});
    options = optionFields(outputs.find((one) => one.name === wanted)?.options ?? [], book, titleOf, !isPage);
    fill(editions, of.length > 1 && field(say('edition'), select), options.element);
  }

  const row = (output) => el('label', {class: 'output'},
    el('input', {type: 'radio', name: 'output', value: output.name, checked: output.name === wanted, onchange: () => { wanted = output.name; chooseEdition(); fill(report); }}),
    el('strong', {}, known.has(output.name) ? say(`out_${output.name}`) : output.name),
    el('span', {}, known.has(output.name) ? say(`out_${output.name}_what`) : output.what));

  function shown(messages) {
    const faults = messages.filter((one) => one.severity !== 'note');
    return faults.slice(0, 50).map((message) => el('div', {class: `problem ${message.severity}`}, icon(message.severity === 'error' ? 'error' : 'warning'), el('div', {},
      el('button', {type: 'button', class: 'problem-place', onclick: () => { dialog.close(); goTo(message); }}, inWords(message.message), message.file && el('span', {class: 'where'}, ` ${message.file.split('/').pop()}${message.line ? `:${message.line}` : ''}`)),
      message.hint && el('p', {class: 'hint'}, inWords(message.hint)))));
  }

  async function make() {
    fill(report, el('p', {class: 'report'}, say('making')));
    const toPrint = isPage && wanted === 'handout';
    const answer = await book.transport.ask({do: 'build', to: wanted, edition, options: {...options.read(), ...(toPrint ? {html: true} : {})}});
    const errors = (answer.messages ?? []).filter((one) => one.severity === 'error');
    const files = answer.files ?? [];
    if (!files.length) {
      fill(report, el('div', {class: 'report'}, el('p', {}, say('not_made', errors.length)), shown(answer.messages ?? [])));
      report.scrollIntoView({block: 'nearest'});
      return announce(say('not_made', errors.length));
    }
    if (toPrint) return showSheets(files, answer.messages ?? []);
    const one = files.length === 1;
    const bytes = one ? fromBase64(files[0].bytes) : zipSync(Object.fromEntries(files.map((file) => [file.name, fromBase64(file.bytes)])), {level: 6});
    const name = one ? files[0].name.split('/').pop() : `${plainName(book.facts().title)}-${wanted}.zip`;
    save(name, bytes);
    fill(report, el('div', {class: 'report'}, el('p', {}, icon('check'), ' ', say('made_file', name)), shown(answer.messages ?? []),
      el('h3', {}, say('how_to_device')), el('ol', {class: 'steps'}, say(`how_${known.has(wanted) ? wanted : 'other'}`).split('\n').map((step) => el('li', {}, step)))));
    report.scrollIntoView({block: 'nearest'});
    announce(say('made_file', name));
    return null;
  }

  // Sheets to print one by one, or to take along.
  function showSheets(files, messages) {
    const name = (file) => {
      const [, chapter, part, version] = /^(?:(.*)-)?(reading|worksheet|key|teacher|glossary|cards)(?:-([A-Z]|all))?\.html$/.exec(file.name) ?? [null, file.name, '', ''];
      const path = book.facts().chapters.find((one) => one === `chapters/${chapter}.md`);
      return [path ? titleOf(path) : chapter, part && say(`value_${part}`), version === 'all' ? say('all_versions') : version].filter(Boolean).join(' – ');
    };
    fill(report, el('div', {class: 'report'}, el('p', {}, icon('check'), ' ', say('sheets_made', files.length)), shown(messages),
      el('ul', {class: 'rows sheets'}, files.filter((file) => /\.html$/.test(file.name)).map((file) => el('li', {}, el('button', {type: 'button', onclick: () => attempt(() => printed(file, files))}, icon('chapter'), say('print_sheet', name(file)))))),
      el('p', {class: 'help'}, say('print_help')),
      el('p', {}, el('button', {type: 'button', onclick: () => save(`${plainName(book.facts().title)}-handout.zip`, zipSync(Object.fromEntries(files.map((file) => [file.name, fromBase64(file.bytes)])), {level: 6}), 'application/zip')}, say('save_sheets')))));
    report.scrollIntoView({block: 'nearest'});
    announce(say('sheets_made', files.length));
    return null;
  }

  chooseEdition();
  const dialog = openDialog(say('export'), [
    el('fieldset', {class: 'outputs'}, el('legend', {}, say('what_to_make')), rows.slice(0, 5).map(row),
      rows.length > 5 && el('details', {}, el('summary', {}, say('more_outputs')), el('div', {class: 'outputs'}, rows.slice(5).map(row)))),
    editions, report,
    el('p', {class: 'help'}, say('copy_help')),
  ], [
    {words: say('copy_zip'), act: async () => { await saveCopy(book); return false; }},
    {words: say('make'), main: true, act: async () => {
      await make().catch((trouble) => {  // in the dialog, over which no toast is seen
        fill(report);
        throw new Error(trouble.gone ? say('engine_gone') : trouble.message);
      });
      return false;
    }},
  ], {wide: true, light: true});
  await dialog.closed;
}
