// Screens on which a chapter is shown: their sizes in CSS pixels, and what they do to its colours.

export const screens = {
  phone: {width: 390, height: 780},
  reader: {width: 480, height: 640, paged: true},
  tablet: {width: 768, height: 1024},
  sheet: {width: 817, height: 1156},
};

const lights = {
  day: ['#ffffff', '#1b1b1b'],
  sepia: ['#f6ecd6', '#43321f'],
  night: ['#16181a', '#d3d0c8'],
};

// Sheets of paper on a table, with the margins of styles/handout.css.
const sheetStyle = `:root{color-scheme:light;background:#9aa0a3}
body{margin:0}
.hb-sheet{box-sizing:border-box;width:210mm;min-height:297mm;margin:0 auto 6mm;padding:18mm 21mm 20mm;background:#fff;color:#000}
.hb-sheet.letter{width:216mm;min-height:279mm}
.hb-sheet.large-print{padding-top:27mm}`;

// Styles of the screen, which come after the book's own.
export function screenStyle(name, light) {
  if (name === 'sheet') return sheetStyle;
  const [paper, ink] = name === 'reader' ? ['#ecebe6', '#111111'] : lights[light];
  const common = `:root{color-scheme:${light === 'night' && name !== 'reader' ? 'dark' : 'light'};background:${paper};color:${ink}}
body{background:${paper};color:${ink}}
html{font-family:${name === 'reader' ? 'Georgia,"Noto Serif","DejaVu Serif",serif' : 'Georgia,"Noto Serif",serif'};font-size:17px}
.hb-here{box-shadow:0 0 0 4px ${paper},0 0 0 6px rgba(31,122,114,.55)}
[data-source]{cursor:pointer} img:not([src]){min-height:4em;min-width:40%;outline:1px dashed}`;
  if (name === 'reader') {
    return `${common} html{overflow:hidden;filter:grayscale(1);height:100%}
body{margin:0!important;padding:28px 30px;box-sizing:border-box;height:100vh;column-width:calc(100vw - 60px);column-gap:60px;column-fill:auto;overflow:visible}
img,svg,figure{max-width:100%;max-height:calc(100vh - 120px)}`;
  }
  return `${common} body{padding:1em 0 4em}`;
}
