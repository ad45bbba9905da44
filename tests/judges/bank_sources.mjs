// Banks of questions, read by other programs' parsers and by none of Hornbook's: what each question has that an import is to keep.
// A question: {file, line, last, type, html (whether its texts are HTML), texts: [{line, text, part}], pictures: [sum], answers: {…},
// settings: [name], id, marks, trials}; texts are all that pupils or teachers are shown of it, each with the part that it is where an import
// may leave that part out and say so, at the text's line; trials are answers, each with the share of the marks that it earns there.
import {DOMParser} from '@xmldom/xmldom';
import {parse as parseGift} from 'gift-pegjs';
import {posix} from 'node:path';
import entities from '@xmldom/xmldom/lib/entities.js';
import {sum, wordsOf} from './built_words.mjs';
import {Attempt, allRight, attribute, camel, named, rightOf, scoreOfOlder} from './qti_scores.mjs';

const elements = (node) => [...node.childNodes].filter((child) => child.nodeType === 1);
const children = (node, name) => elements(node).filter((child) => child.localName === name);
const child = (node, name) => (node ? children(node, name)[0] : undefined);
const below = (node, name) => [...node.getElementsByTagName('*')].filter((each) => name === '*' || each.localName === name);
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
  const remark = (answer) => (child(answer, 'feedback') ? wordsOfHtml(content(child(answer, 'feedback'), 'text')).join(' ') : '');
  const rows = children(node, 'answer').map((answer) => ({share: Number(answer.getAttribute('fraction')) / 100, text: content(answer, 'text'), tolerance: Number(content(answer, 'tolerance') || 0), feedback: remark(answer)}));
  switch (type) {
    case 'multichoice':
    case 'truefalse':
      return {choices: rows.map((row) => [wordsOfHtml(row.text).join(' '), row.share, row.feedback]), several: type === 'multichoice' && /^(false|0)$/.test(content(node, 'single'))};
    case 'shortanswer':
      return {accepted: rows.filter((row) => row.text !== '*').map((row) => [row.text, row.share, row.feedback])};
    case 'numerical':
      return {accepted: rows.filter((row) => row.text !== '*').map((row) => [[Number(row.text) - row.tolerance, Number(row.text) + row.tolerance], row.share, row.feedback])};
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

const clozeGap = /\{(\d*):((?:SHORTANSWER|SA|MW|NUMERICAL|NM|MULTICHOICE|MC|MULTIRESPONSE|MR)[A-Z_]*):((?:\\.|[^}\\])*)\}/g;

// `{1:SA:=a~%50%b#note}`: {kind, marks, answers: [[text, share, note]…]} of each.
function clozeGaps(html) {
  return [...html.matchAll(clozeGap)].map(([, marks, kind, body]) => ({
    kind, marks: Number(marks || 1), answers: body.split(/(?<!\\)~/).filter(Boolean).map((row) => row.match(/^(=|%(-?[\d.]+)%)?((?:\\.|&#?\w+;|[^#\\])*)(?:#([^]*))?$/)).filter(Boolean)
      .map(([, all, percent, text, note]) => [decoded(text.replace(/\\(.)/g, '$1')).trim(), all === '=' ? 1 : Number(percent ?? 0) / 100, (note ?? '').replace(/\\(.)/g, '$1')]),
  }));
}
// The text without its gaps, and what they say, each by itself: notes on any other answer are parts.
const clozeTexts = (html, line) => [
  {line, text: html.replace(clozeGap, ' ')},
  ...clozeGaps(html).flatMap((gap) => gap.answers.flatMap(([text, , note]) => [{line, text: /^N/.test(gap.kind) || text === '*' ? '' : text}, {line, text: note, part: text === '*' ? 'other' : undefined}])),
];

// Of the parts of a Moodle question those that an import may leave out.
const moodleParts = {correctfeedback: 'overall', partiallycorrectfeedback: 'overall', incorrectfeedback: 'overall', responsetemplate: 'template'};
const isForOthers = (holder) => holder.localName === 'feedback' && content(holder.parentNode, 'text') === '*';

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
        const others = isForOthers(holder);
        const line = others ? holder.parentNode.lineNumber : holder.lineNumber;
        if (type === 'cloze' && holder.localName === 'questiontext') question.texts.push(...clozeTexts(text, node.lineNumber));
        else question.texts.push({line, text, plain: holder.getAttribute('format') === 'plain_text', part: others ? 'other' : moodleParts[holder.localName]});
        const files = new Map(children(holder, 'file').map((each) => [each.getAttribute('name'), sum(Buffer.from(each.textContent, 'base64'))]));
        for (const [, name] of text.matchAll(/<img\b[^>]*\bsrc="@@PLUGINFILE@@\/([^"]*)"/g)) question.pictures.push(files.get(decodeURIComponent(name)) ?? 'none');
      }
    }
    if (type === 'cloze') question.marks = question.answers.gaps.reduce((marks, gap) => marks + gap.marks, 0);
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
    if (!question && line.trim() !== '') question = {file, line: i + 1, type: 'aiken', html: false, texts: [], pictures: [], settings: [], answers: {choices: [], several: false}, marks: 1};
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
  const note = (choice) => text(choice.feedback);
  const unescaped = (written) => written.replace(/&&0*(\d+);/g, (_, code) => String.fromCharCode(code));  // left so by gift-pegjs
  const text = (each) => wordsOfHtml(unescaped(String(each?.text ?? each ?? '')).replace(/&#0*35;?|#?035/g, '#')).join(' ');
  switch (row.type) {
    case 'MC': {
      const one = row.choices.some((choice) => choice.isCorrect);
      return {choices: row.choices.map((choice) => [text(choice.text), one && choice.isCorrect ? 1 : (choice.weight ?? 0) / 100, note(choice)]), several: !one};
    }
    case 'TF':
      return {choices: [['True', row.isTrue ? 1 : 0], ['False', row.isTrue ? 0 : 1]], several: false};
    case 'Short':
      return {accepted: row.choices.filter((choice) => !/^\*?$/.test(choice.text.text)).map((choice) => [String(choice.text.text), (choice.weight ?? 100) / 100, note(choice)])};
    case 'Numerical':
      return {accepted: [row.choices].flat().map((choice) => {
        const number = choice.text ?? choice;
        return [number.type === 'high-low' ? [number.numberLow, number.numberHigh] : [number.number - (number.range ?? 0), number.number + (number.range ?? 0)], (choice.weight ?? 100) / 100, note(choice)];
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
        read = !/\{>/.test(block) && parseGift(`${block}\n\n`).filter((row) => row.type !== 'Category')[0];
      } catch {}
      // What is said to any other answer, at the line of its sign.
      const others = [];
      const kept = block.replace(/(?:=(?:%[\d.-]+%)?\s*\*|~)\s*#((?:\\.|[^~=}#\\])*)/g, (all, note, at) => {
        others.push({line: begin + 1 + lines.slice(begin, end).indexOf(rows[block.slice(0, at).split('\n').length - 1]), text: note.replace(/\\(.)/g, '$1'), part: 'other'});
        return ' ';
      });
      const shown = kept.replace(/^\s*::(?:\\.|[^\\])*?::/, ' ').replace(/^\s*\[(html|moodle|plain|markdown)\]/, ' ').replace(/\{#[^]*?\}/g, (all) => all.replace(/[:.]/g, (sign) => (sign === ':' ? ' ' : sign)))
        .replace(/\{\s*(T|F|TRUE|FALSE|>\d*[A-Za-z_ \d]*?)\s*(?=[}#\n])/g, '{ ').replace(/(?<!\\)%-?[\d.]+%/g, ' ').replace(/\\(.)/g, '$1');
      // Moodle keeps what pupils type as plain text: a reference in it is typed sign by sign.
      const text = read?.type === 'Short' ? shown.replace(/\{[^]*\}/, (answers) => answers.replace(/&#?(\w+);/g, ' $1 ')) : shown;
      questions.push({file, line: begin + 1, last: end, type: read?.type ?? 'unread', html: true, texts: [{line: begin + 1, text}, ...others], pictures: [], settings: [...new Set([...comments.matchAll(/\[(tag):/g)].map((match) => match[1]))],
        answers: read ? giftAnswers(read) : {}, marks: read?.type === 'Description' ? 0 : 1, id: comments.match(/\[id:([^\]]*)\]/)?.[1] ?? ''});
    }
    begin = end;
  }
  return questions;
}

// ---- QTI ----

const textOf = (node) => (node.nodeType === 3 || node.nodeType === 4 ? node.nodeValue : node.nodeType !== 1 || /^(math|value|qti-value)$/.test(node.localName) ? ' ' : `${/^(b|i|em|strong|span|u|s|small|code|a)$/.test(node.localName) ? '' : ' '}${node.getAttribute('alt') ?? ''}${[...node.childNodes].map(textOf).join('')}${/^(b|i|em|strong|span|u|s|small|code|a)$/.test(node.localName) ? '' : ' '}`);

const isFeedback = (node) => /^feedback/.test(camel(node.localName ?? ''));
const wordsWithin = (node) => wordsOf([...node.childNodes].filter((each) => !isFeedback(each)).map(textOf).join('')).join(' ');
const remarkWithin = (node) => wordsOf(elements(node).filter(isFeedback).map(textOf).join(' ')).join(' ');
const idOf = (node) => node.getAttribute('identifier');

// What is asked for one thing, or in gaps alone; of other items the words are all.
function qti2Answers(item) {
  const interactions = named(item, 'choiceInteraction', 'matchInteraction', 'orderInteraction', 'textEntryInteraction', 'inlineChoiceInteraction', 'extendedTextInteraction');
  const kinds = new Set(interactions.map((each) => camel(each.localName)));
  const response = (each) => attribute(each, 'responseIdentifier');
  const declaration = (each) => named(item, 'responseDeclaration').find((one) => idOf(one) === response(each));
  const numeric = named(item, 'responseDeclaration').some((each) => /float|integer/.test(attribute(each, 'baseType')));
  if (numeric || interactions.length === 0 || (interactions.length > 1 && !(kinds.size === 1 && kinds.has('textEntryInteraction')))) return {answers: {}, trials: []};
  const right = allRight(item);
  const score = (given) => new Attempt(item, {...right, ...given}).values.SCORE ?? 0;
  const [interaction] = interactions;
  const name = response(interaction);
  let trials = [];
  let answers = {};
  switch ([...kinds][0]) {
    case 'choiceInteraction':
    case 'inlineChoiceInteraction': {
      const choices = named(interaction, 'simpleChoice', 'inlineChoice');
      const several = attribute(declaration(interaction), 'cardinality') === 'multiple';
      const mapping = named(declaration(interaction), 'mapEntry').map((each) => [attribute(each, 'mapKey'), Number(attribute(each, 'mappedValue'))]);
      const isRight = (each) => (mapping.length > 0 ? (mapping.find(([key]) => key === idOf(each))?.[1] ?? 0) > 0 : [right[name]].flat().includes(idOf(each)));
      answers = {choices: choices.map((each) => [wordsWithin(each), isRight(each), remarkWithin(each)]), several};
      trials = several ? choices.reduce((all, each) => all.flatMap((list) => [list, [...list, each]]).slice(0, 64), [[]]).map((list) => ({chosen: list.map(wordsWithin), given: {[name]: list.map(idOf)}})) :
          choices.map((each) => ({chosen: [wordsWithin(each)], given: {[name]: idOf(each)}}));
      break;
    }
    case 'orderInteraction': {
      const words = (id) => wordsWithin(named(interaction, 'simpleChoice').find((each) => idOf(each) === id));
      answers = {order: (right[name] ?? []).map(words)};
      trials = [{order: answers.order, given: {}}];
      break;
    }
    case 'matchInteraction': {
      const words = Object.fromEntries(named(interaction, 'simpleAssociableChoice').map((each) => [idOf(each), wordsWithin(each)]));
      const shown = (pairs) => pairs.map((pair) => pair.split(' ').map((id) => words[id]));
      answers = {pairs: shown(right[name])};
      trials = [right[name], ...right[name].map((pair) => right[name].filter((each) => each !== pair))].map((list) => ({pairs: shown(list), given: {[name]: list}}));
      break;
    }
    case 'textEntryInteraction': {
      const mapped = (each) => named(declaration(each), 'mapEntry').map((entry) => attribute(entry, 'mapKey'));
      const all = interactions.map((each) => right[response(each)]);
      const one = interactions.flatMap((each, i) => [...mapped(each), 'no such answer'].map((text) => [i, text]));
      trials = [[0, all[0]], ...one].map(([i, text]) => ({typed: all.map((word, k) => (k === i ? text : word)), given: {[response(interactions[i])]: text}}));
      break;
    }
    default:
      return {answers: {}, trials: []};
  }
  try {
    const whole = score({});
    return {answers, marks: declaredMarks(item) ?? (whole > 0 ? whole : ''), trials: whole > 0 ? trials.map(({given, ...trial}) => ({...trial, share: score(given) / whole})) : []};
  } catch (problem) {
    if (!/^unknown/.test(problem.message)) throw problem;
    return {answers, trials: []};
  }
}

// MAXSCORE, or what SCORE can be.
function declaredMarks(item) {
  const outcome = (name) => named(item, 'outcomeDeclaration').find((each) => idOf(each) === name);
  const most = outcome('MAXSCORE') && named(outcome('MAXSCORE'), 'value')[0]?.textContent;
  const text = most ?? (outcome('SCORE') && attribute(outcome('SCORE'), 'normalMaximum'));
  return text ? Number(text) : undefined;
}

// A body in the parts that an import may leave out, each without the others.
function qti2Texts(body) {
  if (!body) return [];
  const right = new Set(named(body.ownerDocument.documentElement, 'responseDeclaration').flatMap((each) => [rightOf(each)].flat()).flatMap((value) => String(value ?? '').split(' ')));
  const parts = [...named(body, 'orderInteraction').flatMap((each) => named(each, 'simpleChoice').map((one) => [one, 'item'])),
    ...named(body, 'matchInteraction').flatMap((each) => named(named(each, 'simpleMatchSet')[0], 'simpleAssociableChoice').map((one) => [one, 'left']))].filter(([node]) => !right.has(idOf(node)));
  const texts = parts.map(([node, part]) => ({line: node.lineNumber, text: textOf(node), plain: true, part}));
  parts.forEach(([node]) => node.parentNode.removeChild(node));
  return [{line: body.lineNumber, text: textOf(body), plain: true}, ...texts];
}

// Settings of an item, a section or a test that change how it is taken or marked; a comparison alone names none.
const qti2Settings = ['timeLimits', 'itemSessionControl', 'preCondition', 'branchRule', 'selection', 'testFeedback', 'weight'];
const saysNothing = (node) => camel(node.localName) === 'itemSessionControl' && [...node.attributes].every((each) => each.value === (each.name === 'maxAttempts' ? '0' : 'true'));
export const qti2SettingsOf = (node) => [...new Set(named(node, ...qti2Settings).filter((each) => !saysNothing(each)).map((each) => camel(each.localName)))];

// Texts in files of their own, which QTI 3 puts before items.
const stimuliOf = (root, file, open) => named(root, 'assessmentStimulusRef').flatMap((each) => {
  const name = posix.join(posix.dirname(file), attribute(each, 'href'));
  const body = open(name) && named(parseXml(open(name).toString('utf8')), 'stimulusBody')[0];
  return body ? [{line: each.lineNumber, text: textOf(body), plain: true, stimulus: name}] : [];
});

export function qti2Question(root, file, open) {
  const pictures = named(root, 'img').map((each) => open(posix.join(posix.dirname(file), decodeURIComponent(each.getAttribute('src'))))).map((bytes) => (bytes ? sum(bytes) : 'none'));
  const settings = qti2SettingsOf(root);
  if (root.getAttribute('adaptive') === 'true') settings.push('adaptive');
  const {answers, marks, trials} = qti2Answers(root);
  const feedback = named(root, 'modalFeedback').map((node) => ({line: node.lineNumber, text: textOf(node), plain: true}));
  return {file, line: root.lineNumber, last: lastLine(root), type: 'qti', html: false, pictures, settings, answers, marks, trials, id: idOf(root), texts: [...stimuliOf(root, file, open), ...qti2Texts(named(root, 'itemBody')[0]), ...feedback]};
}

const field = (node, label) => [...below(node, 'qtimetadatafield'), ...below(node, 'qti_metadatafield')].filter((each) => content(each, 'fieldlabel') === label).map((each) => content(each, 'fieldentry'))[0] ?? '';
const materialText = (node) => below(node, 'mattext').map((each) => (/html/i.test(each.getAttribute('texttype') ?? '') ? wordsOfHtml(each.textContent) : wordsOf(each.textContent)).join(' ')).join(' ');

const isOther = (condition) => below(condition, 'other').length > 0;
const isScored = (condition) => below(condition, 'setvar').length > 0;

// Whether feedback is given to right or wrong answers as such: not to one answer alone, and not to all before they are marked.
function isOverall(item, ident) {
  const conditions = below(item, 'respcondition');
  const first = conditions.findIndex(isScored);
  return !conditions.some((condition, i) => {
    if (!below(condition, 'displayfeedback').some((each) => each.getAttribute('linkrefid') === ident)) return false;
    const tests = below(condition, 'conditionvar').flatMap((each) => below(each, '*')).concat(below(condition, 'varequal')).filter((each) => /^var/.test(each.localName));
    return (tests.length === 1 && tests[0].localName === 'varequal' && tests[0].parentNode.localName !== 'not') || (isOther(condition) && (first < 0 || i < first));
  });
}

// {answers, trials, whole: what the right answer earns}
function qti1Answers(item, type) {
  const responses = [...below(item, 'response_lid'), ...below(item, 'response_grp'), ...below(item, 'response_str')];
  const id = (node) => node.getAttribute('ident') || node.getAttribute('respident');
  const labels = (response) => below(response, 'response_label');
  const words = (node) => wordsOf(materialText(node)).join(' ');
  const conditions = below(item, 'respcondition').filter((each) => below(each, 'setvar').some((set) => Number(set.textContent) > 0 && set.getAttribute('varname') !== 'D2L_Incorrect'));
  const most = Math.max(0, ...conditions.flatMap((each) => below(each, 'setvar').filter((set) => !/add/i.test(set.getAttribute('action') ?? '')).map((set) => Number(set.textContent))));
  const giving = conditions.filter((each) => below(each, 'setvar').some((set) => /add/i.test(set.getAttribute('action') ?? '') || Number(set.textContent) === most));
  const wanted = (response) => giving.flatMap((each) => below(each, 'varequal').filter((equal) => equal.parentNode.localName !== 'not' && equal.getAttribute('respident') === id(response))).map((each) => each.textContent.trim());
  const named = (response) => below(item, 'varequal').filter((equal) => equal.getAttribute('respident') === id(response)).map((each) => each.textContent.trim());
  const several = (response) => /multiple/i.test(response.getAttribute('rcardinality') ?? '');
  const right = Object.fromEntries(responses.map((each) => [id(each), several(each) ? wanted(each) : wanted(each)[0] ?? null]));
  const [single] = responses;
  let answers = {};
  let trials = [];
  if (responses.length === 1 && single.localName === 'response_lid' && !/ordered/i.test(single.getAttribute('rcardinality') ?? '')) {
    const shown = labels(single).filter((each) => words(each) !== '' || wanted(single).includes(id(each)));
    const note = (label) => below(item, 'respcondition').filter((each) => below(each, 'varequal').length === 1 && below(each, 'varequal')[0].textContent.trim() === id(label) && below(each, 'not').length === 0)
      .flatMap((each) => below(each, 'displayfeedback')).map((each) => children(item, 'itemfeedback').find((one) => id(one) === each.getAttribute('linkrefid'))).filter(Boolean).map(words).join(' ');
    answers = {choices: shown.map((each) => [words(each), wanted(single).includes(id(each)), note(each)]), several: several(single)};
    trials = several(single) ? shown.reduce((all, each) => all.flatMap((list) => [list, [...list, each]]).slice(0, 64), [[]]).map((list) => ({chosen: list.map(words), given: {[id(single)]: list.map(id)}})) :
        shown.map((each) => ({chosen: [words(each)], given: {[id(single)]: id(each)}}));
  } else if (responses.length > 0 && responses.every((each) => each.localName === 'response_str') && wanted(single).length > 0) {
    const all = responses.map((each) => right[id(each)] ?? '');
    trials = responses.flatMap((each, i) => [...named(each), 'no such answer'].map((text) => ({typed: all.map((word, k) => (k === i ? text : word)), given: {[id(each)]: text}})));
  } else if (/matching/.test(type) || responses.every((each) => each.localName === 'response_grp')) {
    const left = (response) => wordsOf(children(response, 'material').map(materialText).join(' ')).join(' ');
    const partner = (response) => labels(response).find((each) => id(each) === right[id(response)]);
    const paired = responses.filter(partner);
    answers = {pairs: paired.map((each) => [left(each), words(partner(each))])};
    trials = [null, ...paired].map((missing) => ({pairs: paired.filter((each) => each !== missing).map((each) => [left(each), words(partner(each))]), given: missing ? {[id(missing)]: null} : {}}));
  }
  const whole = scoreOfOlder(item, right);
  return {answers, whole, trials: whole > 0 ? trials.map(({given, ...trial}) => ({...trial, share: scoreOfOlder(item, {...right, ...given}) / whole})) : []};
}

// Marks are hundredths of what a platform's own fields say, or else what the rules add up to.
function qti1Marks(item, whole) {
  const group = children(item.parentNode, 'selection_ordering').flatMap((each) => below(each, 'points_per_item')).map((each) => each.textContent.trim())[0];
  const said = group ?? (field(item, 'points_possible') || field(item, 'cc_weighting') || field(item, 'qmd_weighting'));
  const most = below(item, 'decvar').map((each) => Number(each.getAttribute('maxvalue') || 0))[0];
  return said !== '' ? Number(said) : field(item, 'cc_profile') || field(item, 'question_type') || most === 100 || whole <= 0 ? 1 : whole;
}

export function qti1Questions(root, file, open) {
  return below(root, 'item').map((item) => {
    const type = field(item, 'question_type') || field(item, 'cc_profile');
    const id = item.getAttribute('ident');
    const sources = below(item, 'mattext').flatMap((each) => [...each.textContent.matchAll(/<img\b[^>]*\bsrc="([^"]*)"/g)].map((match) => decodeURIComponent(match[1].replace(/\?.*$/, '')).replace('$IMS-CC-FILEBASE$', ''))).filter((name) => !name.startsWith('/equation_images'));
    const bytes = sources.map((name) => [posix.join(posix.dirname(file), name), name.replace(/^\//, ''), posix.join('web_resources', name)].map(open).find(Boolean));
    const {answers, whole, trials} = qti1Answers(item, type);
    const marks = qti1Marks(item, whole);
    // A gap's name is for the machine: the text has it in brackets.
    const names = /multiple_blanks|dropdowns/.test(type) ? below(item, 'response_lid').flatMap((each) => children(each, 'material')).map(materialText) : [];
    const shown = [[child(item, 'presentation')], ...['rubric', 'objectives'].flatMap((name) => children(item, name)).map((node) => [node]), ...children(item, 'itemfeedback').map((node) => [node, below(node, 'hint').length === 0 && below(node, 'solution').length === 0 && isOverall(item, node.getAttribute('ident')) ? 'overall' : undefined])].filter(([node]) => node);
    // Each left of a pair comes with all rights anew.
    if (/matching/.test(type) || below(item, 'response_grp').length > 0) below(item, 'render_choice').slice(1).forEach((each) => each.parentNode.removeChild(each));
    const texts = shown.map(([node, part]) => ({line: part ? item.lineNumber : node.lineNumber, text: wordsOf(materialText(node)).filter((word) => !names.some((name) => wordsOf(name).includes(word))).join(' '), plain: true, part}));
    return {file, line: item.lineNumber, last: lastLine(item), type: type || 'item', html: false, texts, pictures: bytes.map((each) => (each ? sum(each) : 'none')), settings: children(item, 'duration').length > 0 ? ['duration'] : [], answers, trials, marks, id};
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
