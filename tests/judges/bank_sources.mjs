// Banks of questions, read by other programs' parsers and by none of Hornbook's: what each question has that an import is to keep.
// A question: {file, line, last, type, html (whether its texts are HTML), texts: [{line, text}], pictures: [sum], answers: {…},
// settings: [name], id, marks}; texts are all that pupils or teachers are shown of it.
import {DOMParser} from '@xmldom/xmldom';
import {parse as parseGift} from 'gift-pegjs';
import {posix} from 'node:path';
import entities from '@xmldom/xmldom/lib/entities.js';
import {sum, wordsOf} from './built_words.mjs';

const elements = (node) => [...node.childNodes].filter((child) => child.nodeType === 1);
const children = (node, name) => elements(node).filter((child) => child.localName === name);
const child = (node, name) => (node ? children(node, name)[0] : undefined);
const below = (node, name) => [...node.getElementsByTagName('*')].filter((each) => each.localName === name);
const content = (node, name) => child(node, name)?.textContent.trim() ?? '';
const lastLine = (node) => Math.max(node.lineNumber ?? 0, ...[...node.childNodes].map((each) => lastLine(each) + (each.nodeType === 3 || each.nodeType === 4 ? each.nodeValue.split('\n').length - 1 : 0)));
// Names of HTML are known to Moodle and many others, though no document declares them.
const declared = (text) => text.replace(/&(\w+);/g, (all, name) => (entities.XML_ENTITIES[name] ? all : entities.HTML_ENTITIES[name] ?? all));
export const parseXml = (text) => new DOMParser({onError: () => {}}).parseFromString(declared(text.replace(/^\uFEFF/, '')), 'text/xml').documentElement;

const decoded = (text) => text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, number, hex, name) => (name ? entities.HTML_ENTITIES[name] ?? all : String.fromCodePoint(number ? Number(number) : parseInt(hex, 16))));
const hidden = /<(script|style)\b[^]*?<\/\1>|<!--[^]*?-->/gi;
export const wordsOfHtml = (html) => {
  const alts = html.replace(hidden, '').replace(/<(?:"[^"]*"|'[^']*'|[^>"'])*>/g, (tag) => (/^<\/?(?:b|i|em|strong|span|u|s|small|code|a)\b/i.test(tag) ? '' : ` ${(/equation_image/.test(tag) ? '' : tag.match(/\balt\s*=\s*"([^"]*)"/i)?.[1] ?? '')} `));
  return wordsOf(decoded(decoded(alts)));
};

// ---- Moodle XML ----

const moodleTexts = ['questiontext', 'generalfeedback', 'correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback', 'hint', 'graderinfo', 'responsetemplate', 'answer', 'subquestion', 'info', 'selectoption', 'dragbox'];
const usualTexts = /^\s*(<p>)?Your answer is (partially )?(in)?correct\.(<\/p>)?\s*$/;
// What Moodle writes by itself: nobody chose it.
const moodleUsual = {
  penalty: /^(0(\.0*)?|0\.3333333|0\.1(0*)?|1(\.0*)?)?$/, hidden: /^0?$/, usecase: /^0?$/, shuffleanswers: /./, answernumbering: /./, single: /./, showstandardinstruction: /./, shownumcorrect: /./, responserequired: /./,
  responseformat: /^(editor|plain|monospaced)?$/, responsefieldlines: /./, attachments: /^0?$/, attachmentsrequired: /^0?$/, maxbytes: /^0?$/, unitgradingtype: /^0?$/, unitpenalty: /./, showunits: /./, unitsleft: /./, layouttype: /./,
  selecttype: /^(ALL|0)?$/, selectcount: /./, gradingtype: /./, showgrading: /./, numberingstyle: /./, defaultgrade: /./, idnumber: /./, name: /./, minwordlimit: /^0?$/, maxwordlimit: /^0?$/, filetypeslist: /^$/,
};

function moodleAnswers(type, node) {
  const rows = children(node, 'answer').map((answer) => ({share: Number(answer.getAttribute('fraction')) / 100, text: content(answer, 'text'), tolerance: Number(content(answer, 'tolerance') || 0), feedback: content(child(answer, 'feedback') ?? answer, 'text')}));
  switch (type) {
    case 'multichoice':
    case 'truefalse':
      return {choices: rows.map((row) => [wordsOfHtml(row.text).join(' '), row.share]), several: type === 'multichoice' && /^(false|0)$/.test(content(node, 'single'))};
    case 'shortanswer':
      return {accepted: rows.filter((row) => row.text !== '*').map((row) => [row.text, row.share]), any: rows.some((row) => row.text === '*' && (row.share > 0 || row.feedback))};
    case 'numerical':
      return {accepted: rows.filter((row) => row.text !== '*').map((row) => [[Number(row.text) - row.tolerance, Number(row.text) + row.tolerance], row.share])};
    case 'matching':
      return {pairs: children(node, 'subquestion').map((row) => [wordsOfHtml(content(row, 'text')).join(' '), wordsOfHtml(content(child(row, 'answer'), 'text')).join(' ')])};
    case 'ordering':
      return {order: [...children(node, 'answer')].sort((a, b) => Number(a.getAttribute('fraction')) - Number(b.getAttribute('fraction'))).map((row) => wordsOfHtml(content(row, 'text')).join(' '))};
    case 'cloze':
      return {gaps: clozeGaps(content(child(node, 'questiontext'), 'text'))};
    default:
      return {};
  }
}

// `{1:SA:=a~%50%b#note}`: [[text, share]…] of each.
function clozeGaps(html) {
  return [...html.matchAll(/\{\d*:((?:SHORTANSWER|SA|MW|NUMERICAL|NM|MULTICHOICE|MC|MULTIRESPONSE|MR)[A-Z_]*):((?:\\.|[^}\\])*)\}/g)].map(([, kind, body]) => ({
    kind, answers: body.split(/(?<!\\)~/).filter(Boolean).map((row) => row.match(/^(=|%(-?[\d.]+)%)?((?:\\.|&#?\w+;|[^#\\])*)(?:#([^]*))?$/)).filter(Boolean).map(([, all, percent, text]) => [decoded(text.replace(/\\(.)/g, '$1')).trim(), all === '=' ? 1 : Number(percent ?? 0) / 100]),
  }));
}
// The gaps' own words, without their marks.
const withoutCloze = (html) => html.replace(/\{\d*:(?:SHORTANSWER|SA|MW|NUMERICAL|NM|MULTICHOICE|MC|MULTIRESPONSE|MR)[A-Z_]*:((?:\\.|[^}\\])*)\}/g, (_, body) => ` ${body.replace(/(?<!\\)~/g, ' ').replace(/(?<=^|\s)%-?[\d.]+%/g, ' ').replace(/(?<=\d):[\d.]+/g, ' ').replace(/(?<![\\&])[=#]/g, ' ').replace(/\\(.)/g, '$1')} `);

export function moodleQuestions(xml, file) {
  const questions = [];
  for (const node of children(parseXml(xml), 'question')) {
    const type = {multianswer: 'cloze', multichoiceset: 'multichoice', ddmatch: 'matching'}[node.getAttribute('type')] ?? node.getAttribute('type');
    const question = {file, line: node.lineNumber, last: lastLine(node), type, html: true, texts: [], pictures: [], settings: [], answers: moodleAnswers(type, node), marks: content(node, 'defaultgrade'), id: content(node, 'idnumber')};
    for (const part of elements(node)) {
      const usual = moodleUsual[part.localName];
      if (type !== 'description' && !moodleTexts.includes(part.localName) && part.localName !== 'category' && (!usual || !usual.test(part.textContent.trim())) && part.textContent.trim() !== '') question.settings.push(part.localName);
      if (!moodleTexts.includes(part.localName)) continue;
      for (const holder of [part, ...below(part, '*')].filter((each) => child(each, 'text'))) {
        const text = child(holder, 'text').textContent;
        if (usualTexts.test(text) || (holder.localName === 'answer' && type === 'numerical') || (type === 'truefalse' && holder.localName === 'answer')) continue;
        question.texts.push({line: holder.lineNumber, text: type === 'cloze' ? withoutCloze(text) : text, plain: holder.getAttribute('format') === 'plain_text'});
        const files = new Map(children(holder, 'file').map((each) => [each.getAttribute('name'), sum(Buffer.from(each.textContent, 'base64'))]));
        for (const [, name] of text.matchAll(/<img\b[^>]*\bsrc="@@PLUGINFILE@@\/([^"]*)"/g)) question.pictures.push(files.get(decodeURIComponent(name)) ?? 'none');
      }
    }
    questions.push(question);
  }
  return questions;
}

// ---- Aiken, GIFT ----

export function aikenQuestions(text, file) {
  const questions = [];
  let question = null;
  text.split(/\r?\n/).forEach((line, i) => {
    const key = line.match(/^\s*ANSWER:\s*([A-Za-z])\s*$/i);
    const choice = line.match(/^\s*([A-Za-z])[.)]\s+(.*)$/);
    if (!question && line.trim() !== '') question = {file, line: i + 1, type: 'aiken', html: false, texts: [], pictures: [], settings: [], answers: {choices: [], several: false}};
    if (!question || line.trim() === '') return;
    if (key) {
      question.answers.choices = question.answers.choices.map(([words, letter]) => [words, letter === key[1].toUpperCase() ? 1 : 0]);
      question.last = i + 1;
      questions.push(question);
      question = null;
      return;
    }
    question.texts.push({line: i + 1, text: choice && question.texts.length > 0 ? choice[2] : line, plain: true});
    if (choice && question.texts.length > 1) question.answers.choices.push([wordsOf(choice[2]).join(' '), choice[1].toUpperCase()]);
  });
  return questions;
}

function giftAnswers(row) {
  const text = (each) => wordsOfHtml(String(each?.text ?? each ?? '').replace(/&#0*35;?|#?035/g, '#')).join(' ');
  switch (row.type) {
    case 'MC': {
      const one = row.choices.some((choice) => choice.isCorrect);
      return {choices: row.choices.map((choice) => [text(choice.text), one && choice.isCorrect ? 1 : (choice.weight ?? 0) / 100]), several: !one};
    }
    case 'TF':
      return {choices: [['True', row.isTrue ? 1 : 0], ['False', row.isTrue ? 0 : 1]], several: false};
    case 'Short':
      return {accepted: row.choices.map((choice) => [String(choice.text.text), (choice.weight ?? 100) / 100])};
    case 'Numerical':
      return {accepted: [row.choices].flat().map((choice) => {
        const number = choice.text ?? choice;
        return [number.type === 'high-low' ? [number.numberLow, number.numberHigh] : [number.number - (number.range ?? 0), number.number + (number.range ?? 0)], (choice.weight ?? 100) / 100];
      })};
    case 'Matching':
      return {pairs: row.matchPairs.map((pair) => [text(pair.subquestion), text(pair.subanswer)])};
    default:
      return {};
  }
}

// A block of lines is a question; what another program cannot read is left to the words.
export function giftQuestions(source, file) {
  const questions = [];
  const lines = source.split(/\r?\n/);
  for (let begin = 0; begin < lines.length; ++begin) {
    if (lines[begin].trim() === '') continue;
    let end = begin;
    while (end < lines.length && lines[end].trim() !== '') ++end;
    const rows = lines.slice(begin, end).filter((line) => !/^\s*(\/\/|\$CATEGORY:)/.test(line));
    const comments = lines.slice(begin, end).filter((line) => /^\s*\/\//.test(line)).join('\n');
    if (rows.length > 0) {
      const block = rows.join('\n');
      let read = null;
      try {
        read = parseGift(`${block}\n\n`).filter((row) => row.type !== 'Category')[0];
      } catch {}
      const shown = block.replace(/^\s*::(?:\\.|[^\\])*?::/, ' ').replace(/^\s*\[(html|moodle|plain|markdown)\]/, ' ').replace(/\{#[^]*?\}/g, (all) => all.replace(/[:.]/g, (sign) => (sign === ':' ? ' ' : sign)))
        .replace(/\{\s*(T|F|TRUE|FALSE|>\d*[A-Za-z_ \d]*?)\s*(?=[}#\n])/g, '{ ').replace(/(?<!\\)%-?[\d.]+%/g, ' ').replace(/\\(.)/g, '$1');
      questions.push({file, line: begin + 1, last: end, type: read?.type ?? 'unread', html: true, texts: [{line: begin + 1, text: shown, numbers: false}], pictures: [], settings: [...new Set([...comments.matchAll(/\[(tag):/g)].map((match) => match[1]))],
        answers: read ? giftAnswers(read) : {}, id: comments.match(/\[id:([^\]]*)\]/)?.[1] ?? ''});
    }
    begin = end;
  }
  return questions;
}

// ---- QTI ----

const camel = (name) => name.replace(/^qti-/, '').replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const named = (node, ...names) => [...node.getElementsByTagName('*')].filter((each) => names.includes(camel(each.localName)));
const attribute = (node, name) => node.getAttribute(name) ?? node.getAttribute(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)) ?? '';
const textOf = (node) => (node.nodeType === 3 || node.nodeType === 4 ? node.nodeValue : node.nodeType !== 1 || /^(math|value|qti-value)$/.test(node.localName) ? ' ' : `${/^(b|i|em|strong|span|u|s|small|code|a)$/.test(node.localName) ? '' : ' '}${node.getAttribute('alt') ?? ''}${[...node.childNodes].map(textOf).join('')}${/^(b|i|em|strong|span|u|s|small|code|a)$/.test(node.localName) ? '' : ' '}`);

function qti2Answers(item) {
  const interactions = named(item, 'choiceInteraction', 'matchInteraction', 'orderInteraction', 'textEntryInteraction', 'inlineChoiceInteraction', 'extendedTextInteraction');
  if (interactions.length !== 1) return {};
  const [interaction] = interactions;
  const declaration = named(item, 'responseDeclaration').find((each) => each.getAttribute('identifier') === attribute(interaction, 'responseIdentifier'));
  const right = (declaration ? named(declaration, 'correctResponse') : []).flatMap((each) => named(each, 'value')).map((each) => each.textContent.trim());
  const mapped = (declaration ? named(declaration, 'mapEntry') : []).map((each) => [attribute(each, 'mapKey'), Number(attribute(each, 'mappedValue'))]);
  const isRight = (name) => (mapped.length > 0 ? (mapped.find(([key]) => key === name)?.[1] ?? 0) > 0 : right.includes(name));
  const words = (node) => wordsOf([...node.childNodes].filter((each) => !/feedback/i.test(each.localName ?? '')).map(textOf).join('')).join(' ');
  switch (camel(interaction.localName)) {
    case 'choiceInteraction': {
      const choices = named(interaction, 'simpleChoice');
      const several = attribute(interaction, 'maxChoices') !== '1';
      return {choices: choices.map((each) => [words(each), isRight(each.getAttribute('identifier'))]), several};
    }
    case 'orderInteraction':
      return {order: right.map((name) => words(named(interaction, 'simpleChoice').find((each) => each.getAttribute('identifier') === name)))};
    case 'textEntryInteraction':
      return attribute(declaration, 'baseType') === 'string' ? {holds: right} : {};
    default:
      return {};
  }
}

// Settings of an item, a section or a test that change how it is taken or marked; a comparison alone names none.
const qti2Settings = ['timeLimits', 'itemSessionControl', 'preCondition', 'branchRule', 'selection', 'testFeedback', 'weight'];
const saysNothing = (node) => camel(node.localName) === 'itemSessionControl' && [...node.attributes].every((each) => each.value === (each.name === 'maxAttempts' ? '0' : 'true'));
export const qti2SettingsOf = (node) => [...new Set(named(node, ...qti2Settings).filter((each) => !saysNothing(each)).map((each) => camel(each.localName)))];

export function qti2Question(root, file, open) {
  const body = named(root, 'itemBody')[0];
  const texts = [body, ...named(root, 'modalFeedback')].filter(Boolean).map((node) => ({line: node.lineNumber, text: textOf(node), plain: true}));
  const pictures = named(root, 'img').map((each) => open(posix.join(posix.dirname(file), decodeURIComponent(each.getAttribute('src'))))).map((bytes) => (bytes ? sum(bytes) : 'none'));
  const settings = qti2SettingsOf(root);
  if (root.getAttribute('adaptive') === 'true') settings.push('adaptive');
  const numeric = named(root, 'responseDeclaration').some((each) => /float|integer/.test(attribute(each, 'baseType')));
  return {file, line: root.lineNumber, last: lastLine(root), type: 'qti', html: false, texts, pictures, settings, answers: numeric ? {} : qti2Answers(root), id: root.getAttribute('identifier')};
}

const field = (node, label) => below(node, 'qtimetadatafield').filter((each) => content(each, 'fieldlabel') === label).map((each) => content(each, 'fieldentry'))[0] ?? '';
const materialText = (node) => below(node, 'mattext').map((each) => (/html/i.test(each.getAttribute('texttype') ?? '') ? wordsOfHtml(each.textContent) : wordsOf(each.textContent)).join(' ')).join(' ');

export function qti1Questions(root, file, open) {
  return below(root, 'item').map((item) => {
    const type = field(item, 'question_type') || field(item, 'cc_profile');
    // A gap's name is for the machine: the text has it in brackets.
    const names = /multiple_blanks|dropdowns/.test(type) ? below(item, 'response_lid').flatMap((each) => children(each, 'material')).map(materialText) : [];
    const shown = [child(item, 'presentation'), ...children(item, 'itemfeedback')].filter(Boolean);
    // Each left of a pair comes with all rights anew.
    if (/matching/.test(type)) below(item, 'render_choice').slice(1).forEach((each) => each.parentNode.removeChild(each));
    const texts = shown.map((node) => ({line: node.lineNumber, text: wordsOf(materialText(node)).filter((word) => !names.some((name) => wordsOf(name).includes(word))).join(' '), plain: true}));
    const sources = below(item, 'mattext').flatMap((each) => [...each.textContent.matchAll(/<img\b[^>]*\bsrc="([^"]*)"/g)].map((match) => decodeURIComponent(match[1].replace(/\?.*$/, '')).replace('$IMS-CC-FILEBASE$', ''))).filter((name) => !name.startsWith('/equation_images'));
    const bytes = sources.map((name) => [posix.join(posix.dirname(file), name), name.replace(/^\//, ''), posix.join('web_resources', name)].map(open).find(Boolean));
    const right = below(item, 'respcondition').filter((each) => below(each, 'setvar').some((set) => Number(set.textContent) > 0)).flatMap((each) => below(each, 'varequal').filter((equal) => equal.parentNode.localName !== 'not')).map((each) => each.textContent.trim());
    const single = below(item, 'response_lid').length === 1 && /choice|true_false|answers|response/.test(type) ? below(item, 'response_lid')[0] : null;
    const answers = single ? {choices: below(single, 'response_label').map((each) => [wordsOf(materialText(each)).join(' '), right.includes(each.getAttribute('ident'))]), several: /multiple/i.test(single.getAttribute('rcardinality') ?? '')} : {};
    return {file, line: item.lineNumber, last: lastLine(item), type: type || 'item', html: false, texts, pictures: bytes.map((each) => (each ? sum(each) : 'none')), settings: children(item, 'duration').length > 0 ? ['duration'] : [], answers, id: item.getAttribute('ident')};
  });
}
// What Canvas says before a quiz, and how it is taken.
export function canvasMeta(xml, file) {
  const root = parseXml(xml);
  const settings = ['time_limit', 'allowed_attempts'].filter((name) => !/^(-1|1)?$/.test(content(root, name)));
  return {file, line: 1, last: 1, type: 'description', html: true, texts: [{line: 1, text: content(root, 'description')}], pictures: [], settings, answers: {}};
}
// Of the assessment: [label]
export const qti1SettingsOf = (root) => [...new Set(below(root, 'assessment').flatMap((each) => [...children(each, 'duration').map(() => 'duration'), ...children(each, 'qtimetadata').flatMap((meta) => below(meta, 'qtimetadatafield')).filter((row) => !/^(unlimited|0)?$/i.test(content(row, 'fieldentry'))).map((row) => content(row, 'fieldlabel'))]))].filter((name) => /^(duration|qmd_timelimit|cc_maxattempts)$/.test(name));
