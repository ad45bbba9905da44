// The engine within the page: a worker of a blob, which a file on a stick may start, and what it asks the page for.
import temml from 'temml';

export function pageEngine({worker, engine, wasm}) {
  const script = new Blob([engine, '\n', worker], {type: 'text/javascript'});
  const thread = new Worker(URL.createObjectURL(script));
  thread.postMessage({begin: true, wasm});
  const helpers = {
    formula: ({tex, display}) => {
      try {
        return {mathml: temml.renderToString(tex, {displayMode: display, xml: true, throwOnError: true})};
      } catch (fault) {
        return {trouble: fault.message};
      }
    },
  };
  return [thread, helpers];
}
