// The sources of a book seen line by line, with no parser of Markdown: their words but for addresses, keys and names of forms, and their
// pictures.
import { wordsOf } from "./built_words.mjs";

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", copy: "©", auml: "ä", ouml: "ö", eacute: "é", hearts: "♥", ndash: "–" };
const decoded = (text) =>
  text.replace(/&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/g, (whole, dec, hex, name) => {
    if (name) return entities[name] ?? " ";
    const code = dec ? Number(dec) : parseInt(hex, 16);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : " ";
  });

// Keys of quizzes and of the glossary whose values are shown, and those whose values are not.
const shownKeys = /^(hint|feedback|key|title|also|say|kind|see|en):(?=\s|$)/;
const hiddenKeys = /^(id|marks|choose|script|auto):(\s|$)/;
const formNames = /^(quiz|gift|aiken|timeline|math|note|tip|info|warning|caution|danger|important|hint|source|objectives|key|details)$/i;

// Words that emphasis begins or ends within are one; brackets divide them.
const joined = (text) => text.replace(/([\p{L}\p{N}])(\*{1,3}|\]\]|\[\[)(?=[\p{L}\p{N}])/gu, (mark, before, sign) => (sign.startsWith("*") ? before : `${before} `));
const titlesIn = (block) => " " + [...block.matchAll(/(?:fig-alt|fig-cap|title)="([^"]*)"/g)].map((found) => found[1]).join(" ") + " ";

// What a reader of the book is to find of each line: {line, words, shown: the line where it is no code, inQuiz: whether
// it is of questions}.
export function linesOf(source) {
  const rows = [];
  let fence = "";
  let comment = false;
  let matter = false;
  let inQuiz = false;
  let inKey = false;
  let gift = false;
  let isQuiz = false;
  source.replace(/^\uFEFF/, "").split(/\r\n?|\n/).forEach((whole, index) => {
    let line = whole.replace(/^[\s>]+/, "").replace(/^(?:[-+*]|\d+[.)])\s+(?=(```|~~~|:::))/, "");
    if (index === 0 && /^(---|\+\+\+)\s*$/.test(line)) {
      matter = true;
      return;
    }
    if (matter) {
      matter = !/^(---|\+\+\+|\.\.\.)\s*$/.test(line);
      return;
    }
    const opening = line.match(/^(`{3,}|~{3,})\s*([^`]*)$/);
    if (opening && !comment && (fence === "" || (opening[1].startsWith(fence) && opening[2] === ""))) {
      inQuiz = fence === "" && /^(quiz|gift|aiken|timeline|\{\w+\}.*)$/.test(opening[2].trim());
      gift = fence === "" && opening[2].trim() === "gift";
      isQuiz = fence === "" && /^(quiz|gift|aiken)$/.test(opening[2].trim());
      inKey = false;
      const info = opening[2].trim();
      if (fence === "" && /^\{\w+\}/.test(info)) rows.push({ line: index + 1, words: wordsOf(info.replace(/^\{\w+\}/, "")), shown: "", inQuiz: false });
      fence = fence === "" ? opening[1] : "";
      return;
    }
    const code = fence !== "" && !inQuiz;
    let shown = "";
    if (gift && fence !== "" && !/^[=~]?[\p{L}\p{N}\s.?]*(\{|#[\p{L}\p{N}\s.]*)?$/u.test(line)) return;  // a language of its own
    if (!code) {
      if (comment) {
        if (!line.includes("-->")) return;
        line = line.slice(line.indexOf("-->") + 3);
        comment = false;
      }
      line = line.replace(/<!--.*?-->/g, " ");
      if (line.includes("<!--")) {
        comment = true;
        line = line.slice(0, line.indexOf("<!--"));
      }
      shown = line;
      line = line.replace(/(\$\$?)[^$]+\1/g, (formula) => formula.replace(/\\[A-Za-z]+/g, " "));  // names of TeX's signs
      if (hiddenKeys.test(line) || (inQuiz && /^see:\s/.test(line))) return;
      line = line.replace(/^([-+*]|\d+[.)])\s+\[[ xX]\]\s/, " ").replace(/^____+(\s+lines=\d+)?\s*$/, " ").replace(/^(Table|Tabelle):/, " ").replace(/ \{-?\d+%\}$/, " ");
      inKey = inQuiz && line !== "" && (/^key:/.test(line) || (inKey && !/^(##|- \[|[a-z]+:)/.test(line)));
      line = line.replace(shownKeys, " ");
      line = line.replace(/^\d+[.)]\s/, " ").replace(/^[A-Z][.)]\s(?=.*)/, (mark) => (fence !== "" ? " " : mark)).replace(/^ANSWER:.*/, " ").replace(/https?:\/\/[^\s>)\]"']+/g, " ");
      line = line.split(/(`+[^`]*`+)/).map((part, i) => (i % 2 === 1 ? part : joined(part))).join("").replace(/ "decorative"/, " ").replace(/^:{3,}\s*\{[^{}]*\}/, titlesIn);
      line = line.replace(/^:{3,}\s*\{?\.?[\w-]*/, " ").replace(/^(?:!!!|\?\?\?\+?)\s*\w+/, " ").replace(/^(?:(?:[-+*]|\d+[.)])\s+|>\s*)*(\[![\w ]+\])[-+]?/, (mark, callout) => (/^\[!\w+\]/.test(callout) ? " " : mark));
      line = line.replace(/^\[[^\]^]+\]:(\s.*)?$/, " ").replace(/^\[\^[^\]]+\]:/, " ").replace(/\[\^[^\]\s]+\]/g, " ");
      line = line.replace(/\]\(\s*<[^>]*>/g, "](").replace(/\]\([^\s()]*(\([^\s()]*\)[^\s()]*)*/g, "] ").replace(/\]\[[^\]]*\]/g, "] ");
      line = line.replace(/\[\[([^\]|#]*#)?[^\]|]*\|/g, "[[").replace(/<((?:https?|mailto):[^>\s]*)>/g, " $1 ");
      line = line.replace(/<\/?(?:span|em|strong|b|i|u|s|mark|abbr|q|cite|small|kbd|ruby|rt|rb|del|ins)(?:\s[^<>]*)?>/g, "").replace(/<\/?[a-zA-Z][^<>]*>/g, (tag) => " " + [...tag.matchAll(/\balt="([^"]*)"/g)].map((found) => found[1]).join(" ") + " ");
      line = line.replace(/\{:?\s*[#.\-=a-z][^{}]*\}/g, titlesIn);
      line = decoded(line);
    }
    rows.push({ line: index + 1, words: wordsOf(line).filter((word) => !(code && formNames.test(word))), shown, inQuiz: isQuiz && fence !== "" });
  });
  return rows;
}

// The address of each picture that stands there, as often as it does: [{line, address, alt}]. A drawing in HTML has no address.
export function picturesOf(source) {
  const references = new Map([...source.matchAll(/^\s*(?:>\s*)*\[([^\]^]+)\]:\s*<?([^\s>]+)/gm)].map(([, label, address]) => [label.toLowerCase(), address]));
  const pictures = [];
  for (const { line, shown } of linesOf(source)) {
    const text = shown.replace(/(?<!\\)(`+)(?!`).*?[^`]\1(?!`)/g, " ").replace(/\\[![<]/g, "  ");
    const take = (address, alt = "") => address && pictures.push({ line, address: address.replace(/^<|>$/g, ""), alt });
    for (const [, alt, address, label] of text.matchAll(/!\[((?:[^[\]]|\[[^\]]*\])*)\](?:\(\s*(<[^>]*>|[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)[^()]*\)|\[([^\]]*)\])?/g)) take(address ?? references.get((label || alt).toLowerCase()), alt);
    for (const [, address] of text.matchAll(/!\[\[([^\]|#]+\.\w+)[^\]]*\]\]/g)) take(address);
    for (const [, address] of text.matchAll(/<(?:img|object|embed|image)\b[^>]*?\s(?:src|data|href)="?([^">\s]+)/gi)) take(address);
    for (const _ of text.matchAll(/<svg\b/gi)) pictures.push({ line, address: "", alt: "" });
  }
  return pictures;
}
