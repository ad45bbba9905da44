// Formulas as a dialog shows them: by the engine's Temml, read out of the page when the first one is wanted.
import {el} from './dom.mjs';

let reading = null;

export function temmlOfPage() {
  reading ??= new Promise((done) => {
    const {formulas} = JSON.parse(document.getElementById('studio-engine').textContent);
    const src = URL.createObjectURL(new Blob([formulas], {type: 'text/javascript'}));
    document.head.append(el('script', {src, onload: () => done(globalThis.temml)}));
  });
  return reading;
}
