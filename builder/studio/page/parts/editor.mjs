// Editor: one view, and a state for each file, so that undo and the cursor's place stay with the file.
import {autocompletion, closeBrackets, completionKeymap} from '@codemirror/autocomplete';
import {defaultKeymap, history, historyKeymap, indentLess, indentMore, redo, redoDepth, undo, undoDepth} from '@codemirror/commands';
import {lintKeymap, setDiagnostics} from '@codemirror/lint';
import {highlightSelectionMatches, search, searchKeymap} from '@codemirror/search';
import {Annotation, EditorSelection, EditorState} from '@codemirror/state';
import {EditorView, drawSelection, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers} from '@codemirror/view';
import {completions} from './completion.mjs';
import {formMarks} from './forms_marks.mjs';
import {markdown} from './markdown_language.mjs';
import {lineForBlock, markStep, toggled} from './marks.mjs';
import {say} from './words.mjs';

const fromBook = Annotation.define();

// Marks around what is selected; taken away where they are, and stepped over behind what they close.
function wrapped(mark) {
  return (view) => {
    view.dispatch(view.state.changeByRange((range) => {
      const {from, to} = range;
      const line = view.state.doc.lineAt(from);
      const step = markStep(view.state.sliceDoc(line.from, from), view.state.sliceDoc(from, to), view.state.sliceDoc(to, view.state.doc.lineAt(to).to), mark);
      if (step === 'over') return {range: EditorSelection.cursor(to + mark.length)};
      const changes = step === 'off' ? [{from: from - mark.length, to: from}, {from: to, to: to + mark.length}] : [{from, insert: mark}, {from: to, insert: mark}];
      const shift = step === 'off' ? -mark.length : mark.length;
      return {changes, range: EditorSelection.range(from + shift, to + shift)};
    }), {scrollIntoView: true, userEvent: 'input'});
    return true;
  };
}

// The lines that are selected begin with this mark, or do no more.
function begun(view, mark) {
  const {doc, selection: {main}} = view.state;
  const [first, last] = [doc.lineAt(main.from), doc.lineAt(main.to)];
  const lines = doc.sliceString(first.from, last.to).split('\n');
  const next = toggled(lines, mark);
  const changes = next.map((line, i) => ({from: doc.line(first.number + i).from, to: doc.line(first.number + i).to, insert: line})).filter((_, i) => next[i] !== lines[i]);
  const end = first.from + next.join('\n').length;
  view.dispatch({changes, selection: {anchor: end}, scrollIntoView: true, userEvent: 'input'});
  view.focus();
}

// The next item of a list begins like this one; an empty item ends the list.
function continueList(view) {
  const {main} = view.state.selection;
  const line = view.state.doc.lineAt(main.head);
  const item = /^(\s*)(?:([-*+])( \[[ xX]\])?|(\d+)([.)]))\s+/.exec(line.text);
  if (!main.empty || !item || main.head < line.from + item[0].length) return false;
  if (item[0].trimEnd() === line.text.trimEnd()) {
    view.dispatch({changes: {from: line.from, to: line.to}, userEvent: 'input'});
    return true;
  }
  const mark = item[2] ? `${item[1]}${item[2]}${item[3] ? ' [ ]' : ''} ` : `${item[1]}${Number(item[4]) + 1}${item[5]} `;
  view.dispatch({changes: {from: main.head, insert: `\n${mark}`}, selection: {anchor: main.head + mark.length + 1}, scrollIntoView: true, userEvent: 'input'});
  return true;
}

export function createEditor(place, book, {moved, typed, pasted, dropped}) {
  const states = new Map();
  let path = '';

  const extensions = () => [
    lineNumbers(), highlightActiveLine(), highlightActiveLineGutter(), drawSelection(), history(), closeBrackets(), EditorView.lineWrapping, search({top: true}),
    highlightSelectionMatches(), markdown(), formMarks, autocompletion({override: [completions(book, () => path)], icons: false}),
    EditorState.phrases.of({'Find': say('find'), 'Replace': say('replace'), 'next': say('next'), 'previous': say('previous'), 'all': say('all'), 'match case': say('match_case'),
                            'by word': say('whole_words'), 'replace': say('replace'), 'replace all': say('replace_all'), 'close': say('close'), 'regexp': say('pattern'),
                            'Completions': say('suggestions')}),
    EditorView.contentAttributes.of({'aria-label': say('text_of', path), tabindex: '0', spellcheck: 'true', autocapitalize: 'sentences', autocorrect: 'on', dir: 'auto', lang: book.facts().language ?? ''}),
    EditorView.perLineTextDirection.of(true),
    keymap.of([{key: 'Mod-b', run: wrapped('**')}, {key: 'Mod-i', run: wrapped('*')}, {key: 'Enter', run: continueList}, {key: 'Mod-]', run: indentMore}, {key: 'Mod-[', run: indentLess},
               ...completionKeymap, ...searchKeymap, ...historyKeymap, ...lintKeymap, ...defaultKeymap]),
    EditorView.domEventHandlers({paste: (event) => pasted(event), drop: (event) => dropped(event)}),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) {
        states.set(path, update.state);
        book.typed(path, update.state.doc.toString());
        typed(update.transactions.some((one) => one.annotation(fromBook)));
      }
      if (update.selectionSet || update.docChanged) moved();
    }),
  ];
  const view = new EditorView({parent: place});

  const editor = {
    view,
    path: () => path,
    focus: () => view.focus(),
    text: () => view.state.doc.toString(),
    line: () => view.state.doc.lineAt(view.state.selection.main.head).number,

    // The file in the editor; its text is what the book has of it.
    async open(next, line) {
      const text = await book.text(next);
      if (text === null) return false;
      if (path) states.set(path, view.state);
      path = next;
      let state = states.get(next);
      if (!state) state = EditorState.create({doc: text, extensions: extensions()});
      view.setState(state);
      if (view.state.doc.toString() !== text) editor.replaceAll(text);
      if (line) editor.goTo(line);
      return true;
    },

    // The whole text with the least change, so that undo and the cursor's place live on.
    replaceAll(text) {
      const old = view.state.doc.toString();
      let from = 0;
      while (from < old.length && from < text.length && old[from] === text[from]) ++from;
      let end = 0;
      while (end < old.length - from && end < text.length - from && old[old.length - 1 - end] === text[text.length - 1 - end]) ++end;
      view.dispatch({changes: {from, to: old.length - end, insert: text.slice(from, text.length - end)}, annotations: fromBook.of(true)});
    },

    goTo(line, focus = true) {
      const at = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      view.dispatch({selection: {anchor: at.from}, effects: EditorView.scrollIntoView(at.from, {y: 'center'})});
      if (focus) view.focus();
    },

    select(from, to) {
      view.dispatch({selection: {anchor: from, head: to}, effects: EditorView.scrollIntoView(from, {y: 'center'})});
      view.focus();
    },

    change(edits, cursor) {
      view.dispatch({changes: edits.map(({from, to, text}) => ({from, to, insert: text})), selection: cursor === undefined ? undefined : {anchor: cursor}, userEvent: 'input', scrollIntoView: true});
    },

    // Text in the line, in the place of what is selected.
    insert(text, cursor = text.length) {
      const {from, to} = view.state.selection.main;
      view.dispatch({changes: {from, to, insert: text}, selection: {anchor: from + cursor}, scrollIntoView: true, userEvent: 'input'});
      view.focus();
    },

    // A block on lines of its own, with empty lines around it; below a table in which the cursor stands.
    insertBlock(text) {
      const {doc, selection: {main}} = view.state;
      const line = doc.line(lineForBlock(doc.toString().split('\n'), doc.lineAt(main.to).number));
      const isEmpty = line.text.trim() === '';
      const above = line.number > 1 ? view.state.doc.line(line.number - 1).text.trim() : '';
      const below = line.number < view.state.doc.lines ? view.state.doc.line(line.number + 1).text.trim() : '';
      const before = isEmpty ? (above ? '\n' : '') : '\n\n';
      const block = `${before}${text.trimEnd()}${below ? '\n' : ''}${isEmpty ? '' : '\n'}`;
      const from = isEmpty ? line.from : line.to;
      view.dispatch({changes: {from, to: line.to, insert: block}, selection: {anchor: from + block.trimEnd().length}, scrollIntoView: true, userEvent: 'input'});
      view.focus();
    },

    bold: () => wrapped('**')(view) && view.focus(),
    italic: () => wrapped('*')(view) && view.focus(),
    heading: () => begun(view, '## '),
    list: () => begun(view, '- '),

    selection: () => view.state.sliceDoc(view.state.selection.main.from, view.state.selection.main.to),
    show: (diagnostics) => view.dispatch(setDiagnostics(view.state, diagnostics)),
    canUndo: () => undoDepth(view.state) > 0,
    canRedo: () => redoDepth(view.state) > 0,
    undo: () => undo(view),
    redo: () => redo(view),

    // No file is in the editor any more, and nothing can be typed.
    close() {
      if (path) states.set(path, view.state);
      path = '';
      view.setState(EditorState.create({doc: '', extensions: [EditorState.readOnly.of(true), EditorView.editable.of(false)]}));
    },

    forget(gone) {
      states.delete(gone);
      if (path === gone) path = '';
    },
    renamed(from, to) {
      if (states.has(from)) states.set(to, states.get(from));
      states.delete(from);
      if (path === from) path = to;
    },
  };
  return editor;
}
