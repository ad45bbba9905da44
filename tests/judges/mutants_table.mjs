// Small ways to break the graders and their data, for mutants.mjs: [file, what stands there, what stands there instead].

const script = [
  ["subtags[i].length > 1; ++i", "subtags[i].length > 0; ++i"],
  ["var i = 1; i < subtags", "var i = 2; i < subtags"],
  ["[a-z]{2}|\\d{3}", "[a-z]{2}|\\d{2}"],
  ["row[key] === undefined", "true"],
  ["|| ',';", "|| '.';"],
  ["code <= parseInt(ends[ends.length - 1], 16)", "code < parseInt(ends[ends.length - 1], 16)"],
  ["i < 10; ++i", "i < 9; ++i"],
  ["0x21 + i", "0x20 + i"],
  ["plainSigns[narrow] || narrow", "narrow"],
  ["replace(/ +/g, ' ')", "replace(/  /g, ' ')"],
  ["/^ | $/g", "/^ /g"],
  ["/^ | $/g", "/ $/g"],
  ["/^ *$/.test(rest) ? text : rest", "rest"],
  ["/^ *$/.test(rest)", "/^$/.test(rest)"],
  ["text.length > 1 ? tidy", "text.length > 0 ? tidy"],
  ["tidy(text.replace(fullStop, ''))", "text.replace(fullStop, '')"],
  ["/^\"([^\"]+)\"$/.exec(text) || /^'([^']+)'$/.exec(text)", "/^\"([^\"]+)\"$/.exec(text)"],
  ["/^\"([^\"]+)\"$/.exec(text)", "/^\"(.+)\"$/.exec(text)"],
  ["&& tidy(inside[1]) !== ''", ""],
  ["withoutFullStop(tidy(inside[1]))", "tidy(inside[1])"],
  ["return '^' + replaced", "return replaced"],
  ["(/\\d/.test(before) || fractions[before] ? ' ' : '')", "(/\\d/.test(before) ? ' ' : '')"],
  ["(/\\d/.test(before) || fractions[before] ? ' ' : '')", "(fractions[before] ? ' ' : '')"],
  ["\\^(\\d*[+\\-])(?=[ )]|$)", "\\^(\\d*[+\\-])(?=[ )])"],
  ["\\^(\\d*[+\\-])(?=[ )]|$)", "\\^(\\d*[+\\-])(?=[ ]|$)"],
  ["\\^(\\d*[+\\-])(?=[ )]|$)", "\\^(\\d+[+\\-])(?=[ )]|$)"],
  ["\\^(\\d*[+\\-])(?=[ )]|$)", "\\^(\\d*[+])(?=[ )]|$)"],
  ["' ?([' + inPattern(signData.close_to_both) + ']) ?'", "' ?([' + inPattern(signData.close_to_both) + '])'"],
  ["' ?([' + inPattern(signData.close_to_both) + ']) ?'", "'([' + inPattern(signData.close_to_both) + ']) ?'"],
  ["'([\\\\d)]) ?' + times + ' ?(?=[\\\\d(])'", "'([\\\\d]) ?' + times + ' ?(?=[\\\\d(])'"],
  ["'([\\\\d)]) ?' + times + ' ?(?=[\\\\d(])'", "'([\\\\d)]) ?' + times + ' ?(?=[\\\\d])'"],
  ["'([\\\\d)]) ?' + times + ' ?(?=[\\\\d(])'", "'([\\\\d)])' + times + ' ?(?=[\\\\d(])'"],
  ["'([\\\\d)]) ?' + times + ' ?(?=[\\\\d(])'", "'([\\\\d)]) ?' + times + ' ?([\\\\d(])'"],
  ["text.replace(/I/g, '\\u0131') : text.replace(/\\u0131/g, 'i')", "text : text.replace(/\\u0131/g, 'i')"],
  ["text.replace(/I/g, '\\u0131') : text.replace(/\\u0131/g, 'i')", "text.replace(/I/g, '\\u0131') : text"],
  ["text.replace(/\\u0130/g, 'i')", "text"],
  ["text.toLowerCase()", "text"],
  ["bySign(ofLanguage(language, 'letters') || {})", "{}"],
  ["text.normalize('NFC')", "text"],
  ["withoutQuotes(withoutFullStop(text))", "withoutFullStop(withoutQuotes(text))"],
  [".replace(/\\u066b/g, mark)", ""],
  [".replace(/\\u066c/g, ' ')", ""],
  ["'[ \\'.]' : '[ \\',]'", "'[ .]' : '[ \\',]'"],
  ["'[ \\'.]' : '[ \\',]'", "'[ \\'.]' : '[ ,]'"],
  ["\\\\d{1,2}(?:' + group", "\\\\d{2}(?:' + group"],
  ["\\\\d{1,3}(?:' + group", "\\\\d{1,4}(?:' + group"],
  ["'\\\\d{3})+|", "'\\\\d{3})|"],
  ["[+\\\\-]?\\\\d{1,3}", "[+\\\\-]?\\\\d{1,4}"],
  ["[+\\\\-]?\\\\d{1,3}", "[\\\\-]?\\\\d{1,3}"],
  ["^([+\\\\-]?)(?:", "^([\\\\-]?)(?:"],
  ["| ?x ?10", "|x ?10"],
  ["| ?x ?10", "| ?x10"],
  ["parts[6] ? '1'", "parts[6] ? '10'"],
  ["<= 40 &&", "<= 41 &&"],
  ["<= 40 &&", "< 40 &&"],
  ["<= 200", "< 200"],
  ["<= 200", "<= 201"],
  ["number >= accepted.low", "number > accepted.low"],
  ["number <= accepted.high", "number < accepted.high"],
  ["!(accepted.low < accepted.high) && fold", "fold"],
  ["accepted.low < accepted.high", "accepted.low !== accepted.high"],
  ["fold(accepted.text, language) === text", "accepted.text === text"],
  ["text !== '' && matches", "matches"],
  ["creditOf(accepted, 1) > creditOf(best, 1)", "creditOf(accepted, 1) < creditOf(best, 1)"],
  ["Math.floor(credit * creditUnits + 0.5)", "Math.floor(credit * creditUnits)"],
  ["choice.right ? 1 : 0", "1"],
  ["Math.max(1, question.choices", "Math.max(0, question.choices"],
  ["creditUnits : -creditUnits", "creditUnits : 0"],
  ["inUnits(choice.credit) * shares", "inUnits(choice.credit)"],
  ["between(0, inUnits(creditOf(accepted, 1)), creditUnits)", "inUnits(creditOf(accepted, 1))"],
  ["Array.isArray(answer) ? answer : []", "answer || []"],
  ["typeof answer === 'string' ? fold(answer, language) : ''", "fold(answer || '', language)"],
  ["Math.max(1, question.lefts.length)", "Math.max(1, question.lefts.length - 1)"],
  ["positions[k] < position", "positions[k] <= position"],
  ["positions[k] < position", "positions[k] === position - 1"],
  ["Math.max(1, question.items.length - 1)", "Math.max(1, question.items.length)"],
  ["earned: longest - 1", "earned: longest"],
  ["share.earned * 20000 < share.all", "share.earned * 20000 <= share.all"],
  ["share.earned * 20000 < share.all", "share.earned * 10000 < share.all"],
  ["* 20000 <= share.all;", "* 20000 < share.all;"],
  ["* 20000 <= share.all;", "* 10000 <= share.all;"],
  ["marks * 100 + 0.5 + 1e-6", "marks * 100 + 0.5"],
  ["marks * 100 + 0.5 + 1e-6", "marks * 100"],
  ["2 * rest >= share.all", "2 * rest > share.all"],
  ["2 * rest >= share.all", "rest >= share.all"],
  ["part !== null && ", ""],
  ["part !== null && !onlySpace.test(String(part))", "part !== null"],
  ["&& !onlySpace.test(answer)", ""]
].map((pair) => ['plugin/epub/grading.js', ...pair]);

const folder = 'plugin/koreader/hornbook.koplugin/';
const plugin = [
  ['hornbook_languages.lua', '#subtag < 2', '#subtag < 1'],
  ['hornbook_languages.lua', 'subtag:match("^%l%l$")', '#subtag == 2'],
  ['hornbook_languages.lua', 'row[key] == nil', 'true'],
  ['hornbook_languages.lua', 'or ","', 'or "."'],
  ['hornbook_text.lua', 'for digit = 0, 9', 'for digit = 0, 8'],
  ['hornbook_text.lua', 'plain[0x20 + i] or 0x20 + i', '0x20 + i'],
  ['hornbook_text.lua', 'return #others > 0 and rest or codes', 'return rest'],
  ['hornbook_text.lua', 'return code ~= 0x20 end)\n    return #others', 'return true end)\n    return #others'],
  ['hornbook_text.lua', 'local last = 0x20', 'local last = 0x21'],
  ['hornbook_text.lua', 'if result[#result] == 0x20 then', 'if false then'],
  ['hornbook_text.lua', 'if #codes > 1 and', 'if #codes > 0 and'],
  ['hornbook_text.lua', 'codes[#codes] = nil\n        return tidy(codes)', 'codes[#codes] = nil\n        return codes'],
  ['hornbook_text.lua', '(first ~= 0x22 and first ~= 0x27)', '(first ~= 0x22)'],
  ['hornbook_text.lua', '#inside == #codes - 2 and', ''],
  ['hornbook_text.lua', 'and #trimmed > 0 and', 'and'],
  ['hornbook_text.lua', 'without_full_stop(trimmed) or codes', 'trimmed or codes'],
  ['hornbook_text.lua', '(was_raised and "" or "^")', '"^"'],
  ['hornbook_text.lua', 'last >= 0x30 and last <= 0x39', 'last > 0x30 and last <= 0x39'],
  ['hornbook_text.lua', 'last >= 0x30 and last <= 0x39', 'last >= 0x30 and last < 0x39'],
  ['hornbook_text.lua', '"%^(%d*[+-])([ )])"', '"%^(%d+[+-])([ )])"'],
  ['hornbook_text.lua', '"%^(%d*[+-])([ )])"', '"%^(%d*[+])([ )])"'],
  ['hornbook_text.lua', '"%^(%d*[+-])([ )])"', '"%^(%d*[+-])([ ])"'],
  ['hornbook_text.lua', 's:gsub(" ?(" .. sign .. ") ?", "%1")', 's:gsub(" (" .. sign .. ") ?", "%1")'],
  ['hornbook_text.lua', 's:gsub(" ?(" .. sign .. ") ?", "%1")', 's:gsub(" ?(" .. sign .. ")", "%1")'],
  ['hornbook_text.lua', '"([%d)]) ?"', '"([%d]) ?"'],
  ['hornbook_text.lua', '" ?%f[%d(]"', '"%f[%d(]"'],
  ['hornbook_text.lua', '" ?%f[%d(]"', '" ?%f[%d]"'],
  ['hornbook_text.lua', 'code == 0x49 and 0x0131 or code == 0x0130 and 0x69 or code', 'code == 0x0130 and 0x69 or code'],
  ['hornbook_text.lua', '(code == 0x0130 or code == 0x0131) and 0x69', '(code == 0x0130) and 0x69'],
  ['hornbook_text.lua', 'unicode.lower(text.from', '(text.from'],
  ['hornbook_text.lua', 'unicode.compose(s)', 's'],
  ['hornbook_text.lua', 'letters[code] or own[code]', 'letters[code]'],
  ['hornbook_text.lua', 'letters[code] or own[code]', 'own[code]'],
  ['hornbook_numbers.lua', ':gsub("٫", mark)', ''],
  ['hornbook_numbers.lua', ':gsub("٬", " ")', ''],
  ['hornbook_numbers.lua', "[ '.,]?", "[ .,]?"],
  ['hornbook_numbers.lua', 'separator == mark', 'separator == "!"'],
  ['hornbook_numbers.lua', 'first >= 1 and first <= 3', 'first >= 0 and first <= 3'],
  ['hornbook_numbers.lua', 'first >= 1 and first <= 3', 'first >= 1 and first <= 4'],
  ['hornbook_numbers.lua', 'first >= 1 and first <= 2 and last == 3', 'first >= 0 and first <= 2 and last == 3'],
  ['hornbook_numbers.lua', 'first >= 1 and first <= 2 and last == 3', 'first >= 1 and first <= 3 and last == 3'],
  ['hornbook_numbers.lua', 'first >= 1 and first <= 2 and last == 3', 'first >= 1 and first <= 2'],
  ['hornbook_numbers.lua', 'twos and (i == #lengths or lengths[i] == 2)', 'twos'],
  ['hornbook_numbers.lua', 'threes and lengths[i] == 3', 'threes'],
  ['hornbook_numbers.lua', '"^(.-) ?x ?10%^([+-]?%d+)$"', '"^(.-)x ?10%^([+-]?%d+)$"'],
  ['hornbook_numbers.lua', '"^(.-) ?x ?10%^([+-]?%d+)$"', '"^(.-) ?x10%^([+-]?%d+)$"'],
  ['hornbook_numbers.lua', 'return "1", alone', 'return "10", alone'],
  ['hornbook_numbers.lua', 'digits > 40', 'digits > 41'],
  ['hornbook_numbers.lua', 'digits > 40', 'digits >= 40'],
  ['hornbook_numbers.lua', '> 200', '>= 200'],
  ['hornbook_numbers.lua', '> 200', '> 201'],
  ['hornbook_numbers.lua', '#tens:gsub("[+-]", "") > 3 or', ''],
  ['hornbook_numbers.lua', 'digits == 0 or', ''],
  ['hornbook_grading.lua', 'math.floor(credit * credit_units + 0.5)', 'math.floor(credit * credit_units)'],
  ['hornbook_grading.lua', 'choice.right and 1 or 0', '1'],
  ['hornbook_grading.lua', 'shares = math.max(1, shares)', ''],
  ['hornbook_grading.lua', 'credit_units or -credit_units', 'credit_units or 0'],
  ['hornbook_grading.lua', 'in_units(choice.credit) * shares', 'in_units(choice.credit)'],
  ['hornbook_grading.lua', 'accepted.low < accepted.high', 'accepted.low ~= accepted.high'],
  ['hornbook_grading.lua', 'not is_range and', ''],
  ['hornbook_grading.lua', 'value >= accepted.low', 'value > accepted.low'],
  ['hornbook_grading.lua', 'value <= accepted.high', 'value < accepted.high'],
  ['hornbook_grading.lua', '(accepted.credit or 1) > credit)', '(accepted.credit or 1) < credit)'],
  ['hornbook_grading.lua', 'best and clamp(0, credit, 1)', 'best and credit'],
  ['hornbook_grading.lua', 'given[j] < given[i]', 'given[j] <= given[i]'],
  ['hornbook_grading.lua', 'math.max(longest[i], longest[j] + 1)', 'longest[j] + 1'],
  ['hornbook_grading.lua', 'math.max(1, #question.items - 1)', '#question.items'],
  ['hornbook_grading.lua', 'earned * 20000 < all', 'earned * 20000 <= all'],
  ['hornbook_grading.lua', '* 20000 <= all and', '* 20000 < all and'],
  ['hornbook_grading.lua', '2 * rest >= all', '2 * rest > all'],
  ['hornbook_grading.lua', 'local product = math.floor(marks * 100 + 0.5 + 1e-6)', 'local product = math.floor(marks * 100 + 0.5)'],
  ['hornbook_grading.lua', 'part and not (type(part)', 'not (type(part)'],
  ['hornbook_grading.lua', 'type(answer) == "string" and {answer} or list(answer)', 'list(answer)'],
  ['hornbook_grading.lua', 'text.is_blank(part)', 'part == ""']
].map(([file, ...pair]) => [folder + file, ...pair]);

const builder = [
  ['grading/grade.cpp', 'credit * static_cast<double>(credit_units) + 0.5', 'credit * static_cast<double>(credit_units)'],
  ['grading/grade.cpp', 'std::max<std::size_t>(1, parts)', 'parts'],
  ['grading/grade.cpp', 'select.several ? -credit_units : 0', '-credit_units'],
  ['grading/grade.cpp', 'select.several ? -credit_units : 0', '0'],
  ['grading/grade.cpp', 'in_units(*choice.credit) * shares : usual', 'in_units(*choice.credit) : usual'],
  ['grading/grade.cpp', '*number >= accepted.number->low', '*number > accepted.number->low'],
  ['grading/grade.cpp', '*number <= accepted.number->high', '*number < accepted.number->high'],
  ['grading/grade.cpp', 'accepted.number->low < accepted.number->high', 'accepted.number->low != accepted.number->high'],
  ['grading/grade.cpp', '!folded.empty() && meets', 'meets'],
  ['grading/grade.cpp', 'std::min(best, credit_units)', 'best / 2'],
  ['grading/grade.cpp', 'std::lower_bound(ends', 'std::upper_bound(ends'],
  ['grading/grade.cpp', 'count(ends.size() - 1), count(arrange.items.size() - 1)', 'count(ends.size() - 1), count(arrange.items.size())'],
  ['grading/grade.cpp', 'ends.size() > 1 &&', 'ends.size() > 0 &&'],
  ['grading/grade.cpp', 'earned * fineness < share.all', 'earned * fineness <= share.all'],
  ['grading/grade.cpp', '* fineness <= share.all;', '* fineness < share.all;'],
  ['grading/grade.cpp', 'fineness = 20\'000', 'fineness = 19\'999'],
  ['grading/grade.cpp', '2 * rest >= share.all', '2 * rest > share.all'],
  ['grading/grade.cpp', 'std::llround(rounded_marks(marks) * 100)', 'static_cast<std::int64_t>(marks * 100)'],
  ['grading/grade.cpp', 'match.shown[*rights[i]] == match.lefts[i].right', '*rights[i] == match.lefts[i].right'],
  ['grading/grade.cpp', 'has_sign || !is_space(c)', 'true'],
  ['grading/grade.cpp', '[](const std::string& text) { return !is_blank(text); },', '[](const std::string& text) { return !text.empty(); },'],
  ['base/folding.cpp', 'c <= range.last; ++c', 'c < range.last; ++c'],
  ['base/folding.cpp', 'digit <= 9; ++digit', 'digit < 9; ++digit'],
  ['base/folding.cpp', 'alike != map.end() ? alike->second : narrow', 'narrow'],
  ['base/folding.cpp', 'U\'!\';\n        for_each', 'U\'"\';\n        for_each'],
  ['base/folding.cpp', 'was_raised ? U"" : U"^"', 'U"^"'],
  ['base/folding.cpp', 'is_between(U\'0\', result.back(), U\'9\') ? U" "', 'is_between(U\'1\', result.back(), U\'9\') ? U" "'],
  ['base/folding.cpp', 'is_between(U\'0\', result.back(), U\'9\') ? U" "', 'is_between(U\'0\', result.back(), U\'8\') ? U" "'],
  ['base/folding.cpp', 'is_between(U\'0\', text[sign], U\'9\'); ++sign', 'is_between(U\'1\', text[sign], U\'9\'); ++sign'],
  ['base/folding.cpp', 'text[sign] == U\'+\' || text[sign] == U\'-\'', 'text[sign] == U\'+\''],
  ['base/folding.cpp', 'sign + 1 == text.size() || is_one_of(text[sign + 1], U" )")', 'sign + 1 == text.size()'],
  ['base/folding.cpp', 'sign + 1 == text.size() || is_one_of(text[sign + 1], U" )")', 'sign + 1 < text.size() && is_one_of(text[sign + 1], U" )")'],
  ['base/folding.cpp', 'is_among(signs, text[at - 1]) || ', ''],
  ['base/folding.cpp', 'is_among(signs, text[at + 1]) || ', ''],
  ['base/folding.cpp', ' || is_among(behind_numbers, text[at + 1])', ''],
  ['base/folding.cpp', 'text[at + 1] == U\' \' ? 2 : 1', 'false ? 2 : 1'],
  ['base/folding.cpp', 'result.ends_with(U\' \') ? 1 : 0);  // of', 'false ? 1 : 0);  // of'],
  ['base/folding.cpp', '|| result[end - 1] == U\')\'', ''],
  ['base/folding.cpp', '|| text[next] == U\'(\'', ''],
  ['base/folding.cpp', 'at = next - 1;', 'at = next;'],
  ['base/folding.cpp', 'result.find_first_not_of(U\' \') == std::u32string::npos ? text : result', 'result'],
  ['base/folding.cpp', '(!result.empty() && result.back() != U\' \')', '(result.empty() || result.back() != U\' \')'],
  ['base/folding.cpp', 'text.size() > 1 && is_among(stops', 'text.size() > 0 && is_among(stops'],
  ['base/folding.cpp', 'tidy(text.substr(0, text.size() - 1)) : text;\n}\n\n// So may quotation', 'text.substr(0, text.size() - 1) : text;\n}\n\n// So may quotation'],
  ['base/folding.cpp', 'is_one_of(text.front(), U"\\"\'")', 'text.front() == U\'"\''],
  ['base/folding.cpp', 'text.find(text.front(), 1) == text.size() - 1', 'text.front() == text.back()'],
  ['base/folding.cpp', 'inside.empty() ? text : without_full_stop(inside)', 'inside.empty() ? text : inside'],
  ['base/folding.cpp', 'inside.empty() ? text : without_full_stop(inside)', 'has_quotes ? inside : text'],
  ['base/folding.cpp', '(c == U\'\\u0131\' && !is_dotted)', '(c == U\'\\u0131\')'],
  ['base/folding.cpp', 'c == U\'I\' && is_dotted', 'false'],
  ['base/folding.cpp', 'letters.empty() ? own_letter(own, c) : letters', 'letters'],
  ['base/folding.cpp', 'normalise(text)', 'text'],
  ['base/grading_data.cpp', 'subtags[i].size() > 1; ++i', 'subtags[i].size() > 0; ++i'],
  ['base/grading_data.cpp', 'range.first <= c && c <= range.last', 'range.first <= c && c < range.last'],
  ['base/grading_data.cpp', 'range.first <= c && c <= range.last', 'range.first < c && c <= range.last'],
  ['base/grading_data.cpp', 'language != last', 'false'],
  ['base/number_style.cpp', '\',\')', '\'.\')'],
  ['base/written_number.cpp', 'most_digits = 40', 'most_digits = 41'],
  ['base/written_number.cpp', 'most_digits = 40', 'most_digits = 39'],
  ['base/written_number.cpp', 'most_power = 200', 'most_power = 201'],
  ['base/written_number.cpp', 'most_power = 200', 'most_power = 199'],
  ['base/written_number.cpp', 'c == U\'\\u066B\' ? decimal_mark', 'c == U\'\\u066B\' ? \'.\''],
  ['base/written_number.cpp', 'c == U\'\\u066C\' ? \' \'', 'c == U\'\\u066C\' ? \'.\''],
  ['base/written_number.cpp', 'c == \' \' || c == \'\\\'\' ||', 'c == \' \' ||'],
  ['base/written_number.cpp', 'c == \' \' || c == \'\\\'\' ||', 'c == \'\\\'\' ||'],
  ['base/written_number.cpp', 'groups[0] >= 1 && groups[0] <= 3', 'groups[0] <= 3'],
  ['base/written_number.cpp', 'groups[0] >= 1 && groups[0] <= 3', 'groups[0] >= 1'],
  ['base/written_number.cpp', 'groups[0] >= 1 && groups[0] <= 2 && groups.back() == 3', 'groups[0] <= 2 && groups.back() == 3'],
  ['base/written_number.cpp', 'groups[0] >= 1 && groups[0] <= 2 && groups.back() == 3', 'groups[0] >= 1 && groups[0] <= 3 && groups.back() == 3'],
  ['base/written_number.cpp', 'groups[0] >= 1 && groups[0] <= 2 && groups.back() == 3', 'groups[0] >= 1 && groups[0] <= 2'],
  ['base/written_number.cpp', 'power ? "1" : mantissa()', 'power ? "10" : mantissa()'],
  ['base/written_number.cpp', 'digits.empty() || digits.size() > 3', 'digits.empty()'],
  ['base/written_number.cpp', 'at_ < text_.size() || digits.empty()', 'digits.empty()'],
  ['base/written_number.cpp', 'take(\' \');\n            if (take(\'x\'))', 'if (take(\'x\'))'],
  ['base/written_number.cpp', 'take(\'x\')) {\n                take(\' \');', 'take(\'x\')) {']
].map(([file, ...pair]) => ['builder/' + file, ...pair]);

// Taken into the class beside them, these change nothing: by then U+202F is a space, U+00B2 is ^2, U+FF62 a quotation mark and U+00DE small;
// U+00B1 has no room on either side, and a sigma is a sigma.
const same = new Set([0xb1, 0xb2, 0xde, 0x202f, 0x3c3, 0xff62]);

const codesOf = (list) => new Set(list.split(' ').flatMap((range) => {
  const [first, last = first] = range.split('-').map((end) => parseInt(end, 16));
  return Array.from({length: last - first + 1}, (_, i) => first + i);
}));

// Every range of every class: gone, one sign shorter at either end, one longer. Every property of a row that is part of the rule: gone or the other.
// That no sign is in two classes is seen by test-grading.
function* data(read) {
  const signs = read('plugin/grading/signs.json');
  const {zeros, times, full_stops, close_to_both, close_to_the_left, ...others} = JSON.parse(signs);
  const one = [...zeros.split(' ').map((zero) => zero + '-' + (parseInt(zero, 16) + 9).toString(16)), ...Object.values(others).flatMap((list) => (typeof list === 'string' ? [list] : Object.values(list)))].join(' ');
  const hex = (code) => code.toString(16).toUpperCase();
  for (const [list] of signs.matchAll(/"[0-9A-F]+(-[0-9A-F]+)?( [0-9A-F]+(-[0-9A-F]+)?)*"(?!:)/g)) {
    const ranges = list.slice(1, -1).split(' ');
    const areZeros = list.startsWith('"660 6F0');
    const isLate = /"(times|full_stops|close_to[a-z_]*)": $/.test(signs.slice(0, signs.indexOf(list)));
    const inClasses = codesOf(isLate ? list.slice(1, -1) : one);
    const isIn = (code) => inClasses.has(code) || same.has(code);
    for (const [i, range] of ranges.entries()) {
      const [first, last = first] = range.split('-').map((end) => parseInt(end, 16));
      const shorter = first === last ? [] : [hex(first + 1) + '-' + hex(last), hex(first) + '-' + hex(last - 1)];
      const longer = [...(isIn(last + 1) ? [] : [hex(first) + '-' + hex(last + 1)]), ...(isIn(first - 1) ? [] : [hex(first - 1) + '-' + hex(last)])];
      const others = areZeros ? [hex(first + 1), hex(first - 1)] : [...shorter, ...longer];
      for (const other of [[], ...others.map((each) => [each])]) {
        const broken = [...ranges.slice(0, i), ...other, ...ranges.slice(i + 1)].join(' ');
        yield ['plugin/grading/signs.json', list, `"${broken || 'FFFF'}"`];
      }
    }
  }
  for (const [row, tag, inside] of read('plugin/grading/languages.json').matchAll(/"([a-z0-9-]+)": (\{"[^\n]*\})/g)) {
    const properties = JSON.parse(inside);
    for (const property of ['decimal_mark', 'groups_of_two', 'dotted_i', 'letters'].filter((each) => properties[each] !== undefined)) {
      yield ['plugin/grading/languages.json', row, `"${tag}": ${JSON.stringify({...properties, [property]: undefined})}`];
    }
  }
}

// read: a file's text by its name.
export function mutants(engine, read) {
  return engine === 'data' ? data(read) : {script, plugin, builder}[engine];
}
