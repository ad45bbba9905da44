// Studio: the panes beside each other, the bar above them, and what happens between them.
import {createAdding} from './adding.mjs';
import {canInstall, install} from './app.mjs';
import {createBook} from './book.mjs';
import {openMenu} from './dialog.mjs';
import {el, fill, later} from './dom.mjs';
import {createEditor} from './editor.mjs';
import {openExport, saveCopy} from './export.mjs';
import {createFilesPane} from './files_pane.mjs';
import {openHelp, openLanguages, showPicture} from './helpers.mjs';
import {openHistory} from './history.mjs';
import {icon} from './icons.mjs';
import {createInserts} from './insert.mjs';
import {createOperations} from './operations.mjs';
import {createPaste} from './paste.mjs';
import {createPreview} from './preview.mjs';
import {rangeOf} from './places.mjs';
import {createProblems} from './problems.mjs';
import {createQuestionForm} from './question_form.mjs';
import {openSettings} from './settings.mjs';
import {isFull} from './shelf.mjs';
import {openVersions} from './versions.mjs';
import {say} from './words.mjs';

// shelf: {leave(), take(entries)} where the page keeps several books. told: what is to be said at the beginning.
export async function openStudio(root, transport, framePage, {shelf = null, told = ''} = {}) {
  const history = openHistory(() => transport.row?.id ?? book.facts().title ?? '');
  const book = createBook(transport, history);
  const opened = book.open();  // answered while the panes are made

  const live = el('div', {class: 'unseen', role: 'status', 'aria-live': 'polite'});
  const toast = el('div', {class: 'toast', role: 'status', 'aria-live': 'off', hidden: true});
  const hideToast = later(() => { toast.hidden = true; }, 8000);

  // Words for the eye and for a screen reader; with `seen` alone they stay for a while.
  function announce(words, seen = false) {
    live.textContent = '';
    setTimeout(() => { live.textContent = words; }, 50);
    if (seen) showToast(words);
  }

  function showToast(words, action) {
    fill(toast, el('span', {}, words), action && el('button', {type: 'button', onclick: () => { toast.hidden = true; action.act(); }}, action.words));
    toast.hidden = false;
    hideToast();
  }

  async function attempt(act) {
    try {
      return await act();
    } catch (trouble) {
      showToast(trouble.gone ? say('engine_gone') : trouble.message);
      announce(trouble.message);
      return null;
    }
  }

  const editorPlace = el('div', {class: 'editor'});
  const noChapter = el('div', {class: 'no-chapter', hidden: true}, el('p', {}, say('no_chapter')), el('button', {type: 'button', class: 'main', onclick: () => files.askNew()}, icon('add'), say('new_chapter')));
  const update = () => preview.update();  // the engine does the newest text when it has done the one before
  const editor = createEditor(editorPlace, book, {
    moved: later(() => preview.reveal(), 150),
    typed: () => {
      update();
      showUndo();
      files.retitle(editor.path());
    },
    pasted: (event) => paste.pasted(event),
    dropped: (event) => paste.dropped(event),
  });
  const operations = createOperations({book, editor, announce, changed: (words, way) => {
    showUndo();
    files.draw();
    update();
    showToast(words, {words: say(way), act: () => attempt(operations[way])});
    if (!noChapter.hidden && book.facts().chapters.length) open(book.facts().chapters[0]);
  }});
  const inserts = createInserts({book, editor, operations, attempt});
  const paste = createPaste({editor, operations, inserts, announce, attempt});
  const questions = createQuestionForm({book, editor, announce});

  async function open(path, line) {
    if (book.isDirty(editor.path())) book.save(editor.path());
    if (path !== editor.path()) questions.leave();
    if (!(await attempt(() => editor.open(path, line)))) return;
    noChapter.hidden = true;
    editorPlace.hidden = false;
    files.mark(path);
    showPane('text');
    showTools();
    update();
    problems.underline();
    if (!line) editor.view.focus();
  }

  // The text without a file: the book's last chapter is gone.
  function openNothing() {
    questions.leave();
    editor.close();
    noChapter.hidden = false;
    editorPlace.hidden = true;
    files.mark('');
    showTools();
    update();
    noChapter.querySelector('button').focus();
  }

  async function goTo(message) {
    const file = message.file ?? 'book.toml';
    questions.leave();
    if (file !== editor.path()) await open(file, message.line ?? 1);
    else showPane('text');
    if (typeof message.offset === 'number') editor.select(...Array(2).fill(rangeOf(editor.text(), message).from));
    else editor.goTo(message.line ?? 1);
  }

  const focusText = () => (questions.isOpen() ? questions.focus() : noChapter.hidden ? editor.view.focus() : noChapter.querySelector('button').focus());

  const problems = createProblems({book, editor, goTo, announce, askDescription: inserts.askDescription, onCount: showCount});
  const files = createFilesPane({book, operations, open, attempt, openSettings: () => openSettings({book, operations}), addPictures: inserts.addPictures, newTerm: inserts.term,
                                 showPicture: (...given) => showPicture(book, ...given)});
  const preview = createPreview(framePage, {book, editor, onMessages: problems.show, onSource, onFollow, onLeave: (back) => cycle(back ? -1 : 1)});

  function onSource(source, {detail, isLink}) {
    const at = source.lastIndexOf(':');
    const [file, line] = [source.slice(0, at), Number(source.slice(at + 1))];
    if (!book.has(file) || !line || isLink || questions.isOpen()) return;  // a question that is being written stays
    const isNarrow = matchMedia('(max-width: 1000px)').matches;
    if (isNarrow && detail < 2) return;
    goTo({file, line});
  }

  const adding = createAdding({book, editor, operations, inserts, open, problems, announce, attempt, shelf});

  function onFollow(href) {
    const name = decodeURIComponent(href.split('#')[0]).replace(/\.(xhtml|html)$/, '.md').split('/').pop();
    const path = `chapters/${name}`;
    if (book.has(path)) open(path);
  }

  // ---- the bar ----
  const state = el('span', {class: 'state', role: 'status'});
  const undoButton = el('button', {type: 'button', class: 'quiet', 'aria-label': say('undo'), title: say('undo'), onclick: undoAll}, icon('undo'));
  const redoButton = el('button', {type: 'button', class: 'quiet', 'aria-label': say('redo'), title: say('redo'), onclick: redoAll}, icon('redo'));
  const count = el('button', {type: 'button', class: 'count', 'aria-expanded': 'true', onclick: toggleProblems});
  const title = el('h1');
  const menu = el('button', {type: 'button', class: 'quiet', 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-label': say('menu'), onclick: (event) => openMenu(event.currentTarget, [
    {words: say('versions'), icon: 'history', act: () => openVersions({book, editor, history, operations})},
    {words: say('copy_zip'), icon: 'copy', act: () => attempt(() => saveCopy(book))},
    {words: say('settings_of_book'), icon: 'settings', act: () => openSettings({book, operations})},
    {words: say('add_files'), icon: 'chapter', act: () => adding.chooseFiles()},
    {words: say('add_folder'), icon: 'book', act: () => adding.chooseFolder()},
    {words: say('import_bank'), icon: 'question', act: () => adding.chooseBank()},
    null,
    ...(shelf ? [{words: say('all_books'), icon: 'book', act: () => attempt(async () => { await book.saveAll(); await shelf.leave(); })}] : []),
    ...(canInstall() ? [{words: say('install_app'), icon: 'export', act: install}] : []),
    {words: say('toggle_preview'), icon: 'box', act: () => studio.classList.toggle('no-preview')},
    {words: say('language_of_studio'), icon: 'glossary', act: openLanguages},
    {words: say('help'), icon: 'question', act: openHelp},
  ])}, icon('more'));
  const top = el('header', {class: 'top'}, el('span', {class: 'mark'}, icon('book')), title, state, undoButton, redoButton, count,
    el('button', {type: 'button', class: 'main export', onclick: () => attempt(() => openExport({book, titleOf: files.titleOf, goTo, announce, attempt}))}, icon('export'), el('span', {class: 'words'}, say('export'))), menu);

  // Undo takes back what was done last to files where the text has nothing newer to take back.
  let lastWasText = false;
  function undoAll() {
    if (editor.canUndo() && (lastWasText || !operations.canUndo())) editor.undo();
    else attempt(operations.undo);
  }
  function redoAll() {
    if (editor.canRedo()) editor.redo();
    else attempt(operations.redo);
  }
  function showUndo() {
    undoButton.disabled = !editor.canUndo() && !operations.canUndo();
    redoButton.disabled = !editor.canRedo() && !operations.canRedo();
  }
  book.on('typed', () => { lastWasText = true; });
  book.on('replaced', () => { lastWasText = false; });

  function showCount({error, warning}) {
    const kind = error ? 'error' : warning ? 'warning' : 'fine';
    count.className = `count ${kind}`;
    fill(count, icon(error ? 'error' : warning ? 'warning' : 'check'), problems.inShort());
    fill(tabs.problems, icon(error ? 'error' : warning ? 'warning' : 'check'), el('span', {}, error + warning ? `${say('problems')} (${error + warning})` : say('problems')));
  }

  function toggleProblems() {
    problems.place.hidden = !problems.place.hidden;
    count.setAttribute('aria-expanded', String(!problems.place.hidden));
  }

  // ---- tools above the text ----
  const tool = (name, act, words = say(name)) => el('button', {type: 'button', class: 'quiet', 'data-tool': name, onclick: () => attempt(act)}, icon(name), words);
  const sign = (name, act) => el('button', {type: 'button', class: 'quiet', 'data-tool': name, 'aria-label': say(name), title: say(name), onclick: () => attempt(act)}, icon(name));
  const tools = el('div', {class: 'tools', role: 'toolbar', 'aria-label': say('insert')},
    ['heading', 'bold', 'italic', 'list'].map((name) => sign(name, editor[name])), sign('link', inserts.link), el('span', {class: 'bar', 'aria-hidden': 'true'}),
    tool('question', () => questions.open()), tool('picture', inserts.picture), tool('table', inserts.table), tool('note', inserts.note), tool('box', inserts.box),
    tool('formula', inserts.formula), tool('glossary', inserts.term, say('term')));
  tools.addEventListener('keydown', (event) => {
    const all = [...tools.querySelectorAll('button')];
    const by = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (!by) return;
    event.preventDefault();
    all[(all.indexOf(document.activeElement) + by * (document.documentElement.dir === 'rtl' ? -1 : 1) + all.length) % all.length].focus();
  });
  function showTools() {
    const isChapter = /^chapters\/.+\.md$/i.test(editor.path());
    for (const button of tools.querySelectorAll('button')) button.disabled = !isChapter;
  }

  // ---- conflicts ----
  const notice = el('div', {class: 'notice', role: 'alert', hidden: true});
  function showConflict() {
    const [path] = book.conflicts();
    notice.hidden = !path;
    if (!path) return fill(notice);
    const settle = (which) => () => attempt(async () => {
      const copy = await book.settle(path, which);
      if (copy) showToast(say('kept_as', copy));
      showConflict();
      files.draw();
    });
    return fill(notice, el('p', {}, say('conflict_words', path.split('/').pop())),
      el('button', {type: 'button', class: 'main', onclick: settle('both')}, say('keep_both')), el('button', {type: 'button', onclick: settle('mine')}, say('keep_mine')), el('button', {type: 'button', onclick: settle('theirs')}, say('keep_theirs')));
  }

  // What the browser or the folder does not take stays in the page, and a copy is offered.
  const unkept = el('div', {class: 'notice', role: 'alert', hidden: true});
  transport.on?.('kept', (fault) => {
    if (!fault) showState(say('saved'));
    else showState(say('not_kept'), true);
    if (Boolean(fault) === !unkept.hidden) return;
    unkept.hidden = !fault;
    fill(unkept, fault && [el('p', {}, isFull(fault) ? say('storage_full') : say('not_kept_words', fault.message)), el('button', {type: 'button', class: 'main', onclick: () => attempt(() => saveCopy(book))}, say('copy_zip'))]);
  });

  function showState(words, isBad = false) {
    state.classList.toggle('bad', isBad);
    if (state.textContent !== words) state.textContent = words;
  }
  book.on('typed', () => showState(say('typing')));
  book.on('saved', () => (transport.fault?.() ? showState(say('not_kept'), true) : showState(book.dirtyPaths().length ? say('typing') : say('saved'))));
  book.on('unsaved', (path, trouble) => showState(trouble.gone ? say('engine_gone') : say('not_saved', trouble.message), true));
  book.on('conflict', () => {
    showConflict();
    showState(say('conflict'), true);
    files.draw();
  });
  book.on('replaced', (path) => {
    if (path === editor.path() && book.textNow(path) !== editor.text()) editor.replaceAll(book.textNow(path));
    update();
  });
  book.on('renamed', (from, to) => {
    editor.renamed(from, to);
    if (editor.path() === to) files.mark(to);
  });
  book.on('opened', () => {
    title.textContent = title.title = book.facts().title ?? '';
    document.title = `${book.facts().title ?? ''} – Hornbook`;
    files.draw();
  });
  book.on('removed', (path) => {
    if (editor.path()) return;
    const {groups, left} = book.plan();
    const next = [...groups.flatMap((group) => group.chapters), ...left].map((name) => `chapters/${name}`).find((one) => one !== path);
    if (next) open(next);
    else openNothing();
  });

  // ---- panes ----
  const text = el('div', {class: 'text', id: 'text'}, notice, unkept, tools, questions.place, editorPlace, noChapter, problems.place);
  const tabs = Object.fromEntries([['files', 'book'], ['text', 'rename'], ['preview', 'chapter'], ['problems', 'check']].map(([name, sign]) =>
    [name, el('button', {type: 'button', onclick: () => showPane(name)}, icon(sign), el('span', {}, say(name === 'files' ? 'book' : name)))]));
  new ResizeObserver(() => toast.style.setProperty('--below', `${problems.place.offsetHeight}px`)).observe(problems.place);  // which a toast would hide
  preview.place.setAttribute('role', 'region');
  preview.place.setAttribute('aria-label', say('preview'));
  const studio = el('div', {class: 'studio', 'data-pane': 'text'}, el('a', {class: 'skip as-button', href: '#text', onclick: (event) => { event.preventDefault(); focusText(); }}, say('skip')),
    top, files.place, el('main', {class: 'panes'}, text, preview.place), el('nav', {class: 'tabs', 'aria-label': say('panes')}, Object.values(tabs)), adding.overlay, live, toast);

  function showPane(name) {
    studio.dataset.pane = name;
    for (const [one, button] of Object.entries(tabs)) button.setAttribute('aria-current', String(one === name));
    if (name === 'problems') problems.place.hidden = false;
  }

  // F6 goes from pane to pane, as in other programs.
  function cycle(by) {
    const all = [['files', () => files.place.querySelector('button')], ['text', () => (questions.isOpen() ? questions.place.querySelector('textarea') : noChapter.hidden ? editor.view.contentDOM : noChapter.querySelector('button'))], ['problems', () => problems.place.querySelector('button')], ['preview', () => preview.place.querySelector('button')], ['', () => menu]];
    const holds = [files.place, text, problems.place, preview.place, top].map((pane, i) => pane.contains(document.activeElement) && Boolean(all[i][1]()));
    const now = holds.lastIndexOf(true);  // the problems lie within the text's pane
    for (let i = 1; i <= all.length; ++i) {
      const [name, find] = all[(Math.max(0, now) + by * i + all.length * 2) % all.length];
      if (name) showPane(name);
      const target = find();
      if (!target || target.offsetParent === null) continue;
      target.focus();
      return;
    }
  }

  fill(root, studio);
  showCount({error: 0, warning: 0});
  showUndo();
  showTools();
  showPane('text');
  await opened;
  showState(say('saved'));

  document.addEventListener('keydown', (event) => {
    const mod = event.ctrlKey || event.metaKey;
    if (event.key === 'F6') {
      event.preventDefault();
      cycle(event.shiftKey ? -1 : 1);
    } else if (mod && event.key.toLowerCase() === 's') {
      event.preventDefault();
      attempt(() => book.saveAll()).then(() => announce(say('saved')));
    }
  });
  // What is typed is kept apart where the page keeps books itself; else it counts as kept when it is saved.
  const isKept = () => (transport.unkept ? transport.unkept().length === 0 : book.dirtyPaths().length === 0);
  window.addEventListener('beforeunload', (event) => {
    transport.keepTyped?.();
    book.saveAll();
    if (!isKept()) event.preventDefault();
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) return;
    transport.keepTyped?.();
    book.saveAll();
  });
  transport.listen((paths) => attempt(() => book.changedOutside(paths)));

  const first = book.facts().chapters[0] ?? book.paths().find((path) => path === 'book.toml');
  const restored = await book.restore(transport.drafts ?? []);  // before anything is shown, so that nobody types over what is restored
  if (first) await open(first);
  if (restored.length) announce(say('restored', restored.map((path) => path.split('/').pop()).join(', ')), true);
  else if (told) announce(told, true);
  return {book, editor, preview, problems, operations, adding};
}
