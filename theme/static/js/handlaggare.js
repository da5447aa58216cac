// The caseworkers' table: filtered, sorted, printed, exported, linked to. In: the page,
// passar/insatser.json, the state after #. Out: the view that the state describes.
import { button, el } from "./dom.js";
import { rows, saveCsv, saveXlsx } from "./handlaggare/export.js";
import { apply, boxes, columns, remember, shown } from "./handlaggare/kolumner.js";
import { shortcuts } from "./handlaggare/kortkommandon.js";
import { drawMore, show as showRows } from "./handlaggare/rader.js";
import { sorted } from "./handlaggare/celler.js";
import { holding, prepare } from "./handlaggare/ord.js";
import { understood } from "./handlaggare/ruta.js";
import { copy } from "./kopiera.js";
import { go, read, written } from "./passar/adress.js";
import { load, texts } from "./passar/data.js";
import { chosenTexts, facets } from "./passar/facetter.js";
import { choiceOf, openOf, select } from "./passar/urval.js";

const table = document.getElementById("tabell");
const box = document.getElementById("ord");
const status = document.getElementById("besked");
const area = document.getElementById("kopia");
const data = await load();
let selection = []; // what is shown, in its order: {insats, svar}

const change = (changed) => go({ ...read(), ...changed }, show);
const follow = facets(document.getElementById("facetter"), document.getElementById("valda"), data,
  change);
const checkColumns = boxes(document.getElementById("kolumner"), (ids) => {
  remember(ids);
  change({ kol: ids });
});

function show() {
  const state = read();
  const choice = choiceOf(state, data.filter);
  const { passar, avgor, counts } = select(holding(data.insatser, state.q, data), choice, data);
  follow(choice, counts, wordChip(state));
  const chosen = Object.keys(choice).length > 0;
  const groups = [
    { rubrik: chosen && "Passar", insatser: sorted(passar, state.sort, data) },
    { rubrik: chosen && "Går inte att avgöra", insatser: sorted(avgor, state.sort, data) },
  ].filter(({ insatser }) => insatser.length);
  selection = groups.flatMap(({ rubrik, insatser }) =>
    insatser.map((insats) => ({ insats, svar: answerTo(insats, rubrik, choice) })));
  showRows(groups, choice, data, copyContact);
  checkColumns(apply(state));
  markSorted(state.sort ?? (chosen ? "" : "namn"));
  status.textContent = told(passar.length, avgor.length, chosen);
  describe(choice, state);
}

/** "Passar", or "Går inte att avgöra: ålder"; nothing when nothing was asked. */
function answerTo(insats, rubrik, choice) {
  const open = openOf(insats, choice, data.kriterier).map(({ om }) => om);
  return rubrik ? [rubrik, open.join(", ")].filter(Boolean).join(": ") : "";
}

function told(fits, unsure, chosen) {
  if (!chosen) return `${fits + unsure} insatser.`;
  if (!fits && !unsure) return "Inget passar allt du har valt. Ta bort något av det.";
  return `${fits} passar. ${unsure} går inte att avgöra.`;
}

function wordChip({ q }) {
  return q ? [{ text: `”${q}”`, remove: () => change({ q: undefined }) }] : [];
}

/** What stands on the paper: the choice and the day. */
function describe(choice, { q }) {
  const said = [...chosenTexts(data, choice, () => {}).map(({ text }) => text), ...(q ? [q] : [])];
  const day = new Date().toLocaleDateString("sv-SE", { dateStyle: "long" });
  document.getElementById("utskriven").textContent =
    `Urval: ${said.join(", ") || "alla"}. Utskrivet ${day}. Kontrollera uppgifterna innan du använder dem.`;
}

/** Headings become buttons that sort: up, down, and back to the order of names. */
for (const { id } of columns) {
  const heading = table.tHead.querySelector(`[data-kolumn="${id}"]`);
  const text = heading.textContent.trim();
  heading.replaceChildren(button(text, () => {
    const { sort = "namn" } = read();
    change({ sort: sort === id ? `-${id}` : sort === `-${id}` || id === "namn" ? undefined : id });
  }, { class: "sortera" }));
}
table.tHead.rows[0].append(el("th", { scope: "col", class: "ej-utskrift" }, "Gör"));

function markSorted(sort) {
  for (const heading of table.tHead.querySelectorAll("[data-kolumn]")) {
    const own = sort.replace("-", "") === heading.dataset.kolumn;
    if (own) heading.setAttribute("aria-sort", sort.startsWith("-") ? "descending" : "ascending");
    else heading.removeAttribute("aria-sort");
  }
}

async function copyContact(insats) {
  const { kontakt } = await texts(insats);
  const lines = kontakt.length ? kontakt : ["Ingen kontakt är känd."];
  await copy(`${insats.namn}\n${lines.join("\n")}`, `Kontakten till ${insats.namn} är kopierad.`, status, area);
}

const ACTS = {
  "skriv-ut": () => print(),
  lank: () => copy(exactly().href, "Länken till just den här vyn är kopierad.", status, area),
  csv: async () => saveCsv(await rows(selection, shown(read()), data)),
  xlsx: async () => saveXlsx(await rows(selection, shown(read()), data)),
};

/** The address of this view, columns included. */
function exactly() {
  const kol = shown(read()).map(({ id }) => id).slice(1);
  return new URL(written({ ...read(), kol }), location.href);
}

for (const each of document.querySelectorAll("#verktyg [data-gor]")) {
  each.addEventListener("click", () => ACTS[each.dataset.gor]());
}
document.getElementById("ruta").addEventListener("submit", async (event) => {
  event.preventDefault();
  const { choice, rest } = await understood(box.value, data);
  box.value = "";
  change({ ...choice, q: rest || read().q });
});
addEventListener("popstate", show);
addEventListener("beforeprint", () => drawMore());
shortcuts({
  "/": () => box.focus(),
  p: () => print(),
  j: (row) => step(row, 1),
  k: (row) => step(row, -1),
  c: (row) => row && copyContact(data.byId.get(row.dataset.insats)),
  s: (row) => row?.querySelector(".spara").click(),
  Escape: () => go({ kol: read().kol }, show),
});

function step(row, by) {
  const all = [...table.querySelectorAll("tr[data-insats]")];
  const next = all[row ? all.indexOf(row) + by : 0];
  next?.querySelector("a").focus();
}

for (const id of ["filtrera", "verktyg", "installningar"]) document.getElementById(id).hidden = false;
document.getElementById("resten")?.remove();
show();
prepare(data);
