// Grading: what an answer earns. The rule stands in plugin/quiz-data.schema.json, at `marks` and `accepted`; tests/grading holds cases, and
// a test compares this with the builder and with KOReader's plugin. ECMAScript 5 and nothing of the browser, so that the oldest reader and
// the tests run the same lines.

// How languages write numbers: the table of builder/base/number_style.cpp.
var withPoint = ('am ar as bn ckb cy dv en fa fil ga gd gu ha he hi ig iw ja km kn ko ks mg mi ml mn mr ms mt my ne om or pa qu sd si sn so sw ta' +
    ' te th ti tl to ug ur xh yi yo yue zh zu de-ch de-li es-419 es-br es-bz es-cu es-do es-gt es-hn es-mx es-ni es-pa es-pe es-pr es-sv' +
    ' es-us it-ch').split(' ');
var withComma = ('ar-dz ar-lb ar-ly ar-ma ar-mr ar-tn en-at en-be en-cz en-de en-dk en-ee en-es en-fi en-fr en-ge en-hu en-id en-it en-lt' +
    ' en-lv en-nl en-no en-pl en-pt en-ro en-se en-si en-sk en-ua en-za ms-bn ms-id qu-bo sw-cd').split(' ');
var withGroupsOfTwo = 'as bn gu hi kn ml mr ne or pa si ta te ur en-bd en-in en-lk en-np en-pk'.split(' ');

function firstSubtag(language) {
  return language.split('-')[0].toLowerCase();
}

// "zh-Hant-TW" -> "zh-tw"; without a region the language alone.
function withRegion(language) {
  var subtags = language.toLowerCase().split('-');
  for (var i = 1; i < subtags.length && subtags[i].length > 1; ++i) {
    if (subtags[i].length === 2 || /^\d{3}$/.test(subtags[i])) {
      return subtags[0] + '-' + subtags[i];
    }
  }
  return subtags[0];
}

function decimalMark(language) {
  var tag = withRegion(language);
  var alone = firstSubtag(language);
  return withPoint.indexOf(tag) >= 0 || (withPoint.indexOf(alone) >= 0 && withComma.indexOf(tag) < 0) ? '.' : ',';
}

function hasGroupsOfTwo(language) {
  return withGroupsOfTwo.indexOf(withRegion(language)) >= 0 || withGroupsOfTwo.indexOf(firstSubtag(language)) >= 0;
}

// Unicode's White_Space, which `\s` of old engines is not.
var space = '[\\u0009-\\u000d \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
var runOfSpace = new RegExp(space + '+', 'g');
var onlySpace = new RegExp('^' + space + '*$');

// The zeros of scripts that have digits of their own; nine digits follow each.
var zeros = [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x1090,
  0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0];

function asciiDigits(text) {
  return text.replace(/[\u0660-\uabf9]/g, function (sign) {
    var code = sign.charCodeAt(0);
    for (var i = 0; i < zeros.length; ++i) {
      if (code >= zeros[i] && code <= zeros[i] + 9) {
        return String(code - zeros[i]);
      }
    }
    return sign;
  });
}

function tidy(text) {
  return text.replace(runOfSpace, ' ').replace(/^ | $/g, '');
}

// A vowel point may itself be the answer: where nothing else would be left, all stay.
function withoutPoints(text) {
  var rest = text.replace(/[\u0640\u064b-\u0652\u0670\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/g, '');
  return onlySpace.test(rest) ? text : rest;
}

// So may a full stop.
function withoutFullStop(text) {
  return text.length > 1 ? tidy(text.replace(/[.\u3002\uff61\u0964\u06d4]$/, '')) : text;
}

// So may quotation marks or apostrophes around the whole, which hold no others of their kind.
function withoutQuotes(text) {
  var inside = /^"([^"]+)"$/.exec(text) || /^'([^']+)'$/.exec(text);
  return inside && tidy(inside[1]) !== '' ? withoutFullStop(tidy(inside[1])) : text;
}

// Fractions in the order of Unicode: U+00BC to U+00BE, then U+2150 to U+215E.
var fractions = '1/4 1/2 3/4 1/7 1/9 1/10 1/3 2/3 1/5 2/5 3/5 4/5 1/6 5/6 1/8 3/8 5/8 7/8'.split(' ');
// Raised digits and signs, each at the place of the one it stands for.
var raised = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207a\u207b\u207c\u207d\u207e\u207f\u2071';

// Scripts and fractions as one types them: a raised 2 is ^2, 3 and a half 3 1/2.
function typed(text) {
  return text.replace(/[\u2070\u2071\u00b9\u00b2\u00b3\u2074-\u207f]+/g, function (run) {
               return '^' + run.replace(/./g, function (sign) { return '0123456789+-=()ni'.charAt(raised.indexOf(sign)); });
             })
             .replace(/(\d?)([\u00bc-\u00be\u2150-\u215e])/g, function (whole, digit, sign) {
               var code = sign.charCodeAt(0);
               return digit + (digit ? ' ' : '') + fractions[code < 0xbf ? code - 0xbc : code - 0x2150 + 3];
             });
}

// Ca^2+ is Ca2+, a + b is a+b, 5 % is 5%; between numbers or brackets every sign of multiplication is x (the last two are Cyrillic).
function arithmetic(text) {
  var product = /([\d)]) ?[\u00d7*\u00b7\u22c5\u2219xX\u0445\u0425] ?(?=[\d(])/g;
  return text.replace(/\^(\d*[+\-])(?=[ )]|$)/g, '$1')
             .replace(/ ?([=+\-<>\/\u00d7\u00f7\u00b1\u2192\u2248\u2260\u2264\u2265]) ?/g, '$1')
             .replace(/ ([%\u2030\u00b0])/g, '$1')
             .replace(product, '$1x');
}

function lowerCase(text, language) {
  var tag = firstSubtag(language);
  var dotted = tag === 'tr' || tag === 'az';
  text = text.replace(/\u0130/g, 'i');
  text = dotted ? text.replace(/I/g, '\u0131') : text.replace(/\u0131/g, 'i');
  text = text.toLowerCase().replace(/\u00df/g, 'ss').replace(/\u03c2/g, '\u03c3');
  return tag === 'ru' ? text.replace(/\u0451/g, '\u0435') : text;
}

// A text in the form in which two are compared.
function fold(text, language) {
  text = String(text);
  text = text.normalize ? text.normalize('NFC') : text;
  text = text.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
             .replace(/[\uff01-\uff5e]/g, function (c) { return String.fromCharCode(c.charCodeAt(0) - 0xfee0); })
             .replace(/[\u2080-\u208e]/g, function (c) { return '0123456789+-=()'.charAt(c.charCodeAt(0) - 0x2080); })
             .replace(/[\u2018-\u201b\u2039\u203a\u02b9\u02bc\u2032`\u00b4\u05f3\u3008\u3009]/g, '\'')
             .replace(/[\u201c-\u201f\u300a-\u300f\u00ab\u00bb\u2033\u05f4\uff62\uff63]/g, '"')
             .replace(/[\u2010-\u2015\u2212\ufe63\u05be]/g, '-')
             .replace(/[\u2044\u2215]/g, '/');
  text = arithmetic(tidy(typed(withoutPoints(asciiDigits(text)))));
  return lowerCase(withoutQuotes(withoutFullStop(text)), language);
}

// In ASCII: `x` for all signs of multiplication (the last is Cyrillic), the language's own mark for the Arabic one.
function numberSigns(text, mark) {
  return text.replace(/[\u00d7*\u00b7\u22c5\u0445]/g, 'x').replace(/\u066b/g, mark).replace(/\u066c/g, ' ');
}

// The number a folded text is, or NaN: "40,000" in English, "1,5" in German, "6.02 x 10^23", "1e5", "- 3".
function readNumber(text, language) {
  var mark = decimalMark(language);
  var group = mark === ',' ? '[ \'.]' : '[ \',]';
  var twos = hasGroupsOfTwo(language) ? '\\d{1,2}(?:' + group + '\\d{2})*' + group + '\\d{3}|' : '';
  var whole = '(' + twos + '\\d{1,3}(?:' + group + '\\d{3})+|\\d*)';
  var power = '[+\\-]?\\d{1,3}';
  var form = new RegExp('^([+\\-]?) ?(?:' + whole + '(?:[' + mark + '](\\d*))?(?:e(' + power + ')| ?x ?10\\^(' + power + '))?|10\\^(' + power + '))$');
  var parts = form.exec(numberSigns(text, mark));
  if (!parts) {
    return NaN;
  }
  var tens = parts[4] || parts[5] || parts[6] || '0';
  var digits = parts[6] ? '1' : (parts[2] || '').replace(/\D/g, '');
  var fraction = parts[3] || '';
  var isNumber = digits + fraction !== '' && (digits + fraction).length <= 40 && Math.abs(Number(tens)) <= 200;
  return isNumber ? parseFloat((parts[1] === '-' ? '-' : '') + digits + '.' + fraction + 'e' + tens) : NaN;
}

function matches(accepted, text, language) {
  var number = accepted.low === undefined ? NaN : readNumber(text, language);
  if (number >= accepted.low && number <= accepted.high) {
    return true;
  }
  return !(accepted.low < accepted.high) && fold(accepted.text, language) === text;
}

function creditOf(answer, usual) {
  return answer.credit === undefined ? usual : answer.credit;
}

// What an answer meets of what the author foresaw, the one of most credit; or null. One without credit is a wrong answer foreseen.
function acceptedFor(blank, answer, language) {
  var text = fold(answer || '', language);
  var best = null;
  blank.accepted.forEach(function (accepted) {
    if (text !== '' && matches(accepted, text, language) && (!best || creditOf(accepted, 1) > creditOf(best, 1))) {
      best = accepted;
    }
  });
  return best;
}

function isAccepted(accepted) {
  return accepted !== null && creditOf(accepted, 1) > 0;
}

// What an answer earns is counted in whole numbers, {earned, all}, so that no order of additions and no residue of one matters.
var creditUnits = 1e7;  // an author's weight has seven decimals at most

function inUnits(credit) {
  return Math.floor(credit * creditUnits + 0.5);
}

function between(low, value, high) {
  return Math.max(low, Math.min(value, high));
}

function gradeChoice(question, language, answer) {
  var earned = 0;
  question.choices.forEach(function (choice) {
    earned += choice.id === answer ? inUnits(creditOf(choice, choice.right ? 1 : 0)) : 0;
  });
  return {earned: earned, all: creditUnits};
}

function gradeChoices(question, language, answer) {
  var shares = Math.max(1, question.choices.filter(function (choice) { return choice.right; }).length);  // each right choice is one
  var earned = 0;
  question.choices.forEach(function (choice) {
    if (answer.indexOf(choice.id) >= 0) {
      earned += choice.credit === undefined ? (choice.right ? creditUnits : -creditUnits) : inUnits(choice.credit) * shares;
    }
  });
  return {earned: earned, all: creditUnits * shares};
}

function gradeFill(question, language, answer) {
  var earned = 0;
  question.blanks.forEach(function (blank, i) {
    var accepted = acceptedFor(blank, answer[i], language);
    earned += accepted ? between(0, inUnits(creditOf(accepted, 1)), creditUnits) : 0;
  });
  return {earned: earned, all: creditUnits * question.blanks.length};
}

function gradeMatch(question, language, answer) {
  return {earned: question.lefts.filter(function (left, i) { return left.right === answer[i]; }).length, all: question.lefts.length};
}

// Steps from one item to the next in the longest sequence that is right, of all steps.
function gradeArrange(question, language, answer) {
  var positions = [];
  answer.forEach(function (id) {
    question.items.forEach(function (item) {
      if (item.id === id) {
        positions.push(item.position);
      }
    });
  });
  var longest = 1;
  var lengths = [];
  positions.forEach(function (position, i) {
    lengths[i] = 1;
    for (var k = 0; k < i; ++k) {
      lengths[i] = positions[k] < position ? Math.max(lengths[i], lengths[k] + 1) : lengths[i];
    }
    longest = Math.max(longest, lengths[i]);
  });
  return {earned: longest - 1, all: question.items.length - 1};
}

var graders = {
  'choose-one': gradeChoice,
  'true-false': gradeChoice,
  'choose-all': gradeChoices,
  'fill': gradeFill,
  'match': gradeMatch,
  'arrange': gradeArrange
};

// Three weights of 33.333 % are the whole: what lies within half a ten-thousandth of it, or of nothing, is it.
function settled(share) {
  var earned = between(0, share.earned, share.all);
  var isNothing = earned * 20000 < share.all;
  var isWhole = (share.all - earned) * 20000 <= share.all;
  return {earned: isNothing ? 0 : isWhole ? share.all : earned, all: share.all};
}

// In hundredths; a half of one counts as one.
function marksFor(share, marks) {
  var product = Math.floor(marks * 100 + 0.5 + 1e-6) * share.earned;
  var rest = product % share.all;
  return ((product - rest) / share.all + (2 * rest >= share.all ? 1 : 0)) / 100;
}

// {marks, verdict}; verdict: right, partly, wrong, or unmarked for what a person marks.
function grade(question, language, answer) {
  if (question.kind === 'write') {
    return {marks: 0, verdict: 'unmarked'};
  }
  var share = settled(graders[question.kind](question, language, answer));
  return {
    marks: marksFor(share, question.marks),
    verdict: share.earned === share.all ? 'right' : share.earned === 0 ? 'wrong' : 'partly'
  };
}

// Whether a pupil gave any answer at all.
function isAnswered(answer) {
  if (Array.isArray(answer)) {
    return answer.some(function (part) { return part !== null && !onlySpace.test(String(part)); });
  }
  return answer !== null && answer !== undefined && !onlySpace.test(answer);
}
