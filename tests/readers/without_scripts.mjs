// Quizzes where no script runs: every choice, hint, answer and way back of every question is a link that leads to what it promises.
import { readdirSync } from "node:fs";

// Follows each link of each question in a browser with scripts switched off; what is not so comes back in words.
export async function follow_all_links(browser, address) {
  const page = await (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 600, height: 800 } })).newPage();
  const faults = [];
  let followed = 0;
  for (const file of await chapters_of(page, address)) {
    await page.goto(`${address}/book/EPUB/${file}`);
    const links = await page.locator(".question a[href]").evaluateAll((nodes) => nodes.map((node) => [node.getAttribute("href"), node.textContent]));
    for (const [href, words] of links) {
      const response = await page.goto(new URL(href, `${address}/book/EPUB/${file}`).href);
      const target = page.locator(":target");  // without a response where only the fragment changed
      if ((response && !response.ok()) || (await target.count()) !== 1 || !(await target.innerText()).trim()) {
        faults.push(`${file}: “${words}” leads to ${href}, where nothing stands`);
      }
      ++followed;
    }
  }
  await page.context().close();
  return { followed, faults };
}

async function chapters_of(page, address) {
  const opf = await (await page.request.get(`${address}/book/EPUB/package.opf`)).text();
  return [...opf.matchAll(/href="([^"]+\.xhtml)"/g)].map((match) => match[1]);
}
