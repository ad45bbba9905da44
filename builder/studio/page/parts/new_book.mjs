// New book: an empty one, a chapter in it that is called in the book's own language, dated today.
import {fileNameOf} from './plan.mjs';
import {setToml} from './toml.mjs';

const firstChapter = {
  ar: 'الفصل الأول', de: 'Kapitel 1', en: 'Chapter 1', es: 'Capítulo 1', fr: 'Chapitre 1', he: 'פרק 1', hi: 'अध्याय 1', it: 'Capitolo 1', ja: '第1章', nl: 'Hoofdstuk 1', pl: 'Rozdział 1',
  pt: 'Capítulo 1', ru: 'Глава 1', tr: '1. Bölüm', uk: 'Розділ 1', zh: '第一章',
};

const dayOf = (date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

// Its files: path -> text.
export function newBook(title, tag, today = new Date()) {
  const words = firstChapter[tag.toLowerCase().split('-')[0]] ?? firstChapter.en;
  const name = `01-${fileNameOf(words, new Set())}`;
  const rows = [['title', title], ['language', tag], ['date', dayOf(today)], ['chapters', [name]]];
  const toml = rows.reduce((text, [key, value]) => setToml(text, '', key, value), '');
  return new Map([['book.toml', toml], [`chapters/${name}`, `# ${words}\n\n`]]);
}
