// Controls: how a question of each kind is answered in its place on the page. Each function takes the question, its element, the
// data of the page and whom to tell: told.changed() after each change, or told.moved(fill) after one that a reader for the ear would
// not speak of by itself, told.submit() when the answer is done. It returns null, with nothing touched, where the page does not hold what
// the data says, else {read, write, lock, mark, places}: the answer as tests/grading writes it, what the grade shows beside it, and
// where its items stand.
// Every control is a native one, works by tap and by key, and needs no dragging.

var arrowKeys = {37: -1, 38: -1, 39: 1, 40: 1};

// isRight: null says nothing. Within a sentence only the sign is seen, and the word is read out.
function showMark(place, isRight, words, within) {
  clear(place);
  if (isRight !== null) {
    place.appendChild(document.createTextNode(isRight ? ' ✓ ' : ' ✗ '));
    place.appendChild(make('span', within ? 'hb-unseen' : '', isRight ? words.right : words.not_right));
  }
}

function choiceControl(question, box, data, told) {
  var several = question.kind === 'choose-all';
  var rows = question.choices.map(function (choice) {
    var item = document.getElementById(choice.id);
    return {choice: choice, item: item, link: item && withClass(item, 'choice')[0]};
  });
  if (!rows.every(function (row) { return row.link; })) {
    return null;
  }
  rows.forEach(function (row) {
    var label = make('label', 'hb-choice');
    var text = row.text = make('span', 'hb-choice-text');
    row.input = make('input');
    row.input.type = several ? 'checkbox' : 'radio';
    row.input.name = question.id;
    row.mark = make('span', 'hb-mark');
    moveChildren(row.link, text);
    label.appendChild(row.input);
    label.appendChild(text);
    row.link.parentNode.replaceChild(label, row.link);
    row.item.appendChild(row.mark);
    listen(label, 'click', stop);
    listen(row.input, 'keydown', stop);
    listen(row.input, 'change', told.changed);
    if (hasFormula(text)) {
      row.input.setAttribute('aria-label', inLine(text));
    }
    onTouch(label, function () {
      if (!row.input.disabled) {
        row.input.checked = several ? !row.input.checked : true;
        focusOn(row.input);
        told.changed();
      }
    });
  });
  return {
    read: function () {
      var ids = rows.filter(function (row) { return row.input.checked; }).map(function (row) { return row.choice.id; });
      return several ? ids : ids.length > 0 ? ids[0] : null;
    },
    write: function (answer) {
      rows.forEach(function (row) { row.input.checked = [].concat(answer).indexOf(row.choice.id) >= 0; });
    },
    lock: function (on) {
      rows.forEach(function (row) { row.input.disabled = on; });
    },
    places: function () {
      return rows.map(function (row) { return row.text; });
    },
    mark: function (shown) {
      rows.forEach(function (row) { showMark(row.mark, shown && several && row.input.checked ? row.choice.right : null, data.words); });
    }
  };
}

function textInput(className, changed) {
  var input = make('input', className);
  input.type = 'text';
  input.setAttribute('autocomplete', 'off');
  input.setAttribute('autocapitalize', 'none');
  input.setAttribute('autocorrect', 'off');
  input.setAttribute('spellcheck', 'false');
  listen(input, 'input', changed);
  listen(input, 'click', stop);
  return input;
}

// The element that holds a gap and the sentence around it.
function sentenceAround(gap, box) {
  var element = gap.parentNode;
  while (element !== box && !/^(p|li|td|th|dd|dt|h3|blockquote|figcaption)$/.test(element.nodeName.toLowerCase())) {
    element = element.parentNode;
  }
  return element;
}

function fillControl(question, box, data, told, language) {
  var gaps = withClass(box, 'gap');
  if (gaps.length !== question.blanks.length) {
    return null;
  }
  var rows = gaps.map(function (gap, i) {
    var alone = gap.parentNode.className === 'blank';
    var old = gap.parentNode.nodeName.toLowerCase() === 'a' ? gap.parentNode : gap;
    var row = {input: textInput(alone ? 'hb-gap hb-alone' : 'hb-gap', told.changed), mark: make('span', 'hb-mark')};
    var sentence = sentenceAround(gap, box);
    if (alone) {
      row.input.setAttribute('aria-label', inLine(withClass(box, 'question-text')[0]));
    } else {
      sentence.id = sentence.id || question.id + '--sentence-' + i;
      row.input.setAttribute('aria-label', gap.getAttribute('aria-label'));
      row.input.setAttribute('aria-describedby', sentence.id);
    }
    old.parentNode.insertBefore(row.mark, old.nextSibling);
    old.parentNode.replaceChild(row.input, old);
    listen(row.input, 'keydown', function (event) {
      event.stopPropagation();  // arrows move in the text, not through the book
      if (event.keyCode === 13) {
        event.preventDefault();
        told.submit();
      }
    });
    return row;
  });
  return {
    read: function () {
      return rows.map(function (row) { return row.input.value; });
    },
    write: function (answer) {
      rows.forEach(function (row, i) { row.input.value = answer[i] || ''; });
    },
    lock: function (on) {
      rows.forEach(function (row) { row.input.readOnly = on; });
    },
    mark: function (shown) {
      rows.forEach(function (row, i) {
        var isRight = shown && rows.length > 1 ? isAccepted(acceptedFor(question.blanks[i], row.input.value, language)) : null;
        showMark(row.mark, isRight, data.words, true);
      });
    }
  };
}

// Each left has a button that opens the list of partners below it; arrow keys step through them, and Escape closes the list.
function matchControl(question, box, data, told) {
  var lists = [withClass(box, 'match-left')[0], withClass(box, 'match-right')[0]];
  var items = lists[0] && lists[1] ? childrenNamed(lists[0], 'li') : [];
  var partners = lists[0] && lists[1] ? childrenNamed(lists[1], 'li') : [];
  var locked = false;
  if (items.length !== question.lefts.length || partners.length !== question.rights.length) {
    return null;
  }
  function showPartner(place, right) {
    clear(place);
    place.appendChild(document.createTextNode(right === null ? data.words.no_answer_yet : letter(right) + '. '));
    if (right !== null) {
      addCopy(partners[right], place);
    }
    return place;
  }
  var rows = items.map(function (item, i) {
    var id = question.id + '--left-' + i;
    var text = make('span', 'hb-left');
    var row = {right: null, text: text, list: make('ul', 'hb-partners'), mark: make('span', 'hb-mark')};
    function open(on) {
      row.list.style.display = on ? 'block' : 'none';
      row.button.setAttribute('aria-expanded', String(on));
    }
    row.write = function (right) {
      row.right = right;
      showPartner(row.button, right);
      row.button.className = 'hb-button' + (right === null ? ' hb-none' : '');
      row.button.setAttribute('aria-label', inLine(text) + ': ' + inLine(row.button));
      open(false);
    };
    row.open = open;
    row.button = button('', function () {
      inPlace(box, function () { open(!locked && row.list.style.display === 'none'); });
    });
    text.id = id;
    moveChildren(item, text);
    row.button.id = id + '-button';
    row.list.id = id + '-list';
    row.button.setAttribute('aria-controls', row.list.id);
    listen(row.button, 'keydown', function (event) {
      var step = arrowKeys[event.keyCode];
      if (step && !locked) {
        event.preventDefault();
        event.stopPropagation();
        var count = question.rights.length;
        row.write(row.right === null ? (step > 0 ? 0 : count - 1) : (row.right + step + count) % count);
        told.moved(function (place) {
          addCopy(text, place);
          place.appendChild(document.createTextNode(': '));
          addCopy(row.button, place);
        });
      }
    });
    listen(item, 'keydown', function (event) {
      if (event.keyCode === 27 && row.list.style.display !== 'none') {
        event.preventDefault();
        event.stopPropagation();
        open(false);
        focusOn(row.button);
      }
    });
    question.rights.forEach(function (right, k) {
      var choice = make('li');
      choice.appendChild(showPartner(button('', function () {
        row.write(k);
        told.changed();
        focusOn(row.button);
      }), k));
      row.list.appendChild(choice);
    });
    [text, row.button, row.mark, row.list].forEach(function (part) { item.appendChild(part); });
    row.write(null);
    return row;
  });
  return {
    read: function () {
      return rows.map(function (row) { return row.right; });
    },
    write: function (answer) {
      rows.forEach(function (row, i) { row.write(question.rights[answer[i]] === undefined ? null : answer[i]); });
    },
    lock: function (on) {
      locked = on;
      rows.forEach(function (row) {
        row.open(false);
        row.button.setAttribute('aria-disabled', String(on));
      });
    },
    places: function () {
      return rows.map(function (row) { return row.text; });
    },
    partners: partners,
    mark: function (shown) {
      rows.forEach(function (row, i) { showMark(row.mark, shown ? row.right === question.lefts[i].right : null, data.words); });
    }
  };
}

// Each item has a button up and one down; arrow keys on them do the same.
function arrangeControl(question, box, data, told) {
  var list = withClass(box, 'items')[0];
  var rows = question.items.map(function (item) { return {id: item.id, item: document.getElementById(item.id)}; });
  var locked = false;
  if (!list || !rows.every(function (row) { return row.item && row.item.parentNode === list; })) {
    return null;
  }
  function order() {
    return childrenNamed(list, 'li').map(function (item) { return item.id; });
  }
  function settle() {
    var ids = order();
    rows.forEach(function (row) {
      row.up.setAttribute('aria-disabled', String(locked || ids[0] === row.id));
      row.down.setAttribute('aria-disabled', String(locked || ids[ids.length - 1] === row.id));
    });
  }
  function move(row, step, pressed) {
    var items = childrenNamed(list, 'li');
    var at = items.indexOf(row.item) + step;
    if (!locked && at >= 0 && at < items.length) {
      list.insertBefore(row.item, step < 0 ? items[at] : items[at].nextSibling);
      settled(true);
      focusOn(pressed);
      told.moved(function (place) {
        place.appendChild(document.createTextNode(at + 1 + '. '));
        addCopy(row.shown, place);
      });
    }
  }
  function mover(row, step, sign, word) {
    var element = button(sign, function () { move(row, step, element); });
    element.className += ' hb-move';
    element.setAttribute('aria-label', word + ': ' + inLine(row.shown));
    listen(element, 'keydown', function (event) {
      if (arrowKeys[event.keyCode]) {
        event.preventDefault();
        event.stopPropagation();
        move(row, arrowKeys[event.keyCode], element);
      }
    });
    return element;
  }
  function settled(isOrdered) {
    list.className = isOrdered ? 'items hb-ordering' : 'items hb-ordering hb-unordered';
    settle();
  }
  list.removeAttribute('type');
  rows.forEach(function (row) {
    var text = row.shown = make('span', 'hb-item');
    var buttons = make('span', 'hb-movers');
    moveChildren(row.item, text);
    row.up = mover(row, -1, '↑', data.words.move_up);
    row.down = mover(row, 1, '↓', data.words.move_down);
    buttons.appendChild(row.up);
    buttons.appendChild(row.down);
    row.item.appendChild(buttons);
    row.item.appendChild(text);
  });
  settled(false);
  return {
    read: order,
    write: function (answer) {
      [].concat(answer).concat(rows.map(function (row) { return row.id; })).forEach(function (id, i, ids) {
        rows.forEach(function (row) {
          if (row.id === id && ids.indexOf(id) === i) {
            list.appendChild(row.item);
          }
        });
      });
      settled(answer.length > 0);
    },
    lock: function (on) {
      locked = on;
      settle();
    },
    places: function () {
      return rows.map(function (row) { return row.shown; });
    },
    mark: function () {}
  };
}

function writeControl(question, box, data, told) {
  var area = make('textarea', 'hb-writing');
  area.rows = Math.max(3, Math.min(question.lines, 12));
  area.setAttribute('aria-label', data.words.write_answer);
  listen(area, 'input', told.changed);
  listen(area, 'click', stop);
  listen(area, 'keydown', stop);
  box.appendChild(area);
  return {
    read: function () {
      return area.value;
    },
    write: function (answer) {
      area.value = typeof answer === 'string' ? answer : '';
    },
    lock: function () {},
    mark: function () {}
  };
}

var controls = {
  'choose-one': choiceControl,
  'true-false': choiceControl,
  'choose-all': choiceControl,
  'fill': fillControl,
  'match': matchControl,
  'arrange': arrangeControl,
  'write': writeControl
};
