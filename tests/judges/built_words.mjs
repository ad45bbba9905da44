// What stands in the pages of a built book: its words, and its pictures by the file and by what describes them.
import {DOMParser} from '@xmldom/xmldom';
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {basename, join} from 'node:path';

// Powers and indices are words of their own, as their tags make them.
const low = /[\u00b2\u00b3\u00b9\u2070-\u209c]+/g;
export const wordsOf = (text) => text.normalize('NFC').replaceAll('\u00AD', '').replace(low, (signs) => ` ${signs.normalize('NFKC')} `).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
export const sum = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

// A multiset: how often each stands there.
export class Counts extends Map {
  add(key, by = 1) {
    this.set(key, (this.get(key) ?? 0) + by);
  }
  // Whether there was one, which is gone now.
  take(key) {
    const left = this.get(key) ?? 0;
    if (left > 0) this.set(key, left - 1);
    return left > 0;
  }
}

const inline = /^(span|em|strong|a|b|i|u|s|mark|abbr|code|q|cite|dfn|ruby|rt|rb|del|ins|small|kbd|var|samp|bdi|bdo|wbr)$/;

function collect(node, out, pictures) {
  if (node.nodeType === 3) out.push(node.nodeValue);
  if (node.nodeType === 1) {
    for (const name of ['alt', 'title', 'alttext', 'aria-label']) if (node.getAttribute(name)) out.push(` ${node.getAttribute(name)} `);
    if (node.localName === 'img') pictures.push({src: node.getAttribute('src'), alt: node.getAttribute('alt') ?? ''});
  }
  const note = node.nodeType === 1 && /noteref/.test(node.getAttribute('role') ?? '');
  const apart = node.nodeType === 1 && (note || !inline.test(node.localName));
  if (apart) out.push(' ');
  for (let child = node.firstChild; child; child = child.nextSibling) collect(child, out, pictures);
  if (apart) out.push(' ');
}

// {words, pictures} of XHTML.
export function wordsOfPage(source, type = 'application/xhtml+xml') {
  const out = [];
  const pictures = [];
  collect(new DOMParser({onError: () => {}}).parseFromString(source, type).documentElement, out, pictures);
  return {text: out.join(''), pictures};
}

// {counts, all, pictures: [{name, alt, sum}]} of the pages of an EPUB or of a folder, but for those that `left out` names.
export function wordsOfPages(folder, leftOut) {
  const counts = new Counts();
  const pictures = [];
  let all = '';
  for (const name of readdirSync(folder).filter((file) => /\.x?html$/.test(file) && !leftOut.test(file)).sort()) {
    const page = wordsOfPage(readFileSync(join(folder, name), 'utf8'));
    all += ` ${page.text.normalize('NFC').replaceAll('\u00AD', '').replace(/\s+/g, '')}`;
    wordsOf(page.text).forEach((word) => counts.add(word));
    for (const {src, alt} of page.pictures) {
      const bytes = src.startsWith('data:') ? Buffer.from(src.slice(src.indexOf(',') + 1), 'base64') : readFileSync(join(folder, decodeURIComponent(src)));
      pictures.push({name: src.startsWith('data:') ? '' : basename(decodeURIComponent(src)), alt, sum: sum(bytes)});
    }
  }
  return {counts, all, pictures};
}

export function unpacked(archive) {
  const folder = `${archive}.folder`;
  rmSync(folder, {recursive: true, force: true});
  execFileSync('unzip', ['-q', archive, '-d', folder]);
  return folder;
}

// The same of an EPUB, with the sums of its picture files.
export function wordsOfEpub(epub) {
  const folder = unpacked(epub);
  try {
    const images = join(folder, 'EPUB', 'pictures');
    const files = new Set(existsSync(images) ? readdirSync(images).map((name) => sum(readFileSync(join(images, name)))) : []);
    return {...wordsOfPages(join(folder, 'EPUB'), /^(nav|cover|title|colophon|results)\.xhtml$/), files};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

// `path:line:col: severity: message [code]` of each line that a run of the program says, in any of its streams.
export const remarksIn = (said) => [...said.matchAll(/^(.+?):(\d+):\d+: (error|warning|note): (.*) \[([\w-]+)\]$/gm)].map(([, file, line, severity, message, code]) => ({file, line: Number(line), severity, message, code}));
