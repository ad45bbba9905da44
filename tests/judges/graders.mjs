// Three graders, one answer: the builder's, the page script's and KOReader's plugin's agree on thousands of random questions, marks to the last
// bit, and on how every language writes numbers, where Unicode's data on languages (CLDR, as Node has it) judge them.
// Run as: node graders.mjs GRADING.JS GRADE-LINES GRADE_LINES.LUA [SEED]
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import vm from 'node:vm';

const [script, program, plugin, seed = '1'] = process.argv.slice(2);
const room = vm.createContext({});  // no browser here: grading needs none
vm.runInContext(readFileSync(script, 'utf8'), room);

// ---- chance ----

// Mulberry32: 32 bits of state, the same numbers on every machine.
let state = Number(seed) | 0;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (n) => Math.floor(random() * n);
const from = (low, high) => low + below(high - low + 1);
const one = (list) => list[below(list.length)];
const perhaps = (chance) => random() < chance;
const times = (n, make) => Array.from({length: n}, (_, i) => make(i));
const shuffled = (list) => list.map((value) => [random(), value]).sort((a, b) => a[0] - b[0]).map((pair) => pair[1]);

// ---- what is graded ----

const languages = ['en', 'en-GB', 'EN-us', 'en-ZA', 'en-IN', 'de', 'de-CH', 'DE-ch', 'de-ch', 'de-Latn-CH', 'de-1996', 'de-x-ch', 'fr', 'fr-CH', 'es',
  'es-MX', 'es-419', 'it-CH', 'ar', 'ar-MA', 'fa', 'he', 'hi', 'bn-BD', 'ta', 'tr', 'TR', 'az', 'ru', 'uk', 'zh-Hant-TW', 'ja', 'th', 'sw', 'sw-CD',
  'sr-Latn-RS', 'pt-BR', 'x-own', 'qq', ''];

const words = ['Киров', 'Ёлка', 'елка', 'Straße', 'STRASSE', 'ẞ', 'İstanbul', 'ISI', 'ısı', 'Isı', 'iki', 'Σίσυφος', 'ΣΙΣΥΦΟΣ', 'naïve', 'nai\u0308ve', 'ﬁn',
  '東京', '東京｡', '東京。', '｡', '。', '.', '..', 'N.K.V.D.', '٫', 'كِتَاب', 'كتاب', 'ـ', '\u064e', '\u064e.', '\u05b0', 'ـ ـ', 'גֶּשֶׁם', 'גשם', 'צה"ל', 'צה״ל', 'ג׳ירפה',
  "don't", 'don’t', 'don`t', '“so”', 'a–b', 'a-b', 'a־b', 'Ａｂｃ', 'ｘ', 'K', '\u212a', '\u212b', '\u00c5', '𐐀', '𐐨', 'ǅ', 'ǆ', 'ß.', 'हिन्दी।', 'one\u0085two', 'one two', 'x',
  'e', '1e', 'e5', '10^', '^2', '10²', 'x10^3', '½', 'Ⅳ', '\u001c', 'a\u001cb', '\u180e', 'a\u200bb', '\ufeff', '\u00ad', '\u200f',
  '"so"', '«so»', "'5'", '“a” b “c”', "''", '" "', '"."', '《x》', 'H₂O', 'SO₄²⁻', 'Ca^2+', 'Na⁺ + Cl⁻', '(x⁺)', 'xⁿ⁺¹', '⁻⁼⁽⁾', '3½', '³½', '⅞', '1⁄2', '2 × 3·4',
  '2x(3)x4', ')x x(', '5 %', '20 °C', 'a = = b', 'y <= - 2', '^+', '^ +', '₍₁₎'];
const spaces = [' ', '  ', '\u00a0', '\u0085', '\u3000', '\u2009', '\u202f', '\u2028', '\t', '\u1680'];
const invisible = ['\u00ad', '\u200b', '\u200e', '\u2060', '\ufeff', '\u202a'];
const stops = ['.', '。', '｡', '।', '۔', '．', ' .', '..'];
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

function inserted(text, sign) {
  const signs = Array.from(text);
  signs.splice(below(signs.length + 1), 0, sign);
  return signs.join('');
}

function disturbed(text) {
  const changes = [
    () => text, () => text.toUpperCase(), () => text.toLowerCase(), () => text.normalize('NFD'), () => inserted(text, one(invisible)),
    () => inserted(text, one(spaces)), () => one(spaces) + text + one(spaces), () => text + one(stops), () => inserted(text, one(['ـ', '\u064e', '\u05b0'])),
    () => inserted(text, one(words)), () => text.replace(/ /g, one(spaces)), () => '"' + text + '"', () => text.replace(/[x*]/g, one([' × ', '·', 'X', 'х', '∙'])), () => inserted(text, one(['²', '⁺', '₂', '½', '"', "'", '^'])),
    () => text.replace(/[-']/g, one(['–', '−', '’', '\u2010', '＇', '－']))
  ];
  let result = text;
  for (let i = from(0, 2); i > 0; --i) {
    text = result;
    result = one(changes)();
  }
  return result;
}

function inScript(text, zero) {
  return text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

// A value in digits with a point, as something that people might type for it; not always right.
function typed(value, language) {
  let [whole, fraction = ''] = value.replace('-', '').split('.');
  const group = one([',', '.', ' ', '\u00a0', "'", '’', '\u066c', '']);
  if (perhaps(0.4)) {
    whole = perhaps(0.7) ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole.replace(/(\d)(?=(\d\d)*\d{3}$)/g, '$1' + group);
  }
  const mark = perhaps(0.7) ? room.decimalMark(language) : one(['.', ',', '\u066b']);
  let text = whole + (fraction || perhaps(0.1) ? mark + fraction + (perhaps(0.2) ? '0' : '') : '');
  if (perhaps(0.15)) {
    const power = one(['0', '1', '3', '-2', '+2', '23', '200', '201', '1000']);
    const raisedPower = power.replace(/./g, (sign) => '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'['0123456789+-'.indexOf(sign)]);
    text += one(['e', 'E', ' × 10^', 'x10^', '*10^', '·10^', 'х10^', ' x 10 ^', '×10^']) + power;
    text = perhaps(0.3) ? text.replace('^' + power, raisedPower) : text;
  }
  const sign = value.startsWith('-') ? one(['-', '−', '–', '- ', '\u2011']) : one(['', '', '', '+', '+ ']);
  return disturbed(inScript(sign + text, perhaps(0.3) ? one(zeros) : 0x30));
}

function value() {
  const digits = one(['0', '7', '12', '100', '938', '1234', '40000', '100000', '1000000', '12345678', '9007199254740993', '1' + '0'.repeat(38), '1' + '0'.repeat(41)]);
  return (perhaps(0.3) ? '-' : '') + digits + one(['', '', '.5', '.25', '.141', '.500', '.1', '.0000001', '.333333333333333333']);
}

const weights = [1, 0.5, 0.25, 0.1, 0.2, 0.7, 0.3, 0.33333, 0.3333333, 0.66667, 0.00001, 0.0000499, 0.00005, 0.0000501, 0.9999, 0.99995, 0.99994, -0.5, -1,
  -0.3333333, 0, 0.005, 0.015];
const credit = (chance) => perhaps(chance) ? {credit: perhaps(0.7) ? one(weights) : Math.round(random() * 2e7 - 1e7) / 1e7} : {};
const marks = () => one([() => from(1, 60), () => from(1, 100) / 2, () => from(1, 100000) / 100, () => one([0.01, 0.05, 0.335, 0.345, 2.675, 1.005, 999.99, 1000])])();

function accepted(language) {
  if (perhaps(0.5)) {
    return {text: disturbed(one(words)) || 'x', ...credit(0.3)};
  }
  const low = value();
  const number = Number(low);
  const high = perhaps(0.6) ? number : number + one([0.1, 1, 1000, Math.abs(number)]);
  return {text: typed(low, language) || 'x', low: number, high, ...credit(0.3)};
}

function answerTo(blank, language) {
  if (perhaps(0.08)) {
    return one(['', ' ', '\u00a0', '\u0085', '\u200b', '\t']);
  }
  const met = one(blank.accepted);
  if (met.low !== undefined && Math.abs(met.low) < 1e21 && perhaps(0.7)) {
    const near = one([met.low, met.high, (met.low + met.high) / 2, met.low - 1, met.high + 0.1]);
    return typed(Math.abs(near) < 1e21 && (near === 0 || Math.abs(near) > 1e-6) ? String(near) : '0', language);
  }
  return perhaps(0.7) ? disturbed(met.text) : perhaps(0.5) ? disturbed(one(words)) : typed(value(), language);
}

const ids = (n) => times(n, (i) => 'quiz-q--' + i);

const kinds = {
  'choose-one': (question) => {
    const right = below(4);
    const chance = one([0, 0, 1, 0.5]);
    question.choices = ids(from(2, 6)).map((id, i) => ({id, text: 't', right: i === right % 2, ...credit(chance)}));
    return perhaps(0.05) ? null : one([...question.choices.map((choice) => choice.id), 'quiz-other']);
  },
  'choose-all': (question) => {
    const chance = one([0, 0, 1, 0.3]);
    question.choices = ids(from(2, 12)).map((id) => ({id, text: 't', right: perhaps(0.5), ...credit(chance)}));
    return shuffled(question.choices).filter(() => perhaps(0.6)).map((choice) => choice.id).concat(perhaps(0.1) ? ['quiz-other'] : []);
  },
  'fill': (question, language) => {
    question.blanks = times(from(1, perhaps(0.3) ? 12 : 2), () => ({accepted: times(from(1, 4), () => accepted(language))}));
    const answers = question.blanks.map((blank) => answerTo(blank, language));
    return perhaps(0.1) ? answers.slice(0, below(answers.length)) : answers;
  },
  'match': (question) => {
    const rights = from(2, 14);
    question.rights = times(rights, (i) => 'right ' + i);
    question.lefts = times(from(2, 12), (i) => ({text: 'left ' + i, right: below(rights)}));
    return question.lefts.map((left) => perhaps(0.6) ? left.right : perhaps(0.2) ? null : below(rights));
  },
  'arrange': (question) => {
    const count = from(2, 12);
    question.items = shuffled(times(count, (i) => ({id: 'quiz-q--' + i, text: 't', position: i + 1})));
    const inOrder = ids(count);
    const answer = perhaps(0.2) ? inOrder : perhaps(0.5) ? shuffled(inOrder) : inOrder.slice(below(count)).concat(inOrder.slice(0, below(count)));
    return perhaps(0.1) ? answer.slice(1) : answer;
  },
  'write': (question) => {
    question.lines = 3;
    return one(['', ' ', '\u0085', 'something']);
  }
};
kinds['true-false'] = kinds['choose-one'];

function chance() {
  const kind = one(['choose-one', 'true-false', 'choose-all', 'choose-all', 'fill', 'fill', 'fill', 'fill', 'match', 'arrange', 'write']);
  const language = one(languages);
  const question = {id: 'quiz-q', kind, marks: marks()};
  const answer = kinds[kind](question, language);
  return {question, language, answer};
}

// Every share that a match, an order or gaps can earn, and every choice of rights and wrongs, for whole and half marks.
function* edges() {
  const language = 'en';
  for (let parts = 2; parts <= 12; ++parts) {
    for (let right = 0; right <= parts; ++right) {
      for (let marks = 1; marks <= 60; marks += parts > 7 ? 1 : 3) {
        const lefts = times(parts, (i) => ({text: 'l', right: i}));
        yield {question: {id: 'quiz-q', kind: 'match', marks, lefts, rights: times(parts, () => 'r')}, language, answer: times(parts, (i) => i < right ? i : null)};
      }
    }
  }
  for (let rights = 1; rights <= 8; ++rights) {
    for (let chosen = 0; chosen <= rights; ++chosen) {
      for (let wrongs = 0; wrongs <= rights; ++wrongs) {
        for (const marks of [1, 2, 2.5, 50]) {
          const choices = ids(rights + 8).map((id, i) => ({id, text: 't', right: i < rights}));
          const answer = ids(chosen).concat(choices.slice(rights, rights + wrongs).map((choice) => choice.id));
          yield {question: {id: 'quiz-q', kind: 'choose-all', marks, choices}, language, answer};
        }
      }
    }
  }
  for (const text of words) {  // each word and each answer, in languages of different rules
    for (const language of ['en', 'tr', 'ru', 'de-CH']) {
      const blanks = [{accepted: [{text}]}];
      for (const answer of [text, text + '.', one(words)]) {
        yield {question: {id: 'quiz-q', kind: 'fill', marks: 1, blanks}, language, answer: [answer]};
      }
    }
  }
}

// ---- languages ----

const twoLetters = 'af am ar as az be bg bn bs ca cs cy da de el en es et eu fa fi fil fo fr ga gd gl gu ha he hi hr hu hy id ig is it ja ka kk km kn ko ky lb lo lt ' +
  'lv mg mk ml mn mr ms mt my nb ne nl nn no om or pa pl pt rm ro ru si sk sl sn so sq sr sv sw ta te th ti tl tr uk ur uz vi xh yo yue zh zu';
const regions = 'AE AR AT AU BD BE BN BO BR BZ CA CD CH CL CO CR CU CY CZ DE DK DO DZ EC EE EG ES FI FR GB GE GT HK HN HU ID IE IL IN IQ IT JO JP KE KR LB LI LK LT LU LV ' +
  'LY MA MO MR MX MY NG NI NL NO NP NZ PA PE PH PK PL PR PT PY RO RU SA SE SG SI SK SV TN TR TW TZ UA UG US UY VE ZA 419';

function tags() {
  const all = twoLetters.split(' ').flatMap((language) => [language, ...regions.split(' ').map((region) => language + '-' + region)]);
  return [...all, ...languages, 'de-ch-1996', 'zh-hant-hk', 'ES-mx', 'en-u-rg-dezzzz', 'iw', 'dv'];
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
  return {mark: parts.find((part) => part.type === 'decimal').value, twos: groups.length === 4};
}

// ---- the judgement ----

const cases = [...edges()];
for (let i = 0; i < 30000; ++i) {
  cases.push(chance());
}
const styles = tags().map((style) => ({style}));
const lines = [...cases, ...styles].map((row) => JSON.stringify(row)).join('\n') + '\n';

function answersOf(command, ...rest) {
  return execFileSync(command, rest, {input: lines, encoding: 'utf8', maxBuffer: 1 << 28}).trimEnd().split('\n');
}

function byScript(row) {
  if (row.style !== undefined) {
    return room.decimalMark(row.style) + ' ' + (room.hasGroupsOfTwo(row.style) ? '2' : '3');
  }
  const earned = room.grade(row.question, row.language, row.answer);
  return `${earned.marks} ${earned.verdict} ${room.isAnswered(row.answer) ? 'answered' : 'blank'}`;
}

// 17 digits tell every double from every other.
function comparable(answer) {
  const [first, ...rest] = answer.split(' ');
  return [Number.isNaN(Number(first)) ? first : String(Number(first)), ...rest].join(' ');
}

const builder = answersOf(program);
const reader = answersOf('luajit', plugin);
const verdicts = {};
let wrong = 0;
function complain(text) {
  if (++wrong <= 20) {
    console.error(text);
  }
}

[...cases, ...styles].forEach((row, i) => {
  const answers = [builder[i], byScript(row), reader[i]].map((answer) => comparable(String(answer)));
  verdicts[answers[0].split(' ')[1]] = (verdicts[answers[0].split(' ')[1]] || 0) + 1;
  if (answers[0] !== answers[1] || answers[1] !== answers[2]) {
    complain(`builder: ${answers[0]}; script: ${answers[1]}; plugin: ${answers[2]}\n  ${JSON.stringify(row)}`);
  }
});

let judged = 0;
styles.forEach(({style}, i) => {
  const [mark, groups] = [builder[cases.length + i][0], builder[cases.length + i].split(' ').pop()];
  const said = cldr(style);
  judged += said ? 1 : 0;
  if (said && (said.mark !== mark || (said.twos && groups !== '2'))) {
    complain(`${style}: CLDR has ${said.mark}${said.twos ? ' and groups of two' : ''}, the builder ${mark} and groups of ${groups}`);
  }
});

// A generator that hits nothing proves nothing.
for (const verdict of ['right', 'partly', 'wrong', 'unmarked']) {
  if (!(verdicts[verdict] > 500)) {
    complain(`only ${verdicts[verdict] || 0} answers are ${verdict}`);
  }
}
if (judged < 100) {
  complain(`Node knows only ${judged} languages`);
}
console.log(`graders: ${cases.length} answers, ${styles.length} languages, ${wrong} wrong`);
process.exit(wrong === 0 ? 0 : 1);
