// What is told about the book: the messages about a chapter come with each of its previews; those about all other files are asked for
// when nothing has been typed for a while, since they take as long as the whole book does.
const pause = 1000;  // milliseconds

export function createTold({book, show}) {
  let all = [];
  let facts = null;
  let about = [];  // the files whose messages the newest preview told
  let previews = 0;
  let timer = 0;

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
    all = [...messages.filter(({file}) => !about.includes(file)), ...all.filter(({file}) => about.includes(file))];
    show(all);
  }

  return {
    all: () => all,
    take({messages = [], about: files = []}) {
      begin();
      previews += 1;
      about = files;
      all = files.length ? [...all.filter(({file}) => !files.includes(file)), ...messages] : messages;
      show(all);
      clearTimeout(timer);
      if (files.length) timer = setTimeout(() => askForTheRest().catch(() => {}), pause);
    },
  };
}
