// The engine within the page: a worker of a blob, which a file on a stick may start, and what it asks the page for.

// An SVG drawn, which needs a document.
function drawn({svg, width, height}) {
  return new Promise((done) => {
    const url = URL.createObjectURL(new Blob([svg], {type: 'image/svg+xml'}));
    const image = new Image(width, height);
    image.onload = () => createImageBitmap(image, {resizeWidth: width, resizeHeight: height}).then((bitmap) => done({bitmap}), () => done({bitmap: null}));
    image.onerror = () => done({bitmap: null});
    image.src = url;
  });
}

export function pageEngine({worker, engine, wasm}) {
  const script = new Blob([engine, '\n', worker], {type: 'text/javascript'});
  const thread = new Worker(URL.createObjectURL(script));
  thread.postMessage({begin: true, wasm});
  return [thread, {raster: drawn}];
}
