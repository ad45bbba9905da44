// Grading: what an answer earns. The rule stands in plugin/grading/README.md, its data beside it: they stand before this script as
// `languageData` and `signData`. A test compares this with the builder and with KOReader's plugin. ECMAScript 5 and nothing of the browser,
// so that the oldest reader and the tests run the same lines.

function firstSubtag(language) {
  return language.split('-')[0].toLowerCase();
}

// "zh-Hant-TW" -> "zh-tw"; without a region the language alone.
function withRegion(language) {
  var subtags = language.toLowerCase().split('-');
  for (var i = 1; i < subtags.length && subtags[i].length > 1; ++i) {
    if (/^([a-z]{2}|\d{3})$/.test(subtags[i])) {
      return subtags[0] + '-' + subtags[i];
    }
  }
  return subtags[0];
}

// What a language has as its own: with its region before it alone.
function ofLanguage(language, key) {
  var row = languageData.languages[withRegion(language)] || {};
  return row[key] === undefined ? (languageData.languages[firstSubtag(language)] || {})[key] : row[key];
}

function decimalMark(language) {
  return ofLanguage(language, 'decimal_mark') || ',';
}

function hasGroupsOfTwo(language) {
  return ofLanguage(language, 'groups_of_two') === true;
}

// "AD 200B-200F" as it stands between the brackets of a pattern.
function inPattern(ranges) {
  return ranges.replace(/[0-9A-F]+/g, function (code) { return '\\u' + ('000' + code).slice(-4); }).replace(/ /g, '');
}

function eachSign(ranges, act) {
  ranges.split(' ').forEach(function (range) {
    var ends = range.split('-');
    for (var code = parseInt(ends[0], 16), i = 0; code <= parseInt(ends[ends.length - 1], 16); ++code, ++i) {
      act(String.fromCharCode(code), i);
    }
  });
}

// {"'": "60 B4"} as {'\u0060': "'", '\u00b4': "'"}.
function bySign(classes) {
  var map = {};
  Object.keys(classes).forEach(function (one) {
    eachSign(classes[one], function (sign) { map[sign] = one; });
  });
  return map;
}

function replaced(text, map) {
  return text.replace(/[\s\S]/g, function (sign) { return map[sign] === undefined ? sign : map[sign]; });
}

// What each sign stands for by itself.
var plainSigns = bySign(signData.alike);
eachSign(signData.spaces, function (sign) { plainSigns[sign] = ' '; });
eachSign(signData.dropped, function (sign) { plainSigns[sign] = ''; });
signData.zeros.split(' ').forEach(function (zero) {
  for (var i = 0; i < 10; ++i) {
    plainSigns[String.fromCharCode(parseInt(zero, 16) + i)] = String(i);
  }
});
eachSign(signData.full_width, function (sign, i) {
  var narrow = String.fromCharCode(0x21 + i);
  plainSigns[sign] = plainSigns[narrow] || narrow;
});

var fractions = bySign(signData.fractions);
var raised = bySign(signData.raised);
var letters = bySign(signData.letters);
var points = new RegExp('[' + inPattern(signData.points) + ']', 'g');
var onlySpace = new RegExp('^[' + inPattern(signData.spaces) + ']*$');
var runOfRaised = new RegExp('[' + Object.keys(raised).join('') + ']+', 'g');
var fractionSign = new RegExp('[' + Object.keys(fractions).join('') + ']', 'g');
var closeToBoth = new RegExp(' ?([' + inPattern(signData.close_to_both) + ']) ?', 'g');
var closeToTheLeft = new RegExp(' ([' + inPattern(signData.close_to_the_left) + '])', 'g');
var times = '[' + inPattern(signData.times) + ']';
var product = new RegExp('([\\d)]) ?' + times + ' ?(?=[\\d(])', 'g');
var fullStop = new RegExp('[' + inPattern(signData.full_stops) + ']$');

// One space for a run of them, none at the ends.
function tidy(text) {
  return text.replace(/ +/g, ' ').replace(/^ | $/g, '');
}

// A vowel point may itself be the answer: where nothing else would be left, all stay.
function withoutPoints(text) {
  var rest = text.replace(points, '');
  return /^ *$/.test(rest) ? text : rest;
}

// So may a full stop.
function withoutFullStop(text) {
  return text.length > 1 ? tidy(text.replace(fullStop, '')) : text;
}

// So may quotation marks or apostrophes around the whole, which hold no others of their kind.
function withoutQuotes(text) {
  var inside = /^"([^"]+)"$/.exec(text) || /^'([^']+)'$/.exec(text);
  return inside && tidy(inside[1]) !== '' ? withoutFullStop(tidy(inside[1])) : text;
}

// Scripts and fractions as one types them: a raised 2 is ^2, 3 and a half 3 1/2.
function typed(text) {
  return text.replace(runOfRaised, function (run) { return '^' + replaced(run, raised); })
             .replace(fractionSign, function (sign, at, whole) {
               var before = whole.charAt(at - 1);
               return (/\d/.test(before) || fractions[before] ? ' ' : '') + fractions[sign];
             });
}

// Ca^2+ is Ca2+, a + b is a+b, 5 % is 5%; between numbers or brackets every sign of multiplication is x.
function arithmetic(text) {
  return text.replace(/\^(\d*[+\-])(?=[ )]|$)/g, '$1').replace(closeToBoth, '$1').replace(closeToTheLeft, '$1').replace(product, '$1x');
}

function lowerCase(text, language) {
  text = text.replace(/\u0130/g, 'i');
  text = ofLanguage(language, 'dotted_i') ? text.replace(/I/g, '\u0131') : text.replace(/\u0131/g, 'i');
  return replaced(replaced(text.toLowerCase(), letters), bySign(ofLanguage(language, 'letters') || {}));
}

// A text in the form in which two are compared.
function fold(text, language) {
  text = String(text);
  text = text.normalize ? text.normalize('NFC') : text;
  text = arithmetic(tidy(typed(withoutPoints(replaced(text, plainSigns)))));
  return lowerCase(withoutQuotes(withoutFullStop(text)), language);
}

// In ASCII: `x` for all signs of multiplication, the language's own mark for the Arabic one.
function numberSigns(text, mark) {
  return text.replace(new RegExp(times, 'g'), 'x').replace(/\u066b/g, mark).replace(/\u066c/g, ' ');
}

// The number a folded text is, or NaN: "40,000" in English, "1,5" in German, "6.02 x 10^23", "1e5".
function readNumber(text, language) {
  var mark = decimalMark(language);
  var group = mark === ',' ? '[ \'.]' : '[ \',]';
  var twos = hasGroupsOfTwo(language) ? '\\d{1,2}(?:' + group + '\\d{2})+' + group + '\\d{3}|' : '';
  var whole = '(' + twos + '\\d{1,3}(?:' + group + '\\d{3})+|\\d*)';
  var power = '[+\\-]?\\d{1,3}';
  var form = new RegExp('^([+\\-]?)(?:' + whole + '(?:[' + mark + '](\\d*))?(?:e(' + power + ')| ?x ?10\\^(' + power + '))?|10\\^(' + power + '))$');
  var parts = form.exec(numberSigns(text, mark));
  if (!parts) {
    return NaN;
  }
  var tens = parts[4] || parts[5] || parts[6] || '0';
  var digits = parts[6] ? '1' : (parts[2] || '').replace(/\D/g, '');
  var fraction = parts[3] || '';
  var isNumber = (digits + fraction).length <= 40 && Math.abs(Number(tens)) <= 200;
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
  var text = typeof answer === 'string' ? fold(answer, language) : '';
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

// What is of another form than the question's answers is none.
function listOf(answer) {
  return Array.isArray(answer) ? answer : [];
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
    if (listOf(answer).indexOf(choice.id) >= 0) {
      earned += choice.credit === undefined ? (choice.right ? creditUnits : -creditUnits) : inUnits(choice.credit) * shares;
    }
  });
  return {earned: earned, all: creditUnits * shares};
}

function gradeFill(question, language, answer) {
  var earned = 0;
  question.blanks.forEach(function (blank, i) {
    var accepted = acceptedFor(blank, listOf(answer)[i], language);
    earned += accepted ? between(0, inUnits(creditOf(accepted, 1)), creditUnits) : 0;
  });
  return {earned: earned, all: creditUnits * Math.max(1, question.blanks.length)};
}

function gradeMatch(question, language, answer) {
  var pairs = question.lefts.filter(function (left, i) { return left.right === listOf(answer)[i]; });
  return {earned: pairs.length, all: Math.max(1, question.lefts.length)};
}

// Steps from one item to the next in the longest sequence that is right, of all steps.
function gradeArrange(question, language, answer) {
  var positions = [];
  listOf(answer).forEach(function (id) {
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
  return {earned: longest - 1, all: Math.max(1, question.items.length - 1)};
}

var graders = {
  'choose-one': gradeChoice,
  'true-false': gradeChoice,
  'choose-all': gradeChoices,
  'fill': gradeFill,
  'match': gradeMatch,
  'arrange': gradeArrange
};

// Three weights of 33.333 % are the whole: what lies within half a ten-thousandth of it, or of nothing, is it, and so is what lies beyond.
function settled(share) {
  var isNothing = share.earned * 20000 < share.all;
  var isWhole = (share.all - share.earned) * 20000 <= share.all;
  return {earned: isNothing ? 0 : isWhole ? share.all : share.earned, all: share.all};
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
