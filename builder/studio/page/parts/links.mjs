// Links: where Markdown names other files, and the same text with other names. What stands in code is no link.

const fence = /^ {0,3}(`{3,}|~{3,})\s*(\w*)/;
const read = new Set(['quiz', 'timeline', 'gift', 'aiken']);  // fences whose lines are the book's own
const places = [
  /(\]\(\s*)(<[^<>\n]*>|[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)/g,
  /^( {0,3}\[[^\]^\n][^\]\n]*\]:[ \t]*)(<[^<>\n]*>|\S+)/g,
  /(\b(?:src|href)=["'])([^"'\n]*)/g,
];

// The text with change(destination) in the place of each destination of a link or picture; undefined leaves it.
export function withLinks(text, change) {
  let code = '';
  return text.split('\n').map((line) => {
    const mark = fence.exec(line);
    if (mark && !code) code = read.has(mark[2]) ? '' : mark[1];
    else if (code && mark && mark[1].startsWith(code) && !mark[2]) code = '';
    if (code) return line;
    return places.reduce((all, pattern) => all.replace(pattern, (whole, before, raw) => {
      const isAngled = raw.startsWith('<');
      const next = change(isAngled ? raw.slice(1, -1) : raw);
      if (next === undefined) return whole;
      return before + (isAngled || (/[\s()<>]/.test(next) && before.startsWith(']')) ? `<${next}>` : next);
    }), line);
  }).join('\n');
}

function decoded(words) {
  try {
    return decodeURIComponent(words);
  } catch (raw) {
    return words;
  }
}

// The path that a destination in a file of this folder names, and what follows it (#id); null for addresses elsewhere.
export function resolved(folder, destination) {
  const [, name, rest] = /^([^#?]*)(.*)$/s.exec(destination);
  if (!name || /^([a-z][a-z0-9+.-]*:|\/)/i.test(name)) return null;
  const parts = folder.split('/').filter(Boolean);
  for (const part of decoded(name).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return {path: parts.join('/'), rest};
}

export function relative(folder, path) {
  const [from, to] = [folder.split('/').filter(Boolean), path.split('/')];
  while (from.length && to.length > 1 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  return [...from.map(() => '..'), ...to].join('/');
}

const folderOf = (path) => path.split('/').slice(0, -1).join('/');

// The text of a file, with every link to one file leading to another.
export function withRenamed(text, file, from, to) {
  return withLinks(text, (destination) => {
    const found = resolved(folderOf(file), destination);
    return found?.path === from ? relative(folderOf(file), to) + found.rest : undefined;
  });
}
