// Elements: made in one call, and lists of them replaced in place.

// An element with attributes, listeners ("onclick") and children; null and false are left out.
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked' || name === 'selected' || name === 'textContent') element[name] = value;
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function fill(place, ...children) {
  place.replaceChildren(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return place;
}

let ids = 0;
export const freshId = (word = 'id') => `${word}-${++ids}`;

// A field with its label above and, where there is one, a word of help below.
export function field(label, control, help) {
  control.id ||= freshId('field');
  const note = help && el('p', {class: 'help', id: `${control.id}-help`}, help);
  if (note) control.setAttribute('aria-describedby', note.id);
  return el('div', {class: 'field'}, el('label', {for: control.id}, label), control, note);
}

// Fields of words run as their words do; empty ones, which :placeholder-shown finds, as the page does.
export const input = (value, attributes = {}) => el('input', {type: 'text', value: value ?? '', autocomplete: 'off', dir: 'auto', placeholder: ' ', ...attributes});

export function area(value, attributes = {}) {
  return el('textarea', {rows: 3, value: value ?? '', dir: 'auto', placeholder: ' ', ...attributes});
}

// The key Enter in a one-line field.
export function onEnter(control, act) {
  control.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    act();
  });
  return control;
}

// A drop-down of [value, words] rows.
export function choice(rows, value, attributes = {}) {
  return el('select', attributes, rows.map(([one, words]) => el('option', {value: one, selected: one === value}, words)));
}

// A call that waits until `ms` pass without another one.
export function later(act, ms) {
  let timer = 0;
  const call = (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...given), ms);
  };
  call.cancel = () => clearTimeout(timer);
  return call;
}

// Things that others may listen to by name.
export function emitter() {
  const listeners = new Map();
  return {
    on: (name, act) => listeners.set(name, [...(listeners.get(name) ?? []), act]),
    emit: (name, ...given) => (listeners.get(name) ?? []).forEach((act) => act(...given)),
  };
}
