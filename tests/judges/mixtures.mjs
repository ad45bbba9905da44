// A book of random forms by number of a seed: {chapters, glossary, pictures: {name: bytes}, cover}. No word is written twice, and each picture
// is a file of its own.
import { dot, numbers, wordMaker } from "./seeded.mjs";

export function mixture(seed) {
  const random = numbers(seed * 7919 + 17);
  const word = wordMaker(seed);
  const some = () => Array.from({ length: 1 + random(4) }, word).join(" ");
  const pick = (list) => list[random(list.length)];
  const notes = [];
  const references = [];
  const pictures = {};
  const file = () => {
    const name = `${word()}.png`;
    pictures[name] = dot(Object.keys(pictures).length % 256);
    return `../images/${name}`;
  };
  const markdownPicture = () => `![${some()}](${file()})`;
  const picture = () =>
    pick([
      markdownPicture, markdownPicture, () => `![${some()}](${file()} "${some()}")`, () => `<img src="${file()}" alt="${some()}">`, () => `![${some()}](${file()}){width=40%}`,
      () => { references.push(`[p${references.length}x${seed}]: ${file()}`); return `![${some()}][p${references.length - 1}x${seed}]`; },
    ])();
  const inline = () =>
    pick([
      some, some, some, picture,
      () => `*${some()}*`, () => `**${some()}**`, () => `\`${some()}\``, () => `~~${some()}~~`, () => `==${some()}==`, () => `[${some()}](https://example.org/a)`,
      () => `${word()}~${word()}~`, () => `${word()}^${word()}^`, () => `${word()}^[${some()}]`, () => `<span lang="de">${some()}</span>`, () => `<kbd>${word()}</kbd>`,
      () => `[${some()}]{.smallcaps}`, () => `\\(${word()}\\)`, () => `$${word()}$`, () => `[[${word()}]]`, () => `[${some()}][${word()}]`, () => `:${word()}:`, () => `[@${word()}]`,
      () => `{{#include ${word()}}}`, () => `\\index{${word()}}`, () => `{{< ${word()} >}}`, () => `(${some()})[https://example.org]`, () => `"${some()}"`, () => `<font color="red">${some()}</font>`,
      () => { notes.push(`[^n${notes.length}]: ${some()}`); return `${word()}[^n${notes.length - 1}]`; },
    ])();
  const line = () => Array.from({ length: 1 + random(3) }, inline).join(" ");
  const plain = () => `${some()}.`;
  const indented = (text, by) => text.split("\n").map((row) => (row === "" ? "" : " ".repeat(by) + row)).join("\n");
  const quoted = (text) => text.split("\n").map((row) => `> ${row}`).join("\n");
  const inside = (depth) => Array.from({ length: 1 + random(2) }, () => block(depth + 1)).join("\n\n");
  const block = (depth) =>
    pick([
      line, line, () => `${line()}\n${line()}`,
      () => `- ${line()}\n- ${line()}`, () => `1. ${line()}\n2. ${line()}`, () => `• ${plain()}\n• ${plain()}`, () => `a) ${plain()}\nb) ${plain()}`,
      () => `| ${inline()} | ${inline()} |\n|---|---|\n| ${inline()} | ${inline()} |\n\nTable: ${some()}`.replaceAll("\\|", ""),
      () => `| ${word()} | ${word()} | ${word()} |\n|---|---|\n| ${word()} | ${word()} | ${word()} |`, () => `| ${word()} | ${word()} |\n| ${word()} | ${word()} |`,
      () => `${word()}\t${word()}\n${word()}\t${word()}`, () => `${some()}\n: ${line()}`, () => `\`\`\`\n${some()}\n\`\`\``, () => `\`\`\`mermaid\n${some()}\n\`\`\``,
      () => `    ${some()}`, () => `##${word()}`, () => `<details><summary>${some()}</summary>\n\n${line()}\n\n</details>`, () => `<div class="x">${some()}</div>`,
      () => `<table><tr><td>${some()}</td></tr></table>`, () => `<figure><figcaption>${some()}</figcaption></figure>`, () => `![${some()}](${file()} "${some()}"){#${word()} width=50%}`,
      () => `![${some()}](${file()})\n{: .wide}`, () => `${line()} ![${some()}](${file()}) ${line()}`, () => `![${some()}][${word()}]`,
      () => picture(), () => `${line()}\n${picture()}\n${line()}`, () => `## ${some()} ${picture()}`, () => `- ${picture()}\n- ${picture()}`, () => `| ${picture()} | ${some()} |\n|---|---|\n| ${some()} | ${picture()} |`,
      () => `<figure><img src="${file()}" alt="${some()}"><figcaption>${some()}</figcaption></figure>`, () => `<picture><source srcset="${file()}"><img src="${file()}" alt="${some()}"></picture>`, () => `<object data="${file()}">${some()}</object>`,
      () => `<svg viewBox="0 0 1 1"><title>${some()}</title><rect width="1" height="1"/></svg>`, () => `<p><a href="https://example.org/a"><img src="${file()}" alt="${some()}"></a></p>`, () => `<div>${picture()}</div>`,
      () => `[![${some()}](${file()})](https://example.org/b)`, () => `::: figure\n${picture()}\n\n${some()}\n:::`, () => `![[${file().replace("../images/", "")}|${some()}]]`, () => `<table><tr><td><img src="${file()}" alt="${some()}"></td></tr></table>`,
      () => `\`\`\`quiz\n## ${some()} ${picture()}\n${picture()}\n- [x] ${picture()}\n  > ${picture()}\n- [ ] ${some()} ${picture()}\nhint: ${some()} ${picture()}\nfeedback: ${picture()}\n\`\`\``,
      () => `\`\`\`quiz\n## ${picture()}\n= ${word()}\n  > ${picture()}\n\n## ${some()}\n____\nkey: ${some()} ${picture()}\n\n## ${some()} [[${word()}]] ${picture()}\n\`\`\``,
      () => `\`\`\`quiz\n## ${some()}\n- ${picture()} -> ${word()}\n- ${word()} -> ${picture()}\n\n## ${some()}\n1. ${picture()}\n2. ${some()} ${picture()}\n\`\`\``,
      () => `\`\`\`gift\n${some()} <img src="${file()}" alt="${word()}"> {\n=${word()} #<img src="${file()}" alt="${word()}">\n~<img src="${file()}" alt="${word()}">\n}\n\`\`\``,
      () => `\`\`\`aiken\n${some()} ${picture()}\nA. ${markdownPicture()}\nB. ${word()}\nANSWER: A\n\`\`\``,
      () => `\`\`\`timeline\n${word()}: ${some()} ${picture()}\n\`\`\``,
      () => `\`\`\`timeline\n${word()}: ${some()}\n\`\`\``, () => `\\[\n${word()} = ${word()}\n\\]`, () => `[${word()}: ${some()}`, () => `${line()}\n\n---\n\n${line()}`,
      () => `\`\`\`quiz\n## ${some()}\n${some()}\n- [x] ${some()}\n  > ${some()}\n- [ ] ${some()}\nhint: ${some()}\nfeedback: ${some()}\n\`\`\``,
      () => `\`\`\`quiz\n## ${word()} [[${word()}]] ${word()}\n\n## ${some()}\n= ${word()}\n\n## ${some()}\n____\nkey: ${some()}\n\`\`\``,
      () => `\`\`\`quiz\n## ${some()}\n- ${word()} -> ${word()}\n- ${word()} -> ${word()}\n\n## ${some()}\n1. ${some()}\n2. ${some()}\n\`\`\``,
      () => `\`\`\`gift\n${some()} {\n=${word()} #${word()}\n~${word()}\n}\n\`\`\``, () => `\`\`\`aiken\n${some()}\nA. ${word()}\nB. ${word()}\nANSWER: A\n\`\`\``,
      ...(depth < 3
        ? [
            () => quoted(inside(depth)), () => quoted(`[!NOTE] ${some()}\n${line()}`), () => quoted(`[!question]- ${some()}\n${line()}`), () => quoted(`[SOURCE] ${some()}`), () => quoted(`[!FUN ${word()}]\n${line()}`),
            () => `::: note ${some()}\n${inside(depth)}\n:::`, () => `::: {.callout-tip title="${some()}"}\n${inside(depth)}\n:::`, () => `::: ${word()}\n${inside(depth)}\n:::`,
            () => `!!! note "${some()}"\n${indented(inside(depth), 4)}`, () => `??? tip\n${indented(inside(depth), 4)}`, () => `- ${some()}\n\n${indented(inside(depth), 2)}`,
            () => `\`\`\`\`{note} ${some()}\n${line()}\n\`\`\`\``, () => `<div>\n\n${inside(depth)}\n\n</div>`,
          ]
        : []),
    ])();
  const chapter = () => {
    const blocks = Array.from({ length: 4 + random(8) }, () => block(0));
    const body = blocks.map((text, i) => (i % 3 === 2 ? `## ${some()}\n\n${text}` : text)).join("\n\n");
    const all = `# ${some()}\n\n${body}\n\n${[...notes.splice(0), ...references.splice(0)].join("\n\n")}\n`.split("\n");
    // Every third mixture has been mistyped: a line gone, indented or doubled.
    for (let i = 0; seed % 3 === 0 && i < 2; ++i) {
      const at = 2 + random(all.length - 2);
      all[at] = pick([(row) => ` ${row}`, (row) => `    ${row}`, (row) => `> ${row}`, (row) => row.slice(1), () => ""])(all[at]);
    }
    return all.join("\n");
  };
  const glossary = pick([
    () => `# ${word()}\n\n## ${word()}\n${line()}\n`, () => `# ${word()}\n\n## ${word()}\n${some()} ${picture()}\n\n${picture()}\n`, () => `# ${word()}\n\n${plain()}\n\n**${word()}**: ${plain()}\n\n**${word()}** – ${plain()}\n`,
    () => `${word()}\n: ${plain()}\n\n${word()}\n: ${plain()}\n`, () => `### ${word()}\n\n${plain()}\n`, () => `- **${word()}**: ${plain()}\n- **${word()}**: ${plain()}\n`,
    () => `| ${word()} | ${word()} |\n|---|---|\n| ${word()} | ${some()} |\n`,
  ])();
  const cover = random(4) === 0 ? file().replace("../", "") : "";
  return { chapters: [chapter(), chapter()], glossary: [glossary, ...references.splice(0)].join("\n"), pictures, cover };
}
