// The search page: words and filters in the form and after # in the address, hits in the list.
import { answer } from "./sok/fraga.js";
import { empty, visa } from "./sok/visa.js";
import { chips } from "./sok/filter.js";
import { _ } from "./texter.js";

const form = document.querySelector("form[data-sok]");
const box = form.querySelector("input");
const kommun = document.getElementById("kommun");
const vag = document.getElementById("vag");
const list = document.getElementById("traffar");
let latest = 0;

/** What the address says: {q, kommun, vag, alder, exakt}. "ingen" is a filter taken away. */
function asked() {
  return Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
}

function address(state) {
  const kept = Object.entries(state).filter(([, value]) => value);
  return kept.length ? "#" + new URLSearchParams(kept) : location.pathname;
}

function go(state, { replace = false } = {}) {
  history[replace ? "replaceState" : "pushState"](null, "", address(state));
  show();
}

/** Words changed: filters that the old words brought go with them, chosen ones stay. */
function typed() {
  const { q, exakt, alder, ...rest } = asked();
  return { q: box.value.trim(), ...rest };
}

async function show() {
  const turn = ++latest;
  list.setAttribute("aria-busy", "true");
  await shown(turn);
  document.getElementById("listor").removeAttribute("data-vantar");
  if (turn === latest) list.setAttribute("aria-busy", "false");
}

async function shown(turn) {
  const state = asked();
  const text = state.q ?? "";
  if (document.activeElement !== box) box.value = text;
  vag.value = state.vag ?? "";
  if (!Object.keys(state).length) {
    kommun.value = "";
    chips([], go);
    empty();
    return;
  }
  const taken = (value) => (value === "ingen" ? null : value);
  try {
    const result = await answer(text, {
      kommun: taken(state.kommun),
      vag: state.vag,
      alder: state.alder === "ingen" ? null : Number(state.alder) || undefined,
      exact: state.exakt === "1",
    });
    if (turn !== latest) return;
    kommun.value = result.filter.kommun ?? "";
    chips(result, (change) => go({ ...asked(), ...change }));
    await visa(text, result, address);
  } catch (error) {
    console.info(error); // for whoever mends it; nothing leaves the browser
    if (turn !== latest) return;
    empty();
    document.getElementById("besked").textContent =
      _("Sökningen gick inte att ladda. Ladda om sidan, eller leta i listorna här nedanför.");
  }
}

let wait;
box.addEventListener("input", () => {
  clearTimeout(wait);
  wait = setTimeout(() => go(typed(), { replace: true }), 300);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(wait);
  go(typed());
});
kommun.addEventListener("change", () => go({ ...asked(), kommun: kommun.value || "ingen" }));
vag.addEventListener("change", () => go({ ...asked(), vag: vag.value }));
addEventListener("popstate", () => {
  box.value = asked().q ?? "";
  show();
});
box.value = asked().q ?? "";
show();
