// Opening: what was chosen or dropped, as files by path; a book in them, or Markdown and pictures that become chapters.
import {unzipSync} from 'fflate';
import {relative, resolved, withLinks} from './links.mjs';
import {fileNameOf} from './plan.mjs';

const belongs = /^(book\.toml|(chapters|images|styles)\/[^\0]+)$/;
const isPicture = (path) => /\.(png|jpe?g|gif|webp|svg|avif|bmp)$/i.test(path);
const isForeign = (path) => /\.(tiff?|hei[cf]|mjs|js|docx?|odt|pdf)$/i.test(path);  // nothing that a book or a bank could hold
const isMarkdown = (path) => /\.(md|markdown)$/i.test(path);
const isHidden = (path) => path.split('/').some((part) => part === '..' || part.startsWith('.') || part === '__MACOSX');
const bytesOf = async (file) => new Uint8Array(await file.arrayBuffer());

// The files of a book among others, wherever in them the book's folder lies; null: there is none.
export function bookIn(entries) {
  const toml = [...entries.keys()].filter((name) => /(^|\/)book\.toml$/.test(name) && !isHidden(name)).sort((a, b) => a.length - b.length)[0];
  if (toml === undefined) return null;
  const root = toml.slice(0, -'book.toml'.length);
  return new Map([...entries].map(([name, bytes]) => [name.startsWith(root) ? name.slice(root.length) : '', bytes]).filter(([name]) => belongs.test(name) && !isHidden(name)));
}

// Signs 128 to 255 of code page 437, in which names stand that do not say that they are UTF-8 (APPNOTE.TXT, appendix D).
const oldSigns = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

// The name that bytes mean, given as a sign each: UTF-8 if they are, as several programs write it without a word.
function nameOf(signs) {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(Uint8Array.from(signs, (sign) => sign.charCodeAt(0)));
  } catch (isOlder) {
    return signs.replace(/[\u0080-\u00ff]/g, (sign) => oldSigns[sign.charCodeAt(0) - 128]);
  }
}

// Whether each name of a zip says that it is UTF-8 (bit 11 of its flags), in the order of its directory.
function saysUtf8(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) --end;
  const says = [];
  for (let at = view.getUint32(end + 16, true); at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50;) {
    says.push((view.getUint16(at + 8, true) & 0x800) !== 0);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return says;
}

// The files of a zip by their names. Throws an Error where it is none.
export function unzipped(bytes) {
  const names = new Map();
  const filter = ({name}) => {
    names.set(name, names.size);
    return true;
  };
  const files = unzipSync(bytes, {filter});
  const says = saysUtf8(bytes);
  return new Map(Object.entries(files).filter(([name]) => !name.endsWith('/')).map(([name, inside]) => [says[names.get(name)] ?? true ? name : nameOf(name), inside]));
}

async function* filesOfEntry(entry, path) {
  if (entry.isFile) yield [`${path}${entry.name}`, await new Promise((yes, no) => { entry.file(yes, no); })];
  else if (!entry.name.startsWith('.')) {
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((yes, no) => { reader.readEntries(yes, no); });
      if (!some.length) return;
      for (const inner of some) yield* filesOfEntry(inner, `${path}${entry.name}/`);
    }
  }
}

// What a drop carries, folders with all that lies in them; a zip as what it holds.
export async function droppedEntries(transfer) {
  const roots = [...transfer.items].filter((item) => item.kind === 'file').map((item) => item.webkitGetAsEntry?.() ?? null);  // at once: the list is empty later
  const files = [...transfer.files];
  const found = new Map();
  for (const [i, root] of roots.entries()) {
    if (!root) found.set(files[i].name, await bytesOf(files[i]));
    else for await (const [path, file] of filesOfEntry(root, '')) found.set(path, await bytesOf(file));
  }
  return found;
}

export async function chosenEntries(files) {
  const found = new Map();
  for (const file of files) found.set(file.webkitRelativePath || file.name, await bytesOf(file));
  return found;
}

function leftBy(book, all) {
  const taken = new Set(book.values());
  return [...all].filter(([, bytes]) => !taken.has(bytes)).map(([path]) => path);
}

// What files are: {book}, or {chapters: entries}, {pictures: [name, bytes]…}, {banks: [name, bytes]…}. A package of questions is a bank.
// left: names of those that have no place in a book and are not taken along.
export function sorted(entries) {
  const all = new Map([...entries].filter(([path]) => !isHidden(path)));
  const [name] = all.keys();
  if (all.size === 1 && /\.zip$/i.test(name)) {
    const inner = unzipped(all.get(name));
    const isBank = [...inner.keys()].some((path) => /(^|\/)imsmanifest\.xml$/i.test(path));
    if (!isBank && (bookIn(inner) || [...inner.keys()].some(isMarkdown))) return sorted(inner);
    return {banks: [[name, all.get(name)]], pictures: [], left: []};
  }
  const isWanted = (path) => isMarkdown(path) || isPicture(path);
  const book = bookIn(all);
  if (book) return {book, left: leftBy(book, all)};
  if ([...all.keys()].some(isMarkdown)) {
    return {chapters: new Map([...all].filter(([path]) => isWanted(path))), banks: [], pictures: [], left: [...all.keys()].filter((path) => !isWanted(path))};
  }
  const isBank = (path) => !isPicture(path) && !isForeign(path);
  return {pictures: [...all].filter(([path]) => isPicture(path)), banks: [...all].filter(([path]) => isBank(path)), left: [...all.keys()].filter(isForeign)};
}

// Markdown and its pictures as files of a book, links between them kept: path -> bytes. taken: paths that are there already.
export function asChapters(entries, taken = new Set()) {
  const collator = new Intl.Collator('en', {numeric: true});
  const names = (folder) => new Set([...taken].filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length)));
  const [chapters, images] = [names('chapters/'), names('images/')];
  const places = new Map();
  for (const path of [...entries.keys()].sort(collator.compare)) {
    const [stem, ending] = /^(.*?)(\.[a-z0-9]+)$/i.exec(path.split('/').pop()).slice(1);
    const used = isMarkdown(path) ? chapters : images;
    const name = fileNameOf(stem, used, isMarkdown(path) ? '.md' : ending.toLowerCase());
    used.add(name);
    places.set(path, `${isMarkdown(path) ? 'chapters' : 'images'}/${name}`);
  }
  return new Map([...places].map(([path, place]) => {
    if (!isMarkdown(path)) return [place, entries.get(path)];
    const folder = path.split('/').slice(0, -1).join('/');
    const text = withLinks(new TextDecoder().decode(entries.get(path)).replace(/^\ufeff/, ''), (destination) => {
      const found = resolved(folder, destination);
      const target = found && places.get(found.path);
      return target ? relative('chapters', target) + found.rest : undefined;
    });
    return [place, new TextEncoder().encode(text)];
  }));
}
