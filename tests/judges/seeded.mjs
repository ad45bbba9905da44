// What the judges of random books and banks share: numbers and words by a seed, and small pictures, the same on every machine.
import {deflateSync, gzipSync} from 'node:zlib';

export function numbers(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

// No word twice, so that no other can stand for a lost one.
export function wordMaker(seed) {
  const letters = 'bdfgklmnprst';
  const vowels = 'aeiou';
  let count = 0;
  return () => {
    let n = ++count * 12 + seed % 7;
    let text = 'q';
    for (let i = 0; i < 4; ++i, n = Math.floor(n / 12)) text += letters[n % 12] + vowels[(n + i) % 5];
    return text;
  };
}

// CRC-32 of ISO 3309, as PNG has it; it stands at the end of what gzip writes too.
const crc32 = (bytes) => gzipSync(bytes).subarray(-8).readUInt32LE();

function chunk(name, bytes) {
  const body = Buffer.concat([Buffer.from(name), bytes]);
  const length = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

// A grey dot, PNG; each grey is a picture of its own.
export function dot(grey) {
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.from([0, grey]))), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts]);
}
