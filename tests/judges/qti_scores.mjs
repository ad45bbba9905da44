// What an answer earns by the rules of an item: QTI 2.1 Information Model, 8 (response processing) and 15 (expressions), QTI 3 in the same
// names; and QTI 1.2 (ASI 1.2, 3.6). NULL is null; what is not known here is thrown.
const container = (value) => (value === null ? [] : Array.isArray(value) ? value : [value]);
const numbers = (operation) => (...values) => (values.some((value) => value === null) ? null : operation(...values));
const sorted = (list) => [...list].sort().join('\n');
const operators = {
  sum: numbers((...values) => values.flat().reduce((a, b) => a + b, 0)),
  product: numbers((...values) => values.reduce((a, b) => a * b, 1)),
  subtract: numbers((a, b) => a - b),
  max: numbers((...values) => Math.max(...values)),
  lt: numbers((a, b) => a < b),
  lte: numbers((a, b) => a <= b),
  gte: numbers((a, b) => a >= b),
  match: numbers((a, b) => (Array.isArray(a) || Array.isArray(b) ? sorted(container(a)) === sorted(container(b)) : a === b)),
  member: numbers((a, b) => container(b).includes(a)),
  stringMatch: numbers((a, b) => a.toLowerCase() === b.toLowerCase()),
  and: (...values) => (values.includes(false) ? false : values.includes(null) ? null : true),
  or: (...values) => (values.includes(true) ? true : values.includes(null) ? null : false),
  not: numbers((value) => !value),
  isNull: (value) => value === null || value.length === 0,
  multiple: (...values) => values.flatMap(container),
};

export const camel = (name) => name.replace(/^qti-/, '').replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
export const named = (node, ...names) => [...node.getElementsByTagName('*')].filter((each) => names.includes(camel(each.localName)));
export const attribute = (node, name) => node.getAttribute(name) ?? node.getAttribute(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)) ?? '';
const children = (node) => [...node.childNodes].filter((child) => child.nodeType === 1);
const isNumber = (node) => /^(float|integer)$/.test(attribute(node, 'baseType'));
const valueIn = (node, type) => (isNumber(type) ? Number(node.textContent) : node.textContent.trim());

const declarationOf = (item, name) => named(item, 'responseDeclaration').find((each) => attribute(each, 'identifier') === name);

// What the item calls correct; where it does not, what its mapping gives the most for. By the identifier of a response.
export function rightOf(declaration) {
  const several = attribute(declaration, 'cardinality') !== 'single';
  const values = named(declaration, 'correctResponse').flatMap((each) => named(each, 'value')).map((each) => valueIn(each, declaration));
  const mapped = named(declaration, 'mapEntry').map((each) => [attribute(each, 'mapKey'), Number(attribute(each, 'mappedValue'))]).filter((row) => row[1] > 0);
  const right = values.length > 0 ? values : several ? mapped.map((row) => row[0]) : mapped.sort((a, b) => b[1] - a[1]).slice(0, 1).map((row) => row[0]);
  return several ? right : right[0] ?? null;
}
export const allRight = (item) => Object.fromEntries(named(item, 'responseDeclaration').map((each) => [attribute(each, 'identifier'), rightOf(each)]));

// An item answered: its `values` are those of its responses and outcomes, SCORE among them.
export class Attempt {
  constructor(item, responses) {
    this.item = item;
    this.values = {SCORE: null};
    for (const declaration of named(item, 'outcomeDeclaration')) {
      const value = named(declaration, 'value')[0];
      this.values[attribute(declaration, 'identifier')] = value ? valueIn(value, declaration) : isNumber(declaration) ? 0 : null;
    }
    Object.assign(this.values, responses);
    const processing = named(item, 'responseProcessing')[0];
    const template = processing && attribute(processing, 'template').replace(/\.xml$/, '');
    if (/\/map_response$/.test(template)) {
      this.values.SCORE = this.values.RESPONSE === null ? 0 : this.mapped('RESPONSE');
    } else if (/\/match_correct$/.test(template)) {
      this.values.SCORE = this.isRight('RESPONSE') ? 1 : 0;
    } else if (template) {
      throw new Error(`unknown template ${template}`);
    } else if (processing) {
      children(processing).forEach((rule) => this.apply(rule));
    }
  }

  isRight(name) {
    const [given, right] = [this.values[name], rightOf(declarationOf(this.item, name))];
    const list = (value) => (attribute(declarationOf(this.item, name), 'cardinality') === 'ordered' ? container(value).join('\n') : sorted(container(value)));
    return given !== null && list(given) === list(right);
  }

  apply(rule) {
    const kind = camel(rule.localName);
    if (kind === 'setOutcomeValue') {
      const name = attribute(rule, 'identifier');
      if (!(name in this.values)) throw new Error(`${name} is not declared`);
      this.values[name] = this.evaluate(children(rule)[0]);
    } else if (kind === 'responseCondition') {
      const holds = children(rule).find((branch) => camel(branch.localName) === 'responseElse' || this.evaluate(children(branch)[0]) === true);
      if (holds) children(holds).slice(camel(holds.localName) === 'responseElse' ? 0 : 1).forEach((each) => this.apply(each));
    } else {
      throw new Error(`unknown rule ${kind}`);
    }
  }

  evaluate(expression) {
    const kind = camel(expression.localName);
    const name = attribute(expression, 'identifier');
    const [first, second] = children(expression);
    if (kind === 'match' && second && camel(second.localName) === 'correct' && attribute(first, 'identifier') === attribute(second, 'identifier')) return this.isRight(attribute(first, 'identifier'));
    switch (kind) {
      case 'variable':
        if (!(name in this.values)) throw new Error(`${name} is not declared`);
        return this.values[name];
      case 'correct':
        return rightOf(declarationOf(this.item, name));
      case 'baseValue':
        return valueIn(expression, expression);
      case 'mapResponse':
        return this.mapped(name);
      case 'index':
        return this.evaluate(first)?.[Number(attribute(expression, 'n')) - 1] ?? null;
      default:
        if (!operators[kind]) throw new Error(`unknown expression ${kind}`);
        return operators[kind](...children(expression).map((each) => this.evaluate(each)));
    }
  }

  mapped(name) {
    const mapping = named(declarationOf(this.item, name), 'mapping')[0];
    const bound = (key, otherwise) => (attribute(mapping, key) === '' ? otherwise : Number(attribute(mapping, key)));
    const sum = container(this.values[name]).reduce((total, value) => {
      const entry = named(mapping, 'mapEntry').find((each) => attribute(each, 'caseSensitive') === 'false' ?
          attribute(each, 'mapKey').toLowerCase() === value.toLowerCase() : attribute(each, 'mapKey') === value);
      return total + (entry ? Number(attribute(entry, 'mappedValue')) : bound('defaultValue', 0));
    }, 0);
    return Math.max(bound('lowerBound', -Infinity), Math.min(bound('upperBound', Infinity), sum));
  }
}

// ---- QTI 1.2 ----

const isMet = (test, given) => {
  const values = container(given[test.getAttribute('respident')] ?? null);
  const wanted = test.textContent.trim();
  const [value, bound] = [Number(values[0] ?? NaN), Number(wanted)];
  switch (test.localName) {
    case 'varequal':
      return values.some((each) => each.toLowerCase() === wanted.toLowerCase());
    case 'vargte':
      return value >= bound;
    case 'vargt':
      return value > bound;
    case 'varlte':
      return value <= bound;
    case 'varlt':
      return value < bound;
    default:
      throw new Error(`unknown test ${test.localName}`);
  }
};

// Several values for one answer, side by side, are values to choose from: Canvas and Common Cartridge write them so.
function holdsAll(node, given) {
  const [tests, others] = [children(node).filter((each) => each.localName === 'varequal'), children(node).filter((each) => each.localName !== 'varequal')];
  const of = (name) => tests.filter((each) => each.getAttribute('respident') === name);
  const names = [...new Set(tests.map((each) => each.getAttribute('respident')))];
  const choice = node.localName === 'conditionvar';
  return others.every((each) => holds(each, given)) && names.every((name) => (choice && !Array.isArray(given[name]) ? of(name).some((each) => isMet(each, given)) : of(name).every((each) => isMet(each, given))));
}

function holds(node, given) {
  switch (node.localName) {
    case 'or':
      return children(node).some((each) => holds(each, given));
    case 'not':
      return !holdsAll(node, given);
    case 'other':
      return true;
    case 'unanswered':
      return container(given[node.getAttribute('respident')] ?? null).length === 0;
    case 'and':
      return holdsAll(node, given);
    default:
      return isMet(node, given);
  }
}

// SCORE after an answer: {identifier of a response: value, or list where several are chosen}.
export function scoreOfOlder(item, given) {
  let score = 0;
  for (const condition of named(item, 'respcondition').filter((each) => named(each, 'conditionvar').length > 0)) {
    if (!holdsAll(named(condition, 'conditionvar')[0], given)) continue;
    for (const set of children(condition).filter((each) => each.localName === 'setvar')) {
      // Brightspace counts wrong choices in a variable of their own.
      const by = Number(set.textContent) * (set.getAttribute('varname') === 'D2L_Incorrect' ? -1 : 1);
      const action = (set.getAttribute('action') || 'Set').toLowerCase();
      score = {set: by, add: score + by, subtract: score - by, multiply: score * by}[action];
    }
    if (/no/i.test(condition.getAttribute('continue') ?? '')) break;
  }
  return score;
}
