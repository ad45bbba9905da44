// Tags of languages, as a list to choose from while any other may be written.
import {el, field, freshId, input} from './dom.mjs';
import {language, say} from './words.mjs';

const tags = ['ar', 'bg', 'bn', 'ca', 'cs', 'da', 'de-AT', 'de-CH', 'de-DE', 'el', 'en-GB', 'en-US', 'es-ES', 'es-MX', 'et', 'eu', 'fa', 'fi', 'fr-FR', 'ga', 'gl', 'he', 'hi', 'hr', 'hu', 'id', 'it', 'ja', 'ka', 'ko', 'lt', 'lv',
              'nb', 'nl', 'pl', 'pt-BR', 'pt-PT', 'ro', 'ru', 'sk', 'sl', 'sq', 'sr', 'sv', 'sw', 'th', 'tr', 'uk', 'ur', 'vi', 'zh-Hans', 'zh-Hant'];

// Whether it can be a tag: the engine knows more of them, the letters of a language's whole name are none.
export const isTag = (words) => /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(words);

// A field for the language of a book: {control, element}.
export function languageField(value) {
  const names = new Intl.DisplayNames([language()], {type: 'language'});
  const list = freshId('languages');
  const control = input(value, {list, spellcheck: 'false', dir: 'ltr'});
  return {control, element: el('div', {}, field(say('set_language'), control, say('set_language_help')), el('datalist', {id: list}, tags.map((tag) => el('option', {value: tag}, names.of(tag)))))};
}
