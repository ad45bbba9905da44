// Pasted pages of Word, Google Docs and browsers as Markdown. What Markdown has no place for is named; pictures come beside the text.

const blocks = new Set(['ADDRESS', 'ARTICLE', 'ASIDE', 'BLOCKQUOTE', 'BODY', 'DD', 'DIV', 'DL', 'DT', 'FIGCAPTION', 'FIGURE', 'FOOTER', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'HEADER', 'HR', 'LI', 'MAIN', 'NAV', 'OL', 'P', 'PRE',
                        'SECTION', 'TABLE', 'UL']);
const dropped = new Set(['SCRIPT', 'STYLE', 'META', 'LINK', 'TITLE', 'HEAD', 'TEMPLATE', 'NOSCRIPT', 'O:P', 'XML', 'BUTTON', 'INPUT', 'SELECT', 'TEXTAREA']);
const embedded = new Set(['IFRAME', 'OBJECT', 'EMBED', 'VIDEO', 'AUDIO', 'CANVAS', 'SVG']);

export const escaped = (text) => text.replace(/[\\`*[\]<]/g, '\\$&').replace(/(^|\s)_|_(?=\s|$)/g, (all) => all.replace('_', '\\_')).replace(/\$(?=\S)/g, '\\$');
const atLineStart = (text) => text.replace(/^(\s*)(#{1,6}\s|>|[-+]\s|={3,}|~{3,}|\|)/, '$1\\$2').replace(/^(\s*\d+)([.)]\s)/, '$1\\$2');

const styleOf = (element) => (element.getAttribute('style') ?? '').toLowerCase();

function isBold(element) {
  const style = styleOf(element);
  if (/(^|;)\s*font-weight:\s*(normal|400|[123]00)/.test(style)) return false;
  return /^(B|STRONG)$/.test(element.tagName) || /(^|;)\s*font-weight:\s*(bold|[6-9]00)/.test(style);
}

function isItalic(element) {
  const style = styleOf(element);
  return !/(^|;)\s*font-style:\s*normal/.test(style) && (/^(I|EM|CITE)$/.test(element.tagName) || /(^|;)\s*font-style:\s*italic/.test(style));
}

// A mark close to the words, the blanks outside it.
function around(mark, text, end = mark) {
  const [, before, words, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text);
  return words ? `${before}${mark}${words}${end}${after}` : text;
}

// Converts the page; words for what was lost come as keys of the page's own words, each with a count.
export function markdownOf(html) {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  const losses = new Map();
  const pictures = [];
  const notes = [];
  const lose = (what) => losses.set(what, (losses.get(what) ?? 0) + 1);

  function picture(image) {
    const src = image.getAttribute('src') ?? '';
    if (!/^data:image\/(png|jpeg|gif|webp|svg\+xml|bmp);base64,/.test(src)) {
      lose('loss_picture');
      return '';
    }
    pictures.push({src, alt: (image.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim()});
    return `\u0001${pictures.length - 1}\u0001`;
  }

  function inline(node, state = {}) {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.data.replace(/[\u00ad\u200b\ufeff]/g, '').replace(/[ \t\n\r\f]+/g, ' ');
      return state.code ? text : escaped(text);
    }
    if (node.nodeType !== Node.ELEMENT_NODE || dropped.has(node.tagName)) return '';
    const tag = node.tagName;
    if (embedded.has(tag.toUpperCase())) return lose('loss_media'), '';
    if (/mso-list:\s*ignore/.test(styleOf(node)) || /display:\s*none/.test(styleOf(node))) return '';
    if (tag === 'BR') return '\\\n';
    if (tag === 'IMG' || tag === 'V:IMAGEDATA') return picture(node);
    if (tag === 'MATH' || tag === 'M:OMATH') return lose('loss_formula'), escaped(node.textContent.replace(/\s+/g, ' '));
    if (/^msocom|^MsoCommentReference/i.test(node.className || node.id || '')) return lose('loss_comment'), '';
    const bold = !state.bold && isBold(node);
    const italic = !state.italic && isItalic(node);
    const code = !state.code && /^(CODE|KBD|SAMP|TT)$/.test(tag);
    let text = Array.from(node.childNodes, (child) => inline(child, {bold: state.bold || bold, italic: state.italic || italic, code: state.code || code})).join('');
    const style = styleOf(node);
    if (code) text = around('`', text.replace(/`/g, "'"));
    if (tag === 'SUP' || /vertical-align:\s*super/.test(style)) text = around('<sup>', text, '</sup>');
    if (tag === 'SUB' || /vertical-align:\s*sub/.test(style)) text = around('<sub>', text, '</sub>');
    if (/^(DEL|S|STRIKE)$/.test(tag) || /line-through/.test(style)) text = around('~~', text);
    if ((tag === 'U' || /text-decoration[^;]*underline/.test(style)) && !node.closest('a') && text.trim()) lose('loss_underline');
    if (/(^|[^-])color:\s*(?!#000|black|windowtext|inherit|rgb\(0, ?0, ?0\)|auto|initial|currentcolor)/.test(style) && text.trim() && !node.closest('a') && !state.coloured) lose('loss_colour');
    if (italic) text = around('*', text);
    if (bold) text = around('**', text);
    if (tag === 'A') return linked(node, text);
    return text;
  }

  function linked(node, text) {
    const href = node.getAttribute('href') ?? '';
    if (/^#(_ftn|_edn|ftnt)\d/.test(href) && !/ref/.test(href)) {
      const number = /\d+/.exec(href)[0];
      return `[^${number}]`;
    }
    if (!/^(https?:|mailto:)/i.test(href) || !text.trim()) return text;
    return around('[', text, `](${href.replace(/[\s()<>]/g, encodeURIComponent)})`);
  }

  const line = (element) => atLineStart(inline(element).replace(/ *\\\n$/, '').replace(/ +/g, ' ').replace(/^(\\\n)+|(\\\n)+$/g, '').trim());

  // A list of Word: paragraphs that say how deep they are and show their own mark.
  function wordItem(element) {
    const level = /mso-list:[^;]*level(\d+)/.exec(styleOf(element));
    if (!level && !/MsoListParagraph/.test(element.className)) return null;
    const mark = Array.from(element.querySelectorAll('[style*="mso-list"]')).find((one) => /ignore/i.test(styleOf(one)))?.textContent.trim() ?? '';
    const ordered = /^[\dA-Za-z]+[.)]/.test(mark);
    return {depth: Number(level?.[1] ?? 1) - 1, mark: ordered ? '1.' : '-', text: line(element)};
  }

  function list(element, depth) {
    const rows = [];
    let number = Number(element.getAttribute('start') ?? 1);
    for (const child of element.children) {
      if (/^(UL|OL)$/.test(child.tagName)) {
        rows.push(list(child, depth + 1));
        continue;
      }
      const inner = Array.from(child.children).filter((one) => /^(UL|OL)$/.test(one.tagName));
      inner.forEach((one) => one.remove());
      const mark = element.tagName === 'OL' ? `${number++}.` : '-';
      rows.push(`${'   '.repeat(depth)}${mark} ${line(child)}`.trimEnd(), ...inner.map((one) => list(one, depth + 1)));
    }
    return rows.join('\n');
  }

  function table(element) {
    const rows = Array.from(element.querySelectorAll('tr')).filter((row) => row.closest('table') === element).map((row) => Array.from(row.cells));
    if (!rows.length) return '';
    if (element.querySelector('table')) lose('loss_nested_table');
    if (rows.flat().some((cell) => cell.colSpan > 1 || cell.rowSpan > 1)) lose('loss_spans');
    const cells = rows.map((row) => row.flatMap((cell) => [line(cell).replace(/\\\n/g, ' ').replace(/\n+/g, ' ').replace(/\|/g, '\\|'), ...Array(Math.max(0, Math.min(cell.colSpan, 50) - 1)).fill('')]));
    const width = Math.max(...cells.map((row) => row.length));
    if (width === 1) return cells.map((row) => row[0]).join('\n\n');
    const full = cells.map((row) => [...row, ...Array(width - row.length).fill('')]);
    return [full[0], Array(width).fill('---'), ...full.slice(1)].map((row) => `| ${row.join(' | ')} |`).join('\n');
  }

  function noteOf(element) {
    const id = element.id || element.querySelector('[id^="ftn"],[name^="_ftn"]')?.id || '';
    const number = /^(?:ftn|edn|ftnt)(\d+)$/.exec(id);
    if (!number) return false;
    element.querySelectorAll('a[href*="ftnref"], a[href*="ednref"]').forEach((one) => one.remove());
    notes.push(`[^${number[1]}]: ${line(element).replace(/\n+/g, ' ')}`);
    return true;
  }

  function block(element, out) {
    const tag = element.tagName;
    if (dropped.has(tag)) return;
    if (/mso-element:\s*comment-list/.test(styleOf(element))) return void lose('loss_comment');
    if (noteOf(element)) return;
    const item = tag === 'P' && wordItem(element);
    if (item) return void out.push({item: true, text: `${'   '.repeat(item.depth)}${item.mark} ${item.text}`});
    const heading = /^H([1-6])$/.exec(tag) ?? (tag === 'P' && /^MsoHeading(\d)|^MsoTitle()/.exec(element.className));
    if (heading) return void out.push({text: line(element).replace(/^\\#/, '#') && `${'#'.repeat(Math.max(1, Number(heading[1] || 1)))} ${line(element).replace(/\*\*/g, '').replace(/\n/g, ' ')}`});
    if (tag === 'UL' || tag === 'OL') return void out.push({text: list(element, 0)});
    if (tag === 'TABLE') return void out.push({text: table(element)});
    if (tag === 'PRE') return void out.push({text: `\`\`\`\`\n${element.textContent.replace(/\n$/, '')}\n\`\`\`\``});
    if (tag === 'HR') return void out.push({text: '---'});
    if (tag === 'BLOCKQUOTE') return void out.push({text: walk(element).split('\n').map((one) => `> ${one}`.trimEnd()).join('\n')});
    if (Array.from(element.children).some((child) => blocks.has(child.tagName) || child.querySelector('p,div,ul,ol,table,h1,h2,h3,h4,h5,h6'))) return void out.push({text: walk(element)});
    out.push({text: line(element)});
  }

  function walk(parent) {
    const out = [];
    let run = null;
    for (const child of [...parent.childNodes]) {
      const isBlock = child.nodeType === Node.ELEMENT_NODE && (blocks.has(child.tagName) || child.querySelector?.('p,div,ul,ol,table,h1,h2,h3,h4,h5,h6'));
      if (isBlock) {
        run = null;
        block(child, out);
      } else if (child.nodeType === Node.ELEMENT_NODE || child.data?.trim() || run) {
        run ??= out[out.push({text: '', holder: doc.createElement('p')}) - 1];
        run.holder.append(child.cloneNode(true));
      }
    }
    for (const one of out) if (one.holder) one.text = line(one.holder);
    let text = '';
    let before = null;
    for (const one of out.filter((each) => each.text.trim())) {
      text += `${text && (one.item && before?.item ? '\n' : '\n\n')}${one.text}`;
      before = one;
    }
    return text;
  }

  const text = walk(doc.body);
  return {markdown: [text, ...notes].filter(Boolean).join('\n\n'), pictures, losses: [...losses]};
}

// Whether the page says more than its plain text does.
export const hasForm = (html) => /<(h[1-6]|table|ul|ol|li|strong|b|em|i|a|img|sup|sub|blockquote|pre)[\s>]|MsoList|font-weight:\s*(bold|[6-9]00)|font-style:\s*italic/i.test(html);
