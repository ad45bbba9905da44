// Blocks: the text of a page as the children of the one element in its body, so that the frame is given, and reads, those that changed.

const tag = /<(\/?)([^\s<>/"]+)((?:"[^"]*"|[^<>"])*)>/g;

// {head, blocks, tail}, whose texts in a row are the page: each block an element with the text behind it. A page of another shape is all head.
export function inBlocks(page) {
  const whole = {head: page, blocks: [], tail: ''};
  if (/<[!?]/.test(page)) return whole;
  const starts = [];
  let depth = 0;
  let parents = 0;
  let end = -1;
  for (const {1: closes, 3: attributes, index} of page.matchAll(tag)) {
    if (closes) {
      depth -= 1;
      if (depth === 1) end = index;
    } else {
      if (depth === 1) parents += 1;
      if (depth === 2) starts.push(index);
      if (!attributes.endsWith('/')) depth += 1;
    }
    if (depth < 0) return whole;
  }
  if (depth !== 0 || parents !== 1 || end < 0 || !starts.length) return whole;
  return {head: page.slice(0, starts[0]), blocks: starts.map((at, i) => page.slice(at, starts[i + 1] ?? end)), tail: page.slice(end)};
}

export const inWhole = ({head, blocks, tail}) => head + blocks.join('') + tail;

// What makes a page another: {at, cut, put}, blocks that go and come at one place; null: more than blocks changed.
export function changeOf(before, now) {
  if (before.head !== now.head || before.tail !== now.tail || !now.blocks.length) return null;
  const [old, next] = [before.blocks, now.blocks];
  let at = 0;
  while (at < old.length && at < next.length && old[at] === next[at]) at += 1;
  let last = 0;
  while (last < old.length - at && last < next.length - at && old[old.length - 1 - last] === next[next.length - 1 - last]) last += 1;
  return {at, cut: old.length - at - last, put: next.slice(at, next.length - last)};
}

export function changed({head, blocks, tail}, {at, cut, put}) {
  return {head, blocks: [...blocks.slice(0, at), ...put, ...blocks.slice(at + cut)], tail};
}
