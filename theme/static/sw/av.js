// The worker of a publisher who does not want the guide kept on people's devices. In: whatever an
// earlier build kept. Out: nothing of it left, nor of the worker itself.
const PREFIX = `${self.registration.scope} utan-nat `;

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX)) await caches.delete(name);
  }
  await self.registration.unregister();
}
