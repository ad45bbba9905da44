// What is told about the book: the messages about a chapter come with each of its previews; those about all other files, which take as long
// as the whole book does, are asked for when nothing has been typed for a while, and only where what the others see of the chapter is new.
const pause = 1000;  // milliseconds

export function createTold({book, show}) {
  let all = [];
  let facts = null;
  let about = [];  // the files whose messages the newest preview told
  let isOld = false;
  let previews = 0;
  let timer = 0;
  let said = '';
  const outlines = new Map();

  // Shows them where any is another than before.
  function tell(next) {
    all = next;
    const now = JSON.stringify(all);
    if (now !== said) show(all);
    said = now;
  }

  // The messages of the book as it was opened, which is opened again whenever a chapter is added, moved or taken away.
  function begin() {
    if (facts === book.facts()) return;
    facts = book.facts();
    all = facts.messages ?? [];
  }

  async function askForTheRest() {
    const asked = previews;
    const {messages = []} = await book.transport.ask({do: 'messages'});
    if (asked !== previews) return;  // the preview made meanwhile asks again
    isOld = false;
    tell([...messages.filter(({file}) => !about.includes(file)), ...all.filter(({file}) => about.includes(file))]);
  }

  function wait() {
    clearTimeout(timer);
    if (isOld) timer = setTimeout(() => askForTheRest().catch(() => {}), pause);
  }

  book.on('replaced', () => {
    isOld = true;
    wait();
  });
  return {
    all: () => all,
    take({messages = [], about: files = [], outline = ''}) {
      begin();
      previews += 1;
      about = files;
      tell(files.length ? [...all.filter(({file}) => !files.includes(file)), ...messages] : messages);
      const chapter = files.at(-1);
      if (!files.length) isOld = false;
      else if (outlines.has(chapter)) isOld ||= outlines.get(chapter) !== outline;
      outlines.set(chapter, outline);
      wait();
    },
  };
}
