// Turns: a book is open in one tab at a time, so that none writes over another. A tab that wants it asks the one that has it, which saves
// and lets go; one that does not answer loses it.

const patience = 6000;  // ms until a tab that does not answer loses its turn
const lingering = 700;  // ms in which a page that was just closed may still have it

// The turn of a book, or null while another tab has it. lost(): called when another tab has taken it over; give(): saves all before that.
export async function takeTurn(id, {insist = false, give = async () => {}, lost = () => {}} = {}) {
  const name = `hornbook-book-${id}`;
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null;
  let release = () => {};
  let isHeld = false;
  const turn = {give, lost, end: () => {
    isHeld = false;
    release();
    channel?.close();
  }};

  // Resolves when the turn is had; the promise within lasts as long as it is.
  const hold = (options) => new Promise((yes, no) => {
    navigator.locks.request(name, options, (lock) => {
      isHeld = Boolean(lock);
      yes(isHeld);
      return lock && new Promise((done) => { release = done; });
    }).catch((fault) => {
      no(fault);
      if (!isHeld) return;
      turn.end();
      turn.lost();
    });
  });

  if (!navigator.locks) return turn;
  let isMine = await hold({ifAvailable: true});
  if (!isMine && !insist) {
    await new Promise((done) => setTimeout(done, lingering));
    isMine = await hold({ifAvailable: true});
  }
  if (!isMine && insist) {
    channel?.postMessage('wanted');
    const waited = new AbortController();
    setTimeout(() => waited.abort(), patience);
    isMine = await hold({signal: waited.signal}).catch(() => hold({steal: true}));
  }
  if (!isMine) {
    channel?.close();
    return null;
  }
  if (channel) {
    channel.onmessage = async ({data}) => {
      if (data !== 'wanted') return;
      await turn.give();
      turn.end();
      turn.lost();
    };
  }
  return turn;
}
