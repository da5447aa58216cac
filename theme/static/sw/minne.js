// What the worker has kept, and which version each open page is of. In: BUILD, the caches of this
// guide. Out: addresses, hashes, copies.
//
// A build is a version, and a version has a cache of its own. Nothing enters it but bytes with the
// hash that the version's offline.json tells; so what is in it is that build and no other.
const SCOPE = self.registration.scope;
const PREFIX = `${SCOPE} utan-nat `; // guides can share a host, so the name holds the address

/** What an address is kept under. Nothing of the guide's own has anything after "?". */
const key = (address) => new URL(address, SCOPE).href;
const pageKey = (id) => key(`?sida=${id}`);
const wholeKey = (folder) => key(`?allt=${folder}`);
const DAY = key("?dag"); // when the net was last known to have this version

/** The address of something of ours, "" is the start page; undefined for all else. */
function addressOf({ method = "GET", url }) {
  if (method !== "GET" || !url.startsWith(SCOPE)) return undefined;
  const address = url.slice(SCOPE.length).split(/[?#]/)[0]; // what one asks after "?" is not kept
  return BUILD.mappar.includes(address.split("/")[0]) ? address : undefined;
}

/** The folder whose offline.json tells of an address: that of a language, or the root. */
function folderOf(address) {
  const folder = `${address.split("/")[0]}/`;
  return folder in BUILD.listor ? folder : "";
}

async function hashOf(answer) {
  const hash = await crypto.subtle.digest("SHA-256", await answer.clone().arrayBuffer());
  const signs = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0"));
  return signs.join("").slice(0, BUILD.version.length);
}

/** The versions that something is kept of. */
async function versions() {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
}

/** A version's cache, if there is one: what a visitor took away is not made anew in passing. */
async function cacheOf(version) {
  return (await caches.has(PREFIX + version)) ? caches.open(PREFIX + version) : undefined;
}

/** A version's copy of an address, if there is one. */
async function copyIn(version, address) {
  return (await cacheOf(version))?.match(key(address));
}

const lists = new Map(); // version and folder → what offline.json holds

async function listOf(version, folder) {
  const name = `${version} ${folder}`;
  if (!lists.has(name)) {
    const kept = await copyIn(version, `${folder}offline.json`);
    if (kept) lists.set(name, await kept.json());
  }
  return lists.get(name);
}

/** The hash that an address has in a version; undefined when it has none. */
async function hashIn(version, address) {
  return (await listOf(version, folderOf(address)))?.filer[address];
}

const seen = new Map(); // id of an open page → {version, isCopy}

/** Note a page's version, in a cache too: a worker is stopped as soon as it is idle. */
async function remember(id, version, isCopy) {
  seen.set(id, { version, isCopy });
  await (await cacheOf(version))?.put(pageKey(id), new Response(isCopy ? "kopia" : ""));
}

/** {version, isCopy} of an open page; empty when it is not known. */
async function recall(id) {
  if (seen.has(id)) return seen.get(id);
  for (const version of await versions()) {
    const note = await (await cacheOf(version))?.match(pageKey(id));
    if (note) return { version, isCopy: (await note.text()) === "kopia" };
  }
  return {};
}

/** Forget pages that are closed, and versions that neither this worker nor an open page needs. */
async function tidy() {
  for (const version of await versions()) {
    const cache = await caches.open(PREFIX + version);
    let open = 0;
    for (const { url } of await cache.keys()) {
      if (!url.startsWith(pageKey(""))) continue;
      if (await clients.get(url.slice(pageKey("").length))) open += 1;
      else await cache.delete(url);
    }
    if (version !== BUILD.version && !open) await caches.delete(PREFIX + version);
  }
}
