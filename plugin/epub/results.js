// "My results": what was answered in the whole book and what it earned, from what the pages kept; and where the script begins.

// "Answered: 3 of 5. Score: 2.5 of 5." records: by question id, what quizView keeps.
function summaryOf(quiz, records, data) {
  var answered = quiz.questions.filter(function (question) { return records[question.id]; }).length;
  var totals = totalsOf(quiz, records);
  var text = fillIn(data.words.answered, answered, quiz.questions.length);
  return data.edition === 'test' || totals.most === 0 ? text : text + ' · ' + scoreOf(totals, data);
}

// A sign for each question: ○ open, ● answered, and once checked what it is.
function progressOf(quiz, records) {
  var signs = {right: '✓', partly: '(✓)', wrong: '✗'};
  return quiz.questions.map(function (question) {
    var record = records[question.id];
    return record ? signs[record.checked && record.verdict] || '●' : '○';
  }).join(' ');
}

// Marks of what the book can mark by itself.
function totalsOf(quiz, records) {
  var totals = {earned: 0, most: 0};
  quiz.questions.forEach(function (question) {
    var record = records[question.id];
    if (question.kind !== 'write') {
      totals.most += question.marks;
      totals.earned += record && record.checked ? Number(record.marks) || 0 : 0;
    }
  });
  return totals;
}

function scoreOf(totals, data) {
  function tidy(number) {
    return inWords(Math.round(number * 100) / 100, data.language);
  }
  return fillIn(data.words.score, tidy(totals.earned), tidy(totals.most));
}

function resultRow(quiz, data, store) {
  var row = make('li', 'hb-result');
  var link = make('a', '', quiz.chapter + ': ' + quiz.title);
  link.href = quiz.href;
  row.appendChild(link);
  row.appendChild(make('br'));
  row.appendChild(document.createTextNode(summaryOf(quiz, store.records(quiz.id), data)));
  return row;
}

function newPupil(place, data, store, changed) {
  var warning = region();
  var element = discloser(data.words.new_pupil, warning, warning, function (place) {
    place.appendChild(make('p', '', data.words.new_pupil_warning));
    place.appendChild(button(data.words.erase, function () {
      store.erase();
      element.setAttribute('aria-expanded', 'false');
      say(warning);
      focusOn(element);
      changed();
    }));
  });
  place.appendChild(element);
  place.appendChild(warning);
}

function resultsView(place, data, store) {
  var rows = make('ul', 'hb-results');
  var total = region();

  function show() {
    var sum = {earned: 0, most: 0};
    clear(rows);
    data.quizzes.forEach(function (quiz) {
      var totals = totalsOf(quiz, store.records(quiz.id));
      sum.earned += totals.earned;
      sum.most += totals.most;
      rows.appendChild(resultRow(quiz, data, store));
    });
    say(total, data.edition !== 'test' && sum.most > 0 && function (place) { place.appendChild(make('p', 'hb-score', scoreOf(sum, data))); });
  }

  if (place.getAttribute('data-hornbook') === 'on') {
    return;
  }
  place.setAttribute('data-hornbook', 'on');
  clear(place);
  if (!store.works) {
    place.appendChild(make('p', '', data.words.results_not_kept));
    return;
  }
  show();
  place.appendChild(rows);
  place.appendChild(total);
  newPupil(place, data, store, show);
  store.onChange(show);
}

function begin() {
  var block = document.getElementById('hornbook-quiz-data');
  var results = document.getElementById('hornbook-results');
  var data = null;
  try {
    data = JSON.parse(block.textContent);
  } catch (missing) {
    return;
  }
  var store = openStore(data);
  if (results) {
    resultsView(results, data, store);
  } else {
    data.quizzes.forEach(function (quiz) { quizView(quiz, data, store); });
  }
}

if (document.readyState === 'loading') {
  listen(window, 'DOMContentLoaded', begin);  // Readium holds the event back and tells the window alone
} else {
  begin();
}
