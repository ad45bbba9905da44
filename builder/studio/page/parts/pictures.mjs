// Pictures in the place of the program that decodes them: verified, converted, drawn; a line and bytes, as that program gives them. The page
// does this and not its worker: a worker of a page on a stick may read no blobs in WebKit, and can draw no SVG anywhere.

const types = [[/^\x89PNG/, 'image/png'], [/^\xff\xd8/, 'image/jpeg'], [/^GIF8/, 'image/gif'], [/^RIFF....WEBP/s, 'image/webp'], [/^BM/, 'image/bmp'], [/^....ftypavif/s, 'image/avif']];

const typeOf = (bytes) => types.find(([pattern]) => pattern.test(String.fromCharCode(...bytes.subarray(0, 16))))?.[1] ?? '';

// Whether these are the bytes of a picture that a book can hold.
export const isPictureOfBook = (bytes) => typeOf(bytes) !== '' || /^[^]{0,2000}<svg[\s>]/i.test(new TextDecoder().decode(bytes.subarray(0, 4096)));

const answer = (line, bytes = new Uint8Array(0)) => ({line, bytes});
const refused = (why) => answer('refused', new TextEncoder().encode(why));

// In grey by the weights of BT.709; a canvas's own filter is not in every browser.
function grey(context, width, height) {
  const pixels = context.getImageData(0, 0, width, height);
  const {data} = pixels;
  for (let at = 0; at < data.length; at += 4) data[at] = data[at + 1] = data[at + 2] = Math.round(0.2126 * data[at] + 0.7152 * data[at + 1] + 0.0722 * data[at + 2]);
  context.putImageData(pixels, 0, 0);
}

async function drawn(picture, width, height, isGrey, type) {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, {width, height});
  const context = canvas.getContext('2d', {alpha: type !== 'image/jpeg'});
  if (type === 'image/jpeg') {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
  }
  context.drawImage(picture, 0, 0, width, height);
  if (isGrey) grey(context, width, height);
  const blob = await new Promise((done) => { canvas.toBlob(done, type, 0.85); });
  if (!blob) throw new Error('it has no room');
  return answer(`${type} ${width} ${height}`, new Uint8Array(await blob.arrayBuffer()));
}

// An image that the document has read, such as an SVG; it is drawn as large as the canvas wants it.
function imageOf(bytes, type, width, height) {
  return new Promise((yes, no) => {
    const url = URL.createObjectURL(new Blob([bytes], {type}));
    const image = new Image(width, height);
    image.onload = () => yes({image, end: () => URL.revokeObjectURL(url)});
    image.onerror = () => {
      URL.revokeObjectURL(url);
      no(new Error('it cannot be drawn'));
    };
    image.src = url;
  });
}

// words: verify | convert WIDTH grey|colour | raster WIDTH HEIGHT grey|colour.
export async function pictureAnswer({words, bytes}) {
  try {
    if (words[0] === 'raster') {
      const [width, height] = [Number(words[1]), Number(words[2])];
      const {image, end} = await imageOf(bytes, 'image/svg+xml', width, height);
      return await drawn(image, width, height, words[3] === 'grey', 'image/png').finally(end);
    }
    const bitmap = await createImageBitmap(new Blob([bytes], {type: typeOf(bytes)}), {imageOrientation: 'from-image'});
    if (words[0] === 'verify') return answer('whole');
    const width = Math.min(bitmap.width, Number(words[1]));
    const height = Math.max(1, Math.round(bitmap.height * width / bitmap.width));
    return await drawn(bitmap, width, height, words[2] === 'grey', typeOf(bytes) === 'image/jpeg' ? 'image/jpeg' : 'image/png');
  } catch (fault) {
    return refused({verify: 'its data are damaged', raster: 'it is no SVG that this browser can draw'}[words[0]] ?? 'it is of a kind that this browser cannot read');
  }
}
