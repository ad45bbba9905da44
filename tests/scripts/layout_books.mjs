// A book whose words, addresses, code and formulas are longer than any phone is wide, in every place that has words, and whose pictures are
// taller than a screen: from left to right, and from right to left. No word of it has a place where it may be divided.
import {execFileSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const directions = {
  ltr: {language: 'en', stem: 'rindfleischetikettierung', words: 'the rain that falls on the hills runs down to the sea and comes back as clouds'},
  rtl: {language: 'ar', stem: 'فأسقيناكموها', words: 'المطر الذي يهطل على التلال يجري إلى البحر ثم يعود سحابا من جديد فوق الجبال'},
};

const portrait = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="1500"><rect width="600" height="1500" fill="#888"/></svg>\n';

function longWords({stem, words}) {
  const word = stem.repeat(6).slice(0, 90);
  const address = `https://example.org/${'abcdefghij'.repeat(9)}`;
  const code = 'a_name_of_code_'.repeat(6);
  const sum = [...'abcdefghijklmnopqrst'].join('+');
  const all = `${word}, <${address}>, \`${code}\``;
  return `# ${word}

${all}

## ${word} \`${code}\`

$$${sum}+${sum}$$

${words}: $${sum}$, $${sum}=${sum}$.

- ${all}

1. ${word}
   - ${all}

> ${all}

> [!NOTE] ${word} \`${code}\`
> ${all}

~~~
${code.repeat(2)}
~~~

${word}
: ${all}

| ${word} | ${words} |
|---|---|
| ${all} | \`${code}\` |

| one | two | three | four | five | six |
|---|---|---|---|---|---|
| ${words} | ${word} | ${words} | ${words} | ${words} | ${words} |

A note[^n].

[^n]: ${all}

~~~~quiz
title: ${word}

## ${all}
- [x] ${words}, ${words}, ${words}
  > ${all}
- [ ] ${all}
  > ${words}
hint: ${all}
feedback: ${all}

## ${words}
- [x] ${words}, ${words}
- [x] ${word}
- [ ] ${code}

## Is it ${word}?
- [x] True
- [ ] False

## Water is [[${word}]], and [[${words}]].

## How?
= ${address}

## Match ${word}.
- ${all} -> ${word}
- ${words} -> ${all}

## Put ${word} in order.
1. ${words}, ${words}
2. ${word}
3. ${address}
4. ${words} \`${code}\`
5. short

## Why ${word}?
> ${all}
____ lines=3
key: ${all}
~~~~
`;
}

const pictures = ({words}) => {
  const picture = `![${words}](../images/portrait.svg "${words}")`;
  return `# Pictures

${picture}

${words}

${picture}

![${words}](../images/portrait.svg "${`${words}; `.repeat(6)}")

## After a heading

${picture}

> [!NOTE] ${words}
>
> ${picture}

- ${picture}

~~~quiz
## ${words}
> ${picture}
____
~~~
`;
};

// Both books, as EPUB and as a web site, in folder/ltr and folder/rtl.
export function buildLayoutBooks(hornbook, folder) {
  for (const [name, direction] of Object.entries(directions)) {
    const book = join(folder, name, 'book');
    const word = direction.stem.repeat(4);
    for (const part of ['chapters', 'images']) mkdirSync(join(book, part), {recursive: true});
    writeFileSync(join(book, 'book.toml'), `title = "${word}"\nsubtitle = "${word}"\nlanguage = "${direction.language}"\nauthors = ["${word}"]\ndate = 2026-01-02\n`);
    writeFileSync(join(book, 'chapters/01-long.md'), longWords(direction));
    writeFileSync(join(book, 'chapters/02-pictures.md'), pictures(direction));
    writeFileSync(join(book, 'chapters/glossary.md'), `## ${word}\n\n${word} \`${'code_'.repeat(20)}\`\n`);
    writeFileSync(join(book, 'images/portrait.svg'), portrait);
    execFileSync(hornbook, ['build', book, '--to', 'web', '-o', join(folder, name, 'web'), '--quiet']);
    execFileSync(hornbook, ['build', book, '-o', join(folder, name, 'book.epub'), '--quiet']);
    execFileSync('unzip', ['-q', join(folder, name, 'book.epub'), '-d', join(folder, name, 'epub')]);
  }
}
