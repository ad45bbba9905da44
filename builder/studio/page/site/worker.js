// Service worker: the page as it was when it was last fetched whole, so that it opens with the network cut. What is not the page's own is
// none of its business. The store's name changes with the page, and so does this file, which browsers look for.
const store = 'hornbook-studio-@VERSION@';
const page = new URL(new URL(location).searchParams.get('page') || './', location).href;
const own = [page, ...['hornbook-studio.webmanifest', 'hornbook-studio.svg'].map((name) => new URL(name, location).href)];
const plain = (url) => url.replace(/[?#].*$/s, '');

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(store);
    await cache.addAll(own.map((url) => new Request(url, {cache: 'reload'})));
    await self.skipWaiting();
  })());
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith('hornbook-studio-') && name !== store) await caches.delete(name);
    await self.clients.claim();
  })());
});

// An address with a key is that of a program on this computer.
self.addEventListener('fetch', (event) => {
  const {request} = event;
  if (request.method !== 'GET' || !own.includes(plain(request.url)) || new URL(request.url).searchParams.has('key')) return;
  event.respondWith(caches.open(store).then((cache) => cache.match(plain(request.url))).then((kept) => kept ?? fetch(request)));
});
