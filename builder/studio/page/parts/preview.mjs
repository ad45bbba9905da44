// Preview: the chapter of the text, made by the engine at each change, shown in a frame that has no rights.
import {changeOf, inBlocks} from '../frame/blocks.mjs';
import {el, fill} from './dom.mjs';
import {icon} from './icons.mjs';
import {fromBase64, pictureFile} from './places.mjs';
import {screenStyle, screens} from './screens.mjs';
import {sheetsPage, sheetsWanted} from './sheets.mjs';
import {createTold} from './told.mjs';
import {say} from './words.mjs';

const isError = ({severity}) => severity === 'error';
const types = {png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', svg: 'image/svg+xml', avif: 'image/avif', bmp: 'image/bmp'};

export function createPreview(page, {book, editor, onMessages, onSource, onFollow, onLeave}) {
  const frame = el('iframe', {sandbox: 'allow-scripts', title: say('preview'), srcdoc: page, class: 'frame'});
  const holder = el('div', {class: 'screen'}, frame);
  const stage = el('div', {class: 'stage'}, holder);
  const pageWords = el('span', {class: 'pages', 'aria-live': 'polite'});
  const turner = el('div', {class: 'turner', hidden: true},
    el('button', {type: 'button', class: 'quiet', 'aria-label': say('previous_page'), onclick: () => send({kind: 'turn', by: -1})}, icon('previous')), pageWords,
    el('button', {type: 'button', class: 'quiet', 'aria-label': say('next_page'), onclick: () => send({kind: 'turn', by: 1})}, icon('next')));
  const note = el('p', {class: 'preview-note', hidden: true});
  const told = createTold({book, show: onMessages});
  const options = {size: 'phone', light: 'day', edition: 'student', ...stored()};
  let ready = false;
  let waiting = [];
  let shown = '';
  let sent = {page: null, styles: null};  // what the frame has
  let busy = false;
  let again = false;

  function stored() {
    try {
      const kept = JSON.parse(localStorage.getItem('hornbook-studio/preview')) ?? {};
      return Object.fromEntries(Object.entries(kept).filter(([name, value]) => name !== 'size' || value in screens));
    } catch (nothing) {
      return {};
    }
  }

  function send(message) {
    if (ready) frame.contentWindow?.postMessage(message, '*');  // none, once the book is closed
    else waiting.push(message);
  }

  const group = (name, values) => el('div', {class: 'segments', role: 'group', 'aria-label': say(name)}, values.map((value) =>
    el('button', {type: 'button', 'aria-pressed': String(options[name] === value), 'data-option': name, 'data-value': value, onclick: () => choose(name, value)}, say(`${name}_${value}`))));

  const bar = el('div', {class: 'preview-bar'}, group('size', Object.keys(screens)), group('light', ['day', 'sepia', 'night']), group('edition', ['student', 'teacher', 'test']));
  const place = el('div', {class: 'preview'}, bar, note, stage, turner);

  function choose(name, value) {
    options[name] = value;
    try {
      localStorage.setItem('hornbook-studio/preview', JSON.stringify(options));
    } catch (refused) { /* it is forgotten, nothing else */ }
    for (const button of bar.querySelectorAll(`[data-option="${name}"]`)) button.setAttribute('aria-pressed', String(button.dataset.value === value));
    dress();
    if (name === 'edition' || name === 'size') update();
  }

  // The screen as large as the pane lets it be; wider ones are drawn smaller.
  function fit() {
    const screen = screens[options.size];
    const edge = options.size === 'reader' ? 44 : 24;
    const [width, height] = [stage.clientWidth - edge, stage.clientHeight - edge];
    if (width <= 0 || height <= 0) return;
    const scale = options.size === 'reader' ? Math.min(1.15, width / screen.width, height / screen.height) : Math.min(1, width / screen.width);
    const tall = options.size === 'reader' ? screen.height : Math.max(200, Math.min(options.size === 'sheet' ? Infinity : screen.height, height / scale));
    frame.style.width = `${screen.width}px`;
    frame.style.height = `${options.size === 'sheet' ? height / scale : tall}px`;
    frame.style.transform = `scale(${scale})`;
    holder.style.width = `${screen.width * scale}px`;
    holder.style.height = `${(options.size === 'sheet' ? height / scale : tall) * scale}px`;
  }

  function dress() {
    holder.className = `screen ${options.size}`;
    for (const button of bar.querySelectorAll('[data-option="light"]')) button.disabled = options.size === 'reader' || options.size === 'sheet';
    send({kind: 'screen', size: options.size, light: options.light, paged: Boolean(screens[options.size].paged), styles: screenStyle(options.size, options.light)});
    fit();
  }

  // The newest text wins: while one preview is made, the next waits.
  async function update() {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    do {
      again = false;
      await make().catch((trouble) => tell(trouble.gone ? say('engine_gone') : trouble.message));
    } while (again);
    busy = false;
  }

  async function make() {
    const chapter = editor.path();
    if (!/^chapters\/.+\.md$/i.test(chapter)) {
      told.take((await book.ask({do: 'check', edition: 'student'})).messages ?? []);
      if (!chapter) place.classList.add('old');
      return tell(say(chapter ? 'no_preview' : 'no_chapter'));
    }
    const answer = await book.ask({do: 'preview', chapter, edition: options.edition});
    told.about(chapter);
    answer.has_mistakes ||= told.all().some(isError);
    if (options.size === 'sheet' && !(await showAsSheets(answer, chapter))) {
      place.classList.add('old');
      return tell(say('no_sheet'));
    }
    if (!answer.page) {
      place.classList.add('old');
      return tell(!answer.for_teachers && answer.has_mistakes ? say('preview_waits') : say('not_in_edition'));
    }
    tell('');
    const quiz = answer.quiz && typeof answer.quiz !== 'string' ? JSON.stringify(answer.quiz) : answer.quiz ?? '';
    const now = {page: inBlocks(answer.page), styles: answer.styles ?? ''};
    const change = shown === chapter && sent.page && changeOf(sent.page, now.page);
    send({kind: 'page', ...(change ? {change} : {page: answer.page}), ...(now.styles !== sent.styles && {styles: now.styles}), quiz, interactive: options.edition !== 'teacher' && options.size !== 'sheet', classes: answer.classes ?? '',
          language: answer.language ?? book.facts().language ?? 'en', direction: answer.direction ?? book.facts().direction ?? 'ltr', isOther: shown !== chapter});
    giveEmbedded(answer.pictures ?? {});
    shown = chapter;
    sent = now;
    reveal();
  }

  // The page of an answer becomes that of the handout, which a book with mistakes does not have. False: of this chapter nothing is printed.
  async function showAsSheets(answer, chapter) {
    const isGlossary = /^chapters\/glossary\.md$/i.test(chapter);
    const {files = [], messages = []} = answer.page || answer.for_teachers ? await book.transport.ask(sheetsWanted(isGlossary ? null : chapter, options.edition)) : {};
    const made = sheetsPage(files.filter((file) => /\.html$/.test(file.name)));
    if (made) Object.assign(answer, made);
    answer.has_mistakes ||= messages.some(isError);
    if (!made && answer.has_mistakes) answer.page = null;
    return Boolean(made) || answer.has_mistakes;
  }

  function tell(words) {
    note.hidden = !words;
    note.textContent = words;
    if (!words) place.classList.remove('old');
  }

  function reveal() {
    if (editor.path()) send({kind: 'reveal', source: `${editor.path()}:${editor.line()}`});
  }

  async function givePictures(names) {
    const pictures = {};
    for (const name of names) {
      const path = pictureFile(name, book.paths());
      const bytes = path && await book.bytes(path).catch(() => null);
      if (bytes) pictures[name] = {bytes, type: types[path.split('.').pop().toLowerCase()] ?? 'image/png'};
    }
    send({kind: 'pictures', pictures});
  }

  // Pictures that stand in the text itself come with the page.
  function giveEmbedded(pictures) {
    const rows = Object.entries(pictures).filter(([, picture]) => picture.bytes).map(([name, picture]) => [name, {bytes: fromBase64(picture.bytes), type: types[name.split('.').pop().toLowerCase()] ?? 'image/png'}]);
    if (rows.length) send({kind: 'pictures', pictures: Object.fromEntries(rows)});
  }

  window.addEventListener('message', ({source, data}) => {
    if (source !== frame.contentWindow || !data?.hornbook) return;
    if (data.kind === 'ready') {
      ready = true;
      sent = {page: null, styles: null};
      dress();
      waiting.splice(0).forEach(send);
    } else if (data.kind === 'need') givePictures(data.names.filter((name) => typeof name === 'string').slice(0, 500));
    else if (data.kind === 'source') onSource(String(data.source), data);
    else if (data.kind === 'follow') onFollow(String(data.href));
    else if (data.kind === 'leave') onLeave(data.back);
    else if (data.kind === 'pages') {
      turner.hidden = data.count === 0;
      fill(pageWords, data.count ? say('page_of', data.page, data.count) : '');
      fit();
    }
  });
  new ResizeObserver(fit).observe(stage);
  return {place, update, reveal, choose, frame, options, focus: () => frame.focus()};
}
