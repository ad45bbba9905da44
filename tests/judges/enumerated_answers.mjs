// Questions and answers in order, each with what it must earn, for tests/judges/graders.mjs. What is expected is counted here anew, in exact
// numbers; the signs are written out once more, so that one lost in plugin/grading/signs.json is missed.

const times = (n, make) => Array.from({length: n}, (_, i) => make(i));
const ids = (n) => times(n, (i) => 'quiz-q--' + i);
const units = (credit) => BigInt(Math.round(credit * 1e7));

function* row(question, language, answer, earned, all, more = {}) {
  const [whole, fraction = ''] = String(question.marks).split('.');
  const hundredths = (BigInt(whole + fraction.padEnd(3, '0').slice(0, 3)) + 5n) / 10n;
  let share = earned < 0n ? 0n : earned > all ? all : earned;
  share = share * 20000n < all ? 0n : (all - share) * 20000n <= all ? all : share;
  const marks = Number((2n * hundredths * share + all) / (2n * all)) / 100;
  const verdict = share === all ? 'right' : share === 0n ? 'wrong' : 'partly';
  yield {question: {id: 'quiz-q', ...question}, language, answer, expected: {marks, verdict, ...more}};
}

// ---- marks, parts and roundings ----

const someMarks = [0.01, 0.05, 0.29, 0.5, 1, 1.005, 1.15, 2, 2.675, 2.5, 3, 7, 9.99, 10, 33.33, 50, 60, 999.99, 1000];

function* shares() {
  for (let parts = 1; parts <= 12; ++parts) {
    for (let right = 0; right <= parts; ++right) {
      for (const marks of someMarks) {
        const lefts = times(parts, (i) => ({text: 'l', right: parts - 1 - i}));
        const answer = lefts.map((left, i) => i < right ? left.right : i % 2 ? null : (left.right + 1) % parts);
        const rights = times(parts, () => 'r');
        yield* row({kind: 'match', marks, lefts, rights}, 'en', answer, BigInt(parts === 1 && right === 0 ? 1 : right), BigInt(parts));
      }
      const blanks = times(parts, (i) => ({accepted: [{text: 'w' + i}, {text: 'v' + i}]}));
      const answer = times(parts, (i) => i >= parts - right ? (i % 2 ? 'w' : 'v') + i : 'no');
      yield* row({kind: 'fill', marks: 10, blanks}, 'en', answer, BigInt(right), BigInt(parts));
      yield* row({kind: 'fill', marks: 10, blanks}, 'en', answer.slice(0, parts - 1), BigInt(Math.max(0, right - 1)), BigInt(parts));
    }
  }
}

function* choices() {
  for (let rights = 0; rights <= 7; ++rights) {
    for (let chosen = 0; chosen <= rights; ++chosen) {
      for (let wrongs = 0; wrongs <= Math.min(rights + 1, 4); ++wrongs) {
        for (const marks of [1, 2.5, 7, 50]) {
          const list = ids(rights + 4).map((id, i) => ({id, text: 't', right: i < rights}));
          const answer = [...list.slice(rights, rights + wrongs), ...list.slice(rights - chosen, rights)].map((choice) => choice.id);
          yield* row({kind: 'choose-all', marks, choices: list}, 'en', answer, BigInt(chosen - wrongs), BigInt(Math.max(1, rights)));
        }
      }
    }
  }
}

const credits = [-1, -0.5, 0, 0.0000001, 0.0000499, 0.00005, 0.0000501, 0.005, 0.05, 0.1, 0.25, 0.29, 0.3333, 0.33333, 0.3333333, 0.5, 0.57, 0.66667, 0.7, 0.9, 0.9999, 0.9999499,
  0.99995, 0.9999501, 1];

function* weights() {
  for (const credit of credits) {
    for (const marks of someMarks) {
      const list = [{id: 'quiz-q--0', text: 't', right: true, credit}, {id: 'quiz-q--1', text: 't', right: false}];
      yield* row({kind: 'choose-one', marks, choices: list}, 'en', 'quiz-q--0', units(credit), 10000000n);
      const blanks = [{accepted: [{text: 'a', credit: -1}, {text: 'A', credit}, {text: 'a.', credit: credit / 2}]}];
      yield* row({kind: 'fill', marks, blanks}, 'en', ['a'], units(Math.max(0, credit, Math.round(credit * 5e6) / 1e7)), 10000000n);
    }
    for (let rights = 1; rights <= 4; ++rights) {  // some of them weighed, some not
      const list = ids(rights + 2).map((id, i) => ({id, text: 't', right: i < rights, ...(i % 2 === 0 ? {credit} : {})}));
      const earned = (i) => i % 2 === 0 ? units(credit) * BigInt(rights) : i < rights ? 10000000n : -10000000n;
      for (let set = 0; set < 1 << list.length; ++set) {
        const answer = list.filter((_, i) => set & (1 << i)).map((choice) => choice.id);
        const sum = list.reduce((all, _, i) => all + (set & (1 << i) ? earned(i) : 0n), 0n);
        yield* row({kind: 'choose-all', marks: 3, choices: list}, 'en', answer, sum, 10000000n * BigInt(rights));
      }
    }
  }
  const two = [{accepted: [{text: 'a', credit: -1}, {text: 'b', credit: -0.5}]}, {accepted: [{text: 'c'}]}];
  yield* row({kind: 'fill', marks: 2, blanks: two}, 'en', ['a', 'c'], 1n, 2n);
  yield* row({kind: 'fill', marks: 2, blanks: two}, 'en', ['b', 'x'], 0n, 2n);
  const choice = [{id: 'quiz-q--0', text: 't', right: true}, {id: 'quiz-q--1', text: 't', right: false}];
  for (const kind of ['choose-one', 'true-false']) {
    yield* row({kind, marks: 2, choices: choice}, 'en', 'quiz-q--0', 1n, 1n, {answered: true});
    yield* row({kind, marks: 2, choices: choice}, 'en', 'quiz-q--1', 0n, 1n, {answered: true});
    yield* row({kind, marks: 2, choices: choice}, 'en', null, 0n, 1n, {answered: false});
  }
}

// The longest subset in order, by trying all.
function longest(order) {
  let best = 0;
  for (let set = 0; set < 1 << order.length; ++set) {
    const part = order.filter((_, i) => set & (1 << i));
    best = part.every((place, i) => i === 0 || part[i - 1] < place) ? Math.max(best, part.length) : best;
  }
  return best;
}

const orders = (list) => (list.length < 2 ? [list] : list.flatMap((each, i) => orders(list.filter((_, k) => k !== i)).map((rest) => [each, ...rest])));

function* arrangements() {
  for (let count = 1; count <= 5; ++count) {
    const items = times(count, (i) => ({id: 'quiz-q--' + (count - 1 - i), text: 't', position: count - i}));
    for (const order of orders(times(count, (i) => i))) {
      for (let left = 0; left <= Math.min(2, count); ++left) {  // the last items not placed
        const given = order.slice(0, count - left);
        const steps = Math.max(0, longest(given) - 1);
        yield* row({kind: 'arrange', marks: 10, items}, 'en', given.map((i) => 'quiz-q--' + i), BigInt(steps), BigInt(Math.max(1, count - 1)));
      }
    }
  }
  const items = times(3, (i) => ({id: 'quiz-q--' + i, text: 't', position: i + 1}));
  yield* row({kind: 'arrange', marks: 2, items}, 'en', ['quiz-q--0', 'quiz-q--0', 'quiz-x', 'quiz-q--1'], 1n, 2n);
}

// ---- answers of another form ----

function* forms() {
  const fill = {kind: 'fill', blanks: [{accepted: [{text: '0', low: 0, high: 0}, {text: 'null'}, {text: 'false'}, {text: 'undefined'}]}, {accepted: [{text: '1'}]}]};
  const choose = ids(2).map((id, i) => ({id, text: 't', right: i === 0}));
  const questions = [fill, {kind: 'choose-one', choices: choose}, {kind: 'choose-all', choices: choose},
    {kind: 'match', lefts: [{text: 'l', right: 1}, {text: 'l', right: 0}], rights: ['r', 'r']},
    {kind: 'arrange', items: ids(2).map((id, i) => ({id, text: 't', position: i + 1}))}];
  const answers = [[null, false], ['', false], [' \u0085', false], ['0', true], ['quiz-q--0 quiz-q--1', true], [[], false], [[null, null], false], [['', '\u3000'], false], [[null, 7], true],
    [['\u200b'], true], [['x', 'y'], true]];
  for (const question of questions) {
    for (const [answer, answered] of answers) {
      yield* row({marks: 1, ...question}, 'en', answer, 0n, 1n, {answered});
    }
  }
  yield* row({marks: 1, ...questions[1]}, 'en', ['quiz-q--0'], 0n, 1n, {answered: true});
  yield* row({marks: 1, ...questions[2]}, 'en', 'quiz-q--0', 0n, 1n, {answered: true});
  yield* row({marks: 1, ...questions[3]}, 'en', ['1', '0'], 0n, 1n, {answered: true});
  yield* row({marks: 1, ...questions[3]}, 'en', [1, 0], 1n, 1n, {answered: true});
  yield* row({marks: 1, ...fill}, 'en', [null, '1'], 1n, 2n, {answered: true});
  yield* row({marks: 1, ...fill}, 'en', [0, 1], 0n, 2n);
  for (const answer of [null, '', 'words', ['words']]) {
    yield {question: {id: 'quiz-q', kind: 'write', marks: 8, lines: 3}, language: 'en', answer, expected: {marks: 0, verdict: 'unmarked', answered: answer !== null && answer !== ''}};
  }
}

// ---- text ----

// Pairs of an accepted text and one that is given: many blanks of one question, all of them right or all of them wrong.
function* pairs(language, verdict, list) {
  for (let at = 0; at < list.length; at += 50) {
    const some = list.slice(at, at + 50);
    const question = {kind: 'fill', marks: some.length, blanks: some.map(([accepted]) => ({accepted: [typeof accepted === 'string' ? {text: accepted} : accepted]}))};
    yield* row(question, language, some.map(([, given]) => given), verdict === 'right' ? 1n : 0n, 1n);
  }
}

const inRange = (first, last) => times(last - first + 1, (i) => String.fromCharCode(first + i));
const alike = {
  '\'': '`´ʹʼ׳‘’‚‛′‹›〈〉＇｀', '"': '«»״“”„‟″《》「」『』｢｣＂', '-': '־‐‑‒–—―₋−﹣－', '/': '⁄∕／', '+': '₊＋', '=': '₌＝', '(': '₍（', ')': '₎）', '.': '．', '%': '％', ',': '，'
};
const dropped = ['\u00ad', ...inRange(0x200b, 0x200f), ...inRange(0x202a, 0x202e), ...inRange(0x2060, 0x2069), '\ufeff'];
const points = [...inRange(0x591, 0x5bd), ...'\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640', ...inRange(0x64b, 0x652), '\u0670'];
const fractions = {
  '½': '1/2', '⅓': '1/3', '⅔': '2/3', '¼': '1/4', '¾': '3/4', '⅕': '1/5', '⅖': '2/5', '⅗': '3/5', '⅘': '4/5', '⅙': '1/6', '⅚': '5/6', '⅐': '1/7', '⅛': '1/8', '⅜': '3/8', '⅝': '5/8',
  '⅞': '7/8', '⅑': '1/9', '⅒': '1/10'
};
const raised = {'⁰': '0', '¹': '1', '²': '2', '³': '3', '⁴': '4', '⁵': '5', '⁶': '6', '⁷': '7', '⁸': '8', '⁹': '9', '⁺': '+', '⁻': '-', '⁼': '=', '⁽': '(', '⁾': ')', 'ⁱ': 'i', 'ⁿ': 'n'};
const closeToBoth = '=+-<>/×÷±→≈≠≤≥';
const closeToTheLeft = '%‰°';
const signsOfTimes = '×*·⋅∙xXхХ';
const stops = '.。｡।۔．';

const ofProperty = (property) => times(0x10000, (code) => String.fromCharCode(code)).filter((sign) => property.test(sign));
const digits = ofProperty(/\p{Nd}/u).map((sign, i) => [sign, String(i % 10)]);  // all of Unicode's stand in tens
const lowered = inRange(0x2080, 0x2089).map((sign, i) => [sign, String(i)]);
const spaces = ofProperty(/\p{White_Space}/u);

// Signs beside those of a class, which are none of any.
const strangers = [...'\u00ac\u00ae\u200a\u2009\u2070\u206a\u206f\ufefe\uff00\uff5f\uffe6', ...'\u0590\u05c0\u05c3\u05c6\u05c8\u063f\u0641\u064a\u0653\u066f\u0671', ...'\u2017\u2016\u2031\u2034\u203c',
  ...'\u2213\u2216\u2043\u2045\ufe62\ufe64', ...'\u00ba\u00bf\u214f\u215f\u2072\u2073\u208f\u209c', ...'\u065f\u066a\u0965\u0970\u1c3f\u1c5a\ua62a\uaa5a\uabfa', ...'_~&,;:!?#@'];

// Signs just before and behind those of a class, which are not in it.
function neighbours(signs) {
  const all = new Set([...signs].flatMap((sign) => [sign.charCodeAt(0) - 1, sign.charCodeAt(0) + 1]));
  return [...all].map((code) => String.fromCharCode(code)).filter((sign) => ![...signs].includes(sign));
}

// None of them is taken for what the class stands for, whatever else it is.
function* borders() {
  const wrong = (list) => pairs('en', 'wrong', list);
  for (const [plain, signs] of Object.entries(alike)) {
    yield* wrong(neighbours(signs).filter((sign) => sign !== plain).map((sign) => ['a' + plain + 'b', 'a' + sign + 'b']));
  }
  yield* wrong(neighbours([...digits, ...lowered].map(([sign]) => sign)).flatMap((sign) => times(10, (digit) => ['a' + digit + 'b', 'a' + sign + 'b'])));
  yield* wrong(neighbours([...dropped, ...points]).map((sign) => ['ab', 'a' + sign + 'b']));
  yield* wrong(neighbours(spaces).map((sign) => ['a b', 'a' + sign + 'b']));
  yield* wrong(neighbours(inRange(0xff01, 0xff5e)).flatMap((sign) => ['a b', 'a!b', 'a~b', 'a\u007fb', 'ab'].map((text) => [text, 'a' + sign + 'b'])));
  for (const [sign, plain] of [...Object.entries(fractions), ...Object.entries(raised).map(([one, text]) => [one, '^' + text])]) {
    yield* wrong(neighbours([sign]).filter((each) => !(each in fractions) && !(each in raised)).map((each) => ['a' + plain + 'b', 'a' + each + 'b']));
  }
  yield* wrong(neighbours(closeToBoth).flatMap((sign) => [['a' + sign + 'b', 'a' + sign + ' b'], ...(closeToTheLeft.includes(sign) ? [] : [['a' + sign + 'b', 'a ' + sign + 'b']])]));
  yield* wrong(neighbours(closeToTheLeft).filter((sign) => !closeToBoth.includes(sign) && !spaces.includes(sign)).map((sign) => ['5' + sign, '5 ' + sign]));
  yield* wrong(neighbours(signsOfTimes).map((sign) => ['2x3', '2' + sign + '3']));
  yield* wrong(neighbours(stops).map((sign) => ['ab', 'ab' + sign]));
  yield* wrong([['ss', 'à'], ['ss', 'Þ'], ['ss', 'þ'], ['σ', 'ρ'], ['σ', 'τ']]);
}

// A sign and what is written for it: alone, first, last, and within; and it is not nothing.
const inPlaces = (plain, sign) => [[plain, sign], [sign, plain], [plain + 'ab', sign + 'ab'], ['ab' + plain, 'ab' + sign], ['a' + plain + 'b', 'a' + sign + 'b'], [sign + 'a' + sign, plain + 'a' + plain]];

function* signsForSigns() {
  const all = Object.entries(alike).flatMap(([plain, signs]) => [...signs].map((sign) => [plain, sign]));
  const wide = inRange(0x21, 0x7e).map((narrow) => [narrow, String.fromCharCode(narrow.charCodeAt(0) + 0xfee0)]);
  for (const [plain, sign] of [...all, ...wide, ...[...digits, ...lowered].map(([sign, digit]) => [digit, sign])]) {
    yield* pairs('en', 'right', inPlaces(plain, sign).filter(([accepted]) => accepted !== ''));
  }
  for (const [plain, signs] of Object.entries(alike)) {
    const others = Object.keys(alike).filter((other) => other !== plain);
    yield* pairs('en', 'wrong', [...signs].flatMap((sign) => [...others.map((other) => ['a' + other + 'b', 'a' + sign + 'b']), ['ab', 'a' + sign + 'b'], ['a b', 'a' + sign + 'b']]));
  }
  yield* pairs('en', 'wrong', digits.map(([sign, digit]) => [String((Number(digit) + 1) % 10), sign]));
  const whole = ['ab', 'a b', ...'\'"-/+.0129x'.split('').map((plain) => 'a' + plain + 'b')];
  yield* pairs('en', 'wrong', strangers.flatMap((sign) => whole.filter((text) => text !== 'a' + sign + 'b' && !(/\s/.test(sign) && text === 'a b')).map((text) => [text, 'a' + sign + 'b'])));
  yield* pairs('en', 'wrong', strangers.flatMap((sign) => [['ab', sign + 'ab'], ['ab', 'ab' + sign]].filter(() => !/\s/.test(sign))));
}

function* signsForNothing() {
  yield* pairs('en', 'right', dropped.flatMap((sign) => [['ab', sign + 'ab'], ['ab', 'a' + sign + 'b'], ['ab', 'ab' + sign], ['a' + sign + 'b', 'ab'], ['ab', 'ab.' + sign], ['"ab"', sign + '"ab"']]));
  yield* pairs('ar', 'right', points.flatMap((sign) => [['ab', sign + 'ab'], ['ab', 'a' + sign + 'b'], ['ab', 'ab' + sign], ['a' + sign + 'b', 'ab'], [sign, sign], [sign, ' ' + sign + ' ']]));
  yield* pairs('ar', 'wrong', points.flatMap((sign, i) => [[sign, points[(i + 1) % points.length]], ['a', sign], ['.', sign], [sign, sign + '.']]));
  yield* pairs('en', 'wrong', dropped.flatMap((sign) => [['a', sign], [sign, sign], [sign, ''], ['', sign]].filter(([accepted]) => accepted !== '')));
  yield* pairs('en', 'right', spaces.flatMap((sign) => [['a b', 'a' + sign + 'b'], ['a b', 'a' + sign + sign + 'b'], ['a b', 'a' + sign.repeat(9) + 'b'], ['ab', sign + 'ab'], ['ab', 'ab' + sign], ['a' + sign + 'b', 'a b'], ['ab', 'ab.' + sign], ['ab', 'ab' + sign + '.']]));
  yield* pairs('en', 'wrong', spaces.flatMap((sign) => [['ab', 'a' + sign + 'b'], ['a', sign], [sign, sign]]));
  for (const sign of [...spaces, ...dropped]) {
    const question = {kind: 'fill', marks: 1, blanks: [{accepted: [{text: 'a'}]}]};
    yield* row(question, 'en', [sign], 0n, 1n, {answered: !spaces.includes(sign)});
    yield {question: {id: 'quiz-q', kind: 'write', marks: 1, lines: 3}, language: 'en', answer: sign, expected: {marks: 0, verdict: 'unmarked', answered: !spaces.includes(sign)}};
  }
  for (const stop of stops) {
    yield* pairs('en', 'right', [['ab', 'ab' + stop], ['ab' + stop, 'ab'], ['ab', 'ab ' + stop], [stop, stop], ['ab', '"ab' + stop + '"'], ['ab', '"ab"' + stop], ['ab', '"ab' + stop + '"' + stop], ['a' + stop, 'a'], ['a', stop === '.' ? 'a。' : 'a.']]);
    yield* pairs('en', 'wrong', [['ab', stop + 'ab'], ['ab', 'ab' + stop + stop], ['ab', 'a' + stop + 'b'], ['ab', stop], [stop, 'ab'], ['ab', 'ab' + stop + '!']]);
  }
  yield* pairs('en', 'wrong', [...',;:!?…·'].flatMap((sign) => [['ab', 'ab' + sign], ['ab', sign + 'ab']]));
}

function* quotes() {
  for (const plain of ['\'', '"']) {
    for (const sign of [plain, ...alike[plain]]) {
      yield* pairs('en', 'right', [['ab', sign + 'ab' + sign], [sign + 'ab' + plain, 'ab'], ['ab', sign + ' ab ' + sign], ['a b', sign + 'a b' + plain], ['a', sign + 'a' + sign], [sign + sign, plain + plain], [sign + '.' + sign, '.'], [plain + ' ' + plain, sign + '  ' + sign]]);
      yield* pairs('en', 'wrong', [['ab', sign + 'ab'], ['ab', 'ab' + sign], ['a" "b', sign + 'a' + sign + 'b' + sign], ['a' + plain + 'b', sign + 'a' + plain + 'b' + sign].reverse(), ['ab', sign + sign + 'ab' + sign + sign], ['', sign + sign].reverse(),
        ['ab', sign + 'ab' + (plain === '"' ? '\'' : '"')]].filter(([accepted]) => accepted !== ''));
      yield* pairs('en', 'wrong', [['ab', sign + (plain === '"' ? '\'ab\'' : '"ab"') + sign]]);
    }
  }
}

function* formulas() {
  const entries = Object.entries(raised);
  yield* pairs('en', 'right', entries.flatMap(([sign, plain]) => [...inPlaces('^' + plain, sign).slice(0, 5), ['x^' + plain + plain, 'x' + sign + sign], ['a^' + plain + ' ^' + plain, 'a' + sign + ' ' + sign]]));
  yield* pairs('en', 'wrong', entries.flatMap(([sign, plain]) => [['x' + plain, 'x' + sign + 'y'], ['x^' + plain + '^' + plain + 'y', 'x' + sign + sign + 'y'], ['xy', 'x' + sign + 'y']]));
  yield* pairs('en', 'wrong', entries.filter(([, plain]) => !'+-'.includes(plain)).flatMap(([sign, plain]) => [['x' + plain, 'x' + sign], [plain, sign]]));
  for (const [sign, plain] of Object.entries(fractions)) {
    yield* pairs('en', 'right', [...inPlaces(plain, sign).slice(0, 5), ['3 ' + plain, '3' + sign], ['3 ' + plain, '3 ' + sign], [plain + ' ' + plain, sign + sign], ['^3 ' + plain, '³' + sign], ['0 ' + plain, '0' + sign], ['9 ' + plain + 'x', '٩' + sign + 'x']]);
    yield* pairs('en', 'wrong', [['3' + plain, '3' + sign], ['x ' + plain, 'x' + sign], [plain === '1/2' ? '1/3' : '1/2', sign], ['0.5', sign]]);
  }
  for (const sign of closeToBoth) {
    yield* pairs('en', 'right', [['a' + sign + 'b', 'a ' + sign + ' b'], ['a' + sign + 'b', 'a ' + sign + 'b'], ['a ' + sign + ' b', 'a' + sign + ' b'], [sign + 'b', sign + ' b'], ['a' + sign, 'a ' + sign], ['a' + sign + sign + 'b', 'a ' + sign + ' ' + sign + ' b'],
      ['a' + sign + '=b', 'a ' + sign + ' = b'], ['a' + sign + '-b', 'a' + sign + ' - b']]);
    yield* pairs('en', 'wrong', [['a b', 'a ' + sign + ' b'], ['ab', 'a' + sign + 'b']]);
  }
  for (const sign of closeToTheLeft) {
    yield* pairs('en', 'right', [['5' + sign, '5 ' + sign], ['5 ' + sign + ' x', '5' + sign + ' x'], [sign + sign, sign + ' ' + sign]]);
    yield* pairs('en', 'wrong', [['x' + sign + 'y', 'x' + sign + ' y'], ['5', '5' + sign]]);
  }
  yield* pairs('en', 'wrong', [...',;:!?&~@#$^_|'].flatMap((sign) => [['a' + sign + 'b', 'a ' + sign + ' b'], ['a' + sign + 'b', 'a ' + sign + 'b'], ['a' + sign + 'b', 'a' + sign + ' b']]));
  for (const sign of signsOfTimes) {
    yield* pairs('en', 'right', [['2x3', '2' + sign + '3'], ['2x3', '2 ' + sign + ' 3'], ['2*3', '2 ' + sign + '3'], ['2·3', '2' + sign + ' 3'], ['(a)x(b)', '(a)' + sign + '(b)'], ['2x(b)', '2 ' + sign + ' (b)'], ['(a)x2', '(a) ' + sign + ' 2'],
      ['2x3x4x5', '2' + sign + '3 ' + sign + ' 4' + sign + '5'], ['0x9', '0' + sign + '9'], ['9x0', '9 ' + sign + ' 0']]);
    yield* pairs('en', 'wrong', [['2x3', '2' + sign + sign + '3'], ['a÷b', 'a' + sign + 'b'], ['2÷3', '2' + sign + '3'], ['(x(', '(' + sign + '('], [')x)', ')' + sign + ')']].filter(([accepted, given]) => accepted !== given.toLowerCase()));
    yield* pairs('en', 'wrong', [['x', sign], ['2x', '2' + sign], ['x2', sign + '2'], ['axb', 'a' + sign + 'b'], ['2xb', '2' + sign + 'b'], ['ax3', 'a' + sign + '3']].filter(() => !'xX'.includes(sign)));
  }
  for (const sign of '+-') {
    yield* pairs('en', 'right', [['Ca2' + sign, 'Ca^2' + sign], ['Na' + sign, 'Na^' + sign], ['x12' + sign + ' y', 'x^12' + sign + ' y'], ['(x' + sign + ')', '(x^' + sign + ')'], ['2' + sign, '^2' + sign], ['90' + sign, '^90' + sign], [sign, '^' + sign], ['^9' + sign + '2', '^9' + sign + '2']]);
    yield* pairs('en', 'wrong', [['x2' + sign + 'y', 'x^2' + sign + 'y'], ['x2' + sign + sign, 'x^2' + sign + sign], ['x2' + sign + ',', 'x^2' + sign + ','], ['xa' + sign, 'x^a' + sign], ['x2', 'x^2'], ['x2*', 'x^2*'], ['(' + sign + '(', '(^' + sign + '(']]);
  }
}

// ---- letters ----

function* letters() {
  const blocks = [[0x41, 0x24f], [0x370, 0x556], [0x10a0, 0x10c5], [0x1e00, 0x1fff], [0x2c00, 0x2c2e], [0xa640, 0xa66c]];
  const capitals = blocks.flatMap(([first, last]) => inRange(first, last)).filter((sign) => sign.normalize('NFC') === sign && sign.toLowerCase().length === 1 && sign.toLowerCase() !== sign && !'IİẞΣϴ'.includes(sign));
  for (const language of ['en', 'qq', 'tr']) {
    yield* pairs(language, 'right', capitals.flatMap((sign) => [[sign.toLowerCase(), sign], ['x' + sign + 'x', 'x' + sign.toLowerCase() + 'x']]));
  }
  yield* pairs('en', 'wrong', [...'éèêëçñøłåäöüąężćńśźšžğşœæđðþ'].flatMap((sign) => [[sign.normalize('NFD')[0], sign], ['o', sign], ['a', sign], ['d', sign]].filter(([accepted]) => accepted !== sign)));
  yield* pairs('en', 'right', [...'éèêëçñåäöüąężćńśźšžğşЙЇ'].flatMap((sign) => [[sign, sign.normalize('NFD')], ['x' + sign.normalize('NFD') + 'x', 'x' + sign + 'x'], [sign, sign.toUpperCase().normalize('NFD')]]));
  for (const language of ['en', 'de', 'de-CH', 'tr', '']) {
    yield* pairs(language, 'right', [['ss', 'ß'], ['ß', 'ss'], ['ẞ', 'ss'], ['ß', 'SS'], ['ßab', 'ssab'], ['abß', 'abss'], ['aßb', 'aẞb'], ['σ', 'ς'], ['ςα', 'σα'], ['ας', 'ΑΣ'], ['αςβ', 'ασβ'], ['Σ', 'ς']]);
    yield* pairs(language, 'wrong', [['s', 'ß'], ['sß', 'ß'], ['α', 'ά'], ['ς', 'ο']]);
  }
  const iForms = (language, forms, verdict) => pairs(language, verdict, forms.flatMap(([a, b]) => [[a, b], [b, a], [a + 'x', b + 'x'], ['x' + a, 'x' + b], ['x' + a + 'x', 'x' + b + 'x']]));
  for (const language of ['tr', 'TR', 'tr-TR', 'tr-Latn-CY', 'az', 'az-Latn-AZ', 'az-x-own']) {
    yield* iForms(language, [['I', 'ı'], ['i', 'İ'], ['i', 'I\u0307']], 'right');
    yield* iForms(language, [['I', 'i'], ['ı', 'i'], ['ı', 'İ'], ['I', 'İ']], 'wrong');
  }
  for (const language of ['en', 'de', 'ru', 'kk', 'tt', 'x-tr', 'en-TR', 'de-AZ', 'tru', '']) {
    yield* iForms(language, [['I', 'ı'], ['i', 'İ'], ['I', 'i'], ['ı', 'i'], ['ı', 'İ'], ['I', 'İ']], 'right');
  }
  const yo = (verdict) => (language) => iForms(language, [['е', 'ё'], ['Ё', 'е'], ['Ё', 'Е'], ['е', 'е\u0308']], verdict);
  for (const language of ['ru', 'RU', 'ru-RU', 'ru-Cyrl-KZ']) {
    yield* yo('right')(language);
  }
  for (const language of ['uk', 'be', 'en', 'en-RU', 'rue', '']) {
    yield* yo('wrong')(language);
  }
}

// ---- numbers ----

const exact = (value, text = 'x') => ({text, low: value, high: value});
const range = (low, high) => ({text: low + '..' + high, low, high});

// What sets one way of writing numbers apart from the others.
function* numbersOf({tag, mark, twos}) {
  const other = mark === '.' ? ',' : '.';
  const values = (list) => list.map(([value, text]) => [exact(value), text]);
  yield* pairs(tag, 'right', values([[1234.5, '1' + other + '234' + mark + '5'], [1.234, '1' + mark + '234'], [1234, '1 234'], [1234, '1’234'], [1.5, '1\u066b5']]));
  yield* pairs(tag, 'wrong', values([[1234, '1' + mark + '234'], [1.234, '1' + other + '234'], [1.5, '1' + other + '5'], [15, '1' + other + '5']]));
  const more = /^(kn|pa|si|ur|ta|en-PK)\b/.test(tag);  // CLDR has groups of three alone; people there write others, too
  yield* pairs(tag, twos || more ? 'right' : 'wrong', values([[123456, '1' + other + '23' + other + '456'], [1234567.5, '12 34 567' + mark + '5']]));
}

// Every mark in every place that is a group's, or is none.
function* groupsOf({tag, mark, twos}) {
  const other = mark === '.' ? ',' : '.';
  const groups = [other, ' ', '\'', '’', '\u00a0', '\u202f', '\u066c'];
  const values = (list) => list.map(([value, text]) => [exact(value), text]);
  const right = groups.flatMap((group) => [[1234567.5, ['1', '234', '567'].join(group) + mark + '5'], [1234, '1' + group + '234'], [999999, '999' + group + '999']]);
  const wrong = [...groups, mark].flatMap((group) => [[1234567, '1234' + group + '567'], [123456, '123' + group + '45' + group + '6'], [1234, '12' + group + '34'], ...(/\s/.test(group) ? [] : [[234, group + '234'], [234567, [group, '234', group, '567'].join('')]]), [1234567, ['1', '2345', '67'].join(group)], [1234, '1' + group + '23' + group + '4'],
    [1234, '1234' + group], ...(/\s/.test(group) ? [] : [[1234, '1' + group + group + '234']])].filter(([, text]) => !/^1234[\s.]$/.test(text) && text !== '1234' + mark));
  yield* pairs(tag, 'right', values([...right, [1234567.5, '1' + other + '234 567' + mark + '5'], [0.5, mark + '5'], [5, '5' + mark], [1.5, '1\u066b5'], [1.25, '١' + mark + '٢٥'], [12.5, '12' + mark + '50']]));
  yield* pairs(tag, 'wrong', values([...wrong, [1.5, '1' + other + '5'], [1.5, '1 5'], [0.5, other + '5'], [1234567, ['1', '234', '567'].join(mark)], [1234.567, ['1', '234', '567'].join(mark)], [1.234567, ['1', '234', '567'].join(mark)], [15, '1' + mark + '5'], [1.2345, '1' + mark + '2' + mark + '345'], [1.2345, '1' + mark + '2 345']]));
  const ofTwo = groups.flatMap((group) => [[1234567.5, ['12', '34', '567'].join(group) + mark + '5'], [123456, ['1', '23', '456'].join(group)]]);
  yield* pairs(tag, twos ? 'right' : 'wrong', values(ofTwo));
  yield* pairs(tag, 'wrong', values(groups.flatMap((group) => [[12345678, ['123', '45', '678'].join(group)], [123456, ['12', '34', '56'].join(group)], [1234, ['12', '34'].join(group)], [5672341, ['567', '234', '1'].join(group)], ...(/\s/.test(group) ? [] : [[34567, [group, '34', group, '567'].join('')]])])));
}

function* numbers() {
  const signs = {'-': -1, '−': -1, '–': -1, '- ': -1, '‑': -1, '₋': -1, '+': 1, '+ ': 1, '': 1, '－': -1};
  for (const [sign, factor] of Object.entries(signs)) {
    yield* pairs('en', 'right', [['3', 3], ['3.5', 3.5], ['1,000', 1000], ['1e2', 100], ['10^3', 1000], ['0', 0]].map(([text, value]) => [exact(factor * value), sign + text]));
    yield* pairs('en', 'wrong', [['3', 3], ['1e2', 100]].map(([text, value]) => [exact(-factor * value), sign + text]));
  }
  yield* pairs('en', 'wrong', ['--3', '+-3', '3-', '3 3', '-', '+', '.', '-.', '3...', '3x', 'x3', '3e', 'e3', '3 e2', '3e 2', '3e2.5', '3e--2', '3^2', '10^', '10^^2', '3x10', '3x10^', 'x10^2', '3xx10^2', '3x11^2', '3x100^2', '3x10^2x10^2', '3 %', '$3', '3 km', '³', '½', '1/2', '3!',
    '3e0002', '10^0002', '3x10^0002', '1e201', '1e-201', '10^201', '1x10^-201', '1e999', '#3', '0x3', '3e2e2'].flatMap((text) => [3, 300, 0.5, 0, 100, 1e201, 1e-201].map((value) => [exact(value), text])));
  for (const sign of [...signsOfTimes, '✕'].filter((each) => each !== '✕')) {
    yield* pairs('en', 'right', [['6.02' + sign + '10^23', 6.02e23], ['6.02 ' + sign + ' 10²³', 6.02e23], ['5.' + sign + '10^2', 500], ['5. ' + sign + ' 10^2', 500], ['5. ' + sign + '10^2', 500], ['5.' + sign + ' 10^2', 500], ['5 ' + sign + ' 10^-2', 0.05], ['5' + sign + ' 10⁻²', 0.05], ['5' + sign + '10^+2', 500]].map(([text, value]) => [exact(value), text]));
  }
  for (const power of [-200, -199, -10, -1, 0, 1, 9, 10, 99, 100, 199, 200]) {
    const value = Number('3e' + power);
    yield* pairs('en', 'right', ['3e' + power, '3E' + power, '3x10^' + power, '3 × 10^' + power].map((text) => [exact(value), text]));
    yield* pairs('en', 'right', [[exact(Number('1e' + power)), '10^' + power]]);
  }
  for (const count of [1, 15, 16, 17, 20, 39, 40, 41, 60]) {
    const text = '9'.repeat(count);
    const verdict = count <= 40 ? 'right' : 'wrong';
    yield* pairs('en', verdict, [[exact(Number(text)), text], [exact(Number('0.' + text)), '.' + text], [exact(Number(text)), text + '.'], [exact(Number('9.' + text.slice(1))), '9.' + text.slice(1)]].filter(([, given]) => given.length > 2 || count > 1));
    yield* pairs('en', verdict, [[exact(0), '0'.repeat(count)]]);
  }
  const ranges = [[3.4, 3.6], [-2, 2], [0, 0.1], [-5, -3], [1000, 2000], [1e-7, 1e-6], [0.1, 0.3]];
  for (const [low, high] of ranges) {
    const wide = high - low;
    const form = (value) => { const [digitsOf, e] = value.toExponential(15).split('e'); return digitsOf + 'e' + Number(e); };
    const shown = (value) => (Math.abs(value) < 1e-5 ? form(value) : String(value));
    yield* pairs('en', 'right', [[range(low, high), shown(low)], [range(low, high), shown(high)], [range(low, high), shown(low + wide / 2)]]);
    yield* pairs('en', 'wrong', [[range(low, high), shown(low - wide / 1000)], [range(low, high), shown(high + wide / 1000)], [range(low, high), low + '..' + high], [range(low, high), 'x']]);
  }
  // A single number may be met by its own words too, a range by none.
  yield* pairs('en', 'right', [[exact(1917, 'nineteen seventeen'), 'Nineteen seventeen.'], [exact(1917, '1917 AD'), '1917 ad'], [exact(1917, '1917 AD'), '1,917'], [exact(0.5, '½'), '0.5'], [exact(0.5, '½'), '1/2'], [{text: 'five', low: 9, high: 1}, 'five']]);
  yield* pairs('en', 'wrong', [[{text: 'five', low: 4, high: 6}, 'five'], [exact(1917, '1917 AD'), '1918'], [{text: 'five', low: 9, high: 1}, '5'], [{text: '5'}, '5.0'], [{text: '5'}, '05']]);
  yield* pairs('en', 'right', [[exact(12.5), '"12.5"'], [exact(12.5), '12.5.'], [exact(12), '12..'], [exact(-3), '(-3)'.slice(1, 3)], [exact(1e5), '１ｅ５'], [exact(12), '1\u200b2']]);
}

// styles: {tag, mark, twos} of languages, by a judge.
export function* enumerated(styles) {
  const point = ['en-u-rg-dezzzz', 'de-Latn-CH', 'DE-ch', 'de-CH-1996', 'de-1996-CH', 'de-1a-ch', 'zh-Hant-TW', 'zh-yue-HK', 'es-419', 'ES-mx', 'iw', 'dv', 'en-001', 'en-GB-x-de'];
  const comma = ['de-x-ch', 'de-u-rg-chzzzz', 'en-1a-za', 'en-Latn-ZA', 'fr-CH', 'es', 'es-ES', 'de-41', 'qq', 'x-en', 'x-own', '', 'constructor', '__proto__'];
  // Of these Node's CLDR does not speak, or not always.
  point.push(...'ckb ks mi qu sd tl to ug yi'.split(' '));
  comma.push('qu-BO');
  const own = [...point.map((tag) => ({tag, mark: '.'})), ...comma.map((tag) => ({tag, mark: ','})), ...['EN-in', 'en-BD', 'en-LK', 'en-NP', 'en-PK'].map((tag) => ({tag, mark: '.', twos: true})), {tag: 'hi-Latn', mark: '.', twos: true}];
  for (const part of [shares, choices, weights, arrangements, forms, borders, signsForSigns, signsForNothing, quotes, formulas, letters, numbers]) {
    yield* part();
  }
  for (const style of [...styles, ...own]) {
    yield* numbersOf(style);
  }
  for (const tag of ['en', 'de', 'hi', 'en-IN', 'de-CH', 'fr-CH', 'es-MX']) {
    yield* groupsOf(styles.find((style) => style.tag === tag));
  }
}
