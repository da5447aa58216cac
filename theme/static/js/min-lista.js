// Min lista: the address says what is seen, the browser's own list or one that came with a link.
// In: #lista=…&visa=…&jamfor=…&kommun=…&sprak=…&bara=…&not.<id>=…, min-lista/lager.js.
// Out: the page.
import { piece } from "./dom.js";
import { load, pageOf } from "./passar/data.js";
import { read, written } from "./passar/adress.js";
import { all, watch } from "./min-lista/lager.js";
import { focusNow, say } from "./min-lista/besked.js";
import { stateOf } from "./min-lista/tillstand.js";
import { drawList } from "./min-lista/lista.js";
import { _ } from "./texter.js";

const place = document.getElementById("vy");
const heading = document.getElementById("rubrik");
const title = document.title;
// Each returns what is to be seen; the two that not everybody needs are fetched when asked for.
const drawings = {
  lista: drawList,
  jamfor: async (...given) => (await import("./min-lista/jamfor.js")).drawComparison(...given),
  hafte: async (...given) => (await import("./min-lista/hafte.js")).drawBooklet(...given),
};
const WAIT = _("Ett ögonblick. Sidorna hämtas.");
const FAILED = _("Det gick inte att hämta allt. Kontrollera att du har internet och försök igen. Listan är kvar.");
let turn = 0;
let address = location.hash;
let seen = ""; // the view that is drawn
let waiting = false; // whether WAIT is what is said

/** Draw what the address says. What has been overtaken by another step is never put in place. */
async function show() {
  const mine = ++turn;
  const late = () => mine !== turn;
  const data = await load().catch(() => null);
  if (late()) return;
  if (!data) return withoutData();
  address = location.hash;
  const state = stateOf(read(), all(), data);
  wait(state.view);
  const nodes = await drawings[state.view](state, data, show).catch(() => null);
  if (late()) return;
  if (nodes) inPlace(nodes, state);
  else if (state.view === "lista") withoutData();
  else await listInstead();
}

function wait(view) {
  if (!seen || seen === view) return;
  waiting = true;
  say(WAIT);
}

/** The keyboard goes to the heading when the view is another. */
function inPlace(nodes, { view, heading: text }) {
  heading.textContent = text;
  document.title = title.replace(_("Min lista"), text);
  document.documentElement.dataset.vy = view;
  place.replaceChildren(...nodes);
  if (waiting) say("");
  if (seen && seen !== view) heading.focus();
  else focusNow(place);
  waiting = false;
  seen = view;
}

/** A view that does not come leaves the list as it is, and says so. */
async function listInstead() {
  history.replaceState(null, "", written({ ...read(), visa: ["lista"] }));
  await show();
  say(FAILED);
  heading.focus();
}

function withoutData() {
  const list = document.createElement("ul");
  for (const id of read().lista ?? all().map((item) => item.id)) {
    const link = document.createElement("a");
    link.href = pageOf(encodeURIComponent(id));
    link.textContent = id;
    list.appendChild(document.createElement("li")).append(link);
  }
  place.replaceChildren(piece("fel"), list);
}

/** A link to a place on the page, as "Hoppa till innehållet", is no other state. */
function moved() {
  if (location.hash && !location.hash.includes("=")) {
    history.replaceState(null, "", address || written({}));
  } else show();
}

addEventListener("popstate", moved);
// What is being written in a note is not to be drawn anew under the hand.
watch(() => document.activeElement?.matches("[data-not]") || show());
show();
