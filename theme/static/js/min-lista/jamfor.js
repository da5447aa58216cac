// Two to four insatser side by side: a row a question, a column an insats; on a phone the same
// table with the answers below each question. In: state.chosen. Out: the table.
import { el, piece, put, swedish } from "../dom.js";
import { UNKNOWN as NOTHING, cell } from "../handlaggare/celler.js";
import { go, read, written } from "../passar/adress.js";
import { linesFor, pageOf, texts } from "../passar/data.js";
import { UNKNOWN, contactLine, dated, fact, owners, ringable, selfReferral } from "./ord.js";
import { refusal } from "./tillstand.js";
import { _ } from "../texter.js";

const FIRST = ["kommun", "alder", "forsorjning", "villkor_malgrupp", "inskriven_af", "diagnos",
  "beslut_kravs"];
const THEN = ["malgrupp", "insatstyp", "sprak"];
const LAST = ["intag", "lage"];
const NOT_FETCHED = _("Gick inte att hämta");

export async function drawComparison(state, data, show) {
  const page = piece("jamfor");
  const back = page.querySelector("[data-tillbaka]");
  back.href = written({ ...read(), visa: ["lista"], bara: undefined });
  const refused = refusal(state.chosen);
  put(page, "[data-svar]", refused);
  if (refused) page.querySelectorAll("table, .val, details").forEach((part) => part.remove());
  else fill(page, state, await rows(state, data), show);
  return [page];
}

function fill(page, { chosen, only }, found, show) {
  const box = page.querySelector("input");
  box.checked = only;
  box.addEventListener("change", async () => {
    await go({ ...read(), bara: box.checked ? ["skillnader"] : undefined }, show);
    document.getElementById("bara")?.focus();
  });
  page.querySelector("thead tr").append(...chosen.map(column));
  const dark = found.filter(({ values }) => values.every((value) => value === UNKNOWN));
  const shown = found.filter((row) => !dark.includes(row) && (row.mark || !only));
  page.querySelector("tbody").append(...shown.map((row) => line(row, chosen)));
  if (!shown.length) put(page, "[data-svar]", _("Inget skiljer mellan insatserna."));
  unknown(page.querySelector("details"), only ? [] : dark);
}

function unknown(fold, dark) {
  fold.querySelector("ul").append(...dark.map(({ name }) => el("li", {}, name)));
  if (!dark.length) fold.remove();
}

function column({ id, namn, sv }) {
  return el("th", { scope: "col", role: "columnheader" }, el("a", { href: pageOf(id), ...swedish(sv) }, namn));
}

function line({ name, values, nodes, mark }, chosen) {
  const head = el("th", { scope: "row", role: "rowheader" }, name);
  if (mark) head.append(" ", el("strong", { class: "olika" }, mark));
  const cells = values.map((value, place) =>
    el("td", { role: "cell", "data-namn": chosen[place].namn }, ...(nodes[place] ?? ringable(value))));
  return el("tr", { role: "row", "data-olika": Boolean(mark) }, head, ...cells);
}

/** [{name, values, nodes, mark}]: what is asked, each insats's answer, the same as nodes where it is
 *  more than text, and whether they differ. */
async function rows({ chosen, kommuner }, data) {
  const found = await Promise.all(chosen.map((insats) => texts(insats).catch(() => null)));
  const criterion = (id) => [data.kriterier.get(id).namn, (insats) => fact(insats, id, data)];
  const questions = [
    ...FIRST.map(criterion),
    [_("Övriga krav"), (insats, own) => demands(own)],
    ...THEN.map(criterion),
    [_("Kan jag anmäla mig själv?"), selfReferral],
    [_("Väg in för handläggare"), (insats) => waysIn(insats, data)],
    [_("Kontakt"), (insats, own) => contact(insats, own, kommuner)],
    ...LAST.map(criterion),
    [_("Huvudman"), (insats) => (insats.huvudman.length ? inSwedish(owners(insats, data)) : UNKNOWN)],
    [_("Källans datum"), dated],
  ];
  return questions.map(([name, answer]) => {
    const answers = chosen.map((insats, place) => answer(insats, found[place]));
    const values = answers.map((each) => each.text ?? each);
    return { name, values, nodes: answers.map((each) => each.nodes), mark: mark(values) };
  });
}

function inSwedish(text) {
  return { text, nodes: [el("span", swedish(), ...ringable(text))] };
}

function demands(own) {
  if (!own) return NOT_FETCHED;
  return own.kontrollera.length ? inSwedish(own.kontrollera.join(" ")) : UNKNOWN;
}

/** The short words of the caseworkers' table; what is unknown there is unknown here. */
function waysIn(insats, data) {
  const words = cell(insats, "vag_in", data);
  return words === NOTHING ? UNKNOWN : words;
}

function contact({ fakta }, own, kommuner) {
  if (!own) return NOT_FETCHED;
  if (fakta.lage?.includes("slut")) return _("Insatsen är slut");
  const lines = linesFor(own.kontakt, kommuner);
  if (!lines.length) return UNKNOWN;
  return { text: lines.map(({ text }) => text).join("\n"),
    nodes: lines.flatMap((each, place) => [...(place ? ["\n"] : []), ...contactLine(each)]) };
}

/** Known answers that differ are "Olika"; where only some are known nobody can tell. */
function mark(values) {
  const known = new Set(values.filter((value) => value !== UNKNOWN));
  if (known.size > 1) return _("Olika");
  return known.size && values.includes(UNKNOWN) ? _("Kanske olika") : "";
}
