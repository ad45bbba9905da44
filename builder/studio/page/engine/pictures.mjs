// Pictures in the place of the program that decodes them: verified, converted, drawn; a line and bytes, as that program gives them.

const types = [[/^\x89PNG/, 'image/png'], [/^\xff\xd8/, 'image/jpeg'], [/^GIF8/, 'image/gif'], [/^RIFF....WEBP/s, 'image/webp'], [/^BM/, 'image/bmp'], [/^....ftypavif/s, 'image/avif']];

const typeOf = (bytes) => types.find(([pattern]) => pattern.test(String.fromCharCode(...bytes.subarray(0, 16))))?.[1] ?? '';

function answer(line, bytes = new Uint8Array(0)) {
  const head = new TextEncoder().encode(`${line}\n`);
  const output = new Uint8Array(head.length + bytes.length);
  output.set(head);
  output.set(bytes, head.length);
  return {code: 0, output, errors: ''};
}

const refused = (why) => answer('refused', new TextEncoder().encode(why));

async function drawn(picture, width, height, isGrey, type) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', {alpha: type !== 'image/jpeg'});
  if (type === 'image/jpeg') {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
  }
  if (isGrey) context.filter = 'grayscale(1)';
  context.drawImage(picture, 0, 0, width, height);
  const blob = await canvas.convertToBlob({type, quality: 0.85});
  return answer(`${type} ${width} ${height}`, new Uint8Array(await blob.arrayBuffer()));
}

async function bitmapOf(bytes) {
  return createImageBitmap(new Blob([bytes], {type: typeOf(bytes)}), {imageOrientation: 'from-image'});
}

// words: verify | convert WIDTH grey|colour | raster WIDTH HEIGHT grey|colour. ofPage draws an SVG, which a worker cannot.
export async function pictureAnswer(words, bytes, ofPage) {
  try {
    if (words[0] === 'raster') {
      const {bitmap} = await ofPage('raster', {svg: bytes, width: Number(words[1]), height: Number(words[2])});
      return bitmap ? await drawn(bitmap, Number(words[1]), Number(words[2]), words[3] === 'grey', 'image/png') : refused('it is no SVG that this browser can draw');
    }
    const bitmap = await bitmapOf(bytes);
    if (words[0] === 'verify') return answer('whole');
    const width = Math.min(bitmap.width, Number(words[1]));
    const height = Math.max(1, Math.round(bitmap.height * width / bitmap.width));
    return await drawn(bitmap, width, height, words[2] === 'grey', typeOf(bytes) === 'image/jpeg' ? 'image/jpeg' : 'image/png');
  } catch (fault) {
    return refused(words[0] === 'verify' ? 'its data are damaged' : 'it is of a kind that this browser cannot read');
  }
}
