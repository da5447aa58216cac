// Two to four insatser side by side: a row a question, a column an insats; on a phone the same
// table with the answers below each question. In: state.chosen. Out: the table.
import { el, piece, put } from "../dom.js";
import { go, read, written } from "../passar/adress.js";
import { pageOf, texts } from "../passar/data.js";
import { UNKNOWN, dated, fact, owners, selfReferral } from "./ord.js";
import { refusal } from "./tillstand.js";

const FIRST = ["kommun", "alder", "forsorjning", "villkor_malgrupp", "inskriven_af", "diagnos",
  "beslut_kravs"];
const THEN = ["malgrupp", "insatstyp", "sprak"];
const LAST = ["intag", "lage"];

export async function drawComparison(place, state, data, show) {
  const page = piece("jamfor");
  const back = page.querySelector("[data-tillbaka]");
  back.href = written({ ...read(), visa: ["lista"], bara: undefined });
  const refused = refusal(state.chosen);
  put(page, "[data-svar]", refused);
  if (refused) page.querySelectorAll("table, .kryss").forEach((part) => part.remove());
  else fill(page, state, await rows(state.chosen, data), show);
  place.replaceChildren(page);
}

function fill(page, { chosen, only }, found, show) {
  const box = page.querySelector("input");
  box.checked = only;
  box.addEventListener("change", async () => {
    await go({ ...read(), bara: box.checked ? ["skillnader"] : undefined }, show);
    document.getElementById("bara").focus();
  });
  page.querySelector("thead tr").append(...chosen.map(column));
  const shown = found.filter(({ mark }) => mark || !only);
  page.querySelector("tbody").append(...shown.map((row) => line(row, chosen)));
  if (!shown.length) put(page, "[data-svar]", "Inget skiljer mellan insatserna.");
}

function column({ id, namn }) {
  return el("th", { scope: "col", role: "columnheader" }, el("a", { href: pageOf(id) }, namn));
}

function line({ name, values, mark }, chosen) {
  const head = el("th", { scope: "row", role: "rowheader" }, name);
  if (mark) head.append(" ", el("strong", { class: "olika" }, mark));
  const cells = values.map((value, place) =>
    el("td", { role: "cell", "data-namn": chosen[place].namn }, value));
  return el("tr", { role: "row", "data-olika": Boolean(mark) }, head, ...cells);
}

/** [{name, values, mark}]: what is asked, each insats's answer, and whether they differ. */
async function rows(chosen, data) {
  const criterion = (id) => [data.kriterier.get(id).namn, (insats) => fact(insats, id, data)];
  const free = await Promise.all(chosen.map(demands));
  const questions = [
    ...FIRST.map(criterion),
    ["Övriga krav", (insats) => free[chosen.indexOf(insats)]],
    ...THEN.map(criterion),
    ["Kan jag anmäla mig själv?", selfReferral],
    ...LAST.map(criterion),
    ["Huvudman", (insats) => owners(insats, data)],
    ["Källans datum", dated],
  ];
  return questions.map(([name, answer]) => {
    const values = chosen.map(answer);
    return { name, values, mark: mark(values) };
  });
}

/** Known answers that differ are "Olika"; where only some are known nobody can tell. */
function mark(values) {
  const known = new Set(values.filter((value) => value !== UNKNOWN));
  if (known.size > 1) return "Olika";
  return known.size && values.includes(UNKNOWN) ? "Kanske olika" : "";
}

async function demands(insats) {
  try {
    return (await texts(insats)).kontrollera.join(" ") || UNKNOWN;
  } catch {
    return "Gick inte att hämta";
  }
}
