// A web server of our own for one unpacked book, the reading systems of node_modules and the pages of this folder. Loopback only.
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const types = {
  ".html": "text/html", ".xhtml": "application/xhtml+xml", ".css": "text/css", ".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json",
  ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".epub": "application/epub+zip", ".opf": "application/oebps-package+xml", ".ncx": "application/x-dtbncx+xml",
};

// roots: first part of the path -> folder. `edit` may change what is sent, by its path. Answers with the server's address.
export function serve(roots, edit = (path, bytes) => bytes) {
  const server = createServer((request, response) => {
    const [, first, ...rest] = decodeURIComponent(new URL(request.url, "http://localhost").pathname).split("/");
    const file = roots[first] && normalize(join(roots[first], rest.join("/")));
    if (!file || !file.startsWith(roots[first]) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream" });
    response.end(edit(`${first}/${rest.join("/")}`, readFileSync(file)));
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve({ address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }));
  });
}
