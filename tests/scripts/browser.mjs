// A browser in which the pages of a book lie at http://book.test/; whatever else they ask for is refused and remembered.
import axe from 'axe-core';
import {execFileSync} from 'node:child_process';
import {chromium} from 'playwright-core';

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
               '--disable-component-update', '--disable-sync'];
const types = {xhtml: 'application/xhtml+xml', css: 'text/css', js: 'application/javascript', json: 'application/json', svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg'};

export const openBrowser = () => chromium.launch({executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags});

export function entry(book, name) {
  return execFileSync('unzip', ['-p', book, `EPUB/${name}`], {maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore']});
}

export const quizData = (book) => JSON.parse(entry(book, 'quiz.json').toString());

// A reader of its own: nothing kept, no page open. `faults` collects what must not happen.
export async function openReader(browser, book, faults, options = {}) {
  const context = await browser.newContext({viewport: {width: 600, height: 800}, ...options});
  const cached = new Map();
  await context.route('**/*', (route) => {
    const url = new URL(route.request().url());
    const name = decodeURIComponent(url.pathname.slice(1));
    if (url.host !== 'book.test') {
      faults.push(`asked for ${url}`);
      return route.abort();
    }
    if (!cached.has(name)) cached.set(name, entry(book, name));
    return route.fulfill({body: cached.get(name), contentType: types[name.split('.').pop()]});
  });
  context.setDefaultTimeout(20000);  // a busy machine
  return {
    context,
    open: async (name) => {
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(`${name}: ${error.message}`));
      page.on('console', (message) => message.type() === 'error' && faults.push(`${name}: ${message.text()}`));
      await page.goto(`http://book.test/${name}`);
      return page;
    },
    close: () => context.close(),
  };
}

// What axe finds, as short texts. Its rules for web sites are for those alone, and Ace leaves them out too: a page of a book has no <main>.
export async function accessibilityFaults(page, isSite = false) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (enabled) => {
    const found = await window.axe.run(document, {preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: {region: {enabled}, 'landmark-one-main': {enabled}, bypass: {enabled}}});
    return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`));
  }, isSite);
}
