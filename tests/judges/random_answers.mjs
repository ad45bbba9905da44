// Random questions and answers, the same on every machine by a seed, for tests/judges/graders.mjs.

// ---- chance ----

// Mulberry32: 32 bits of state, the same numbers on every machine.
let state = 1;
let decimalMark;  // of a language
export function begin(seed, markOf) {
  state = seed | 0;
  decimalMark = markOf;
}

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

export const languages = ['en', 'en-GB', 'EN-us', 'en-ZA', 'en-IN', 'de', 'de-CH', 'DE-ch', 'de-ch', 'de-Latn-CH', 'de-1996', 'de-x-ch', 'fr', 'fr-CH', 'es',
  'es-MX', 'es-419', 'it-CH', 'ar', 'ar-MA', 'fa', 'he', 'hi', 'bn-BD', 'ta', 'tr', 'TR', 'az', 'ru', 'uk', 'zh-Hant-TW', 'ja', 'th', 'sw', 'sw-CD',
  'sr-Latn-RS', 'pt-BR', 'x-own', 'qq', ''];

export const words = ['Киров', 'Ёлка', 'елка', 'Straße', 'STRASSE', 'ẞ', 'İstanbul', 'ISI', 'ısı', 'Isı', 'iki', 'Σίσυφος', 'ΣΙΣΥΦΟΣ', 'naïve', 'nai\u0308ve', 'ﬁn',
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
  const mark = perhaps(0.7) ? decimalMark(language) : one(['.', ',', '\u066b']);
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

// By kind: fills in the question, and gives an answer to it.
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
    const answers = question.blanks.map((blank) => perhaps(0.02) ? null : answerTo(blank, language));
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

export function chance() {
  const kind = one(['choose-one', 'true-false', 'choose-all', 'choose-all', 'fill', 'fill', 'fill', 'fill', 'match', 'arrange', 'write']);
  const language = one(languages);
  const question = {id: 'quiz-q', kind, marks: marks()};
  let answer = kinds[kind](question, language);
  if (perhaps(0.02)) {  // of another form
    answer = one([null, '', 'quiz-q--1', 'x', [], ['quiz-q--0', 'quiz-q--1'], [0, 1], [null, 1], [null], ['']]);
  }
  return {question, language, answer};
}
