// The facts of an insats in the words of Min lista. In: an insats and the guide's data.
// Out: short texts; what no source says is _("Vet inte"), never nothing and never "nej".
import { el, piece, swedish } from "../dom.js";
import { inWords as dateInWords } from "../datum.js";
import { areaOf } from "../passar/data.js";
import { inWords } from "../passar/meningar.js";
import { _ } from "../texter.js";

export const UNKNOWN = _("Vet inte");
const IN_TEXT = _("Står i text på sidan");

/** What an insats states on a criterion. */
export function fact(insats, id, data) {
  const stated = insats.fakta[id];
  const criterion = data.kriterier.get(id);
  if (stated === null || stated === undefined) return UNKNOWN;
  if (stated === "*") return criterion.ruta.alla;
  if (stated === "~") return IN_TEXT;
  const text = criterion.ruta?.[stated[0]] ?? inWords(criterion, stated, data);
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** "Kan jag anmäla mig själv?", answered as in every list. */
export function selfReferral({ egen }) {
  return badge(egen).textContent;
}

export function badge(egen) {
  return piece(`svar-${egen}`);
}

export function where(insats, data) {
  return areaOf(insats) || fact(insats, "kommun", data);
}

export function owners({ huvudman }, { ord }) {
  return huvudman.map((id) => ord.huvudman.get(id)).join(", ") || UNKNOWN;
}

/** The date of the newest source as the page has it, and when somebody confirmed it. */
export function dated({ avstamd, faktadag }, texts) {
  const source = texts?.datum ?? dateInWords(faktadag);
  return avstamd ? _("{kalla}, avstämt {datum}", { kalla: source, datum: dateInWords(avstamd) }) : source;
}

/** What must be said of what perhaps is gone, unless its badge says it; '' of everything else. */
export function stillThere({ fakta, egen }) {
  return fakta.lage === null && egen !== "kanske" ? _("Vi vet inte om den finns kvar.") : "";
}

/** A line of contact as nodes, its Swedish beginning marked on pages in other languages. */
export function contactLine({ text, sv = "" }) {
  return [...(sv ? [el("span", swedish(), sv)] : []), ...ringable(text.slice(sv.length))];
}

/** A text as nodes: every number in it can be rung. */
export function ringable(text) {
  return text.split(/(\b0\d{1,3}-\d[\d ]*\d)/).map((part, place) => (place % 2
    ? el("a", { href: `tel:+46${part.replace(/\D/g, "").slice(1)}` }, part) : part));
}
