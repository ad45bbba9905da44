// Grading: what an answer earns. The rule stands in plugin/quiz-data.schema.json, at `marks` and `accepted`; tests/grading holds cases.
// ECMAScript 5 and nothing of the browser, so that the oldest reader and the tests run the same lines.

var pointLanguages = ['en', 'zh', 'ja', 'ko', 'he', 'hi', 'th', 'ar', 'ms'];  // as in builder/reading/questions/numbers.cpp

function firstSubtag(language) {
  return language.split('-')[0].toLowerCase();
}

function decimalMark(language) {
  var tag = firstSubtag(language);
  return language === 'de-CH' || pointLanguages.indexOf(tag) >= 0 ? '.' : ',';
}

// Leaves `text` alone where nothing else would be left: a full stop may itself be the answer.
function without(text, pattern) {
  var rest = text.replace(pattern, '').trim();
  return rest === '' ? text : rest;
}

function asciiDigits(text) {
  return text.replace(/[\u0660-\u0669]/g, function (c) { return String(c.charCodeAt(0) - 0x660); })
      .replace(/[\u06f0-\u06f9]/g, function (c) { return String(c.charCodeAt(0) - 0x6f0); })
      .replace(/[\u0966-\u096f]/g, function (c) { return String(c.charCodeAt(0) - 0x966); });
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
             .replace(/[\u2018\u2019\u201b\u02b9\u02bc\u2032`\u00b4\u05f3]/g, '\'')
             .replace(/[\u201c-\u201f\u2033\u05f4]/g, '"')
             .replace(/[\u2010-\u2015\u2212\ufe63\u05be]/g, '-')
             .replace(/\s+/g, ' ')
             .trim();
  text = without(asciiDigits(text), /[\u0640\u064b-\u0652\u0670\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/g);
  return lowerCase(without(text, /[.\u3002\uff61\u0964\u06d4]$/), language);
}

// The number a folded text is, or NaN.
function readNumber(text, language) {
  var comma = decimalMark(language) === ',';
  var form = comma ? /^([+\-]?)(\d{1,3}(?:[ '.\u066c]\d{3})+|\d*)(?:[,\u066b](\d*))?$/ : /^([+\-]?)(\d{1,3}(?:[ ',\u066c]\d{3})+|\d*)(?:[.\u066b](\d*))?$/;
  var parts = form.exec(text);
  var digits = parts ? parts[2].replace(/\D/g, '') + '.' + (parts[3] || '') : '.';
  return digits === '.' ? NaN : parseFloat((parts[1] === '-' ? '-' : '') + digits);
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

function between(low, value, high) {
  return Math.max(low, Math.min(value, high));
}

function gradeChoice(question, language, answer) {
  var share = 0;
  question.choices.forEach(function (choice) {
    share += choice.id === answer ? creditOf(choice, choice.right ? 1 : 0) : 0;
  });
  return share;
}

function gradeChoices(question, language, answer) {
  var rights = question.choices.filter(function (choice) { return choice.right; }).length;
  var share = 0;
  question.choices.forEach(function (choice) {
    if (answer.indexOf(choice.id) >= 0) {
      share += creditOf(choice, (choice.right ? 1 : -1) / Math.max(1, rights));
    }
  });
  return share;
}

function gradeFill(question, language, answer) {
  var sum = 0;
  question.blanks.forEach(function (blank, i) {
    var accepted = acceptedFor(blank, answer[i], language);
    sum += accepted ? between(0, creditOf(accepted, 1), 1) : 0;
  });
  return sum / question.blanks.length;
}

function gradeMatch(question, language, answer) {
  return question.lefts.filter(function (left, i) { return left.right === answer[i]; }).length / question.lefts.length;
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
  return (longest - 1) / (question.items.length - 1);
}

var graders = {
  'choose-one': gradeChoice,
  'true-false': gradeChoice,
  'choose-all': gradeChoices,
  'fill': gradeFill,
  'match': gradeMatch,
  'arrange': gradeArrange
};

// {marks, verdict}; verdict: right, partly, wrong, or unmarked for what a person marks.
function grade(question, language, answer) {
  if (question.kind === 'write') {
    return {marks: 0, verdict: 'unmarked'};
  }
  var share = between(0, graders[question.kind](question, language, answer), 1);
  share = Math.round(share * 1e4) / 1e4;  // three credits of 33.333 % are the whole
  return {
    marks: Math.floor(question.marks * share * 100 + 0.5 + 1e-6) / 100,
    verdict: share === 1 ? 'right' : share === 0 ? 'wrong' : 'partly'
  };
}
