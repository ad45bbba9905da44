// Question form: beside the text, from the question in which the cursor stands or empty; it writes the lines of the quiz.
import {area, choice, el, field, fill, input} from './dom.mjs';
import {icon} from './icons.mjs';
import {emptyQuestion, kinds, lackOf, questionAt, readQuestion, writeQuestion} from './question_markdown.mjs';
import {idsOf} from './completion.mjs';
import {truthsOf} from './truths.mjs';
import {say} from './words.mjs';

export function createQuestionForm({book, editor, announce}) {
  const place = el('section', {class: 'side', hidden: true, 'aria-label': say('question')});
  let question = emptyQuestion('choose');
  let old = null;  // the question's place in the text, where it is one that was read

  const truths = () => truthsOf(book.facts().language ?? 'en');

  const bind = (control, object, name, property = 'value') => {
    control[property] = object[name];
    control.addEventListener('input', () => { object[name] = control[property]; });
    return control;
  };

  const removeButton = (words, act) => el('button', {type: 'button', class: 'quiet', 'aria-label': words, onclick: act}, icon('close'));

  function remove(i) {
    question.answers.splice(i, 1);
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

  async function write() {
    const lack = lackOf(question);
    const problem = place.querySelector('.form-problem');
    problem.hidden = !lack;
    problem.textContent = lack ? say(lack) : '';
    if (lack) return;
    const markdown = writeQuestion(question);
    if (old) replace(markdown);
    else add(markdown);
    announce(say('question_written'));
    close();
  }

  // The question's own lines, found anew where the text has moved meanwhile.
  function replace(markdown) {
    const text = editor.text();
    const from = text.indexOf(old);
    if (from < 0) return add(markdown);
    const after = text.slice(from + old.length);
    const rest = /\n\s*$/.exec(old)?.[0] ?? '';
    editor.change([{from, to: from + old.length, text: markdown.trimEnd() + (rest || (after.startsWith('\n') ? '' : '\n'))}]);
    editor.view.focus();
  }

  function add(markdown) {
    const found = questionAt(editor.text(), editor.line());
    const {doc} = editor.view.state;
    if (!found) return editor.insertBlock(`\`\`\`quiz\n${markdown}\`\`\``);
    const line = (found.question ?? found.quiz).to - (found.question ? 0 : 1);
    const at = line > doc.lines ? doc.length : doc.line(line).from;
    const before = at > 0 ? doc.sliceString(Math.max(0, at - 2), at) : '';
    editor.change([{from: at, to: at, text: `${/^##|```|~~~/.test(doc.line(Math.max(1, line - 1)).text) && line - 1 === found.quiz.from ? '' : before === '\n\n' ? '' : '\n'}${markdown}${found.question && line < found.quiz.to - 1 ? '\n' : ''}`}]);
    editor.view.focus();
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
    const form = el('form', {novalidate: true},
      field(say('kind'), kind, say(helpOf[question.kind])),
      field(say('question'), text),
      question.kind === 'gaps' && el('p', {}, el('button', {type: 'button', onclick: makeGap}, say('make_gap'))),
      answers(),
      question.kind === 'choose' && el('label', {class: 'check'}, bind(el('input', {type: 'checkbox'}), question, 'all', 'checked'), say('choose_all')),
      question.kind === 'write' && field(say('lines'), bind(input('', {inputmode: 'numeric'}), question, 'lines')),
      question.kind === 'write' && field(say('marking_notes'), bind(area(), question, 'key'), say('marking_notes_help')),
      el('div', {class: 'two'}, field(say('marks'), bind(input('', {inputmode: 'decimal'}), question, 'marks'), say('marks_help')), field(say('hint'), bind(input(), question, 'hint'))),
      more,
      el('p', {class: 'form-problem', role: 'alert', hidden: true}),
      el('div', {class: 'form-foot'}, el('button', {type: 'button', onclick: () => close(true)}, say('cancel')), el('button', {type: 'submit', class: 'main'}, old ? say('change_question') : say('add_question'))));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      write();
    });
    fill(place, el('div', {class: 'side-head'}, el('h2', {}, old ? say('change_question') : say('new_question')), el('button', {type: 'button', class: 'quiet', 'aria-label': say('close'), onclick: () => close(true)}, icon('close'))), form);
  }

  function close(back) {
    place.hidden = true;
    fill(place);
    if (back) editor.view.focus();
  }

  place.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close(true);
  });

  return {
    place,
    // The form for the question under the cursor, or for a new one.
    open(isNew = false) {
      const found = isNew ? null : questionAt(editor.text(), editor.line());
      const read = found?.question && readQuestion(found.question.text, truths());
      if (found?.question && !read) announce(say('question_not_held'), true);
      question = read || emptyQuestion('choose', truths());
      old = read ? found.question.text : null;
      place.hidden = false;
      draw();
      place.querySelector(read ? 'textarea' : 'select').focus();
    },
  };
}
