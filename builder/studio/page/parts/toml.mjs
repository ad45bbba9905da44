// book.toml as its author wrote it: one value is changed and everything else, comments and order included, stays.

const blank = /[ \t]/;

function skipBlank(text, at) {
  while (at < text.length && blank.test(text[at])) ++at;
  return at;
}

// The end of a string that begins at `at`, behind its last quote.
function stringEnd(text, at) {
  const quote = text[at];
  const long = text.startsWith(quote.repeat(3), at);
  const mark = long ? quote.repeat(3) : quote;
  for (let i = at + mark.length; i < text.length; ++i) {
    if (quote === '"' && text[i] === '\\') ++i;
    else if (text.startsWith(mark, i)) return i + mark.length + (long && text[i + 3] === quote ? 1 : 0);
    else if (!long && text[i] === '\n') return i;
  }
  return text.length;
}

const commentEnd = (text, at) => (text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at));

function bracketEnd(text, at) {
  let depth = 0;
  for (let i = at; i < text.length; ++i) {
    if (text[i] === '"' || text[i] === "'") i = stringEnd(text, i) - 1;
    else if (text[i] === '#') i = commentEnd(text, i) - 1;
    else if (text[i] === '[' || text[i] === '{') ++depth;
    else if ((text[i] === ']' || text[i] === '}') && --depth === 0) return i + 1;
  }
  return text.length;
}

function valueEnd(text, at) {
  if (text[at] === '"' || text[at] === "'") return stringEnd(text, at);
  if (text[at] === '[' || text[at] === '{') return bracketEnd(text, at);
  let end = at;
  while (end < text.length && !/[\n\r#]/.test(text[end])) ++end;
  return at + text.slice(at, end).trimEnd().length;
}

const escapes = {b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', '\\': '\\'};

function stringValue(raw) {
  const long = raw.startsWith('"""') || raw.startsWith("'''");
  const body = long ? raw.slice(3, -3).replace(/^\r?\n/, '') : raw.slice(1, -1);
  if (raw[0] === "'") return body;
  return body.replace(/\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\s*\n\s*|.)/g, (all, code) =>
    /^[uU]/.test(code) ? String.fromCodePoint(parseInt(code.slice(1), 16)) : /^\s/.test(code) ? '' : escapes[code] ?? all);
}

// Items of a list: each with the comments before it and the one behind it on its line.
function listItems(raw) {
  const items = [];
  let before = [];
  let sameLine = false;
  for (let at = 1; at < raw.length - 1;) {
    if (raw[at] === '#') {
      const comment = raw.slice(at, commentEnd(raw, at)).trimEnd();
      if (sameLine && items.length) items[items.length - 1].after = comment;
      else before.push(comment);
      at = commentEnd(raw, at);
    } else if (raw[at] === '\n') {
      sameLine = false;
      ++at;
    } else if (/[\s,]/.test(raw[at])) {
      ++at;
    } else {
      let end = valueEnd(raw, at);
      if (!/["'[{]/.test(raw[at])) end = at + raw.slice(at).search(/[,\s\]#]|$/);
      items.push({value: readValue(raw.slice(at, Math.max(end, at + 1))), before, after: ''});
      before = [];
      sameLine = true;
      at = Math.max(end, at + 1);
    }
  }
  return {items, rest: before};
}

function readValue(raw) {
  if (/^["']/.test(raw)) return stringValue(raw);
  if (raw.startsWith('[')) return listItems(raw).items.map((item) => item.value);
  if (raw === 'true' || raw === 'false') return raw === 'true';
  if (/^[+-]?\d[\d_]*$/.test(raw)) return Number(raw.replace(/_/g, ''));
  return raw;
}

const plainKey = (raw) => (/^["']/.test(raw) ? stringValue(raw.trim()) : raw.trim());

// Tables ("" is the top; [[part]] comes once for each) and the values in them, with their places.
export function readToml(text) {
  const tables = [{name: '', isList: false, start: 0, head: 0, index: 0, end: 0}];
  const values = [];
  for (let at = 0; at < text.length;) {
    const start = at;
    at = skipBlank(text, at);
    if (text[at] === '[') {
      const isList = text[at + 1] === '[';
      const end = text.indexOf(']', at);
      const head = commentEnd(text, at);
      const name = text.slice(at + (isList ? 2 : 1), end < 0 ? head : end).trim();
      tables.push({name, isList, start, head, end: head, index: tables.filter((one) => one.name === name).length});
      at = head + 1;
    } else if (at >= text.length || /[\n\r#]/.test(text[at])) {
      at = commentEnd(text, at) + 1;
    } else {
      const keyEnd = /["']/.test(text[at]) ? stringEnd(text, at) : at;
      const equals = text.indexOf('=', keyEnd);
      const lineEnd = commentEnd(text, keyEnd);
      if (equals < 0 || equals > lineEnd) {
        at = lineEnd + 1;
        continue;
      }
      const from = skipBlank(text, equals + 1);
      const to = valueEnd(text, from);
      const table = tables[tables.length - 1];
      table.end = commentEnd(text, to);
      values.push({table: table.name, index: table.index, key: plainKey(text.slice(at, equals)), start, from, to, end: table.end, value: readValue(text.slice(from, to))});
      at = table.end + 1;
    }
  }
  return {tables, values};
}

export function tomlValue(text, table, key, index = 0) {
  return readToml(text).values.find((one) => one.table === table && one.key === key && one.index === index)?.value;
}

export function quoted(text) {
  const escaped = text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t').replace(/[\u0000-\u001f\u007f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `"${escaped}"`;
}

const isDate = (value) => /^\d{4}-\d{2}-\d{2}$/.test(value);

function writtenList(values, old) {
  const {items, rest} = old?.startsWith('[') ? listItems(old) : {items: [], rest: []};
  const kept = values.map((value) => ({...(items.find((item) => item.value === value) ?? {before: [], after: ''}), value}));
  const lost = items.filter((item) => !values.includes(item.value)).flatMap((item) => item.before);
  const short = `[${values.map((value) => written(value)).join(', ')}]`;
  const comments = [...lost, ...rest];
  if (!comments.length && kept.every((item) => !item.before.length && !item.after) && (!old?.includes('\n') || !values.length) && short.length <= 110) return short;
  const lines = kept.flatMap((item) => [...item.before, `${written(item.value)},${item.after ? ` ${item.after}` : ''}`]);
  return `[\n${[...lines, ...comments].map((line) => `  ${line}`).join('\n')}\n]`;
}

function written(value, old, isDay = false) {
  if (Array.isArray(value)) return writtenList(value, old);
  if (typeof value === 'string' && isDay && isDate(value)) return value;
  return typeof value === 'string' ? quoted(value) : String(value);
}

// The text with one value set; null or undefined takes its line away. A table that is missing is added at the end.
export function setToml(text, table, key, value, index = 0) {
  const {tables, values} = readToml(text);
  const old = values.find((one) => one.table === table && one.key === key && one.index === index);
  const isGone = value === null || value === undefined;
  if (old && isGone) return text.slice(0, old.start) + text.slice(old.end + 1);
  if (old) return text.slice(0, old.from) + written(value, text.slice(old.from, old.to), key === 'date') + text.slice(old.to);
  if (isGone) return text;
  const line = `${key} = ${written(value, undefined, key === 'date')}`;
  const place = tables.find((one) => one.name === table && one.index === index);
  if (!place) return `${text.replace(/\s*$/, '\n')}\n[${table}]\n${line}\n`;
  const hasValues = values.some((one) => one.table === table && one.index === index);
  if (table === '' && !hasValues) return `${line}\n${text}`;
  return `${text.slice(0, place.end)}\n${line}${text.slice(place.end)}`;
}

// Parts as book.toml has them: [{title, chapters}], none where there is no [[part]].
export function partsOf(text) {
  const {tables, values} = readToml(text);
  return tables.filter((one) => one.name === 'part').map(({index}) => {
    const of = (key) => values.find((one) => one.table === 'part' && one.index === index && one.key === key)?.value;
    return {title: of('title') ?? '', chapters: of('chapters') ?? []};
  });
}

// The text with these parts: titles and lists are changed in place, new parts come behind the last, those too many are taken away.
export function withParts(text, parts) {
  const old = partsOf(text);
  let result = text;
  parts.forEach((part, index) => {
    if (index < old.length) {
      if (old[index].title !== part.title) result = setToml(result, 'part', 'title', part.title, index);
      if (String(old[index].chapters) !== String(part.chapters)) result = setToml(result, 'part', 'chapters', part.chapters, index);
    } else {
      const tables = readToml(result).tables.filter((one) => one.name === 'part');
      const at = tables.length ? tables[tables.length - 1].end : readToml(result).tables[0].end;
      result = `${result.slice(0, at)}\n\n[[part]]\ntitle = ${quoted(part.title)}\nchapters = ${writtenList(part.chapters)}${result.slice(at)}`;
    }
  });
  for (let index = old.length - 1; index >= parts.length; --index) {
    const place = readToml(result).tables.find((one) => one.name === 'part' && one.index === index);
    result = result.slice(0, place.start) + result.slice(place.end + 1).replace(/^\n/, '');
  }
  return result;
}
