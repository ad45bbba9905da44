// Elements of the page: made, found, tapped; small things that every part of the script uses.

var xhtml = 'http://www.w3.org/1999/xhtml';

function make(name, className, text) {
  var element = document.createElementNS(xhtml, name);
  if (className) {
    element.className = className;
  }
  if (text) {
    element.appendChild(document.createTextNode(text));
  }
  return element;
}

function clear(element) {
  while (element.firstChild) {
    element.removeChild(element.firstChild);
  }
}

function moveChildren(from, to) {
  while (from.firstChild) {
    to.appendChild(from.firstChild);
  }
}

// What the page shows of an item, pictures and formulas too, once more: without its ids and links.
function addCopy(from, to) {
  Array.prototype.forEach.call(from.childNodes, function (node) {
    var copy = node.cloneNode(false);
    if (node.nodeType !== 1) {
      to.appendChild(copy);
      return;
    }
    copy = node.nodeName.toLowerCase() === 'a' ? make('span') : copy;
    copy.removeAttribute('id');
    to.appendChild(copy);
    addCopy(node, copy);
  });
}

// A live region: readers for the ear say what is put there, once and whole.
function region() {
  var element = make('div', 'hb-said');
  element.setAttribute('role', 'status');
  element.setAttribute('aria-live', 'polite');
  element.setAttribute('aria-atomic', 'true');
  return element;
}

// What `fill(place)` makes goes into a region in one piece, or some readers would say the last part alone; the same text again is no news.
function say(place, fill) {
  var whole = make('div');
  if (fill) {
    fill(whole);
  }
  if (!whole.firstChild) {
    clear(place);
  } else if (!place.firstChild) {
    place.appendChild(whole);
  } else if (place.textContent !== whole.textContent) {
    place.replaceChild(whole, place.firstChild);
  }
}

function withClass(element, className) {
  return Array.prototype.slice.call(element.getElementsByClassName(className));
}

function childrenNamed(element, name) {
  return Array.prototype.filter.call(element.childNodes, function (node) { return node.nodeName.toLowerCase() === name; });
}

// How a formula is written in a line, by MathML's elements: its parts with this sign between them, in brackets where they are longer.
var formulaSigns = {mfrac: '/', msup: '^', msub: '_', munder: '_', mover: '^'};

// The text of an item for names, which are but text: with the descriptions of pictures, and a/b for a fraction, which would read "ab".
function inLine(node) {
  var name = node.nodeName.toLowerCase();
  var parts;
  if (node.nodeType === 3) {
    return node.nodeValue;
  }
  if (name === 'img') {
    return node.getAttribute('alt') || '';
  }
  parts = Array.prototype.map.call(node.childNodes, inLine);
  function bracketed(text) {
    return text.length > 1 && /\D/.test(text) ? '(' + text + ')' : text;
  }
  if (name === 'msubsup' || name === 'munderover') {
    return parts[0] + '_' + bracketed(parts[1]) + '^' + bracketed(parts[2]);
  }
  if (name === 'msqrt' || name === 'mroot') {
    return (name === 'mroot' ? parts.pop() : '') + '√' + bracketed(parts.join(''));
  }
  return formulaSigns[name] ? (name === 'mfrac' ? bracketed(parts[0]) : parts[0]) + formulaSigns[name] + bracketed(parts[1]) : parts.join('');
}

function hasFormula(element) {
  return element.getElementsByTagName('math').length > 0;
}

// "{}" in a word stands for a number or a name.
function fillIn(word) {
  var next = 1;
  var values = arguments;
  return word.replace(/\{\}/g, function () { return values[next++]; });
}

// A, B, … Z, AA, AB, … as lists of HTML have it.
function letter(index) {
  return (index < 26 ? '' : letter(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + index % 26);
}

function listen(element, event, act) {
  element.addEventListener(event, act, false);
}

function stop(event) {
  event.stopPropagation();
}

function isInLink(node, top) {
  for (; node && node !== top; node = node.parentNode) {
    if (node.nodeName.toLowerCase() === 'a') {
      return true;
    }
  }
  return false;
}

// Some readers send no click after a touch, others send both, and all take a tap that gets past us for turning the page.
function onTouch(element, act) {
  var from = null;
  listen(element, 'touchstart', function (event) {
    var touch = event.touches[0];
    from = event.touches.length === 1 ? {x: touch.clientX, y: touch.clientY} : null;
  });
  listen(element, 'touchend', function (event) {
    var touch = event.changedTouches[0];
    var still = from && Math.abs(touch.clientX - from.x) < 12 && Math.abs(touch.clientY - from.y) < 12;
    if (still && !isInLink(event.target, element)) {
      event.preventDefault();  // so that no click follows
      event.stopPropagation();
      act();
    }
  });
}

function onTap(element, act) {
  var touched = 0;
  onTouch(element, function () {
    touched = Date.now();
    act();
  });
  listen(element, 'click', function (event) {
    event.stopPropagation();
    if (Date.now() - touched > 700) {
      act();
    }
  });
}

function button(text, act) {
  var element = make('button', 'hb-button', text);
  element.type = 'button';
  onTap(element, act);
  return element;
}

// Runs `change`, after which `box` may be taller. Where the box would then begin on another page of a reader that shows pages, it is divided
// instead, and where that takes it back a page, it begins one: who reads stays on this page.
function inPlace(box, change) {
  function beginning() {
    var parts = box.getClientRects();
    return parts.length > 0 ? parts[0].left : 0;
  }
  var own = box.className.replace(/ hb-(divided|first)/g, '');
  var left = beginning();
  change();
  ['', ' hb-divided', ' hb-divided hb-first'].some(function (more) {
    if (Math.abs(beginning() - left) > 1) {
      box.className = own + more;
    }
    return Math.abs(beginning() - left) <= 1;
  });
}

function focusOn(element) {
  element.focus({preventScroll: true});  // scrolling would tear columns apart
}
