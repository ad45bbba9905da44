// Plan: which chapters a book has and in which order, as its book.toml says; files nobody lists come in order of name.
import {partsOf, setToml, tomlValue, withParts} from './toml.mjs';

const baseName = (path) => path.replace(/^chapters\//, '');

// Groups of chapters: one without a title, or the parts; then what no list names. Names are those inside chapters/.
export function planOf(toml, paths) {
  const names = paths.filter((path) => /^chapters\/.+\.md$/i.test(path) && !/^chapters\/glossary\.md$/i.test(path)).map(baseName);
  const there = new Set(names);
  const parts = partsOf(toml);
  const listed = tomlValue(toml, '', 'chapters');
  const isListed = parts.length > 0 || Array.isArray(listed);
  const groups = parts.length ? parts.map((part) => ({title: part.title, chapters: part.chapters.filter((name) => there.has(name))}))
                              : [{title: null, chapters: isListed ? listed.filter((name) => there.has(name)) : [...names].sort()}];
  const seen = new Set(groups.flatMap((group) => group.chapters));
  return {groups, isListed, hasParts: parts.length > 0, left: isListed ? names.filter((name) => !seen.has(name)).sort() : []};
}

// book.toml with these groups.
export function withPlan(toml, groups, hasParts) {
  if (hasParts) return withParts(toml, groups.map((group) => ({title: group.title ?? '', chapters: group.chapters})));
  return setToml(toml, '', 'chapters', groups.flatMap((group) => group.chapters));
}

// Groups in which a chapter stands somewhere else: one step up or down (through the borders of parts), or before another one.
export function moved(groups, name, step) {
  const next = groups.map((group) => ({...group, chapters: [...group.chapters]}));
  const g = next.findIndex((group) => group.chapters.includes(name));
  if (g < 0) return next;
  const i = next[g].chapters.indexOf(name);
  const to = i + step;
  if (to >= 0 && to < next[g].chapters.length) {
    next[g].chapters.splice(i, 1);
    next[g].chapters.splice(to, 0, name);
  } else if (next[g + step]) {
    next[g].chapters.splice(i, 1);
    next[g + step].chapters.splice(step > 0 ? 0 : next[g + step].chapters.length, 0, name);
  }
  return next;
}

export function movedBefore(groups, name, other) {
  if (name === other) return groups;
  const next = groups.map((group) => ({...group, chapters: group.chapters.filter((one) => one !== name)}));
  const group = next.find((one) => one.chapters.includes(other)) ?? next[next.length - 1];
  const at = group.chapters.indexOf(other);
  group.chapters.splice(at < 0 ? group.chapters.length : at, 0, name);
  return next;
}

// Parts in which one stands a step higher or lower, or is not there: its chapters go to the part before it, or else behind it.
export function withPartMoved(groups, index, step) {
  const next = [...groups];
  const to = index + step;
  if (next[to]) [next[index], next[to]] = [next[to], next[index]];
  return next;
}

export function withoutPart(groups, index) {
  const taker = index > 0 ? index - 1 : 1;
  const own = groups[index].chapters;
  return groups.map((group, i) => (i === taker ? {...group, chapters: index > 0 ? [...group.chapters, ...own] : [...own, ...group.chapters]} : group))
    .filter((group, i) => i !== index);
}

export function replaced(groups, from, to) {
  return groups.map((group) => ({...group, chapters: group.chapters.flatMap((name) => (name !== from ? [name] : to ? [to] : []))}));
}

// A file name for words: letters of any script, digits and hyphens.
export function fileNameOf(words, taken, ending = '.md') {
  const plain = words.normalize('NFKD').replace(/\p{Mn}/gu, '').normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'chapter';
  const short = Array.from(plain).slice(0, 48).join('').replace(/-+$/, '');
  for (let n = 1;; ++n) {
    const name = `${short}${n > 1 ? `-${n}` : ''}${ending}`;
    if (!taken.has(name)) return name;
  }
}

// The number with which the next chapter's name begins, where the others begin with one: "07-".
export function nextNumber(names) {
  const numbers = names.map((name) => /^(\d+)[-_ ]/.exec(name)).filter(Boolean);
  if (numbers.length * 2 < names.length || (numbers.length === 0 && names.length > 0)) return '';
  const width = numbers[0]?.[1].length ?? 2;
  return `${String(Math.max(0, ...numbers.map((one) => Number(one[1]))) + 1).padStart(width, '0')}-`;
}
