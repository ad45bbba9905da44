// The search of a book as a web site. search-index.js has given `hornbookSearch` its value: a page opened from a disk may load nothing
// else. ECMAScript 5, for old browsers. A place is found when its title and text hold every word that was asked for, anywhere in a
// word: Chinese has no spaces, German compounds, Arabic prefixes.
(function () {
'use strict';

var most = 100;  // places shown
var around = 70;  // characters of the text before what was found, and twice as many after it

// What does not come apart into a letter and its marks, and letters that keyboards confuse.
var alike = {'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'đ': 'd', 'ł': 'l', 'ı': 'i', 'ς': 'σ', '\u2019': '\'', '\u2018': '\'', '\u02bc': '\'',
             '\u2010': '-', '\u2011': '-', '\u0649': '\u064a', '\u06cc': '\u064a', '\u06a9': '\u0643', '\u0629': '\u0647', '\u00a0': ' '};
// Accents, Hebrew points, Arabic vowels and tatweel, what is not seen. Not the marks of kana and of Indic scripts: they make other letters.
var marks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0655\u0670\u00ad\u200b-\u200f\u2060\ufeff]/g;

function foldCharacter(c) {
  c = c.toLowerCase();
  c = c.normalize ? c.normalize('NFD') : c;
  c = c.replace(marks, '').replace(/[\uff01-\uff5e]/, function (wide) { return String.fromCharCode(wide.charCodeAt(0) - 0xfee0).toLowerCase(); })
       .replace(/[\u0660-\u0669]/, function (digit) { return String(digit.charCodeAt(0) - 0x660); })
       .replace(/[\u06f0-\u06f9]/, function (digit) { return String(digit.charCodeAt(0) - 0x6f0); });
  return Object.prototype.hasOwnProperty.call(alike, c) ? alike[c] : c;
}

var folded = {};  // few characters make a book

function fold(text) {
  var result = '';
  for (var i = 0; i < text.length; ++i) {
    var c = text.charAt(i);
    folded[c] = Object.prototype.hasOwnProperty.call(folded, c) ? folded[c] : foldCharacter(c);
    result += folded[c];
  }
  return result;
}

// [begin, end] in the text of each place where one of the words stands, in order and apart.
function findAll(text, words) {
  var places = [];
  var ends = [];  // of the folded text up to each character
  var whole = '';
  for (var i = 0; i < text.length; ++i) {
    whole += fold(text.charAt(i));
    ends.push(whole.length);
  }
  function at(position) {  // the character that this position of the folded text comes from
    var low = 0;
    var high = ends.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      ends[middle] > position ? high = middle : low = middle + 1;
    }
    return low;
  }
  words.forEach(function (word) {
    for (var found = whole.indexOf(word); found >= 0; found = whole.indexOf(word, found + word.length)) {
      places.push([at(found), at(found + word.length - 1) + 1]);
    }
  });
  places.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; });
  return places.filter(function (place, k) {
    return places.slice(0, k).every(function (before) { return before[1] <= place[0]; });
  });
}

function make(name, className, text) {
  var element = document.createElement(name);
  if (className) {
    element.className = className;
  }
  if (text) {
    element.appendChild(document.createTextNode(text));
  }
  return element;
}

function addMarked(element, text, places) {
  var done = 0;
  places.forEach(function (place) {
    element.appendChild(document.createTextNode(text.slice(done, place[0])));
    element.appendChild(make('mark', '', text.slice(place[0], place[1])));
    done = place[1];
  });
  element.appendChild(document.createTextNode(text.slice(done)));
}

// Moves to the next space, so that no word is cut, unless there are none.
function toSpace(text, at, step) {
  for (var i = at; i > 0 && i < text.length && Math.abs(i - at) < 20; i += step) {
    if (text.charAt(i) === ' ') {
      return i;
    }
  }
  return Math.max(0, Math.min(text.length, at));
}

function excerpt(text, words) {
  var first = findAll(text, words)[0];
  var begin = first ? toSpace(text, first[0] - around, 1) : 0;
  var end = toSpace(text, (first ? first[0] : 0) + 2 * around, -1);
  var part = (begin > 0 ? '… ' : '') + text.slice(begin, end).trim() + (end < text.length ? ' …' : '');
  var element = make('p', 'web-excerpt');
  element.dir = 'auto';
  addMarked(element, part, findAll(part, words));
  return element;
}

// The more the better: all words in a title, then together in the text, then at the beginning of one of its words.
function worth(title, text, words, together) {
  var beginning = text.indexOf(' ' + words[0]) >= 0 || text.indexOf(words[0]) === 0 ? 1 : 0;
  return (words.every(function (word) { return title.indexOf(word) >= 0; }) ? 4 : 0) + (text.indexOf(together) >= 0 ? 2 : 0) + beginning;
}

function search(asked) {
  var together = fold(asked).replace(/\s+/g, ' ').trim();
  var words = together.split(' ');
  var found = [];
  hornbookSearch.places.forEach(function (place, i) {
    place.title = place.title || fold(place[2] || hornbookSearch.pages[place[0]][1]);
    place.text = place.text || fold(place[3]);
    if (words.every(function (word) { return place.title.indexOf(word) >= 0 || place.text.indexOf(word) >= 0; })) {
      found.push({place: place, order: i, worth: worth(place.title, place.text, words, together)});
    }
  });
  found.sort(function (a, b) { return b.worth - a.worth || a.order - b.order; });
  return {words: words, places: found.map(function (one) { return one.place; })};
}

function show(found, list, said) {
  while (list.firstChild) {
    list.removeChild(list.firstChild);
  }
  said.textContent = hornbookSearch.words.found.replace('{}', found.places.length);
  found.places.slice(0, most).forEach(function (place) {
    var page = hornbookSearch.pages[place[0]];
    var row = make('li', 'web-found');
    var link = make('a', '', page[1] + (place[2] ? ': ' + place[2] : ''));
    link.href = page[0] + (place[1] ? '#' + place[1] : '');
    row.appendChild(link);
    row.appendChild(excerpt(place[3], found.words));
    list.appendChild(row);
  });
  if (found.places.length > most) {
    list.appendChild(make('li', 'web-found', '…'));
  }
}

function begin() {
  var area = document.getElementById('hornbook-search');
  var form = make('form', 'web-search');
  var input = make('input');
  var said = make('p');
  var list = make('ol', 'web-results');
  var button = make('button', '', hornbookSearch.words.search);
  var shown = null;
  var waiting = null;

  function look() {
    var asked = input.value.trim();
    if (asked === shown) {
      return;
    }
    shown = asked;
    if (fold(asked).trim() === '') {
      said.textContent = '';
      list.textContent = '';
      return;
    }
    show(search(asked), list, said);
    location.replace('#' + encodeURIComponent(asked));  // so that the way back leads to what was found
  }

  form.setAttribute('role', 'search');
  input.type = 'search';
  input.setAttribute('aria-labelledby', 'hb-title');
  input.setAttribute('autocomplete', 'off');
  input.dir = 'auto';
  button.type = 'submit';
  said.setAttribute('role', 'status');
  [input, document.createTextNode(' '), button].forEach(function (part) { form.appendChild(part); });
  area.textContent = '';
  [form, said, list].forEach(function (part) { area.appendChild(part); });
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    look();
  }, false);
  input.addEventListener('input', function () {
    clearTimeout(waiting);
    waiting = setTimeout(look, 250);
  }, false);
  try {
    input.value = decodeURIComponent(location.hash.slice(1));
  } catch (broken) {
    input.value = '';
  }
  look();
  input.focus();
}

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', begin, false);
} else {
  begin();  // Kolibri runs scripts when the page is there already
}
}());
