// What is kept in advance, and how one version takes over from another. In: the browser's word
// that a worker is new, the messages of js/utan-nat.js. Out: filled caches, answers to the page.
const AT_ONCE = 3; // whoever is reading shall not have to wait for what is kept

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("message", (event) => event.waitUntil(answerTo(event).catch(() => {})));

/** Take over what the versions before kept, and fetch what has changed. If that fails they stay,
 *  and the browser tries again at the next page. */
async function install() {
  if (!("resultingClientId" in FetchEvent.prototype)) throw new Error("pages look all alike here");
  const before = (await versions()).filter((version) => version !== BUILD.version);
  const cache = await caches.open(PREFIX + BUILD.version);
  await keepList(cache, "");
  const wanted = [];
  for (const version of before) wanted.push(...(await inherit(cache, version)));
  if (!(await keep(cache, wanted))) throw new Error("another build was published meanwhile");
  await stamp(cache);
  await self.skipWaiting(); // open pages keep to their own version, whoever the worker is
}

/** Copy what is the same in this version; return the addresses of what is not. */
async function inherit(cache, version) {
  const before = await caches.open(PREFIX + version);
  const wanted = [];
  for (const folder of Object.keys(BUILD.listor)) {
    if (await before.match(key(`${folder}offline.json`))) await keepList(cache, folder);
    if (!(await before.match(wholeKey(folder)))) continue;
    wanted.push(...(await listOf(BUILD.version, folder)).i_forvag);
    await cache.put(wholeKey(folder), new Response());
  }
  for (const { url } of await before.keys()) {
    const address = url.includes("?") ? undefined : addressOf({ url });
    const hash = address !== undefined && (await hashIn(BUILD.version, address));
    const kept = hash && (await before.match(url));
    if (kept && (await hashOf(kept)) === hash) await cache.put(url, kept);
    else if (hash) wanted.push(address);
  }
  return wanted;
}

/** Fetch what is not kept yet; false when the net had anything else than this version has. */
async function keep(cache, addresses) {
  const waiting = [...addresses];
  let same = true;
  const fetchNext = async () => {
    const address = waiting.shift();
    const hash = await hashIn(BUILD.version, address);
    if (!hash || (await cache.match(key(address)))) return;
    const answer = await fetchSame(address, hash);
    if (answer) await cache.put(key(address), answer);
    else same = false;
  };
  const fetchAll = async () => {
    while (waiting.length) await fetchNext();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchAll));
  return same;
}

async function keepList(cache, folder) {
  const address = `${folder}offline.json`;
  if (await cache.match(key(address))) return;
  const answer = await fetchSame(address, BUILD.listor[folder]);
  if (!answer) throw new Error("another build was published meanwhile");
  await cache.put(key(address), answer);
}

function stamp(cache) {
  return cache.put(DAY, new Response(String(Date.now())));
}

/** A page asks what to keep, to have nothing kept, or whether it is a copy itself. */
async function answerTo({ data, source }) {
  if (data.adresser) {
    await keepFor(data);
    source.postMessage({ sparat: true });
  } else if (data.bort) {
    for (const version of await versions()) await caches.delete(PREFIX + version);
  } else {
    const { version, isCopy } = await recall(source.id);
    const day = isCopy && (await (await cacheOf(version)).match(DAY));
    if (day) source.postMessage({ dag: Number(await day.text()) });
  }
}

/** Keep the page itself with its files, what is saved in Min lista, and perhaps the rest. */
async function keepFor({ hem, adresser, allt }) {
  const cache = await caches.open(PREFIX + BUILD.version);
  const folder = folderOf(addressOf({ url: hem }) ?? "");
  await keepList(cache, "");
  await keepList(cache, folder);
  if (await isPublished(BUILD.version)) await stamp(cache);
  const { alltid, i_forvag } = await listOf(BUILD.version, folder);
  const own = adresser.map((url) => addressOf({ url })).filter((address) => address !== undefined);
  const whole = await keep(cache, [...alltid, ...own, ...(allt ? i_forvag : [])]);
  if (allt && whole) await cache.put(wholeKey(folder), new Response());
  const isLast = !self.registration.installing && !self.registration.waiting;
  if (isLast) await tidy(); // a version on its way in has no open pages yet
}
