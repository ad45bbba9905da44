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

// A worker that takes {id, request} and gives {id, answer}; questions of its own ({want: "formula"…}) are answered by `helpers`.
export function workerTransport(worker, helpers = {}) {
  const waiting = new Map();
  let last = 0;
  worker.onmessage = async ({data}) => {
    if (data.want) return worker.postMessage({given: data.number, ...(await helpers[data.want]?.(data))});
    waiting.get(data.id)?.(data.answer);
    waiting.delete(data.id);
  };
  return {
    name: 'page',
    ask: (request) => new Promise((done) => {
      waiting.set(++last, done);
      worker.postMessage({id: last, request});
    }).then(answered),
    listen: () => {},
  };
}
