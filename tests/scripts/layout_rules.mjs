// What must hold of a page in the frame of layout.mjs. Each rule runs in the page that has the frame, takes the frame's window, its width
// and its height in px, and gives what breaks it, as texts.

// A rule as the text of a function of a width and a height, which the frame is given first.
export const atSize = (rule) => `function (width, height) {
  var frame = document.querySelector('iframe');
  frame.width = width;
  frame.height = height;
  return (${rule})(frame.contentWindow, width, height, (${linesOf}));
}`;

// The boxes of the lines of an element's text.
function linesOf(element) {
  var walker = element.ownerDocument.createTreeWalker(element, 4);
  var range = element.ownerDocument.createRange();
  var boxes = [];
  while (walker.nextNode()) {
    range.selectNodeContents(walker.currentNode);
    boxes = boxes.concat(Array.from(range.getClientRects()).filter(function (box) { return box.width > 1 && box.height > 1; }));
  }
  return boxes;
}

// No text and no thing reaches beyond the page, and nothing but wide tables, code and formulas on lines of their own is scrolled sideways.
export function tooWide(window, width, height, linesOf) {
  var document = window.document;
  var page = document.documentElement.clientWidth;
  var found = [];
  function expectInside(box, element) {
    if (box.left < -1 || box.right > page + 1) found.push('<' + element.nodeName + ' class="' + element.className + '"> from ' + Math.round(box.left) + ' to ' + Math.round(box.right));
  }
  function mayScroll(element) {
    return /auto|scroll/.test(window.getComputedStyle(element).overflowX) && element.matches('.wide-table, pre, .formula');
  }
  function look(element) {
    if (element.matches('.hb-unseen, .web-skip')) return;
    if (element.childElementCount === 0 || element.nodeName === 'math') linesOf(element).concat([element.getBoundingClientRect()]).forEach(function (box) { expectInside(box, element); });
    else expectInside(element.getBoundingClientRect(), element);
    if (mayScroll(element)) return;
    if (window.getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) {
      found.push('<' + element.nodeName + ' class="' + element.className + '"> is ' + element.scrollWidth + ' wide on ' + element.clientWidth);
    }
    Array.from(element.children).forEach(look);
  }
  look(document.body);
  if (document.documentElement.scrollWidth > page) found.push('the page is ' + document.documentElement.scrollWidth + ' wide');
  return found;
}

// In a reader that shows pages, as columns side by side, a question that grows stays on the page on which it is read.
export function questionsStay(window) {
  var document = window.document;
  document.documentElement.style.cssText = 'height: 100vh; overflow: hidden; column-width: 100vw; column-gap: 0; column-fill: auto';
  var found = [];
  var pressed = 0;
  document.querySelectorAll('.question').forEach(function (question) {
    var page = function () { return Math.round(question.getClientRects()[0].left); };
    question.querySelectorAll('.match-left > li > .hb-button, .hb-buttons .hb-button').forEach(function (button) {
      var before = page();
      button.click();
      ++pressed;
      if (page() !== before) found.push('“' + button.textContent + '” moves #' + question.id + ' from ' + before + ' to ' + page());
    });
  });
  if (pressed === 0) found.push('there is no button to press');
  return found;
}

// Letter or circle and the first line of a choice stand side by side, and every further line below the first, not below the circle.
export function choicesApart(window, width, height, linesOf) {
  var found = [];
  window.document.querySelectorAll('.choices li').forEach(function (item) {
    var text = item.querySelector('.hb-choice-text, a.choice');
    var input = item.querySelector('input');
    var lines = linesOf(text);
    var isRightToLeft = window.getComputedStyle(item).direction === 'rtl';
    var start = function (box) { return isRightToLeft ? -box.right : box.left; };
    var first = lines[0];
    lines.forEach(function (line) {
      if (Math.abs(start(line) - start(first)) > 2 && start(line) < start(first)) found.push(item.id + ': a line hangs out');
    });
    if (input) {
      var circle = input.getBoundingClientRect();
      if (lines.some(function (line) { return isRightToLeft ? line.right > circle.left : line.left < circle.right; })) found.push(item.id + ': text below the circle');
      if (circle.bottom < first.top + 2 || circle.top > first.bottom - 2) found.push(item.id + ': the circle stands on another line');
    }
    if (first.top - item.getBoundingClientRect().top > 1.5 * first.height) found.push(item.id + ': the letter stands alone');
  });
  return found;
}

// An item of an order begins beside its buttons, every line of it, and the number stands on no line of its own.
export function itemsApart(window, width, height, linesOf) {
  var found = [];
  window.document.querySelectorAll('.hb-ordering > li').forEach(function (item) {
    var buttons = item.querySelector('.hb-movers').getBoundingClientRect();
    var text = item.querySelector('.hb-item').getBoundingClientRect();
    var isRightToLeft = window.getComputedStyle(item).direction === 'rtl';
    if (linesOf(item.querySelector('.hb-item')).some(function (line) { return isRightToLeft ? line.right > buttons.left + 1 : line.left < buttons.right - 1; })) {
      found.push(item.id + ': text above or below the buttons');
    }
    if (text.bottom < buttons.top + 2 || text.top > buttons.bottom - 2) found.push(item.id + ': the text is not beside the buttons');
    if (item.clientHeight > Math.max(buttons.height, text.height) + 16) found.push(item.id + ': the number stands alone');
  });
  return found;
}

// A picture and two lines of caption are no taller than the screen.
export function tooTall(window, width, height, linesOf) {
  var found = [];
  window.document.querySelectorAll('figure').forEach(function (figure, i) {
    var lines = linesOf(figure.querySelector('figcaption'));
    var needed = lines[Math.min(1, lines.length - 1)].bottom - figure.querySelector('img').getBoundingClientRect().top;
    if (needed > height) found.push('picture ' + (i + 1) + ' needs ' + Math.round(needed));
  });
  return found;
}

// On pages such as e-readers make, columns as high as the screen, each caption begins in the column of its picture, wherever on a page
// what stands before it ends.
export function partedPictures(window, width, height, linesOf) {
  var document = window.document;
  var found = [];
  var rooms = Array.from(document.querySelectorAll('.chapter > :not(h1 + *):not(h2 + *), .quiz')).map(function (block) {
    return block.parentNode.insertBefore(document.createElement('div'), block);
  });
  document.documentElement.style.cssText = 'height: ' + height + 'px; columns: ' + width + 'px 1; column-fill: auto; column-gap: 0';
  for (var part = 0; part < 8; ++part) {
    document.body.style.display = 'none';  // WebKit does not always divide anew what has moved
    rooms.forEach(function (room) { room.style.height = part * height / 8 + 'px'; });
    document.body.getBoundingClientRect();
    document.body.style.display = '';
    document.querySelectorAll('figure').forEach(function (figure, i) {
      var column = function (box) { return Math.floor((box.left + box.right) / 2 / width); };
      var caption = linesOf(figure.querySelector('figcaption'))[0];
      if (column(figure.querySelector('img').getBoundingClientRect()) !== column(caption)) found.push('picture ' + (i + 1) + ' is parted from its caption, ' + rooms[0].style.height + ' further down');
    });
  }
  document.documentElement.style.cssText = '';
  rooms.forEach(function (room) { room.remove(); });
  return found;
}
