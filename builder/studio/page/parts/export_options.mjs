// Options of an output, as fields: what the engine says of them decides which. Those that only a program can meet are not shown.
import {el, choice, field, input} from './dom.mjs';
import {say} from './words.mjs';

const ofPrograms = new Set(['html', 'docx', 'page_list']);
const manyValues = 8;  // above these a list is typed: A,B,C

function fieldOf(option, book, titleOf) {
  const words = say(`option_${option.name}`);
  if (option.name === 'chapter') {
    const control = choice([['', say('all_chapters')], ...book.facts().chapters.map((path) => [path.slice(9), titleOf(path)])], '');
    return {element: field(words, control), read: () => control.value};
  }
  if (option.standard === 'true' || option.standard === 'false') {
    const control = el('input', {type: 'checkbox', checked: option.standard === 'true'});
    return {element: el('label', {class: 'check'}, control, words), read: () => String(control.checked)};
  }
  if (option.values.length && option.values.length <= manyValues && (option.standard.includes(',') || option.standard === '')) {
    const standard = option.standard.split(',');
    const boxes = option.values.map((value) => el('input', {type: 'checkbox', value, checked: standard.includes(value)}));
    return {element: el('fieldset', {class: 'field'}, el('legend', {}, words), boxes.map((box) => el('label', {class: 'check'}, box, say(`value_${box.value}`)))),
            read: () => boxes.filter((box) => box.checked).map((box) => box.value).join(',')};
  }
  if (option.values.length && option.values.length <= manyValues) {
    const control = choice(option.values.map((value) => [value, value]), option.standard);
    return {element: field(words, control), read: () => control.value};
  }
  const control = input(option.standard, {dir: 'ltr'});
  return {element: field(words, control, option.name === 'versions' ? say('option_versions_help') : null), read: () => control.value.trim()};
}

// {element, read}: read() gives what is not as usual.
export function optionFields(options, book, titleOf, canRun) {
  const rows = options.filter((option) => option.name !== 'html' && (canRun || !ofPrograms.has(option.name))).map((option) => ({option, ...fieldOf(option, book, titleOf)}));
  return {
    element: rows.length > 0 && el('details', {class: 'field'}, el('summary', {}, say('options')), rows.map((row) => row.element)),
    read: () => Object.fromEntries(rows.map(({option, read}) => [option, read()]).filter(([option, value]) => value !== option.standard && value !== '').map(([option, value]) => [option.name, value])),
  };
}
