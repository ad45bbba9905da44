// Frame: a chapter as readers see it. It has an origin of its own, so nothing in it reaches the studio but by the messages below.
/* global playQuizzes */
import {changed, inBlocks, inWhole} from './blocks.mjs';
import {createPatch} from './patch.mjs';

const kept = new Map();  // in the place of what a reader keeps: answers last while the preview is open
const storage = {
  get length() { return kept.size; },
  key: (i) => [...kept.keys()][i] ?? null,
  getItem: (name) => kept.get(name) ?? null,
  setItem: (name, value) => kept.set(name, String(value)),
  removeItem: (name) => kept.delete(name),
};
Object.defineProperty(window, 'localStorage', {value: storage});

const pictures = new Map();  // name in the page -> blob URL
const urlOf = (name) => pictures.get(name) ?? pictures.get(name.split('/').pop());
const tell = (message) => parent?.postMessage({hornbook: true, ...message}, '*');
const patch = createPatch();
let state = {paged: false, page: 0, screen: '', classes: '', quiz: '', source: inBlocks('')};

const refused = 'script, iframe, object, embed, meta, link, base, form, frame, frameset, template, portal, style';

// Whatever could act is taken away, though the engine lets none of it through.
function harmless(body) {
  for (const element of body.querySelectorAll(refused)) element.remove();
  for (const element of body.querySelectorAll('*')) {
    for (const {name, value} of [...element.attributes]) {
      if (/^on/i.test(name) || (/^(href|src|xlink:href|action|formaction)$/i.test(name) && /^\s*javascript:/i.test(value))) element.removeAttribute(name);
    }
  }
  return body;
}

function bodyOf(page) {
  const xml = new DOMParser().parseFromString(page, 'application/xhtml+xml');
  if (!xml.querySelector('parsererror')) return xml.querySelector('body') ?? xml.documentElement;
  return new DOMParser().parseFromString(page, 'text/html').body;
}

function placePictures(body) {
  const missing = new Set();
  for (const image of body.querySelectorAll('img[src]:not([src^="data:"])')) {
    const name = image.getAttribute('src');
    image.dataset.src = name;
    if (urlOf(name)) image.src = urlOf(name);
    else {
      image.removeAttribute('src');
      missing.add(name);
    }
  }
  if (missing.size) tell({kind: 'need', names: [...missing]});
}

function quizzesIn(data) {
  try {
    return JSON.parse(data).quizzes.map(({id}) => id);
  } catch (none) {
    return [];
  }
}

function read(page) {
  const body = harmless(bodyOf(page));
  placePictures(body);
  return body;
}

// Shows what is new. True: of the page before all else stays.
function showChange({change, isOther}, fixed) {
  const {head, blocks, tail} = state.source;
  if (isOther || fixed === null) return false;
  if (change && change.cut + change.put.length === 0) return true;
  if (change?.cut === 1 && change.put.length === 1 && patch.change(read(head + blocks[change.at] + tail), fixed, change.at, blocks.length)) return true;
  return patch.change(read(inWhole(state.source)), fixed);
}

function show(message) {
  const place = document.scrollingElement.scrollTop;
  state.source = message.change ? changed(state.source, message.change) : inBlocks(message.page);
  const data = message.quiz && message.interactive ? message.quiz : '';
  const isPatched = showChange(message, data === state.quiz ? quizzesIn(data) : null);
  if (!isPatched) document.body.replaceChildren(...patch.whole(read(inWhole(state.source))));
  state.quiz = data;
  if (message.styles !== undefined) document.getElementById('book').textContent = message.styles;
  state.classes = message.classes;
  dressRoot();
  document.documentElement.lang = message.language;
  document.documentElement.dir = message.direction;
  if (data && !isPatched) {
    const block = document.createElement('div');
    block.id = 'hornbook-quiz-data';
    block.hidden = true;
    block.textContent = data;
    document.body.append(block);
    try {
      playQuizzes();
    } catch (unplayable) {
      console.warn(unplayable);  // the questions stand there as they are printed
    }
  }
  if (message.isOther) state.page = 0;
  document.scrollingElement.scrollTop = message.isOther ? 0 : place;
  turn(0);
}

function dressRoot() {
  document.documentElement.className = `${state.screen} ${state.classes}`.trim();
}

function dress(message) {
  state.paged = message.paged;
  state.screen = `${message.size} ${message.light}`;
  dressRoot();
  document.getElementById('screen').textContent = message.styles;
  turn(0);
}

// Pages of e-ink are columns as wide as the screen; others scroll.
function turn(by) {
  const root = document.scrollingElement;
  if (!state.paged) return tell({kind: 'pages', page: 0, count: 0});
  const width = window.innerWidth;
  const count = Math.max(1, Math.round(document.body.scrollWidth / width));
  state.page = Math.min(Math.max(0, state.page + by), count - 1);
  root.scrollLeft = (document.documentElement.dir === 'rtl' ? -1 : 1) * state.page * width;
  tell({kind: 'pages', page: state.page + 1, count});
}

function nearest(source) {
  const at = source.lastIndexOf(':');
  const [file, line] = [source.slice(0, at), Number(source.slice(at + 1))];
  let best = null;
  let bestLine = -1;
  for (const element of document.querySelectorAll('[data-source]')) {
    const own = element.dataset.source;
    const cut = own.lastIndexOf(':');
    const number = Number(own.slice(cut + 1));
    if (own.slice(0, cut) === file && number <= line && number > bestLine) [best, bestLine] = [element, number];
  }
  return best;
}

function reveal(source) {
  const element = nearest(source);
  for (const marked of document.querySelectorAll('.hb-here')) marked.classList.remove('hb-here');
  if (!element) return;
  element.classList.add('hb-here');
  const box = element.getBoundingClientRect();
  if (state.paged) {
    const from = Math.abs(document.scrollingElement.scrollLeft);
    const left = document.documentElement.dir === 'rtl' ? window.innerWidth - box.right : box.left;
    state.page = Math.floor((from + left + 4) / window.innerWidth);
    turn(0);
  } else if (box.top < 0 || box.bottom > window.innerHeight) {
    document.scrollingElement.scrollTop += box.top - window.innerHeight / 3;
  }
}

window.addEventListener('message', ({source, data}) => {
  if (source !== parent || !data) return;
  if (data.kind === 'page') show(data);
  else if (data.kind === 'screen') dress(data);
  else if (data.kind === 'turn') turn(data.by);
  else if (data.kind === 'reveal') reveal(data.source);
  else if (data.kind === 'pictures') {
    for (const [name, {bytes, type}] of Object.entries(data.pictures)) {
      const isKnown = name.startsWith('data-') && pictures.has(name);  // named by a hash of its bytes, it is the same
      if (!isKnown) pictures.set(name, URL.createObjectURL(new Blob([bytes], {type})));
    }
    for (const image of document.querySelectorAll('img[data-src]')) {
      if (!image.hasAttribute('src') && urlOf(image.dataset.src)) image.src = urlOf(image.dataset.src);
    }
    for (const name of data.forget ?? []) pictures.delete(name);
  }
});

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href]');
  if (link) {
    event.preventDefault();
    const href = link.getAttribute('href');
    const target = href.startsWith('#') && document.getElementById(decodeURIComponent(href.slice(1)));
    if (target) target.scrollIntoView({block: 'center'});
    else tell({kind: 'follow', href});
    if (state.paged) turn(0);
  }
  if (event.target.closest('input, button, textarea, select, label, summary')) return;
  const element = event.target.closest('[data-source]');
  if (element) tell({kind: 'source', source: element.dataset.source, detail: event.detail, isLink: Boolean(link)});
}, true);
document.addEventListener('submit', (event) => event.preventDefault(), true);
document.addEventListener('keydown', (event) => {
  if (state.paged && !event.target.closest('input, textarea, button')) {
    if (event.key === 'ArrowRight' || event.key === 'PageDown') turn(1);
    if (event.key === 'ArrowLeft' || event.key === 'PageUp') turn(-1);
  }
  if (event.key === 'F6') {
    event.preventDefault();
    tell({kind: 'leave', back: event.shiftKey});
  }
});
window.addEventListener('resize', () => turn(0));
tell({kind: 'ready'});
