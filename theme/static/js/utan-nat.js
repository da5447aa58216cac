// On every page: starts the worker that keeps the guide readable without a net, when the page is at
// rest, and says so when the page is a copy. In: sw.js, the visitor's choice. Out: what the worker
// shall keep, a line at the top of the page.
import { el } from "./dom.js";
import { all, keyOf } from "./min-lista/lager.js";
import { _, home } from "./texter.js";

export const KEY = keyOf("utan-nat");
export const root = new URL("../../", import.meta.url);
export const worker = navigator.serviceWorker; // no worker where the address is not https

/** Has the visitor said no? A browser that keeps nothing has said it too. */
export function isOff() {
  try {
    return localStorage.getItem(KEY) === "nej";
  } catch {
    return true;
  }
}

/** Nothing in advance over a net that is slow, or that one pays for. */
function isThrifty({ saveData, effectiveType = "" } = {}) {
  return saveData || effectiveType.endsWith("2g");
}

/** Start the worker and ask it to keep the page with its files, Min lista, and the listings. */
export async function start() {
  await worker.register(new URL("sw.js", root));
  const { active, waiting } = await worker.ready;
  if (isOff()) return; // the answer may have come meanwhile
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const saved = all().map(({ id }) => new URL(`insats/${id}/`, home).href);
  const adresser = [location.href, ...loaded, ...saved];
  const allt = !isThrifty(navigator.connection);
  // A new worker takes over when the one before is idle: give that one nothing more to do.
  (waiting ?? active).postMessage({ hem: home.href, adresser, allt });
}

async function tell({ data }) {
  if (!data.dag) return;
  const { dayInWords } = await import("./datum.js"); // only who sees a copy has to fetch it
  const line = el("p", { role: "status", class: "notis" });
  document.querySelector("main").prepend(line);
  line.textContent = _(
    "Guiden går inte att nå just nu. Du ser en sparad kopia från den {datum}.",
    { datum: dayInWords(new Date(data.dag)) });
}

function atRest() {
  (globalThis.requestIdleCallback ?? setTimeout)(() => isOff() || start().catch(() => {}));
}

if (worker && !isOff()) {
  worker.addEventListener("message", tell);
  worker.startMessages();
  worker.controller?.postMessage({});
  // On pages in other languages the texts may come after the page is whole.
  if (document.readyState === "complete") atRest();
  else addEventListener("load", atRest);
}
