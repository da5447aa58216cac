// What there is to match and filter. In: passar/*.json, made by katalog/match_file.py.
// Out: plain insatser with their facts, the criteria, the words, texts when they are asked for.
import { isOver } from "../datum.js";
import { home } from "../texter.js";

const asked = new Map(); // file → promise of its contents

function get(file) {
  if (!asked.has(file)) {
    const answer = fetched(file);
    answer.catch(() => asked.delete(file)); // the net may be back at the next try
    asked.set(file, answer);
  }
  return asked.get(file);
}

async function fetched(file) {
  const answer = await fetch(new URL(`passar/${file}`, home));
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer.json();
}

let unpackedFile;

/**
 * {insatser: [{place, id, namn, andra, omrade, egen, svar, faktadag, avstamd, huvudman, fakta}], byId,
 *  kriterier: Map id → criterion, filter: [id], omPerson: [id], ord: {id: Map value → label},
 *  kortaOrd: {id: {value: label}}, handlaggare: [vem], alderIOrd, utanSamtal}.
 * A fact is null, "*", "~", [values] or [from, to].
 */
export async function load() {
  const file = await get("insatser.json");
  unpackedFile ??= unpacked(file);
  return unpackedFile;
}

function unpacked(file) {
  const { kolumner, kriterier } = file;
  const values = mapped(file.ord, (pairs) => pairs.map(([value]) => value));
  const own = Object.keys(kolumner).filter((name) => !kriterier.some(({ id }) => id === name));
  const insatser = kolumner.id.map((_, place) => {
    const insats = { place, fakta: {} };
    for (const name of own) insats[name] = kolumner[name][place];
    insats.huvudman = decoded(insats.huvudman, values.huvudman);
    for (const { id } of kriterier) {
      insats.fakta[id] = decoded(kolumner[id][place], values[id]);
    }
    return asOfToday(insats);
  });
  return {
    insatser,
    byId: new Map(insatser.map((insats) => [insats.id, insats])),
    kriterier: new Map(kriterier.map((each) => [each.id, each])),
    filter: file.filter,
    omPerson: file.om_person,
    kortaOrd: file.korta_ord,
    handlaggare: file.handlaggare,
    ord: mapped(file.ord, (pairs) => new Map(pairs)),
    alderIOrd: file.alder_i_ord,
    utanSamtal: file.utan_samtal,
    perFile: file.i_varje_textfil,
  };
}

/** What was to end before today is perhaps no longer there, whatever the source said. */
function asOfToday(insats) {
  insats.svar = insats.egen; // as the source has it
  if (isOver(insats.till)) {
    insats.fakta.lage = null;
    if (insats.egen !== "delar") insats.egen = "kanske";
  }
  return insats;
}

function mapped(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

/** Places in a list of words become the words; ages have no words and stay as they are. */
function decoded(fact, words) {
  return Array.isArray(fact) && words ? fact.map((place) => words[place]) : fact;
}

/**
 * Of one insats: {text, plats, kontrollera: [text], kontakt: [{text, kort, kommuner, egen}],
 * sag: {till, ord} or null, datum}: what it is, what to check, whom to contact, what to say,
 * the date of its source. On pages in other languages also what of it is Swedish: `sv` of the
 * text, `sv` of a line of contact how it begins; and what the words to say mean: `sag.betyder`.
 */
export async function texts(insats) {
  const { perFile } = await load();
  const file = await get(`text/${Math.floor(insats.place / perFile)}.json`);
  return file[insats.id];
}

/** The lines of contact that are for some kommuner; all of them when none is chosen. */
export function linesFor(kontakt, kommuner = []) {
  const own = kontakt.filter((line) => line.kommuner.some((kommun) => kommuner.includes(kommun)));
  const open = kontakt.filter((line) => !line.kommuner.length);
  return kommuner.length && own.length ? [...open, ...own] : kontakt;
}

/** Where an insats is in its record's own Swedish words, '' when its kommuner tell it. */
export function areaOf({ fakta, omrade }) {
  return fakta.kommun ? "" : omrade;
}

/** The kommun of a postal code, '' when it is none of the guide's. */
export async function kommunOf(postnummer) {
  const digits = postnummer.replace(/\D/g, "");
  const code = digits.length === 5 ? Number(digits) : 0;
  for (const [kommun, runs] of Object.entries(await get("postnummer.json"))) {
    for (const run of runs.split(" ")) {
      const [first, last = first] = run.split("-").map(Number);
      if (first <= code && code <= last) return kommun;
    }
  }
  return "";
}

/** The address of an insats page. */
export function pageOf(id) {
  return new URL(`insats/${id}/`, home).href;
}
