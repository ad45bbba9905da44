// Dialogs: the browser's own, with a heading, one way out by Escape, and the focus back where it was.
import {el, freshId} from './dom.mjs';
import {icon} from './icons.mjs';
import {say} from './words.mjs';

// Whether a field of the form holds other words than those that stood there when it was first reached.
function typingIn(form) {
  const before = new Map();
  form.addEventListener('focusin', ({target}) => {
    if (/^text(area)?$/.test(target.type ?? '') && !before.has(target)) before.set(target, target.value);
  });
  return () => [...before].some(([control, words]) => control.value !== words);
}

// A dialog with these contents; buttons are {words, act, main, danger, enter}; act returns false to keep it open. Resolves when it is closed.
// Enter leads from one field of a line to the next, and behind the last one to the button with `enter` or the main one. Escape asks before
// words go that were typed, unless the dialog is a light one. done is called after the main button has closed it, where the focus is to go on
// elsewhere than before.
export function openDialog(title, contents, buttons = [], {wide = false, light = false, onclose, done: goOn} = {}) {
  const id = freshId('dialog');
  const before = document.activeElement;
  const problem = el('p', {class: 'form-problem', role: 'alert', hidden: true});
  const dialog = el('dialog', {'aria-labelledby': id, class: wide ? 'wide' : ''});
  const form = el('form', {method: 'dialog', novalidate: true});
  const isTyped = typingIn(form);
  const close = () => dialog.close();
  let isDone = false;
  let isAsking = false;
  async function leave() {
    if (isAsking) return;
    isAsking = true;
    if (light || !isTyped() || (await confirmed(say('discard'), say('discard_words'), say('discard'), true))) close();
    isAsking = false;
  }
  async function run(act, isMain = false) {
    problem.hidden = true;
    try {
      if ((await act()) === false) return;
      isDone = isMain;
      close();
    } catch (trouble) {
      problem.textContent = trouble.message;
      problem.hidden = false;
    }
  }
  form.append(
    el('div', {class: 'dialog-head'}, el('h2', {id}, title), el('button', {type: 'button', class: 'quiet', 'aria-label': say('close'), onclick: leave}, icon('close'))),
    el('div', {class: 'dialog-body'}, contents), problem,
    el('div', {class: 'dialog-foot'}, ...buttons.map(({words, act, main, danger}) =>
      el('button', {type: main ? 'submit' : 'button', class: `${main ? 'main' : ''} ${danger ? 'danger' : ''}`, onclick: main ? null : () => run(act ?? (() => true))}, words))));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const main = buttons.find((button) => button.main);
    if (main) run(main.act ?? (() => true), true);
    else close();
  });
  const fields = () => [...form.querySelectorAll('.dialog-body :is(input[type="text"], textarea)')].filter((one) => !one.disabled && one.offsetParent !== null);
  form.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
    } else if (event.key === 'Enter' && event.target.matches('input[type="text"]')) {
      event.preventDefault();
      const all = fields();
      const next = all[all.indexOf(event.target) + 1];
      const own = buttons.find((button) => button.enter);
      if (next) next.focus();
      else if (own) run(own.act);
      else form.requestSubmit();
    }
  });
  dialog.addEventListener('cancel', (event) => {
    if (light || !isTyped()) return;
    event.preventDefault();
    leave();
  });
  dialog.append(form);
  document.body.append(dialog);
  const closed = new Promise((done) => dialog.addEventListener('close', () => {
    dialog.remove();
    onclose?.();
    if (isDone && goOn) goOn();
    else if (before?.isConnected) before.focus();
    done();
  }));
  dialog.showModal();
  (form.querySelector('.dialog-body input:not([type=hidden]), .dialog-body select, .dialog-body textarea, .dialog-body button') ?? form.querySelector('button')).focus();
  return {dialog, close, closed, complain: (words) => {
    problem.textContent = words;
    problem.hidden = !words;
  }};
}

// A question with two ways out; true if the main one was taken.
export function confirmed(title, words, yes, danger = false) {
  let answer = false;
  return openDialog(title, el('p', {}, words), [
    {words: say('cancel')},
    {words: yes, main: true, danger, act: () => { answer = true; }},
  ]).closed.then(() => answer);
}

// A menu below its button: rows are {words, act, icon} or null for a line.
export function openMenu(button, rows) {
  const items = rows.map((row) => (row === null ? el('li', {role: 'separator'}) : el('li', {role: 'none'},
    el('button', {type: 'button', role: 'menuitem', tabindex: '-1', onclick: () => { close(); row.act(); }}, row.icon ? icon(row.icon) : el('span', {class: 'icon'}), row.words))));
  const menu = el('ul', {class: 'menu', role: 'menu', 'aria-label': button.getAttribute('aria-label') ?? button.textContent}, items);
  const all = () => [...menu.querySelectorAll('button')];
  function close(back = true) {
    menu.remove();
    document.removeEventListener('pointerdown', outside, true);
    button.setAttribute('aria-expanded', 'false');
    if (back) button.focus();
  }
  const outside = (event) => menu.contains(event.target) || close(false);
  menu.addEventListener('keydown', (event) => {
    const at = all().indexOf(document.activeElement);
    const to = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all().length - 1}[event.key];
    if (to !== undefined) {
      event.preventDefault();
      all()[(to + all().length) % all().length].focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      close();
    }
  });
  (button.closest('.top, .files, .text, .preview') ?? document.body).append(menu);
  const box = button.getBoundingClientRect();
  const size = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(document.documentElement.dir === 'rtl' ? box.right - size.width : box.left, innerWidth - size.width - 8))}px`;
  menu.style.top = `${box.bottom + size.height + 8 > innerHeight ? Math.max(8, box.top - size.height - 4) : box.bottom + 4}px`;
  button.setAttribute('aria-expanded', 'true');
  document.addEventListener('pointerdown', outside, true);
  all()[0]?.focus();
}
