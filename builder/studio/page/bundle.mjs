// Bundle: the whole page as one HTML file that asks the network for nothing. Run as: node bundle.mjs OUT.html [--engine FOLDER]
// Beside it lies what a web site needs to give it as an app: OUT.webmanifest, OUT-sw.js, OUT.svg.
// FOLDER holds hornbook.js and hornbook.wasm; without it the page asks the server that it came from.
import {build} from 'esbuild';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {truthTable} from './truth_table.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../..');
const read = (path) => readFileSync(join(root, path), 'utf8');
const inScript = (text) => text.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

// Quizzes as a reader's pages run them (rendering/pages/page_assets.cpp), as a function that a preview calls after each change.
function quizScript() {
  const parts = ['grading', 'elements', 'controls', 'store', 'quiz', 'results'].map((name) => read(`plugin/epub/${name}.js`));
  return `var languageData = ${read('plugin/grading/languages.json')};\nvar signData = ${read('plugin/grading/signs.json')};\n` +
         `function playQuizzes() {\n'use strict';\n${parts.join('\n')}\n}\n`;
}

// Doubts of the bundler are mistakes: it has shown them.
function text({outputFiles, warnings}) {
  if (warnings.length) throw new Error(`${warnings.length} warnings`);
  return outputFiles[0].text;
}

async function scriptOf(entry, define = {}) {
  const made = await build({entryPoints: [join(here, entry)], bundle: true, minify: true, write: false, format: 'iife', target: 'es2020',
                            charset: 'utf8', legalComments: 'none', loader: {'.json': 'json'}, define, logLevel: 'warning'});
  return inScript(text(made));
}

async function styleOf() {
  const made = await build({entryPoints: [join(here, 'style/studio.css')], bundle: true, minify: true, write: false, charset: 'utf8', target: 'es2020', logLevel: 'warning'});
  return text(made);
}

// What the frame of a preview loads: its policy allows this one script alone.
async function frame() {
  const script = inScript(quizScript()) + await scriptOf('frame/frame.mjs');
  const policy = `default-src 'none'; script-src ${hash(script)}; style-src 'unsafe-inline'; img-src blob: data:; font-src data:; form-action 'none'; base-uri 'none'`;
  const page = `<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">` +
               `<title>Preview</title><style>${read('plugin/epub/quiz.css')}</style><style id="book"></style><style id="screen"></style></head><body></body><script>${script}</script></html>`;
  return {page, hash: hash(script)};
}

function engine(folder) {
  if (!folder) return {script: '', wasm: ''};
  const [script, wasm] = ['hornbook.js', 'hornbook.wasm'].map((name) => join(folder, name));
  if (!existsSync(script)) throw new Error(`there is no ${script}`);
  return {script: readFileSync(script, 'utf8'), wasm: gzipSync(readFileSync(wasm), {level: 9}).toString('base64')};
}

const [out, flag, folder] = process.argv.slice(2);
const preview = await frame();
const parts = engine(flag === '--engine' ? folder : '');
const formulas = await scriptOf('engine/temml.mjs');
const worker = await scriptOf('engine/worker.mjs');  // made in any case, so that it is known to be whole
const boot = await scriptOf('parts/boot.mjs');
const json = (value) => JSON.stringify(value).replace(/</g, '\\u003c');
// Brackets around the function have it compiled at once, and not when it is called.
const script = `hornbookBegun.then((() => {\n${await scriptOf('parts/main.mjs', {HORNBOOK_TRUTHS: JSON.stringify(truthTable(join(root, 'builder/model')))})}\n}));`;
const policy = `default-src 'none'; script-src ${hash(boot)} ${hash(script)} ${preview.hash} 'wasm-unsafe-eval' blob:; worker-src 'self' blob:; style-src 'unsafe-inline'; ` +
               `img-src 'self' blob: data:; font-src data:; connect-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'`;
const html = readFileSync(join(here, 'index.html'), 'utf8')
  .replace('@POLICY@', () => policy)
  .replace('@KIND@', () => (parts.wasm ? 'webassembly' : 'served'))  // read by `hornbook pack --studio`
  .replace('@STYLE@', await styleOf().then((style) => () => style))
  .replace('@WASM@', () => parts.wasm)
  .replace('@ENGINE@', () => json({engine: parts.script, formulas, worker: parts.script ? worker : ''}))
  .replace('@BOOT@', () => boot)
  .replace('@DATA@', () => json({frame: preview.page}))
  .replace('@SCRIPT@', () => script);
mkdirSync(dirname(out), {recursive: true});
writeFileSync(out, html);
if (parts.script) {
  const site = (name) => readFileSync(join(here, 'site', name), 'utf8');
  const beside = (ending) => out.replace(/\.html$/, ending);
  writeFileSync(beside('-sw.js'), site('worker.js').replace('@VERSION@', createHash('sha256').update(html).digest('hex').slice(0, 16)));
  writeFileSync(beside('.webmanifest'), site('manifest.json').replace('@PAGE@', basename(out)));
  writeFileSync(beside('.svg'), site('icon.svg'));
}
console.log(`made ${out} (${Math.round(html.length / 1000)} kB, ${Math.round(gzipSync(html).length / 1000)} kB compressed)`);
