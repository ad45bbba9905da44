// Printing: pages that the engine has made as HTML, in a frame that nothing in them can act in, handed to the browser's own print.
import {el} from './dom.mjs';
import {fromBase64} from './places.mjs';

const types = {png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', svg: 'image/svg+xml', css: 'text/css', html: 'text/html', xhtml: 'application/xhtml+xml'};
const typeOf = (name) => types[name.split('.').pop().toLowerCase()] ?? 'application/octet-stream';

const inData = (file) => `data:${typeOf(file.name)};base64,${file.bytes}`;

function pathFrom(page, name) {
  const parts = page.split('/').slice(0, -1);
  for (const part of decodeURIComponent(name).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

// A page of files whole: styles and pictures in it, no scripts.
export function wholePage(page, files) {
  const find = (name) => files.find((file) => file.name === pathFrom(page.name, name));
  const made = new DOMParser().parseFromString(new TextDecoder().decode(fromBase64(page.bytes)), 'text/html');
  for (const element of made.querySelectorAll('script, iframe, object, embed, base, meta[http-equiv]')) element.remove();
  for (const image of made.querySelectorAll('img[src]')) {
    const file = find(image.getAttribute('src'));
    if (file) image.setAttribute('src', inData(file));
  }
  for (const link of made.querySelectorAll('link[rel="stylesheet"][href]')) {
    const file = find(link.getAttribute('href'));
    const style = made.createElement('style');
    style.textContent = file ? new TextDecoder().decode(fromBase64(file.bytes)) : '';
    link.replaceWith(style);
  }
  return `<!DOCTYPE html>${made.documentElement.outerHTML}`;
}

// The print of a page begins; the frame stays until another one is printed, since browsers do not say when they have done with it.
export function printed(page, files) {
  document.querySelector('iframe.print')?.remove();
  const frame = el('iframe', {class: 'print', sandbox: 'allow-same-origin allow-modals', 'aria-hidden': 'true', tabindex: '-1', srcdoc: wholePage(page, files)});
  return new Promise((done) => {
    frame.addEventListener('load', async () => {
      await Promise.all([...frame.contentDocument.images].map((image) => image.decode().catch(() => {})));
      frame.contentWindow.focus();
      frame.contentWindow.print();
      done(frame);
    });
    document.body.append(frame);
  });
}
