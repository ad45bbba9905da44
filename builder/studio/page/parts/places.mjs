// Places in a text: bytes of UTF-8, as Hornbook counts, and units of UTF-16, as editors do.

const sizeOf = (code) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);

// Units of UTF-16 before each of the byte offsets, which need no order.
export function unitsAt(text, offsets) {
  const order = offsets.map((offset, i) => [offset, i]).sort((a, b) => a[0] - b[0]);
  const units = new Array(offsets.length).fill(text.length);
  let bytes = 0;
  let at = 0;
  for (const [offset, i] of order) {
    while (bytes < offset && at < text.length) {
      const code = text.codePointAt(at);
      bytes += sizeOf(code);
      at += code > 0xffff ? 2 : 1;
    }
    units[i] = at;
  }
  return units;
}

// Where a message's first and last character stand; a message without a place is about the whole first line.
export function rangeOf(text, message) {
  if (typeof message.offset === 'number') {
    const [from, to] = unitsAt(text, [message.offset, message.end ?? message.offset]);
    return {from, to};
  }
  const end = text.indexOf('\n');
  return {from: 0, to: end < 0 ? text.length : end};
}

// Where the text of a fix's edit stands: by its bytes as a message, or by line, and column and length in code points.
export function editRange(text, edit) {
  if (typeof edit.offset === 'number') return rangeOf(text, edit);
  const lines = text.split('\n');
  const line = Math.min(Math.max(edit.line, 1), lines.length);
  const begin = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const signs = Array.from(lines[line - 1]);
  const before = signs.slice(0, edit.column - 1).join('').length;
  return {from: begin + before, to: begin + before + signs.slice(edit.column - 1, edit.column - 1 + edit.length).join('').length};
}

// The bytes of Base64 text; of megabytes, too, for which a call for each sign would be slow.
export function fromBase64(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);  // newer browsers', in a tenth of the time
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; ++i) bytes[i] = text.charCodeAt(i);
  return bytes;
}

export function toBase64(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

// The bytes of a file as the engine answers it: as text, or in Base64 where it is none.
export const bytesIn = (answer) => (answer.bytes !== undefined ? fromBase64(answer.bytes) : new TextEncoder().encode(answer.text));

// The file of the book that a page's picture is: a path from chapters/, from the book, or a name alone.
export function pictureFile(name, paths) {
  const plain = decodeURIComponent(name).replace(/^(\.\.?\/)+/, '');
  const last = plain.split('/').pop();
  return [plain, `chapters/${plain}`, `images/${last}`].find((path) => paths.includes(path)) ?? paths.find((path) => path.endsWith(`/${last}`)) ?? null;
}
