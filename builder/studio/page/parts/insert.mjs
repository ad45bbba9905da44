// Inserts: a picture, a table, a note, a box, a formula, a term, each asked for in words and written as Markdown.
import {area, choice, el, field, fill, input, later, onEnter} from './dom.mjs';
import {openDialog} from './dialog.mjs';
import {temmlOfPage} from './formulas_shown.mjs';
import {icon} from './icons.mjs';
import {cellsOf, withCells} from './marks.mjs';
import {isPictureOfBook} from './pictures.mjs';
import {say} from './words.mjs';

const inAlt = (words) => words.replace(/\s+/g, ' ').replace(/[[\]\\]/g, '\\$&').trim();
const inTitle = (words) => words.replace(/\s+/g, ' ').replace(/["\\]/g, '\\$&').trim();
const inPath = (path) => (/[\s()<>]/.test(path) ? `<${path}>` : path);
const inCell = (words) => words.replace(/\s*\n\s*/g, ' ').replace(/\|/g, '\\|').trim();

const pictureTo = (target, {alt, caption, decorative}) => (decorative ? `![](${target} "decorative")` : `![${inAlt(alt)}](${target}${caption.trim() ? ` "${inTitle(caption)}"` : ''})`);

export function pictureMarkdown(path, alt, caption, decorative) {
  return pictureTo(inPath(`../${path}`), {alt, caption, decorative});
}

// The picture in a text whose address stands at a place: {from, to, address, caption, with}, `with` writes it with another description; null
// where it is written in some other way.
export function pictureAt(text, place) {
  const from = text.lastIndexOf('![', place);
  const form = /!\[[^\]\n]*\]\(\s*(<[^>\n]*>|[^\s()<>]+)(?:\s+"((?:[^"\\\n]|\\.)*)")?\s*\)/y;
  form.lastIndex = Math.max(0, from);
  const found = from >= 0 && form.exec(text);
  if (!found || form.lastIndex <= place) return null;
  const caption = (found[2] ?? '').replace(/\\(["\\])/g, '$1');
  return {from, to: form.lastIndex, address: found[1].replace(/^<|>$/g, ''), caption: caption === 'decorative' ? '' : caption, with: (description) => pictureTo(found[1], description)};
}

// A link; an address that names no scheme, no place and no file is one of the web.
export function linkMarkdown(words, address) {
  const to = /^([a-z][\w+.-]*:|[#/.]|[^/]*\.md(#|$))/i.test(address) || !/^[^/]+\.[^/]+/.test(address) ? address : `https://${address}`;
  return `[${inAlt(words) || to}](${inPath(to)})`;
}

export function tableMarkdown(rows, caption) {
  const cells = rows.map((row) => row.map(inCell));
  const widths = cells[0].map((_, column) => Math.max(3, ...cells.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(cells[0]), rule, ...cells.slice(1).map(line), ...(caption.trim() ? ['', `Table: ${caption.trim()}`] : [])].join('\n');
}

// The next footnote's name in the text.
export function noteName(text) {
  const numbers = Array.from(text.matchAll(/\[\^(\d+)\]/g), (found) => Number(found[1]));
  return String(Math.max(0, ...numbers) + 1);
}

export function glossaryWith(text, {term, also, meaning}) {
  const entry = `## ${term.trim()}\n${also.trim() ? `also: ${also.replace(/\s*\n\s*/g, ', ').trim()}\n` : ''}\n${meaning.trim()}\n`;
  return `${(text ?? '').trimEnd() || `# ${say('glossary')}`}\n\n${entry}`;
}

export function createInserts({book, editor, operations, attempt}) {
  // What somebody says of a picture: {alt, caption, decorative}; null where nobody wants it.
  async function askDescription(path, {bytes = null, words = say('insert'), caption: before = ''} = {}) {
    const url = URL.createObjectURL(new Blob([bytes ?? await book.bytes(path)], {type: /\.svg$/i.test(path) ? 'image/svg+xml' : ''}));
    const alt = area('', {rows: 2});
    const caption = input(before);
    const decorative = el('input', {type: 'checkbox', onchange: () => { alt.disabled = caption.disabled = decorative.checked; }});
    let description = null;
    await openDialog(say('describe_picture'), [
      el('img', {class: 'picture-preview', src: url, alt: ''}),
      field(say('alt'), alt, say('alt_help')),
      el('label', {class: 'check'}, decorative, say('decorative')),
      field(say('caption'), caption, say('caption_help')),
    ], [{words: say('cancel')}, {words, main: true, act: () => {
      if (!decorative.checked && !alt.value.trim()) {
        alt.focus();
        throw new Error(say('alt_missing'));
      }
      description = {alt: alt.value, caption: caption.value, decorative: decorative.checked};
      return true;
    }}], {onclose: () => URL.revokeObjectURL(url)}).closed;
    return description;
  }

  // The Markdown of a picture that is described; null where nobody wants it.
  async function describePicture(path, given) {
    const description = await askDescription(path, given);
    return description && pictureMarkdown(path, description.alt, description.caption, description.decorative);
  }

  function chosenFiles(accept, multiple, webkitdirectory = false) {
    return new Promise((done) => {
      const chooser = el('input', {type: 'file', accept, multiple, webkitdirectory, hidden: true});
      chooser.addEventListener('change', () => { done([...chooser.files]); chooser.remove(); });
      chooser.addEventListener('cancel', () => { done([]); chooser.remove(); });
      document.body.append(chooser);
      chooser.click();
    });
  }

  const inserts = {
    chosenFiles, askDescription,

    async addFiles(files, describe = true) {
      const refused = [];
      for (const file of files) {
        const bytes = new Uint8Array(await file.arrayBuffer());
        if (!isPictureOfBook(bytes)) {
          refused.push(file.name);
          continue;
        }
        const path = await operations.addPicture(file.name || 'picture.png', bytes);
        const markdown = describe && /^chapters\//.test(editor.path()) ? await describePicture(path, {bytes}) : null;
        if (markdown) editor.insertBlock(markdown);
      }
      if (refused.length) throw new Error(say('no_picture', refused.join(', ')));
    },

    addPictures: async () => attempt(async () => inserts.addFiles(await chosenFiles('image/*', true), false)),

    async picture() {
      const paths = book.paths().filter((path) => path.startsWith('images/'));
      const select = choice(paths.map((path) => [path, path.slice(7)]), paths[0]);
      let wanted = null;
      await openDialog(say('picture'), [
        el('p', {class: 'field'}, el('button', {type: 'button', class: 'main', onclick: async () => {
          wanted = await chosenFiles('image/*', false);
          if (wanted.length) document.querySelector('dialog[open]').close();
        }}, icon('add'), say('picture_from_computer'))),
        paths.length > 0 && field(say('picture_of_book'), select),
      ], [{words: say('cancel')}, paths.length > 0 && {words: say('next_step'), main: true, act: () => { wanted = select.value; }}].filter(Boolean)).closed;
      if (Array.isArray(wanted)) return attempt(() => inserts.addFiles(wanted));
      if (wanted) {
        const markdown = await describePicture(wanted);
        if (markdown) editor.insertBlock(markdown);
      }
      return null;
    },

    async table() {
      let cells = Array.from({length: 3}, () => ['', '', '']);
      const caption = input();
      const grid = el('div');
      const cellAt = (r, c) => grid.querySelectorAll('tr')[r].querySelectorAll('input')[c];
      // Enter leads to the next cell, behind the last one to a row that is new.
      const goOn = (r, c) => {
        const isLast = c + 1 === cells[0].length;
        if (isLast && r + 1 === cells.length) {
          cells.push(cells[0].map(() => ''));
          draw();
        }
        cellAt(isLast ? r + 1 : r, isLast ? 0 : c + 1).focus();
      };
      const pasted = (event, r, c) => {
        const put = cellsOf(event.clipboardData?.getData('text/plain') ?? '');
        if (put.length < 2 && put[0].length < 2) return;
        event.preventDefault();
        cells = withCells(cells, put, r, c);
        draw();
        cellAt(r, c).focus();
      };
      const cellInput = (cell, r, c) => onEnter(input(cell, {'aria-label': r ? say('cell_n', r, c + 1) : say('heading_n', c + 1), placeholder: r ? ' ' : say('heading_n', c + 1),
        oninput: (event) => { cells[r][c] = event.target.value; }, onpaste: (event) => pasted(event, r, c)}), () => goOn(r, c));
      const draw = () => fill(grid, el('table', {class: 'grid-table'}, el('tbody', {}, cells.map((row, r) => el('tr', {}, row.map((cell, c) => el(r ? 'td' : 'th', {}, cellInput(cell, r, c))))))),
      el('p', {class: 'adders'},
        el('button', {type: 'button', class: 'adder', onclick: () => { cells.push(cells[0].map(() => '')); draw(); }}, icon('add'), say('row')),
        el('button', {type: 'button', class: 'adder', onclick: () => { cells = cells.map((row) => [...row, '']); draw(); }}, icon('add'), say('column'))));
      draw();
      await openDialog(say('table'), [grid, field(say('caption'), caption)], [{words: say('cancel')}, {words: say('insert'), main: true, act: () => {
        while (cells.length > 2 && cells[cells.length - 1].every((cell) => !cell.trim())) cells.pop();
        editor.insertBlock(tableMarkdown(cells, caption.value));
      }}], {wide: true, done: editor.focus}).closed;
    },

    async link() {
      const words = input(editor.selection());
      const address = input('', {dir: 'ltr', inputmode: 'url', spellcheck: 'false', placeholder: 'https://'});
      await openDialog(say('link'), [field(say('link_words'), words), field(say('link_address'), address, say('link_help'))], [{words: say('cancel')}, {words: say('insert'), main: true, act: () => {
        const to = address.value.trim();
        if (!to) {
          address.focus();
          throw new Error(say('address_missing'));
        }
        editor.insert(linkMarkdown(words.value, to));
      }}], {done: editor.focus}).closed;
    },

    async note() {
      const words = area();
      await openDialog(say('note'), field(say('note_words'), words, say('note_help')), [{words: say('cancel')}, {words: say('insert'), main: true, act: () => {
        if (!words.value.trim()) throw new Error(say('words_missing'));
        const name = noteName(editor.text());
        const {doc, selection} = editor.view.state;
        let line = doc.lineAt(selection.main.head);
        while (line.number < doc.lines && doc.line(line.number + 1).text.trim()) line = doc.line(line.number + 1);
        const text = `\n\n[^${name}]: ${words.value.trim().replace(/\s*\n\s*/g, ' ')}`;
        editor.change([{from: selection.main.to, to: selection.main.to, text: `[^${name}]`}, {from: line.to, to: line.to, text}]);
      }}], {done: editor.focus}).closed;
    },

    async box() {
      const kind = choice(['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION', 'SOURCE', 'OBJECTIVES', 'KEY', 'TEACHER'].map((one) => [one, say(`box_${one.toLowerCase()}`)]), 'NOTE');
      const title = input();
      const words = area(editor.selection(), {rows: 4});
      await openDialog(say('box'), [field(say('kind'), kind), field(say('box_title'), title, say('box_title_help')), field(say('words'), words)],
        [{words: say('cancel')}, {words: say('insert'), main: true, act: () => {
          const lines = (words.value.trim() || '…').split('\n').map((line) => `> ${line}`.trimEnd());
          const block = `> [!${kind.value}]${title.value.trim() ? ` ${title.value.trim()}` : ''}\n${lines.join('\n')}`;
          const {from, to} = editor.view.state.selection.main;
          if (from !== to) editor.change([{from, to, text: ''}]);
          editor.insertBlock(block);
        }}], {done: editor.focus}).closed;
    },

    async formula() {
      const tex = area(editor.selection().replace(/^\$+|\$+$/g, ''), {rows: 2, spellcheck: 'false', dir: 'ltr'});
      const alone = el('input', {type: 'checkbox'});
      const shown = el('div', {class: 'shown-formula', 'aria-live': 'polite', dir: 'ltr'});
      const draw = later(async () => {
        const temml = await temmlOfPage();
        shown.replaceChildren();
        try {
          if (tex.value.trim()) temml.render(tex.value, shown, {displayMode: alone.checked, throwOnError: true, trust: false});
        } catch (fault) {
          shown.textContent = say('formula_unread');
        }
      }, 150);
      tex.addEventListener('input', draw);
      alone.addEventListener('change', draw);
      draw();
      await openDialog(say('formula'), [field(say('formula_tex'), tex, say('formula_help')), shown, el('label', {class: 'check'}, alone, say('formula_alone'))],
        [{words: say('cancel')}, {words: say('insert'), main: true, act: () => {
          const words = tex.value.trim();
          if (!words) throw new Error(say('words_missing'));
          if (alone.checked) editor.insertBlock(`$$\n${words}\n$$`);
          else editor.insert(`$${words.replace(/\s*\n\s*/g, ' ')}$`);
        }}], {done: editor.focus}).closed;
    },

    async term() {
      const path = book.paths().find((one) => /^chapters\/glossary\.md$/i.test(one)) ?? 'chapters/glossary.md';
      const term = input(editor.path() === path ? '' : editor.selection());
      const also = input();
      const meaning = area();
      await openDialog(say('new_term'), [field(say('term'), term), field(say('meaning'), meaning, say('meaning_help')), field(say('also'), also, say('also_help'))],
        [{words: say('cancel')}, {words: say('add'), main: true, act: async () => {
          if (!term.value.trim() || !meaning.value.trim()) throw new Error(say('term_missing'));
          const text = book.has(path) ? await book.text(path) : '';
          const titles = Array.from(text.matchAll(/^##\s+(.+?)\s*$/gm), (found) => found[1].toLowerCase());
          if (titles.includes(term.value.trim().toLowerCase())) throw new Error(say('term_there', term.value.trim()));
          await operations.replaceText(path, glossaryWith(text, {term: term.value, also: also.value, meaning: meaning.value}), say('did_add', term.value.trim()));
        }}]).closed;
    },
  };
  return inserts;
}
