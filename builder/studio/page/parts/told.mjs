// What is told about the book: the messages about a chapter when nothing has been typed for a moment, those about all other files, which
// take as long as the whole book does, after a while, and only where what the others see of the chapter is new.
const aMoment = 250;  // milliseconds
const aWhile = 1000;

export function createTold({book, show}) {
  let all = [];
  let facts = null;
  let isOld = false;
  let previews = 0;
  let timer = 0;
  let said = '';
  const outlines = new Map();
  const touched = new Set();  // chapters that were typed in, perhaps before their outline was known

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
    tell(facts.messages ?? []);
  }

  function after(wait, ask) {
    clearTimeout(timer);
    timer = setTimeout(() => ask().catch(() => {}), wait);
  }

  // The preview made meanwhile asks again.
  async function asked(request) {
    const number = previews;
    const answer = await book.transport.ask({do: 'messages', ...request});
    return number === previews ? answer : null;
  }

  async function askAbout(chapter) {
    const answer = await asked({chapter});
    if (!answer) return;
    const {messages, about, outline} = answer;
    tell(about.length ? [...all.filter(({file}) => !about.includes(file)), ...messages] : messages);
    if (!about.length) isOld = false;
    else isOld ||= outlines.has(chapter) ? outlines.get(chapter) !== outline : touched.has(chapter);
    outlines.set(chapter, outline);
    if (isOld) after(aWhile - aMoment, () => askForTheRest(about));
  }

  async function askForTheRest(about) {
    const answer = await asked({});
    if (!answer) return;
    isOld = false;
    tell([...answer.messages.filter(({file}) => !about.includes(file)), ...all.filter(({file}) => about.includes(file))]);
  }

  book.on('typed', (path) => touched.add(path));
  book.on('replaced', () => { isOld = true; });
  return {
    all: () => all,
    // After each preview of a chapter.
    about(chapter) {
      begin();
      previews += 1;
      after(aMoment, () => askAbout(chapter));
    },
    // Of the whole book.
    take(messages) {
      begin();
      previews += 1;
      clearTimeout(timer);
      isOld = false;
      tell(messages);
    },
  };
}
