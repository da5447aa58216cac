// The page about reading without a net. In: what is kept in this browser, the address after # when
// one was led here from a page that is not kept. Out: how much it is, and buttons to take it away
// or keep it again.
import { _, locale, ngettext } from "../texter.js";
import { KEY, isOff, root, start, worker } from "../utan-nat.js";

const PREFIX = `${root.href} utan-nat `; // the same as in sw/minne.js
const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const status = document.getElementById("sparat");
const stop = document.getElementById("sluta");
const again = document.getElementById("borja");

async function ours() {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(PREFIX));
}

/** {pages, bytes}: what of the guide is kept here. */
async function kept() {
  const pages = new Set();
  let bytes = 0;
  for (const name of await ours()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) if (url.endsWith("/")) pages.add(url);
    for (const answer of await cache.matchAll()) bytes += (await answer.blob()).size;
  }
  return { pages: pages.size, bytes };
}

let latest; // counting takes a while, and only the last count is true

async function show() {
  stop.hidden = isOff();
  again.hidden = !isOff();
  const count = latest = kept();
  const { pages, bytes } = await count;
  if (count !== latest) return;
  const values = { storlek: size.format(bytes / 1e6) };
  const nothing = isOff() ? _("Inget är sparat, och inget kommer att sparas.") : _("Inget är sparat än.");
  status.textContent = pages ? ngettext("Just nu är {antal} sida sparad. Den tar {storlek} MB.",
    "Just nu är {antal} sidor sparade. De tar {storlek} MB.", pages, values) : nothing;
}

/** First no more, then nothing left; the worker too, for it may be about to keep more. */
async function leave() {
  localStorage.setItem(KEY, "nej");
  const registration = await worker.getRegistration(root);
  for (const name of ["active", "waiting"]) registration?.[name]?.postMessage({ bort: true });
  await registration?.unregister();
  for (const name of await ours()) await caches.delete(name);
  await show();
  again.focus();
}

async function keepAgain() {
  localStorage.removeItem(KEY);
  await show();
  stop.focus();
  await start();
}

/** The address after #, which anybody may have written. */
function addressed() {
  try {
    return new URL(location.hash.slice(1), root);
  } catch {
    return undefined;
  }
}

/** Lead back to the page that was not kept, if it is one of the guide's own. */
function offerWanted() {
  const wanted = addressed();
  if (!location.hash || !wanted?.href.startsWith(root.href)) return;
  document.querySelector("#saknas a").href = wanted;
  document.getElementById("saknas").hidden = false;
}

function orTold(act) {
  return () => act().catch(() => (status.textContent = _("Det går inte att spara i den här webbläsaren. Det kan bero på privat surfning.")));
}

offerWanted();
if (worker) {
  worker.addEventListener("message", ({ data }) => data.sparat && show());
  stop.addEventListener("click", orTold(leave));
  again.addEventListener("click", orTold(keepAgain));
  orTold(show)();
} else {
  status.textContent = _("Det går inte att spara i den här webbläsaren. Det kan bero på privat surfning.");
}
