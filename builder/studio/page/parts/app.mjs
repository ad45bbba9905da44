// App: where the page comes from a web site, the browser may keep it whole, so that it opens with the network cut, and install it.

let prompt = null;
window.addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  prompt = event;
});

export const canInstall = () => prompt !== null;
export const install = () => prompt.prompt();

// A site gives hornbook-studio.webmanifest and hornbook-studio-sw.js beside the page; a file on a stick has neither and needs none.
export function keepOffline() {
  if (!location.protocol.startsWith('http') || !navigator.serviceWorker) return;
  document.head.append(Object.assign(document.createElement('link'), {rel: 'manifest', href: 'hornbook-studio.webmanifest'}));
  navigator.serviceWorker.register(`hornbook-studio-sw.js?page=${encodeURIComponent(location.pathname.split('/').pop())}`).catch(() => {});  // a server may not have it
}
