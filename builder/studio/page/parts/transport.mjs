// The engine as the page asks it: a server on this computer, or a worker in the page itself. ask() gives the answer's object; what the
// engine says in words for the author is thrown as Trouble.
export class Trouble extends Error {}

function answered(answer) {
  if (answer && answer.trouble) throw new Trouble(answer.trouble);
  return answer;
}

export function serverTransport() {
  const key = new URLSearchParams(location.search).get('key') ?? '';
  return {
    name: 'server',
    ask: async (request) => {
      const body = JSON.stringify(request);  // a short one arrives even when the page is put away
      let response;
      try {
        response = await fetch('ask', {method: 'POST', keepalive: document.hidden && body.length < 15000, headers: {'Content-Type': 'application/json', Authorization: `Bearer ${key}`}, body});
      } catch (gone) {
        const trouble = new Trouble('gone');
        trouble.gone = true;
        throw trouble;
      }
      return answered(await response.json());
    },
    // What another hand changes on disk, as paths.
    listen: (act) => {
      const events = new EventSource(`events?key=${encodeURIComponent(key)}`);
      events.onmessage = (event) => act(JSON.parse(event.data).changed ?? []);
    },
  };
}

// A worker that takes {id, request} or {id, files} and gives {id, answer}; questions of its own ({want: "raster"…}) are answered by `helpers`.
export function workerTransport(worker, helpers = {}) {
  const waiting = new Map();
  let last = 0;
  let broken = null;
  const lost = (words) => {
    const trouble = new Trouble(words);
    trouble.broken = true;
    return trouble;
  };

  function breaks(words) {
    broken = lost(words);
    for (const {no} of waiting.values()) no(broken);
    waiting.clear();
  }
  worker.onerror = (event) => breaks(event.message ?? 'the engine has stopped');
  worker.onmessage = async ({data}) => {
    if (data.want) return worker.postMessage({given: data.number, ...(await helpers[data.want]?.(data))});
    if (data.broken) return breaks(data.broken);
    waiting.get(data.id)?.yes(data.answer);
    return waiting.delete(data.id);
  };
  const send = (message) => (broken ? Promise.reject(broken) : new Promise((yes, no) => {
    waiting.set(++last, {yes, no});
    worker.postMessage({id: last, ...message});
  }));
  return {
    name: 'page',
    send,
    isBroken: () => broken !== null,
    ask: (request) => send({request}).then(answered),
    listen: () => {},
  };
}
