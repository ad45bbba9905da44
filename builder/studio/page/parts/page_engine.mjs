// The engine within the page: a worker of a blob, which a file on a stick may start, and what it asks the page for.
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
export function pageEngine({worker, engine, wasm}) {
  const script = URL.createObjectURL(new Blob([engine, '\n', worker], {type: 'text/javascript'}));
  let transport = null;
  let thread = null;

  function start() {
    thread?.terminate();
    thread = new Worker(script);
    thread.postMessage({begin: true, wasm});
    transport = workerTransport(thread, {raster: drawn});
  }
  start();
  return {
    ask: (request) => transport.ask(request),
    async load(files) {
      if (transport.isBroken()) start();
      await transport.send({files: [...files]});
    },
  };
}
