// Min lista: the address says what is seen, the browser's own list or one that came with a link.
// In: #lista=…&visa=…&jamfor=…&sprak=…&bara=…&not.<id>=…, min-lista/lager.js. Out: the page.
import { piece } from "./dom.js";
import { load, pageOf } from "./passar/data.js";
import { read, written } from "./passar/adress.js";
import { all, watch } from "./min-lista/lager.js";
import { say } from "./min-lista/besked.js";
import { stateOf } from "./min-lista/tillstand.js";
import { drawComparison } from "./min-lista/jamfor.js";
import { drawList } from "./min-lista/lista.js";

const place = document.getElementById("vy");
const heading = document.getElementById("rubrik");
const title = document.title;
const drawings = { lista: drawList, jamfor: drawComparison, hafte: drawBooklet };
let turn = 0;
let address = location.hash;
let seen = ""; // the view that is drawn

/** Draw what the address says; the keyboard goes to the heading when the view is another. */
async function show() {
  const mine = ++turn;
  let data;
  try {
    data = await load();
  } catch {
    if (mine === turn) withoutData();
    return;
  }
  if (mine !== turn) return;
  address = location.hash;
  const state = stateOf(read(), all(), data);
  headed(state);
  await drawings[state.view](place, state, data, show);
}

function headed({ view, heading: text }) {
  heading.textContent = text;
  document.title = title.replace("Min lista", text);
  document.documentElement.dataset.vy = view;
  if (seen && seen !== view) heading.focus();
  if (seen && seen !== view) say("");
  seen = view;
}

/** Only the booklet needs to draw QR codes. */
async function drawBooklet(...given) {
  const { drawBooklet: draw } = await import("./min-lista/hafte.js");
  return draw(...given);
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
