// Icons: lines on a grid of 24, in the colour of the words beside them. They are never the only name of a button.
const paths = {
  add: 'M12 5v14M5 12h14',
  bold: 'M8 5h5a3.5 3.5 0 0 1 0 7H8zM8 12h6a3.5 3.5 0 0 1 0 7H8z',
  book: 'M5 3h14v14h-4v4H9v-4H5zM8.5 7h7M8.5 10h7M8.5 13h4',
  box: 'M4 5h16v14H4zM4 9h16',
  chapter: 'M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6L6 18',
  copy: 'M8 8h12v12H8zM16 8V4H4v12h4',
  down: 'M6 9l6 6 6-6',
  error: 'M12 3l9.5 17h-19zM12 10v5M12 17.5v.5',
  export: 'M12 15V4M8 8l4-4 4 4M5 14v6h14v-6',
  formula: 'M18 5H7l6 7-6 7h11',
  glossary: 'M5 4h14v16H7a2 2 0 0 1-2-2zM5 17a2 2 0 0 1 2-2h12M9 8h6',
  heading: 'M6 5v14M18 5v14M6 12h12',
  history: 'M4 12a8 8 0 1 0 2.5-5.8M4 4v4h4M12 8v4l3 2',
  italic: 'M10 5h8M6 19h8M14 5l-4 14',
  link: 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7l-1.3 1.3M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.7 5.7l1.3-1.3',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  next: 'M9 6l6 6-6 6',
  note: 'M5 4h14v10l-5 6H5zM14 20v-6h5',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9h.01',
  previous: 'M15 6l-6 6 6 6',
  question: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.4-1 .9-1 1.7M12 16.8v.2',
  redo: 'M19 8h-9a5 5 0 0 0 0 10h4M19 8l-4-4M19 8l-4 4',
  remove: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10 11v5M14 11v5',
  rename: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M13 5v4h4V5zM7 15v4h4v-4z',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14',
  undo: 'M5 8h9a5 5 0 0 1 0 10h-4M5 8l4-4M5 8l4 4',
  up: 'M6 15l6-6 6 6',
  warning: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5v6M12 16.3v.2',
};
const mirrored = new Set(['next', 'previous', 'undo', 'redo', 'history']);

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', mirrored.has(name) ? 'icon mirrored' : 'icon');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
