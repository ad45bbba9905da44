// Formulas in pandoc's place: its document in, its HTML out, and its words for what cannot be read.
/* global temml */

const plain = (text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&#(\d+);/g, (all, code) => String.fromCodePoint(Number(code))).replace(/&amp;/g, '&');
const inHtml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export function askedFormulas(document) {
  const errors = [];
  const rows = Array.from(document.matchAll(/<(disp|inline)-formula><tex-math>([^<]*)<\/tex-math>/g), ([, kind, escaped]) => {
    const tex = plain(escaped);
    try {
      return `<p>${temml.renderToString(tex, {displayMode: kind === 'disp', xml: true, throwOnError: true, trust: false})}</p>`;
    } catch (fault) {
      errors.push(`[WARNING] Could not convert TeX math ${tex}, rendering as TeX:\n  unexpected ${/\\[A-Za-z]+/.exec(fault.message)?.[0] ?? ''}`);
      return `<p><span class="math">${inHtml(tex)}</span></p>`;
    }
  });
  return {code: 0, output: `${rows.join('\n')}\n`, errors: errors.join('\n')};
}
