// Words of the page, in the language of whoever writes; the book has a language of its own.
import table from '../words.json';

export const languages = {en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español', ru: 'Русский', ar: 'العربية'};

let current = 'en';

function remembered() {
  try {
    return localStorage.getItem('hornbook-studio/language');
  } catch (refused) {
    return null;
  }
}

export function chooseLanguage(wanted = remembered()) {
  const asked = [wanted, ...navigator.languages].filter(Boolean).map((tag) => tag.slice(0, 2).toLowerCase());
  current = asked.find((tag) => tag in languages) ?? 'en';
  document.documentElement.lang = current;
  document.documentElement.dir = current === 'ar' ? 'rtl' : 'ltr';
  return current;
}

export function keepLanguage(tag) {
  try {
    localStorage.setItem('hornbook-studio/language', tag);
  } catch (refused) {
    return;
  }
}

export const language = () => current;

// The words for a key; each {} is the next value.
export function say(key, ...values) {
  const words = table[key]?.[table.languages.indexOf(current)] ?? key;
  let next = 0;
  return words.replace(/\{\}/g, () => String(values[next++] ?? ''));
}

export const time = (date) => new Intl.DateTimeFormat(current, {dateStyle: 'medium', timeStyle: 'short'}).format(date);
