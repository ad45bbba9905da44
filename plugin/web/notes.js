// A glossary word or the number of a note opens what it leads to below its own paragraph, and closes it again; Escape closes it too.
// Without a script the link jumps there. ECMAScript 5, for old browsers.
(function () {
'use strict';

var open = null;  // {link, box}

function paragraphOf(link) {
  var element = link;
  while (element.parentNode && !/^(p|li|dd|dt|td|th|h[1-6]|figcaption|caption)$/.test(element.nodeName.toLowerCase())) {
    element = element.parentNode;
  }
  return element.parentNode ? element : link.parentNode;
}

function close() {
  if (open) {
    open.box.parentNode.removeChild(open.box);
    open.link.removeAttribute('aria-expanded');
    open = null;
  }
}

// What stands in the target, without its ids and without the way back, which leads to where the reader is.
function copyOf(target) {
  var copy = target.cloneNode(true);
  Array.prototype.forEach.call(copy.querySelectorAll('[id]'), function (element) { element.removeAttribute('id'); });
  Array.prototype.forEach.call(copy.querySelectorAll('[role="doc-backlink"]'), function (link) {
    var next = link.nextSibling;
    if (next && next.nodeType === 3) {
      next.parentNode.removeChild(next);
    }
    link.parentNode.removeChild(link);
  });
  copy.removeAttribute('id');
  copy.removeAttribute('role');
  return copy;
}

function show(link, target) {
  var place = paragraphOf(link);
  var isPart = /^(li|dd|dt|td|th|caption|figcaption)$/.test(place.nodeName.toLowerCase());  // a box may not stand beside it
  var box = document.createElement('div');
  box.className = 'web-note';
  box.setAttribute('role', 'note');
  box.tabIndex = -1;
  box.appendChild(copyOf(target));
  place.parentNode.insertBefore(box, isPart ? null : place.nextSibling);
  if (isPart) {
    place.appendChild(box);
  }
  link.setAttribute('aria-expanded', 'true');
  open = {link: link, box: box};
  box.focus({preventScroll: true});
}

function linkOf(element) {
  while (element && element.nodeName && element.nodeName.toLowerCase() !== 'a') {
    element = element.parentNode;
  }
  return element && element.getAttribute && /^(doc-glossref|doc-noteref)$/.test(element.getAttribute('role') || '') ? element : null;
}

document.addEventListener('click', function (event) {
  var link = linkOf(event.target);
  var href = link ? link.getAttribute('href') : '';
  var target = href.charAt(0) === '#' ? document.getElementById(decodeURIComponent(href.slice(1))) : null;
  var wasOpen = open && open.link === link;
  if (!target || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
    return;
  }
  event.preventDefault();
  close();
  if (!wasOpen) {
    show(link, target);
  }
}, false);

document.addEventListener('keydown', function (event) {
  var link = open && open.link;
  if (link && event.keyCode === 27) {
    close();
    link.focus({preventScroll: true});
  }
}, false);
}());
