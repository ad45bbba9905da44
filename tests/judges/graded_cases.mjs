// What the graders are asked, for tests/judges/graders.mjs and mutants.mjs: cases that say what is to be given, random ones that do not, and languages
// whose way of writing numbers is asked for.
import {readFileSync, readdirSync} from 'node:fs';
import {enumerated} from './enumerated_answers.mjs';
import {begin, chance, languages, words} from './random_answers.mjs';

const here = (name) => new URL('../' + name, import.meta.url).pathname;

// ---- languages ----

const twoLetters = 'af am ar as az be bg bn bs ca cs cy da de el en es et eu fa fi fil fo fr ga gd gl gu ha he hi hr hu hy id ig is it ja ka kk km kn ko ky lb lo lt ' +
  'lv mg mk ml mn mr ms mt my nb ne nl nn no om or pa pl pt rm ro ru si sk sl sn so sq sr sv sw ta te th ti tl tr uk ur uz vi xh yo yue zh zu';
const regions = 'AE AR AT AU BD BE BN BO BR BZ CA CD CH CL CO CR CU CY CZ DE DK DO DZ EC EE EG ES FI FR GB GE GT HK HN HU ID IE IL IN IQ IT JO JP KE KR LB LI LK LT LU LV ' +
  'LY MA MO MR MX MY NG NI NL NO NP NZ PA PE PH PK PL PR PT PY RO RU SA SE SG SI SK SV TN TR TW TZ UA UG US UY VE ZA 419';

function tags() {
  const all = twoLetters.split(' ').flatMap((language) => [language, ...regions.split(' ').map((region) => language + '-' + region)]);
  return [...all, ...languages, 'de-ch-1996', 'zh-hant-hk', 'ES-mx', 'en-u-rg-dezzzz', 'iw', 'dv', 'de-1a-ch', 'de-a1-ch', 'en-1234-za', 'zh-yue-HK', 'constructor', '__proto__'];
}

// Languages of which CLDR 42, which Debian 12's Node has, says otherwise than CLDR 48, which the builder follows.
const changedSince42 = new Set(['km', 'rm']);

// What CLDR says of a language that it knows by this very tag, or null. Digits of ASCII, which is what people type on paper and keys alike.
function cldr(tag) {
  if (changedSince42.has(tag.split('-')[0]) && parseInt(process.versions.cldr, 10) < 48) {
    return null;
  }
  let format;
  try {
    format = new Intl.NumberFormat(tag, {numberingSystem: 'latn', useGrouping: 'always', minimumFractionDigits: 1});
  } catch {
    return null;
  }
  if (format.resolvedOptions().locale !== tag) {
    return null;
  }
  const parts = format.formatToParts(12345678.5);
  const groups = parts.filter((part) => part.type === 'integer').map((part) => part.value.length);
  return {tag, mark: parts.find((part) => part.type === 'decimal').value, twos: groups.length === 4};
}

// ---- what is graded ----

function written() {
  const files = readdirSync(here('grading')).filter((name) => name.endsWith('.json'));
  return files.flatMap((name) => JSON.parse(readFileSync(here('grading/' + name), 'utf8')).cases)
              .map(({question, language, answer, marks, verdict}) => ({question, language, answer, expected: {marks, verdict}}));
}

// Each word with itself, with a full stop and with the next one.
function* ofWords() {
  for (const [i, text] of words.entries()) {
    for (const language of ['en', 'tr', 'ru', 'de-CH']) {
      for (const answer of [text, text + '.', words[(i + 1) % words.length]]) {
        yield {question: {id: 'quiz-q', kind: 'fill', marks: 1, blanks: [{accepted: [{text}]}]}, language, answer: [answer]};
      }
    }
  }
}

export const randomAnswers = 22000;
export const styles = tags().map((style) => ({style}));
// What CLDR says of each.
export const known = styles.map(({style}) => cldr(style));
export const inOrder = [...written(), ...enumerated(known.filter((said) => said)), ...ofWords()];

// A seed, and the decimal mark of a language, for what is typed at random.
export function casesBy(seed, markOf) {
  begin(seed, markOf);
  return [...inOrder, ...Array.from({length: randomAnswers}, chance)];
}

export const linesOf = (rows) => rows.map(({expected, ...row}) => JSON.stringify(row)).join('\n') + '\n';

export function byScript(room, row) {
  if (row.style !== undefined) {
    return room.decimalMark(row.style) + ' ' + (room.hasGroupsOfTwo(row.style) ? '2' : '3');
  }
  const earned = room.grade(row.question, row.language, row.answer);
  return `${earned.marks} ${earned.verdict} ${room.isAnswered(row.answer) ? 'answered' : 'blank'}`;
}

// 17 digits tell every double from every other.
export function comparable(answer) {
  const [first, ...rest] = answer.split(' ');
  return [Number.isNaN(Number(first)) ? first : String(Number(first)), ...rest].join(' ');
}

export function isAsExpected(answer, {marks, verdict, answered}) {
  const [earned, word, given] = answer.split(' ');
  return Number(earned) === marks && word === verdict && (answered === undefined || given === (answered ? 'answered' : 'blank'));
}

// What Unicode's data have against what is said of the language in the row of that number; empty: nothing.
export function objection(answer, i) {
  const [mark, groups] = answer.split(' ');
  const isRight = !known[i] || (known[i].mark === mark && (!known[i].twos || groups === '2'));
  return isRight ? '' : `${styles[i].style}: CLDR has ${known[i].mark}${known[i].twos ? ' and groups of two' : ''}, the graders ${mark} and groups of ${groups}`;
}
