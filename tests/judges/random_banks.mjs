// Random banks by number of a seed, of every form that `hornbook import` reads: {name, files: {path: bytes}, main}. No word stands twice.
import {dot, numbers, wordMaker} from './seeded.mjs';

const xml = (text) => String(text).replace(/[&<>]/g, (sign) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;'})[sign]);

// What the generators share: words, prose in HTML, a picture of its own wherever one is drawn.
class Chance {
  constructor(seed) {
    this.random = numbers(seed * 104729 + 7);
    this.word = wordMaker(seed);
    this.files = {};
    this.greys = seed % 200;
  }
  pick(list) {
    return list[this.random(list.length)];
  }
  some() {
    return Array.from({length: 1 + this.random(3)}, this.word).join(' ');
  }
  list(least, most, make) {
    return Array.from({length: least + this.random(most - least + 1)}, (_, i) => make(i));
  }
  maybe(make, one = 3) {
    return this.random(one) === 0 ? make() : '';
  }
  picture() {
    const name = `${this.word()}.png`;
    this.files[name] = dot(this.greys++ % 256);
    return name;
  }
}

function moodle(chance) {
  const inline = (files) => chance.pick([
    () => chance.some(), () => chance.some(), () => `<b>${chance.some()}</b> ${chance.word()}`, () => `<a href="https://example.org/a">${chance.some()}</a>`, () => `<span style="color: red">${chance.some()}</span>`, () => `H<sub>2</sub>${chance.word()}`,
    () => `${chance.word()} &amp; ${chance.word()}&nbsp;&lt;${chance.word()}&gt;`, () => `\\(${chance.word()}\\)`, () => `<font color="blue">${chance.some()}</font>`, () => `<code>${chance.word()}</code>`,
    () => {
      const name = chance.picture();
      files.push(name);
      return `${chance.word()} <img src="@@PLUGINFILE@@/${name}" alt="${chance.some()}"> ${chance.word()}`;
    },
  ])();
  const blocks = (files) => [`<p>${inline(files)}</p>`, ...chance.list(0, 2, () => chance.pick([
    () => `<p>${inline(files)}<br>${inline(files)}</p>`, () => `<ul><li>${inline(files)}</li><li>${inline(files)}</li></ul>`, () => `<table><tr><td>${chance.some()}</td><td>${inline(files)}</td></tr></table>`, () => `<div>${inline(files)}</div>`,
    () => `<pre>${chance.some()}</pre>`, () => `<blockquote><p>${inline(files)}</p></blockquote>`, () => `<h3>${chance.some()}</h3>`,
  ])())].join('\n');
  const holder = (name, attributes, make, inside = '') => {
    const files = [];
    const html = make(files);
    return `<${name} ${attributes}><text><![CDATA[${html}]]></text>${files.map((file) => `<file name="${file}" path="/" encoding="base64">${chance.files[file].toString('base64')}</file>`).join('')}${inside}</${name}>`;
  };
  const feedback = () => chance.maybe(() => holder('feedback', 'format="html"', blocks), 2);
  const answer = (fraction, text, more = '') => `<answer fraction="${fraction}" format="html"><text>${xml(text)}</text>${more}${feedback()}</answer>`;
  const choice = (fraction) => holder('answer', `fraction="${fraction}" format="html"`, (files) => `<p>${inline(files)}</p>`, feedback());
  const combined = () => ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'].map((name) => `<${name} format="html"><text>${chance.maybe(() => chance.some())}</text></${name}>`).join('\n');
  const number = () => chance.pick([String(chance.random(900) + 2), `${chance.random(9)}.${chance.random(90) + 10}`, '1.5E3', '-4']);
  const kinds = {
    multichoice: () => chance.pick([
      () => `<single>true</single><shuffleanswers>${chance.pick(['true', 'false', '1'])}</shuffleanswers>${combined()}${choice(100)}${choice(0)}${choice(chance.pick([0, 50, 33.33333, -25]))}`,
      () => `<single>false</single>${combined()}${choice(50)}${choice(50)}${choice(chance.pick([-50, -100, 0]))}`,
    ])(),
    truefalse: () => `<answer fraction="100" format="moodle_auto_format"><text>true</text>${feedback()}</answer><answer fraction="0" format="moodle_auto_format"><text>false</text>${feedback()}</answer>`,
    shortanswer: () => `<usecase>${chance.pick([0, 0, 1])}</usecase>${answer(100, chance.maybe(() => `<${chance.word()}>`, 4) || chance.some())}${chance.maybe(() => answer(50, chance.some()))}${chance.maybe(() => answer(chance.pick([0, 20]), '*'))}`,
    numerical: () => `${answer(100, number(), `<tolerance>${chance.pick(['0', '0.5', '1.0E-2'])}</tolerance>`)}${chance.maybe(() => answer(50, 77, '<tolerance>0</tolerance>'))}${chance.maybe(() => `<units><unit><multiplier>1</multiplier><unit_name>${chance.word()}</unit_name></unit></units>`)}`,
    matching: () => `<shuffleanswers>true</shuffleanswers>${combined()}${chance.list(2, 4, () => holder('subquestion', 'format="html"', (files) => `<p>${inline(files)}</p>`, `<answer><text>${chance.some()}</text></answer>`)).join('\n')}${chance.maybe(() => `<subquestion format="html"><text></text><answer><text>${chance.some()}</text></answer></subquestion>`)}`,
    ordering: () => `<layouttype>${chance.pick(['VERTICAL', 'HORIZONTAL'])}</layouttype><selecttype>${chance.pick(['ALL', 'ALL', 'RANDOM'])}</selecttype><selectcount>2</selectcount><gradingtype>LONGEST_ORDERED_SUBSET</gradingtype>${combined()}${chance.list(2, 4, (i) => choice(i + 1)).join('\n')}`,
    essay: () => `<responseformat>${chance.pick(['editor', 'plain', 'editorfilepicker'])}</responseformat><responserequired>${chance.pick([1, 0])}</responserequired><responsefieldlines>10</responsefieldlines><attachments>${chance.pick([0, 0, 2])}</attachments>
      ${chance.maybe(() => `<minwordlimit>20</minwordlimit><maxwordlimit>${chance.random(100) + 30}</maxwordlimit>`)}${chance.maybe(() => '<filetypeslist>.pdf</filetypeslist>')}${holder('graderinfo', 'format="html"', blocks)}${holder('responsetemplate', 'format="html"', () => chance.maybe(() => chance.some()))}`,
    cloze: () => '',
    description: () => '',
    [chance.pick(['calculated', 'ddmarker', 'pmatch', 'stack'])]: () => `<answer fraction="100"><text>{a}</text></answer>`,
  };
  const gap = () => `{${1 + chance.random(2)}:${chance.pick(['SHORTANSWER', 'SA', 'NUMERICAL', 'MC', 'MULTIRESPONSE', 'SAC'])}:`;
  const cloze = () => `<p>${chance.some()} ${chance.list(1, 3, () => {
    const open = gap();
    const rows = /NUM/.test(open) ? [`=${number().replace('E', 'e')}:0.5#${chance.word()}`, `%50%${400 + chance.random(90)}`] : [`=${chance.word()}#${chance.some()}`, `%50%${chance.word()}`, ...(/M/.test(open) ? [chance.word()] : [])];
    return `${open}${rows.join('~')}} ${chance.some()}`;
  }).join(' ')}</p>`;
  const question = () => {
    const type = chance.pick(Object.keys(kinds));
    return `  <question type="${type}">
    <name><text>${chance.word()}</text></name>
    ${holder('questiontext', 'format="html"', (files) => (type === 'cloze' ? cloze() : blocks(files)))}
    ${holder('generalfeedback', 'format="html"', (files) => chance.maybe(() => blocks(files)))}
    ${type === 'cloze' ? '' : `<defaultgrade>${chance.pick(['1.0000000', '2', '0.6666667', '5'])}</defaultgrade>`}
    <penalty>${chance.pick(['0.3333333', '0.3333333', '0.2500000', '0.5'])}</penalty>
    <hidden>${chance.pick([0, 0, 0, 1])}</hidden>
    <idnumber>${chance.maybe(() => chance.word())}</idnumber>
    ${kinds[type]()}
    ${type === 'description' ? '' : chance.maybe(() => chance.list(1, 2, () => holder('hint', 'format="html"', blocks, chance.maybe(() => '<clearwrong></clearwrong>'))).join('\n'))}
    ${chance.maybe(() => `<tags><tag><text>${chance.word()}</text></tag></tags>`)}
  </question>`;
  };
  const category = () => `  <question type="category"><category><text>$course$/top/${chance.word()}</text></category>${chance.maybe(() => holder('info', 'format="html"', blocks))}</question>`;
  return {name: 'bank.xml', text: `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${category()}\n${chance.list(4, 9, question).join('\n')}\n${category()}\n${chance.list(1, 3, question).join('\n')}\n</quiz>\n`};
}

function gift(chance) {
  const words = () => chance.pick([() => chance.some(), () => `<b>${chance.some()}</b>`, () => `${chance.word()} \\= ${chance.word()}`, () => `${chance.word()} \\~ ${chance.word()} \\{${chance.word()}\\}`])();
  const remark = () => chance.maybe(() => `#${words()}`);
  const body = () => chance.pick([
    () => `{\n=${words()} ${remark()}\n~${words()} ${remark()}\n~%${chance.pick([50, 25, -10])}%${words()}\n${chance.maybe(() => `####${words()}`)}\n}`, () => `{=${words()} =%50%${words()} ${remark()}${chance.maybe(() => `\n=%0%*#${words()}`)}}`, () => `{=${words()} ~#${words()}}`, () => `{~%50%${words()} ~%50%${words()} ~%-50%${words()}${remark()}}`,
    () => `{${chance.pick(['T', 'FALSE', 'TRUE', 'F'])}${chance.maybe(() => `#${words()}#${words()}`)}}`, () => `{#${chance.random(90) + 3}:${chance.random(3)}${remark()}}`, () => `{#=${chance.random(90) + 3}:1${remark()} =%${chance.pick([50, 25])}%${chance.random(90) + 200}:2#${words()} ${chance.maybe(() => `~#${words()}`)}}`, () => `{#${chance.random(9)}..${chance.random(9) + 20}}`,
    () => `{\n=${chance.some()} -> ${chance.some()}\n=${chance.some()} -> ${chance.some()}\n=${chance.some()} -> ${chance.some()}\n}`, () => `{}`, () => `{${chance.maybe(() => `####${words()}`)}}`,
  ])();
  const question = () => `${chance.maybe(() => `// [id:${chance.word()}]${chance.maybe(() => ` [tag:${chance.word()}]`)}\n`)}${chance.maybe(() => `::${chance.word()}::`)}${chance.maybe(() => '[html]')}${words()} ${body()}${chance.maybe(() => ` ${chance.some()}.`, 5)}`;
  return {name: 'bank.gift', text: `$CATEGORY: ${chance.word()}\n\n${chance.list(5, 10, () => (chance.random(8) === 0 ? `${chance.some()}.` : question())).join('\n\n')}\n`};
}

function aiken(chance) {
  const words = () => chance.pick([() => chance.some(), () => `${chance.word()} <em>${chance.word()}</em>`, () => `*${chance.word()}* ${chance.word()}_${chance.word()}`, () => `${chance.word()} ![${chance.word()}](${chance.word()}.png)`, () => `<img src="${chance.word()}.png" alt="${chance.word()}">`])();
  const mark = chance.pick([')', '.']);
  return {name: 'bank.txt', text: `${chance.list(4, 8, () => {
    const choices = chance.list(2, 5, (i) => `${'ABCDE'[i]}${mark} ${words()}`);
    return `${chance.some()} ${words()}\n${choices.join('\n')}\nANSWER: ${'ABCDE'[chance.random(choices.length)]}\n`;
  }).join('\n')}`};
}

function qti2(chance) {
  const files = {};
  const image = () => {
    const name = chance.picture();
    files[`pictures/${name}`] = chance.files[name];
    return `<img src="../pictures/${name}" alt="${chance.some()}"/>`;
  };
  const inline = () => chance.pick([() => chance.some(), () => chance.some(), () => `<b>${chance.some()}</b>`, () => `${chance.word()} ${image()} ${chance.word()}`, () => `${chance.word()} &amp; ${chance.word()}`, () => `<a href="https://example.org/">${chance.some()}</a>`])();
  const blocks = () => chance.list(1, 2, () => chance.pick([() => `<p>${inline()}</p>`, () => `<ul><li>${inline()}</li></ul>`, () => `<table><tr><td>${inline()}</td><td>${chance.some()}</td></tr></table>`, () => `<div>${inline()}</div>`])()).join('');
  const mapped = (rows, attributes = 'defaultValue="0"') => `<mapping ${attributes}>${Object.entries(rows).map(([key, value]) => `<mapEntry mapKey="${key}" mappedValue="${value}"/>`).join('')}</mapping>`;
  const declare = (cardinality, type, values, mapping = '') => `<responseDeclaration identifier="RESPONSE" cardinality="${cardinality}" baseType="${type}"><correctResponse>${values.map((value) => `<value>${value}</value>`).join('')}</correctResponse>${mapping}</responseDeclaration>`;
  const kinds = [
    () => [declare('single', 'identifier', ['A'], chance.maybe(() => mapped({A: chance.pick([1, 2, 4]), B: chance.pick([1, 0.5, -1])}))), `<choiceInteraction responseIdentifier="RESPONSE" shuffle="${chance.pick(['true', 'false'])}" maxChoices="1"><prompt>${inline()}</prompt>${['A', 'B', 'C'].map((name) => `<simpleChoice identifier="${name}">${inline()}${chance.maybe(() => `<feedbackInline outcomeIdentifier="F" identifier="${name}" showHide="show">${chance.some()}</feedbackInline>`)}</simpleChoice>`).join('')}</choiceInteraction>`],
    () => [declare('multiple', 'identifier', ['A', 'C'], chance.maybe(() => mapped({A: chance.pick([1, 2]), C: 1, B: chance.pick([0, -1, -2])}, chance.pick(['defaultValue="0" lowerBound="0"', 'defaultValue="-1" lowerBound="0" upperBound="2"'])), 2)), `<choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="0"><prompt>${inline()}</prompt>${['A', 'B', 'C'].map((name) => `<simpleChoice identifier="${name}">${inline()}</simpleChoice>`).join('')}</choiceInteraction>`],
    () => [declare('ordered', 'identifier', ['B', 'A', 'C']), `<orderInteraction responseIdentifier="RESPONSE" shuffle="true"><prompt>${inline()}</prompt>${['A', 'B', 'C'].map((name) => `<simpleChoice identifier="${name}">${inline()}</simpleChoice>`).join('')}</orderInteraction>`],
    () => [declare('multiple', 'directedPair', ['A X', 'B Y'], chance.maybe(() => mapped({'A X': chance.pick([1, 2]), 'B Y': 1}), 2)), `<matchInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations="2"><prompt>${inline()}</prompt><simpleMatchSet>${['A', 'B'].map((name) => `<simpleAssociableChoice identifier="${name}" matchMax="1">${inline()}</simpleAssociableChoice>`).join('')}</simpleMatchSet><simpleMatchSet>${['X', 'Y', 'Z'].map((name) => `<simpleAssociableChoice identifier="${name}" matchMax="1">${chance.some()}</simpleAssociableChoice>`).join('')}</simpleMatchSet></matchInteraction>`],
    () => {
      const [word, other] = [chance.some(), chance.some()];
      return [declare('single', 'string', [word], chance.maybe(() => mapped({[word]: chance.pick([1, 2]), [other]: chance.pick([0.5, 1])}), 2)), `<p>${chance.some()} <textEntryInteraction responseIdentifier="RESPONSE"/></p>`];
    },
    () => [declare('multiple', 'directedPair', ['A X']), `<matchInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations="2"><prompt>${inline()}</prompt><simpleMatchSet>${['A', 'B'].map((name) => `<simpleAssociableChoice identifier="${name}" matchMax="1">${inline()}</simpleAssociableChoice>`).join('')}</simpleMatchSet><simpleMatchSet>${['X', 'Y'].map((name) => `<simpleAssociableChoice identifier="${name}" matchMax="1">${chance.some()}</simpleAssociableChoice>`).join('')}</simpleMatchSet></matchInteraction>`],
    () => [declare('single', 'string', [chance.some()]), `<p>${chance.some()} <textEntryInteraction responseIdentifier="RESPONSE"/> ${chance.some()}</p>`],
    () => [declare('single', 'float', ['12']), `<p>${chance.some()} <textEntryInteraction responseIdentifier="RESPONSE"/></p>`],
    () => [declare('single', 'identifier', ['A']), `<p>${chance.some()} <inlineChoiceInteraction responseIdentifier="RESPONSE" shuffle="false"><inlineChoice identifier="A">${chance.some()}</inlineChoice><inlineChoice identifier="B">${chance.some()}</inlineChoice></inlineChoiceInteraction> ${chance.some()}</p>`],
    () => {
      const gap = (name) => `<inlineChoiceInteraction responseIdentifier="${name}" shuffle="false"><inlineChoice identifier="A">${chance.some()}</inlineChoice><inlineChoice identifier="B">${chance.some()}${chance.maybe(() => `<feedbackInline outcomeIdentifier="F" identifier="B" showHide="show">${chance.some()}</feedbackInline>`, 2)}</inlineChoice></inlineChoiceInteraction>`;
      return [declare('single', 'identifier', ['A']) + declare('single', 'identifier', ['B']).replace('RESPONSE', 'SECOND'), `<p>${chance.some()} ${gap('RESPONSE')} ${chance.some()} ${gap('SECOND')}.</p>`];
    },
    () => ['<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="string"/>', `<extendedTextInteraction responseIdentifier="RESPONSE" expectedLines="5"><prompt>${inline()}</prompt></extendedTextInteraction><rubricBlock view="scorer"><p>${chance.some()}</p></rubricBlock>`],
    () => ['<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"/>', `<hottextInteraction responseIdentifier="RESPONSE" maxChoices="1"><p>${chance.some()} <hottext identifier="A">${chance.some()}</hottext></p></hottextInteraction>`],
  ];
  const items = chance.list(4, 8, (i) => {
    const [declaration, body] = chance.pick(kinds)();
    const most = chance.maybe(() => chance.pick([2, 3, 1.5]), 4);
    const score = chance.pick([`<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"${most && chance.pick([true, false]) ? ` normalMaximum="${most}"` : ''}/>`, `<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>
  ${most && `<outcomeDeclaration identifier="MAXSCORE" cardinality="single" baseType="float"><defaultValue><value>${most}</value></defaultValue></outcomeDeclaration>`}`]);
    const isMapped = /<mapping/.test(declaration);
    const own = chance.maybe(() => `<responseProcessing><responseCondition><responseIf><${isMapped ? 'not><isNull><variable identifier="RESPONSE"/></isNull></not' : 'match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match'}><setOutcomeValue identifier="SCORE">${isMapped ? '<mapResponse identifier="RESPONSE"/>' : `<baseValue baseType="float">${most || 2}</baseValue>`}</setOutcomeValue></responseIf></responseCondition></responseProcessing>`);
    const rules = own || `<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/${isMapped ? 'map_response' : 'match_correct'}"/>`;
    const name = `items/${chance.word()}.xml`;
    files[name] = `<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="${chance.word()}" title="${chance.word()}" adaptive="${chance.pick(['false', 'false', 'false', 'true'])}" timeDependent="false">
  ${declaration}
  ${score}
  <itemBody>
    ${blocks()}
    ${body}
    ${chance.maybe(() => `<feedbackBlock outcomeIdentifier="F" identifier="A" showHide="show"><p>${chance.some()}</p></feedbackBlock>`)}
  </itemBody>
  ${rules}
  ${chance.maybe(() => `<modalFeedback outcomeIdentifier="F" identifier="A" showHide="${chance.pick(['show', 'hide'])}">${blocks()}</modalFeedback>`)}
</assessmentItem>
`;
    return name;
  });
  const reference = (name, i) => `<assessmentItemRef identifier="r${i}" href="${name}">${chance.maybe(() => chance.pick(['<itemSessionControl maxAttempts="2"/>', '<timeLimits maxTime="60"/>', '<weight identifier="W" value="2"/>']), 4)}</assessmentItemRef>`;
  files['test.xml'] = `<?xml version="1.0" encoding="UTF-8"?>
<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="t" title="${chance.word()}">
  ${chance.maybe(() => '<timeLimits maxTime="600"/>')}
  <testPart identifier="p" navigationMode="nonlinear" submissionMode="individual">
    <assessmentSection identifier="s" title="${chance.word()}" visible="true">${chance.maybe(() => '<selection select="2"/>')}
      ${chance.maybe(() => `<rubricBlock view="candidate"><p>${chance.some()}</p></rubricBlock>`)}
      ${items.map(reference).join('\n      ')}
    </assessmentSection>
  </testPart>
  ${chance.maybe(() => `<testFeedback access="atEnd" outcomeIdentifier="F" identifier="A" showHide="show"><p>${chance.some()}</p></testFeedback>`)}
</assessmentTest>
`;
  files['imsmanifest.xml'] = `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="m"><resources>
<resource identifier="t" type="imsqti_test_xmlv2p1" href="test.xml"><file href="test.xml"/></resource>
${items.map((name, i) => `<resource identifier="i${i}" type="imsqti_item_xmlv2p1" href="${name}"><file href="${name}"/></resource>`).join('\n')}
</resources></manifest>
`;
  return {name: 'bank.zip', files};
}

function qti1(chance) {
  const files = {};
  const html = (text) => `<material><mattext texttype="text/html">${xml(text)}</mattext></material>`;
  const prose = () => chance.pick([() => `<p>${chance.some()}</p>`, () => `<p>${chance.word()} <b>${chance.some()}</b></p>`, () => {
    const name = chance.picture();
    files[`web_resources/${name}`] = chance.files[name];
    return `<p>${chance.word()} <img src="$IMS-CC-FILEBASE$/${name}" alt="${chance.some()}"></p>`;
  }, () => `<p>${chance.some()}</p><ul><li>${chance.some()}</li></ul>`])();
  const labels = (names) => names.map((name) => `<response_label ident="${name}">${html(prose())}</response_label>`).join('');
  const right = (name) => `<varequal respident="r">${name}</varequal>`;
  const feedback = (name) => `<itemfeedback ident="${name}"><flow_mat>${html(prose())}</flow_mat></itemfeedback>`;
  const condition = (inside, score = '', show = '') => `<respcondition continue="Yes"><conditionvar>${inside}</conditionvar>${score ? `<setvar action="Set" varname="SCORE">${score}</setvar>` : ''}${show ? `<displayfeedback feedbacktype="Response" linkrefid="${show}"/>` : ''}</respcondition>`;
  const kinds = {
    'cc.multiple_choice.v0p1': () => [`<response_lid ident="r" rcardinality="Single"><render_choice>${labels(['A', 'B', 'C'])}</render_choice></response_lid>`, condition(right('B'), chance.maybe(() => chance.pick([50, 25]), 2), 'fb') + condition(right('A'), '100', chance.maybe(() => 'ok')) + condition('<other/>', '', chance.maybe(() => 'no')), feedback('fb')],
    'cc.multiple_response.v0p1': () => [`<response_lid ident="r" rcardinality="Multiple"><render_choice>${labels(['A', 'B', 'C'])}</render_choice></response_lid>`, condition(`<and>${right('A')}${right('C')}<not>${right('B')}</not></and>`, '100'), ''],
    'cc.true_false.v0p1': () => ['<response_lid ident="r" rcardinality="Single"><render_choice><response_label ident="T"><material><mattext>True</mattext></material></response_label><response_label ident="F"><material><mattext>False</mattext></material></response_label></render_choice></response_lid>', condition(right('F'), '100'), ''],
    'cc.fib.v0p1': () => {
      const word = chance.word();
      return ['<response_str ident="r" rcardinality="Single"><render_fib prompt="Dashline"/></response_str>', condition(right(word), '100', chance.maybe(() => 'fb')), feedback('fb')];
    },
    'cc.pattern_match.v0p1': () => {
      const [word, other] = [chance.word(), chance.word()];
      return ['<response_str ident="r" rcardinality="Single"><render_fib prompt="Dashline"/></response_str>', condition(right(word), '100', 'fb') + condition(right(other), chance.pick([50, 100]), chance.maybe(() => 'ok')), feedback('fb')];
    },
    // As Canvas writes it.
    matching_question: () => [`${['r1', 'r2', 'r3'].map((name) => `<response_lid ident="${name}" rcardinality="Single"><material><mattext>${chance.some()}</mattext></material><render_choice>%RIGHTS%</render_choice></response_lid>`).join('')}`, ['r1', 'r2', 'r3'].map((name, i) => `<respcondition><conditionvar><varequal respident="${name}">${'XYZ'[i]}</varequal></conditionvar><setvar action="Add" varname="SCORE">33.33</setvar></respcondition>`).join(''), ''],
    multiple_answers_question: () => [`<response_lid ident="r" rcardinality="Multiple"><render_choice>${labels(['A', 'B', 'C'])}</render_choice></response_lid>`, condition(right('B'), '', 'fb') + condition(`<and>${right('A')}<not>${right('B')}</not>${right('C')}</and>`, '100', chance.maybe(() => 'ok')), feedback('fb')],
    // By rules alone.
    '': () => [`<response_lid ident="r" rcardinality="${chance.pick(['Single', 'Single', 'Multiple'])}"><render_choice>${labels(['A', 'B', 'C'])}</render_choice></response_lid>`, condition(right('A'), chance.pick([1, 2, 5]), 'fb'), feedback('fb')],
    'cc.essay.v0p1': () => ['<response_str ident="r" rcardinality="Single"><render_fib/></response_str>', '', `<itemfeedback ident="s"><solution><solutionmaterial>${html(prose())}</solutionmaterial></solution></itemfeedback>`],
  };
  const item = () => {
    const profile = chance.pick(Object.keys(kinds));
    const [form, rules, more] = kinds[profile]();
    const rights = ['X', 'Y', 'Z', 'W'].map((name) => `<response_label ident="${name}"><material><mattext>${chance.some()}</mattext></material></response_label>`).join('');
    const response = form.replaceAll('%RIGHTS%', rights);
    const said = profile === '' ? '' : `<qtimetadatafield><fieldlabel>${profile.startsWith('cc') ? 'cc_profile' : 'question_type'}</fieldlabel><fieldentry>${profile}</fieldentry></qtimetadatafield>`;
    const named = ['ok', 'no'].filter((name) => rules.includes(`linkrefid="${name}"`)).map(feedback).join('');
    return `<item ident="${chance.word()}" title="${chance.word()}">${chance.maybe(() => '<duration>PT5M</duration>', 6)}
<itemmetadata><qtimetadata>${said}${profile && chance.maybe(() => `<qtimetadatafield><fieldlabel>${chance.pick(['cc_weighting', 'points_possible'])}</fieldlabel><fieldentry>${chance.pick(['3', '2.5', '1.0'])}</fieldentry></qtimetadatafield>`)}</qtimetadata></itemmetadata>
<presentation>${html(prose())}
${response}</presentation>
 <resprocessing><outcomes><decvar ${profile ? 'maxvalue="100" minvalue="0"' : ''} varname="SCORE" vartype="Decimal"/></outcomes>${rules}</resprocessing>
${chance.maybe(() => `<rubric view="All"><flow_mat>${html(prose())}</flow_mat></rubric>`, 6)}${more}${named}${chance.maybe(() => `<itemfeedback ident="h"><hint><hintmaterial>${html(prose())}</hintmaterial></hint></itemfeedback>`)}
</item>`;
  };
  files['quiz/quiz.xml'] = `<?xml version="1.0" encoding="UTF-8"?>
<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="a" title="${chance.word()}">
<qtimetadata>${chance.maybe(() => '<qtimetadatafield><fieldlabel>qmd_timelimit</fieldlabel><fieldentry>20</fieldentry></qtimetadatafield>')}${chance.maybe(() => '<qtimetadatafield><fieldlabel>cc_maxattempts</fieldlabel><fieldentry>2</fieldentry></qtimetadatafield>')}</qtimetadata>
<section ident="root">
${chance.list(4, 8, item).join('\n')}
</section></assessment></questestinterop>
`;
  files['imsmanifest.xml'] = `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" identifier="m"><resources>
<resource identifier="q" type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment"><file href="quiz/quiz.xml"/></resource>
${Object.keys(files).filter((name) => name.startsWith('web')).map((name, i) => `<resource identifier="w${i}" type="webcontent" href="${name}"><file href="${name}"/></resource>`).join('\n')}
</resources></manifest>
`;
  return {name: 'bank.zip', files};
}

export const forms = {moodle, gift, aiken, qti2, qti1};
export const randomBank = (form, seed) => forms[form](new Chance(seed * 10 + Object.keys(forms).indexOf(form)));
