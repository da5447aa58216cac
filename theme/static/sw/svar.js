// What a page gets. In: each request of the guide's own pages. Out: the page from the net, else the
// copy of it; and files of the page's own version, the copy or what the net has if it is the same.
// A page that the worker does not know is left to the net. So no page is made of two builds.

self.addEventListener("fetch", (event) => {
  const address = addressOf(event.request);
  if (address === undefined) return;
  const answer = event.request.mode === "navigate" ? page : part;
  event.respondWith(answer(event, address));
});

async function page(event, address) {
  const answer = await fetchPage(event.request);
  if (!answer) return (await copy(event, address)) ?? instead(address);
  try {
    if (answer.type === "default") await keepVisited(event, address, answer);
  } catch {
    // No room, or no right to keep anything. The page is there all the same.
  }
  return answer;
}

/** A whole page or a redirect; undefined when the guide cannot be reached. */
async function fetchPage(request) {
  try {
    const answer = await fetch(request, { cache: "no-cache" });
    if (answer.type === "opaqueredirect") return answer;
    return answer.status < 500 ? new Response(await answer.arrayBuffer(), answer) : undefined;
  } catch {
    return undefined;
  }
}

async function keepVisited(event, address, answer) {
  const { version } = BUILD;
  const hash = await hashIn(version, address);
  if (!hash || (await hashOf(answer)) !== hash) return;
  await remember(event.resultingClientId, version, false);
  await (await cacheOf(version))?.put(key(address), answer.clone());
}

async function copy(event, address) {
  const kept = await copyIn(BUILD.version, address);
  if (kept) await remember(event.resultingClientId, BUILD.version, true);
  return kept;
}

/** Where one is led when a page is not kept. Links are relative, so one has to be led there. */
async function instead(address) {
  const { version } = BUILD;
  if (await copyIn(version, `${address}/`)) return Response.redirect(key(`${address}/`));
  for (const folder of [folderOf(address), ...Object.keys(BUILD.listor)]) {
    const way = `${folder}utan-nat/`;
    if (await copyIn(version, way)) return Response.redirect(key(`${way}#${address}`));
  }
  return Response.error();
}

/** A file for a page. The browser must not hold it ready for the next page, which may be of
 *  another version: the worker is asked anew each time. */
async function part(event, address) {
  const answer = await partOf(event, address);
  const { status, statusText } = answer;
  const headers = new Headers(answer.headers);
  headers.set("Cache-Control", "no-store");
  return new Response(await answer.arrayBuffer(), { status, statusText, headers });
}

async function partOf({ request, clientId }, address) {
  const { version } = await recall(clientId);
  const hash = version && (await hashIn(version, address));
  if (!hash) return fetch(request, { cache: "no-cache" });
  const kept = await copyIn(version, address);
  if (kept) return kept;
  const same = await fetchSame(address, hash);
  if (same) return stored(version, address, same);
  // Some hosts rewrite files on the way: nothing to keep, but nothing mixed either.
  if (await isPublished(version)) return fetch(request);
  throw new Error("another build has been published");
}

async function stored(version, address, answer) {
  try {
    await (await cacheOf(version))?.put(key(address), answer.clone());
  } catch {
    // No room. The file is there all the same.
  }
  return answer;
}

/** A file with just these bytes; undefined when the net has others. */
async function fetchSame(address, hash) {
  for (const cache of ["default", "reload"]) { // the browser's own store may be a build behind
    const answer = await fetch(key(address), { cache });
    const whole = new Response(await answer.arrayBuffer(), answer);
    if ((await hashOf(whole)) === hash) return whole;
  }
  return undefined;
}

/** Does the net have this version still? If not, a new build has been published. */
async function isPublished(version) {
  const answer = await fetch(key("sw.js"), { cache: "no-cache" });
  return (await answer.text()).includes(`"${version}"`);
}
