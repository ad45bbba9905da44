// The engine within the page: the worker that boot.mjs has started, and what it asks the page for.
import {workerTransport} from './transport.mjs';

// An SVG drawn, which needs a document.
function drawn({svg, width, height}) {
  return new Promise((done) => {
    const url = URL.createObjectURL(new Blob([svg], {type: 'image/svg+xml'}));
    const image = new Image(width, height);
    const end = (bitmap) => {
      URL.revokeObjectURL(url);
      done({bitmap});
    };
    image.onload = () => createImageBitmap(image, {resizeWidth: width, resizeHeight: height}).then(end, () => end(null));
    image.onerror = () => end(null);
    image.src = url;
  });
}

// ask() as every transport has it, and load(files): another book in the place of the one before, in a new engine where the old one broke.
export function pageEngine({first, start: another}) {
  let transport = null;
  let thread = null;

  function take(worker) {
    thread?.terminate();
    thread = worker;
    transport = workerTransport(thread, {raster: drawn});
  }
  take(first);
  return {
    ask: (request) => transport.ask(request),
    async load(files) {
      if (transport.isBroken()) take(another());
      await transport.send({files: [...files]});
    },
  };
}
