// Patch: a page that changes in one place keeps the nodes of all other places, so that only what changed is laid out anew, and what somebody
// answered or opened stays.

const isSameTag = (one, other) => one.nodeType === Node.ELEMENT_NODE && other.nodeType === Node.ELEMENT_NODE && one.cloneNode().isEqualNode(other.cloneNode());

// The one stretch of children in which two elements differ, going down as far as it lies in one child of both.
function difference(before, after) {
  const [old, now] = [[...before.childNodes], [...after.childNodes]];
  let first = 0;
  while (first < old.length && first < now.length && old[first].isEqualNode(now[first])) first += 1;
  let last = 0;
  while (last < old.length - first && last < now.length - first && old[old.length - 1 - last].isEqualNode(now[now.length - 1 - last])) last += 1;
  const gone = old.slice(first, old.length - last);
  const come = now.slice(first, now.length - last);
  if (gone.length === 1 && come.length === 1 && isSameTag(gone[0], come[0])) return difference(gone[0], come[0]);
  return {parent: before, gone, come, previous: old[first - 1] ?? null};
}

// The same, where nothing but one element within the one element of the body is another.
function differenceAt(before, after, at, count) {
  const isXml = [before, after].every(({ownerDocument}) => ownerDocument.contentType === 'application/xhtml+xml');  // HTML may lie otherwise than its text
  const [old, now] = [before.firstElementChild?.children ?? [], after.firstElementChild?.children ?? []];
  if (!isXml || old.length !== count || now.length !== 1) return null;
  if (isSameTag(old[at], now[0])) return difference(old[at], now[0]);
  return {parent: before.firstElementChild, gone: [old[at]], come: [now[0]], previous: old[at].previousSibling};
}

export function createPatch() {
  let kept = null;  // the body as it was parsed last; none of its nodes is shown
  let shown = new WeakMap();  // node of it -> the node that is shown for it

  function copied(node) {
    const copy = document.importNode(node, true);
    const [from, to] = [node, copy].map((one) => document.createTreeWalker(one));
    for (let one = from.root, other = to.root; one; one = from.nextNode(), other = to.nextNode()) shown.set(one, other);
    return copy;
  }

  return {
    // All nodes of a body, to be shown in the place of all others.
    whole(body) {
      kept = body;
      shown = new WeakMap();
      return [...body.childNodes].map(copied);
    },

    // Shows what is new in a body. False, and nothing is changed: too much is new, or it lies in an element of one of the ids `fixed`.
    // With `at` the body has of the `count` elements in its one element only that one.
    change(body, fixed, at = null, count = 0) {
      if (!kept) return false;
      const stretch = at === null ? difference(kept, body) : differenceAt(kept, body, at, count);
      if (!stretch) return false;
      const {parent, gone, come, previous} = stretch;
      const place = parent === kept ? document.body : shown.get(parent);
      const before = previous && shown.get(previous);
      const lost = gone.some((node) => shown.get(node)?.parentNode !== place) || (before && before.parentNode !== place) || !place?.isConnected;
      const isIn = (node) => fixed.some((id) => node.id === id || node.querySelector?.(`[id="${CSS.escape(id)}"]`));
      if (lost || [...gone, ...come].some(isIn) || fixed.some((id) => parent.closest?.(`[id="${CSS.escape(id)}"]`))) return false;
      const copies = come.map(copied);
      gone.forEach((node) => shown.get(node).remove());
      if (before) before.after(...copies);
      else place.prepend(...copies);
      gone.forEach((node) => node.remove());
      if (previous) previous.after(...come);
      else parent.prepend(...come);
      return true;
    },
  };
}
