// The quizzes of a page come alive: answer, check, try again, hint, answer, score. What each needs stands in the page as JSON;
// where anything is missing there, the static question stays as it is. In the test edition answers are entered, nothing else.

// 1.5 as the book's language writes it.
function inWords(number, language) {
  return String(number).replace('.', decimalMark(language));
}

function paragraphs(place, text) {
  (text || '').split('\n').forEach(function (line) {
    if (line) {
      place.appendChild(make('p', '', line));
    }
  });
}

function shownAccepted(accepted, words) {
  var ends = accepted.text.split('..');
  return accepted.low < accepted.high && ends.length === 2 ? fillIn(words.range_to, ends[0].trim(), ends[1].trim()) : accepted.text;
}

// What is right, row by row, as the answers page says it: {add(place), feedback}.
var keyRows = {
  choices: function (question, control) {
    var rows = question.choices.map(function (choice, i) {
      return choice.right && {add: function (place) { addItem(place, letter(i) + '. ', control.places()[i]); }};
    });
    return rows.filter(Boolean);
  },
  blanks: function (question, control, words) {
    return question.blanks.map(function (blank) {
      var all = blank.accepted.filter(isAccepted).map(function (accepted) { return shownAccepted(accepted, words); });
      var others = all.length > 1 ? ' – ' + fillIn(words.also_accepted, all.slice(1).join(words.list_comma)) : '';
      return {
        add: function (place) { place.appendChild(document.createTextNode(all[0] + others)); },
        feedback: blank.accepted.filter(isAccepted).map(function (accepted) { return accepted.feedback || ''; }).join('\n')
      };
    });
  },
  lefts: function (question, control) {
    return question.lefts.map(function (left, i) {
      return {
        add: function (place) {
          addItem(place, '', control.places()[i]);
          addItem(place, ' — ' + letter(left.right) + '. ', control.partners[left.right]);
        },
        feedback: left.feedback
      };
    });
  },
  items: function (question, control) {
    var order = question.items.map(function (item, i) { return i; });
    order.sort(function (a, b) { return question.items[a].position - question.items[b].position; });
    return order.map(function (i) {
      return {add: function (place) { addItem(place, '', control.places()[i]); }, feedback: question.items[i].feedback};
    });
  }
};

function addItem(place, before, item) {
  place.appendChild(document.createTextNode(before));
  addCopy(item, place);
}

function showKey(place, question, control, words) {
  var part = Object.keys(keyRows).filter(function (name) { return question[name]; })[0];
  if (part) {
    var rows = keyRows[part](question, control, words);
    var list = make(rows.length === 1 || part === 'choices' ? 'ul' : 'ol', 'key');
    rows.forEach(function (row) {
      var item = make('li');
      row.add(item);
      paragraphs(item, row.feedback);
      list.appendChild(item);
    });
    place.appendChild(make('p', 'label', part === 'items' ? words.right_order : rows.length === 1 ? words.right_answer : words.right_answers));
    place.appendChild(list);
  }
  paragraphs(place, question.feedback);
  if (question.key) {
    place.appendChild(make('p', 'label', words.model_answer));
    paragraphs(place, question.key);
  }
}

// The author's words on what was answered; on partners and orders they would tell what is right, so only where it is.
function feedbackOn(question, answer, language, isRight) {
  if (question.choices) {
    var several = question.kind === 'choose-all';
    return question.choices.map(function (choice, i) {
      var chosen = choice.feedback && [].concat(answer).indexOf(choice.id) >= 0;
      return chosen ? (several ? letter(i) + '. ' : '') + choice.feedback : '';
    });
  }
  if (question.blanks) {
    return question.blanks.map(function (blank, i) { return (acceptedFor(blank, answer[i], language) || {}).feedback; });
  }
  return (question.lefts || question.items || []).map(function (part, i) {
    var earned = question.lefts ? part.right === answer[i] : isRight;
    return earned && part.feedback ? part.text + ': ' + part.feedback : '';
  });
}

function verdictInWords(result, question, data) {
  var words = data.words;
  var verdict = {right: '✓ ' + words.right, partly: '(✓) ' + words.partly_right, wrong: '✗ ' + words.not_right, unmarked: words.compare_answer};
  var counted = result.verdict !== 'unmarked' && (question.marks !== 1 || result.verdict === 'partly');
  var score = fillIn(words.score, inWords(result.marks, data.language), inWords(question.marks, data.language));
  return verdict[result.verdict] + (counted ? '. ' + score : '');
}

// A button that shows something in `place`, and hides it again; `box` is what grows by it.
function discloser(word, place, box, fill) {
  var element = button(word, function () {
    var on = element.getAttribute('aria-expanded') !== 'true';
    element.setAttribute('aria-expanded', String(on));
    inPlace(box, function () { say(place, on && fill); });
  });
  element.setAttribute('aria-expanded', 'false');
  return element;
}

// One question on the page, in the language of its chapter. `changed` is called after every change; null where the page does not hold it.
function questionView(question, language, data, changed) {
  var words = data.words;
  var box = document.getElementById(question.id);
  var withKey = data.edition !== 'test';
  var record = {answer: undefined, checked: false};
  var verdict = region();
  var panel = make('div', 'hb-panel');
  var control, links, mainButton, keyPlace;

  // What is told of a change by pointer or key. Events call it too, so it takes nothing.
  function entered() {
    record.answer = control.read();
    say(verdict);
    changed();
  }

  function moved(fill) {
    record.answer = control.read();
    inPlace(box, function () {
      say(verdict, function (place) {
        var line = make('p', 'hb-moved');
        fill(line);
        place.appendChild(line);
      });
    });
    changed();
  }

  function showVerdict(result) {
    say(verdict, function (place) {
      place.className = 'hb-' + result.verdict;
      place.appendChild(make('p', 'verdict', verdictInWords(result, question, data)));
      if (result.verdict === 'unmarked') {
        showKey(place, question, control, words);
      } else {
        feedbackOn(question, record.answer, language, result.verdict === 'right').forEach(function (text) { paragraphs(place, text); });
        paragraphs(place, result.verdict === 'right' ? question.feedback : '');
      }
    });
  }

  // Nothing is left to check where the answer is right; then the focus, which may not stay on a button that is gone, goes to the verdict.
  function showMainButton() {
    var isDone = record.checked && record.verdict === 'right';
    var hadFocus = document.activeElement === mainButton;
    clear(mainButton);
    mainButton.appendChild(document.createTextNode(record.checked ? words.try_again : words.check));
    mainButton.style.display = isDone ? 'none' : '';
    if (isDone && hadFocus) {
      focusOn(verdict);
    }
  }

  function settle() {
    inPlace(box, showState);
  }

  function showState() {
    var result = record.checked ? grade(question, language, record.answer) : {};
    record.marks = result.marks;
    record.verdict = result.verdict;
    control.lock(record.checked);
    control.mark(record.checked);
    if (record.checked) {
      showVerdict(result);
    } else {
      say(verdict);
    }
    if (mainButton) {
      showMainButton();
    }
  }

  function check() {
    var answer = control.read();
    if (record.checked || !mainButton) {
      return;
    }
    if (!isAnswered(answer)) {
      inPlace(box, function () {
        say(verdict, function (place) { place.appendChild(make('p', '', words.no_answer_yet)); });
      });
      return;
    }
    record.answer = answer;
    record.checked = true;
    settle();
    changed();
  }

  function tryAgain() {
    record.checked = false;
    settle();
    changed();
  }

  function addButtons() {
    var buttons = make('p', 'hb-buttons');
    var hintPlace = region();
    var passage = links && withClass(links, 'passage-link')[0];
    if (links && withClass(links, 'answer-link')[0]) {
      mainButton = button(words.check, function () { (record.checked ? tryAgain : check)(); });
      mainButton.className += ' hb-main';
      buttons.appendChild(mainButton);
    }
    if (question.hint) {
      buttons.appendChild(discloser(words.hint, hintPlace, box, function (place) { paragraphs(place, question.hint); }));
    }
    if (mainButton && question.kind !== 'write') {
      keyPlace = region();
      buttons.appendChild(discloser(words.show_answer, keyPlace, box, function (place) { showKey(place, question, control, words); }));
    }
    if (passage) {
      buttons.appendChild(passage);
    }
    [buttons, verdict, hintPlace, keyPlace].filter(Boolean).forEach(function (part) { panel.appendChild(part); });
  }

  function nameGroup() {
    var text = withClass(box, 'question-text')[0];
    var instruction = withClass(box, 'instruction')[0];
    text.id = text.id || question.id + '--text';
    box.setAttribute('role', 'group');
    if (hasFormula(text)) {
      box.setAttribute('aria-label', inLine(text));
    } else {
      box.setAttribute('aria-labelledby', text.id);
    }
    if (instruction) {
      instruction.id = question.id + '--instruction';
      box.setAttribute('aria-describedby', instruction.id);
    }
  }

  if (!box) {
    return null;
  }
  control = controls[question.kind](question, box, data, {changed: entered, moved: moved, submit: check}, language);
  if (!control) {
    return null;
  }
  links = withClass(box, 'question-links')[0];
  nameGroup();
  verdict.tabIndex = -1;
  if (withKey) {
    addButtons();
  } else {
    panel.appendChild(verdict);
  }
  if (links) {
    links.parentNode.removeChild(links);
  }
  box.appendChild(panel);
  return {
    question: question,
    panel: panel,
    isOpen: function () { return Boolean(mainButton) && !record.checked; },
    record: function () { return record; },
    restore: function (kept) {
      record = {answer: undefined, checked: false};
      control.write(kept && kept.answer !== undefined && kept.answer !== null ? kept.answer : []);
      if (kept && isAnswered(control.read())) {
        record.answer = control.read();
        record.checked = Boolean(kept.checked && mainButton);
      }
      settle();
    }
  };
}

// "Keep my written answers on this device": off unless somebody switches it on.
function keepSwitch(store, words, changed) {
  var label = make('label', 'hb-choice hb-keep');
  var box = make('input');
  box.type = 'checkbox';
  box.checked = store.read('keep') === true;
  label.appendChild(box);
  label.appendChild(make('span', 'hb-choice-text', words.keep_writing));
  function set() {
    store.write('keep', box.checked);
    changed();
  }
  listen(label, 'click', stop);
  listen(box, 'change', set);
  onTouch(label, function () {
    box.checked = !box.checked;
    set();
  });
  return {label: label, box: box};
}

function quizView(quiz, data, store) {
  var section = document.getElementById(quiz.id);
  var score = region();
  var progress = make('p', 'hb-progress');  // for the eye: its signs are spoken of by the score
  var again = button(data.words.try_again, tryAllAgain);
  var switches = [];
  var views = [];
  var restoring = true;

  function showScore() {
    var isBegun = views.some(function (view) { return view.record().checked; });
    var isDone = isBegun && !views.some(function (view) { return view.isOpen(); });
    say(score, (data.edition === 'test' || isBegun) && function (place) {
      place.appendChild(make('p', 'hb-score', summaryOf(quiz, recordsNow(), data)));
    });
    clear(progress);
    progress.appendChild(document.createTextNode(score.firstChild ? progressOf(quiz, recordsNow()) : ''));
    again.style.display = isDone ? '' : 'none';
  }

  function tryAllAgain() {
    var title = section.getElementsByTagName('h2')[0];
    views.forEach(function (view) { view.restore(null); });
    changed();
    if (title) {
      title.tabIndex = -1;
      focusOn(title);
    }
  }

  function recordsNow() {
    var records = {};
    views.forEach(function (view) {
      var record = view.record();
      if (record.answer !== undefined && isAnswered(record.answer)) {
        records[view.question.id] = record;
      }
    });
    return records;
  }

  function changed() {
    if (restoring) {
      return;
    }
    var records = recordsNow();
    var kept = {};
    Object.keys(records).forEach(function (id) {
      var isWritten = quiz.questions.some(function (question) { return question.id === id && question.kind === 'write'; });
      kept[id] = isWritten && store.read('keep') !== true ? {checked: false, answered: true} : records[id];
    });
    store.write('quiz/' + quiz.id, kept);
    showScore();
  }

  function restore() {
    var records = store.records(quiz.id);
    restoring = true;
    views.forEach(function (view) { view.restore(records[view.question.id]); });
    switches.forEach(function (row) { row.box.checked = store.read('keep') === true; });
    restoring = false;
    showScore();
  }

  if (!section || section.getAttribute('data-hornbook') === 'on') {
    return;
  }
  section.setAttribute('data-hornbook', 'on');  // a reader may run the script twice
  views = quiz.questions.map(function (question) { return questionView(question, quiz.language || data.language, data, changed); }).filter(Boolean);
  views.forEach(function (view) {
    if (view.question.kind === 'write' && store.works) {
      switches.push(keepSwitch(store, data.words, changed));
      view.panel.insertBefore(switches[switches.length - 1].label, view.panel.firstChild);
    }
  });
  progress.setAttribute('aria-hidden', 'true');
  section.appendChild(score);
  section.appendChild(progress);
  section.appendChild(again);
  restore();
  store.onChange(function (isNew) {
    if (isNew) {
      restore();
    }
  });
}
