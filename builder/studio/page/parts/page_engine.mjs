// The engine within the page: the worker that boot.mjs has started, and what it asks the page for.
import {pictureAnswer} from './pictures.mjs';
import {workerTransport} from './transport.mjs';

// ask() as every transport has it, and load(files): another book in the place of the one before, in a new engine where the old one broke.
export function pageEngine({first, start: another}) {
  let transport = null;
  let thread = null;

  function take(worker) {
    thread?.terminate();
    thread = worker;
    transport = workerTransport(thread, {picture: pictureAnswer});
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
