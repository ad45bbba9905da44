// Question form: in the text's place, from the question in which the cursor stands or empty; it writes the lines of the quiz. What was typed
// and not written is kept while the page is open.
import {area, choice, el, field, fill, input} from './dom.mjs';
import {icon} from './icons.mjs';
import {emptyQuestion, kinds, lackOf, questionAt, quizFor, readQuestion, writeQuestion} from './question_markdown.mjs';
import {idsOf} from './completion.mjs';
import {truthsOf} from './truths.mjs';
import {say} from './words.mjs';

export function createQuestionForm({book, editor, announce}) {
  const place = el('section', {class: 'side', hidden: true, 'aria-label': say('question')});
  let question = emptyQuestion('choose');
  let path = '';  // the file that it belongs to
  let old = null;  // the question's lines in the text, where it is one that was read
  let begun = 0;  // where these began
  let isTouched = false;
  const drafts = new Map();  // typed and not written: by file and by the lines in it
  const keyOf = () => `${path}\n${old ?? ''}`;

  const truths = () => truthsOf(book.facts().language ?? 'en');

  const bind = (control, object, name, property = 'value') => {
    control[property] = object[name];
    control.addEventListener('input', () => { object[name] = control[property]; });
    return control;
  };

  const removeButton = (words, act) => el('button', {type: 'button', class: 'quiet', 'aria-label': words, onclick: act}, icon('close'));

  function remove(i) {
    question.answers.splice(i, 1);
    isTouched = true;
    draw();
  }

  function feedbackOf(answer, i) {
    return bind(input('', {placeholder: say('feedback_short'), 'aria-label': say('feedback_of', i + 1), class: 'under'}), answer, 'feedback');
  }

  const rowOf = {
    choose(answer, i) {
      const right = bind(el('input', {type: 'checkbox', 'aria-label': say('right_n', i + 1)}), answer, 'right', 'checked');
      return el('div', {class: 'row'}, right, bind(input('', {'aria-label': say('choice_n', i + 1), placeholder: say('choice_n', i + 1)}), answer, 'text'),
        removeButton(say('remove_n', i + 1), () => remove(i)), feedbackOf(answer, i));
    },
    truth(answer, i) {
      const right = el('input', {type: 'radio', name: 'truth', checked: answer.right, id: `truth-${i}`, onchange: () => question.answers.forEach((one) => { one.right = one === answer; })});
      return el('div', {class: 'row'}, right, el('label', {for: `truth-${i}`}, say('right_is', answer.text)), el('span'), feedbackOf(answer, i));
    },
    short(answer, i) {
      return el('div', {class: 'row only'}, bind(input('', {'aria-label': say('accepted_n', i + 1), placeholder: say('accepted_n', i + 1)}), answer, 'text'), removeButton(say('remove_n', i + 1), () => remove(i)));
    },
    match(answer, i) {
      return el('div', {class: 'row pair'}, bind(input('', {'aria-label': say('left_n', i + 1)}), answer, 'text'), el('span', {'aria-hidden': 'true'}, '–'),
        bind(input('', {'aria-label': say('right_side_n', i + 1)}), answer, 'other'), removeButton(say('remove_n', i + 1), () => remove(i)));
    },
    order(answer, i) {
      return el('div', {class: 'row'}, el('span', {'aria-hidden': 'true'}, `${i + 1}.`), bind(input('', {'aria-label': say('step_n', i + 1)}), answer, 'text'), removeButton(say('remove_n', i + 1), () => remove(i)));
    },
  };

  const helpOf = {choose: 'help_choose', truth: 'help_truth', gaps: 'help_gaps', short: 'help_short', match: 'help_match', order: 'help_order', write: 'help_write'};
  const empty = {choose: () => ({text: '', right: false, feedback: ''}), short: () => ({text: '', feedback: ''}), match: () => ({text: '', other: '', feedback: ''}), order: () => ({text: '', feedback: ''})};

  function answers() {
    const {kind} = question;
    if (!rowOf[kind]) return null;
    return el('fieldset', {}, el('legend', {}, say('answers')), el('div', {class: 'rows'}, question.answers.map((answer, i) => rowOf[kind](answer, i))),
      empty[kind] && el('button', {type: 'button', class: 'adder', onclick: () => {
        isTouched = true;
        question.answers.push(empty[kind]());
        draw();
        [...place.querySelectorAll('.rows .row:last-child input[type="text"]')][0]?.focus();
      }}, icon('add'), say('add_answer')));
  }

  function changeKind(kind) {
    const next = emptyQuestion(kind, truths());
    const keep = question.answers.filter((one) => one.text.trim() && !truths().includes(one.text));
    if (kind !== 'truth' && keep.length && next.answers.length) next.answers = keep.map((one) => ({text: one.text, right: Boolean(one.right), other: one.other ?? '', feedback: one.feedback}));
    question = {...question, kind, answers: next.answers, lines: question.lines || next.lines};
    draw();
    place.querySelector('select').focus();
  }

  function makeGap() {
    const text = place.querySelector('textarea');
    const [from, to] = [text.selectionStart, text.selectionEnd];
    const word = text.value.slice(from, to) || '…';
    text.setRangeText(`[[${word}]]`, from, to, 'select');
    question.text = text.value;
    text.focus();
  }

  // The field in which something is missing.
  function lacking(lack) {
    const rows = [...place.querySelectorAll('.rows input[type="text"]:not(.under)')];
    const words = rows.map((one) => one.value.trim().toLowerCase());
    if (lack === 'lack_right') return place.querySelector('.rows input:not([type="text"])');
    if (lack === 'lack_differ') return rows.find((_, i) => words[i] && words.indexOf(words[i]) < i);
    if (lack === 'lack_text' || lack === 'lack_gap') return place.querySelector('textarea');
    return rows.find((_, i) => !words[i]) ?? place.querySelector('fieldset .adder');
  }

  function complain(words) {
    const problem = place.querySelector('.form-problem');
    problem.hidden = !words;
    problem.textContent = words;
  }

  function write() {
    const lack = lackOf(question);
    complain(lack ? say(lack) : '');
    if (lack) return lacking(lack)?.focus();
    const markdown = writeQuestion(question);
    const was = old;
    const at = was && placeOf(was);
    if (was && at < 0) {
      drafts.delete(keyOf());
      old = null;
      draw();
      return complain(say('question_gone'));
    }
    hide(false);  // first, since a text that is not seen cannot be scrolled
    if (was) replace(was, at, markdown);
    else add(markdown);
    announce(say('question_written'));
    return editor.view.focus();
  }

  // The question's own lines, found anew where the text has moved meanwhile: those nearest to where they were; -1: they are there no more.
  function placeOf(was) {
    const text = editor.text();
    let nearest = text.indexOf(was);
    for (let at = nearest; at >= 0; at = text.indexOf(was, at + 1)) if (Math.abs(at - begun) < Math.abs(nearest - begun)) nearest = at;
    return nearest;
  }

  function replace(was, from, markdown) {
    const after = editor.text().slice(from + was.length);
    const rest = /\n\s*$/.exec(was)?.[0] ?? '';
    editor.change([{from, to: from + was.length, text: markdown.trimEnd() + (rest || (after.startsWith('\n') ? '' : '\n'))}]);
  }

  // A new question in the quiz where the cursor is or right above it, else in a quiz of its own. The cursor comes to stand behind it.
  function add(markdown) {
    const found = quizFor(editor.text(), editor.line());
    const {doc} = editor.view.state;
    if (!found) return editor.insertBlock(`\`\`\`quiz\n${markdown}\`\`\``);
    const {next} = found;
    const at = next > doc.lines ? doc.length : doc.line(next).from;
    const above = doc.sliceString(Math.max(0, at - 2), at);
    const isOpen = next > doc.lines && !above.endsWith('\n');  // a quiz without an end, at the text's end
    const isFirst = next - 1 === found.quiz.from;
    const before = (isOpen ? '\n' : '') + (isFirst || above === '\n\n' ? '' : '\n');
    const after = next <= doc.lines && /^##\s/.test(doc.line(next).text) ? '\n' : '';
    return editor.change([{from: at, to: at, text: before + markdown + after}], at + before.length + markdown.length);
  }

  // Enter leads from field to field, among answers from one to the next; behind the last one to the button.
  function goOn(from) {
    const all = [...place.querySelectorAll('.side-body :is(input[type="text"], textarea)')].filter((one) => one.offsetParent !== null);
    const next = all.slice(all.indexOf(from) + 1).find((one) => from.classList.contains('under') || !one.classList.contains('under'));
    (next ?? place.querySelector('.form-foot .main')).focus();
  }

  function draw() {
    const text = bind(area('', {rows: question.kind === 'gaps' ? 3 : 2, required: true}), question, 'text');
    const kind = choice(kinds.map((one) => [one, say(`kind_${one}`)]), question.kind, {onchange: () => changeKind(kind.value)});
    const more = el('details', {}, el('summary', {}, say('more_fields')),
      field(say('question_body'), bind(area(), question, 'body'), say('question_body_help')),
      field(say('feedback_all'), bind(area('', {rows: 2}), question, 'feedback')),
      el('div', {class: 'two'}, field(say('see_passage'), bind(input('', {list: 'question-ids', placeholder: '#…'}), question, 'see')), field(say('question_id'), bind(input(), question, 'id'), say('question_id_help'))),
      el('datalist', {id: 'question-ids'}, idsOf(editor.text()).map((id) => el('option', {value: `#${id}`}))));
    more.open = Boolean(question.body || question.feedback || question.see || question.id);
    const form = el('form', {novalidate: true}, el('div', {class: 'side-body'},
      el('p', {class: 'help field'}, say(old ? 'question_change_help' : 'question_new_help')),
      field(say('kind'), kind, say(helpOf[question.kind])),
      field(say('question'), text),
      question.kind === 'gaps' && el('p', {}, el('button', {type: 'button', onclick: makeGap}, say('make_gap'))),
      answers(),
      question.kind === 'choose' && el('label', {class: 'check'}, bind(el('input', {type: 'checkbox'}), question, 'all', 'checked'), say('choose_all')),
      question.kind === 'write' && field(say('lines'), bind(input('', {inputmode: 'numeric'}), question, 'lines')),
      question.kind === 'write' && field(say('marking_notes'), bind(area(), question, 'key'), say('marking_notes_help')),
      el('div', {class: 'two'}, field(say('marks'), bind(input('', {inputmode: 'decimal'}), question, 'marks'), say('marks_help')), field(say('hint'), bind(input(), question, 'hint'))),
      more),
    el('div', {class: 'form-foot'}, el('p', {class: 'form-problem', role: 'alert', hidden: true}),
      old && el('button', {type: 'button', class: 'another', onclick: () => { hide(true); open(true); }}, say('new_question')),
      el('button', {type: 'button', onclick: () => close(false)}, say('cancel')), el('button', {type: 'submit', class: 'main'}, old ? say('change_question') : say('add_question'))));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      write();
    });
    form.addEventListener('input', () => { isTouched = true; });
    form.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing || !event.target.matches('input[type="text"]')) return;
      event.preventDefault();
      goOn(event.target);
    });
    fill(place, el('div', {class: 'side-head'}, el('h2', {}, old ? say('change_question') : say('new_question')), el('button', {type: 'button', class: 'quiet', 'aria-label': say('close'), onclick: () => close(true)}, icon('close'))), form);
  }

  function hide(isKept) {
    if (place.hidden) return;
    place.hidden = true;
    place.parentElement.classList.remove('asks');
    fill(place);
    if (!isKept || !isTouched) return void drafts.delete(keyOf());
    drafts.set(keyOf(), question);
    announce(say('question_kept'), true);
  }

  function close(isKept) {
    hide(isKept);
    editor.view.focus();
  }

  place.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close(true);
  });

  // The form for the question under the cursor, or for a new one, as it was left where something was typed.
  function open(isNew = false) {
    const found = isNew ? null : questionAt(editor.text(), editor.line());
    const read = found?.question && readQuestion(found.question.text, truths());
    if (found?.question && !read) announce(say('question_not_held'), true);
    path = editor.path();
    old = read ? found.question.text : null;
    begun = read ? editor.view.state.doc.line(found.question.from).from : 0;
    const kept = drafts.get(keyOf());
    question = kept ?? (read || emptyQuestion('choose', truths()));
    isTouched = Boolean(kept);
    place.hidden = false;
    place.parentElement.classList.add('asks');
    draw();
    place.querySelector(read || kept ? 'textarea' : 'select').focus();
  }

  book.on('renamed', (from, to) => {
    for (const [key, draft] of [...drafts].filter(([one]) => one.startsWith(`${from}\n`))) {
      drafts.delete(key);
      drafts.set(to + key.slice(from.length), draft);
    }
    if (path === from) path = to;
  });

  return {
    place, open,
    isOpen: () => !place.hidden,
    // The text is wanted, or another file: what was typed is kept.
    leave: () => hide(true),
    focus: () => place.querySelector('textarea').focus(),
  };
}
