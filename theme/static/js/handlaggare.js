// The caseworkers' table: filtered, sorted, printed, exported, linked to. In: the page,
// passar/insatser.json, the state after #. Out: the view that the state describes.
import { dayInWords } from "./datum.js";
import { orTold } from "./fel.js";
import { sorted } from "./handlaggare/celler.js";
import { rows, saveCsv, saveXlsx } from "./handlaggare/export.js";
import { apply, boxes, remember, shown } from "./handlaggare/kolumner.js";
import { shortcuts } from "./handlaggare/kortkommandon.js";
import { drawMore, show as showRows, withContacts } from "./handlaggare/rader.js";
import { holding, prepare } from "./handlaggare/ord.js";
import { understood } from "./handlaggare/ruta.js";
import { markSorted, sortable } from "./handlaggare/rubriker.js";
import { copy } from "./kopiera.js";
import { go, read, written } from "./passar/adress.js";
import { linesFor, load, texts } from "./passar/data.js";
import { chosenTexts, facets } from "./passar/facetter.js";
import { choiceOf, openOf, select, told } from "./passar/urval.js";
import { _ } from "./texter.js";

const GROUPS = { passar: _("Passar"), avgor: _("Går inte att avgöra"),
  sjalv: _("Inget man söker själv"), slut: _("Avslutade") };
const table = document.getElementById("tabell");
const box = document.getElementById("ord");
const status = document.getElementById("besked");
const receipt = document.getElementById("kvitto");
const area = document.getElementById("kopia");
const data = await orTold(load, status)();
let selection = []; // what is shown, in its order: {insats, svar}
let follow;
let checkColumns;

const change = (changed, options) => go({ ...read(), ...changed }, show, options);

function show() {
  const state = read();
  const { choice, unknown } = choiceOf(state, data);
  const found = select(holding(data.insatser, state.q, data), choice, data);
  const chosen = Object.keys(choice).length > 0;
  const groups = Object.entries(GROUPS)
    .map(([id, rubrik]) => ({ rubrik: chosen && rubrik, insatser: sorted(found[id], state.sort, data) }))
    .filter(({ insatser }) => insatser.length);
  selection = groups.flatMap(({ rubrik, insatser }) =>
    insatser.map((insats) => ({ insats, svar: answerTo(insats, rubrik, choice) })));
  follow(choice, found.counts, wordChip(state));
  showRows(groups, choice, data, copyContact);
  checkColumns(apply(state));
  markSorted(state.sort ?? (chosen ? "" : "namn"));
  status.textContent = told(found, chosen, unknown);
  receipt.textContent = "";
}

/** "Passar", or "Går inte att avgöra: ålder"; nothing when nothing was asked. */
function answerTo(insats, rubrik, choice) {
  const open = openOf(insats, choice, data).map(({ om }) => om);
  return rubrik ? [rubrik, open.join(", ")].filter(Boolean).join(": ") : "";
}

function wordChip({ q }) {
  return q ? [{ text: `”${q}”`, remove: () => change({ q: undefined }) }] : [];
}

/** What stands on the paper: the choice and the day. */
function describe() {
  const { q, ...state } = read();
  const { choice } = choiceOf(state, data);
  const said = [...chosenTexts(data, choice, () => {}).map(({ text }) => text), ...(q ? [q] : [])];
  document.getElementById("utskriven").textContent =
    _("Urval: {urval}. Utskrivet {datum}. Kontrollera uppgifterna innan du använder dem.",
      { urval: said.join(", ") || _("alla"), datum: dayInWords(new Date()) });
}

/** The kommuner of the choice, so that nobody is given another kommun's number. */
function places() {
  return choiceOf(read(), data).choice.kommun ?? [];
}

const copyContact = orTold(async (insats) => {
  const lines = linesFor((await texts(insats)).kontakt, places()).map(({ text }) => text);
  if (lines.length) {
    await copy(`${insats.namn}\n${lines.join("\n")}`, _("Kontakten till {namn} är kopierad.", insats),
      receipt, area);
  } else receipt.textContent = _("Vi känner inte till någon kontakt till {namn}.", insats);
}, receipt);

const ACTS = {
  "skriv-ut": async () => {
    drawMore();
    await withContacts(data, places());
    print();
  },
  lank: () => copy(exactly().href, _("Länken till just den här vyn är kopierad."), receipt, area),
  csv: async () => saveCsv(await rows(selection, shown(read()), data, places())),
  xlsx: async () => saveXlsx(await rows(selection, shown(read()), data, places())),
};

/** The address of this view, columns included. */
function exactly() {
  const kol = shown(read()).map(({ id }) => id).slice(1);
  return new URL(written({ ...read(), kol }), location.href);
}

/** What was typed becomes filters; then the keyboard is at the rows. What failed stays to mend. */
async function ask() {
  const typed = box.value;
  box.value = "";
  const { choice, rest, missed } = await understood(typed, data).catch((error) => {
    box.value = typed;
    throw error;
  });
  change({ ...choice, q: [read().q, rest].filter(Boolean).join(" ") });
  if (missed.length) receipt.textContent = _("Förstod inte: {ord}.", { ord: missed.join(", ") });
  if (Object.keys(choice).length || rest) document.querySelector(".rulla").focus({ preventScroll: true });
}

function step(row, by) {
  const all = [...table.querySelectorAll("tr[data-insats]")];
  const next = all[row ? all.indexOf(row) + by : 0];
  next?.querySelector("a").focus();
}

function begin() {
  sortable(change);
  follow = facets(document.getElementById("facetter"), document.getElementById("valda"), data, change);
  checkColumns = boxes(document.getElementById("kolumner"), (ids) => {
    remember(ids);
    change({ kol: ids }, { replace: true }); // a setting, not a step
  });
  for (const each of document.querySelectorAll("#verktyg [data-gor]")) {
    each.addEventListener("click", orTold(ACTS[each.dataset.gor], receipt));
  }
  const form = document.getElementById("ruta");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    form.setAttribute("aria-busy", true);
    await orTold(ask, receipt)();
    form.setAttribute("aria-busy", false);
  });
  addEventListener("popstate", show);
  addEventListener("beforeprint", () => {
    drawMore();
    describe();
  });
  shortcuts({
    "/": () => box.focus(),
    p: orTold(ACTS["skriv-ut"], receipt),
    j: (row) => step(row, 1),
    k: (row) => step(row, -1),
    c: (row) => row && copyContact(data.byId.get(row.dataset.insats)),
    s: (row) => row?.querySelector(".spara").click(),
    Escape: () => go({ kol: read().kol }, show),
  });
  form.querySelector("button").disabled = false; // before that, a press would only load the page anew
  for (const id of ["filtrera", "verktyg", "installningar"]) {
    document.getElementById(id).hidden = false;
  }
  document.getElementById("resten")?.remove();
  show();
  prepare(data);
}

if (data) begin();
