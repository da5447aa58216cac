// The query layer: a reading becomes searches, their answers one list with reasons.
// In: text and filters. Out: what visa.js draws. No page facts are fetched here.
import * as motor from "./motor.js";
import { compounds, relatives, words } from "./ord.js";
import { fold, stem } from "./text.js";
import { read } from "./tolka.js";

const CONCEPT = 1; // a value of the record means more than a word in its text
const TEXT = 1; // a word in the name; further down in the text it is worth less
const LABEL = 0.8; // the value's own name, in titles and texts
const ANY_INCOME = 0.25; // "alla" answers each försörjning
const WIDE = 0.7; // the beginning of a word, against the word itself
const PART = 0.5; // the word as a part of a longer one
const WAY_IN = 0.4; // "min son" says who asks, not what is needed
const NAME = 1.2; // a name within a longer question
const STAGE = { kommande: 0.9, "ej-bekraftad": 0.85, implementerad: 0.8, avslutad: 0.7, ersatt: 0.7 };
const ENDED = ["avslutad", "ersatt"];
const STRUCTURE = 0.9; // what authorities do together, when a person asks
const STAFF = 0.65; // courses for those who give the support, unless asked for
const FOR_STAFF = ["insatstyp/personalutbildning", "malgrupp/medarbetare"];
const GENERAL = 1.1; // a broad question is best answered by what is for most people
const NO_WAY = 0.97; // nobody knows how to come with
const FRAME = 0.8; // the parts of a project are what one turns to
const FIRST = 0.25; // the value stands first in the record
const AGAIN = 0.2; // a second meaning that fits as well
const WEAK = 0.35; // of the best score: what is less is no answer
const HERE = 0.6; // says it is for the kommun asked about

/** Answer a question: {hits: [{page, why}], reading, filter}. */
export async function answer(text, { kommun, vag, alder, exact = false } = {}) {
  const known = await words();
  const reading = read(text, known, { exact, inTexts: await wordsInTexts(text) });
  const filter = {
    kommun: kommun === undefined ? reading.kommun : kommun, // null: taken away
    vag,
    alder: alder === undefined ? reading.age : alder,
  };
  const pinned = await named(reading);
  const allowed = await allowedBy(filter, known);
  let found = within(merged(await scored(reading, known), pinned), allowed);
  if (isGuess(reading)) found = within(merged(new Map(), pinned), allowed);
  if (!found.size && reading.answer) found = within(await choices(reading.answer), allowed);
  const fits = !reading.unknown.length || filter.alder;
  const onlyFilters = !found.size && allowed && fits;
  if (onlyFilters) found = within(await everything(), allowed);
  await prefer(found, filter, known);
  if (!isAboutStaff(reading)) weigh(found, await motor.having(motor.code("malgrupp", "medarbetare")), STAFF);
  return { reading, filter, known, hits: await inOrder(found, pinned, onlyFilters ? 0 : WEAK) };
}

/** The words that really stand in some text, so that none of them is taken for a misspelling. */
async function wordsInTexts(text) {
  const tokens = fold(text).split(" ").filter((token) => token.length > 2);
  const found = await Promise.all(tokens.map((token) => motor.having(token)));
  return new Set(tokens.filter((_, place) => found[place].size));
}

/** Words the guide does not know, beside words that mean nothing special: better no answer. */
function isGuess({ units, unknown }) {
  return unknown.length > 0 && units.every((unit) => !unit.meanings.length && !unit.isName);
}

/** Pages whose name, or number, is what was typed. */
async function named(reading) {
  const pinned = new Set();
  if (reading.phone) add(pinned, await motor.having(motor.code("tel", reading.phone)));
  for (const name of reading.whole) add(pinned, await motor.having(motor.code("namn", name)));
  return pinned;
}

function add(set, more) {
  for (const item of more) set.add(item);
}

/** Map page → {score, why} over all units, names inside the question included. */
async function scored(reading, known) {
  const total = new Map();
  const size = (await motor.all()).size;
  for (const unit of reading.units) {
    unit.alone = reading.units.length === 1;
    const hits = await unitHits(unit, known);
    if (unit.rare && !hits.size) reading.unknown.push(reading.typed.get(unit.term) ?? unit.term);
    const weight = hits.size ? Math.log(1 + size / hits.size) : Math.log(1 + size);
    for (const [page, { score, why }] of hits) give(total, page, score * weight, why);
  }
  for (const { name, size: tokens } of reading.names) {
    if (tokens === 1 && (known.stop.has(name) || reading.units.length > 3)) continue;
    const pages = await motor.having(motor.code("namn", name));
    for (const unit of reading.units) if (pages.size && name.includes(unit.term)) unit.isName = true;
    for (const page of pages) {
      give(total, page, NAME * Math.log(1 + size) * (tokens > 1 ? 1.5 : 1), [name]);
    }
  }
  return total;
}

function give(total, page, score, why) {
  const row = total.get(page) ?? { score: 0, why: new Set() };
  row.score += score;
  why.forEach((word) => row.why.add(word));
  total.set(page, row);
}

/** Map page → {score 0…1, why} for one unit: its meanings, its word, its compounds. */
async function unitHits(unit, known) {
  const hits = new Map();
  const best = (page, score, why) => {
    const before = hits.get(page);
    if (!before) hits.set(page, { score, why: [why] });
    else {
      before.score = Math.max(score, before.score) + AGAIN * Math.min(score, before.score);
      before.why.push(why);
    }
  };
  for (const { concept, weight } of unit.meanings) {
    const isWay = concept.page.startsWith("vag-in/");
    const factor = isWay ? (unit.alone ? 2 * WAY_IN : WAY_IN) : CONCEPT;
    for (const page of await motor.having(value(concept))) best(page, weight * factor, concept.label);
    for (const page of await motor.having(first(concept))) hits.get(page).score += FIRST * weight;
    if (concept.page.startsWith("forsorjning/")) {
      const any = await motor.having(motor.code("forsorjning", "alla"));
      for (const page of any) best(page, ANY_INCOME * weight, "alla ersättningar");
    }
    if (concept.page.startsWith("organisation/")) {
      for (const [page, score] of await motor.text(concept.label, { exact: true })) {
        const hit = hits.get(page);
        if (hit) hit.score += LABEL * weight * score;
      }
    }
  }
  const text = unit.term.includes(" ") ? [] : await wordHits(unit, known);
  for (const [page, score] of text) {
    const before = hits.get(page);
    if (before) before.score += 0.4 * score;
    else hits.set(page, { score: TEXT * (0.25 + 0.75 * score), why: [unit.term] });
  }
  if (!hits.size || !unit.meanings.length) {
    for (const word of unit.term.includes(" ") ? [] : compounds(known, unit.term)) {
      for (const [page, score] of await motor.text(word, { exact: true })) {
        best(page, PART * (0.4 + 0.6 * score), word);
      }
      for (const { concept, weight } of known.phrases.get(word) ?? []) {
        for (const page of await motor.having(value(concept))) best(page, PART * weight, concept.label);
      }
    }
  }
  return hits;
}

/** The index word of a value: "malgrupp/uvas". */
function value({ page }) {
  return motor.code(...page.split("/"));
}

/** The index word of "this value stands first in the record". */
function first({ page }) {
  return motor.code("forst", page.replace("/", ""));
}

/**
 * A word in the texts. Its beginning is searched only when some word with that beginning really
 * is in the texts: Pagefind guesses at what it does not know.
 */
async function wordHits(unit, known) {
  const exact = await motor.text(unit.term, { exact: true });
  if (unit.rare || unit.term.length < 4 || (exact.size && unit.meanings.length)) return exact;
  const start = beginning(unit.term, known);
  let isThere = exact.size > 0;
  for (const word of relatives(known, start)) {
    isThere ||= (await motor.text(word, { exact: true })).size > 0;
  }
  if (!isThere) return exact;
  const wide = await motor.text(start);
  const both = new Map([...wide].map(([page, score]) => [page, WIDE * score]));
  for (const [page, score] of exact) both.set(page, Math.max(score, both.get(page) ?? 0));
  return both;
}

/** The shortest form to search for: 'unga' → 'ung' where that is a word of the guide too. */
function beginning(term, known) {
  const shorter = term.slice(0, -1);
  return term.length < 6 && known.phrases.has(shorter) ? shorter : stem(term);
}

function merged(scores, pinned) {
  for (const page of pinned) give(scores, page, 0, []);
  return scores;
}

/** A word too broad to search for: what its answer's choices lead to, the most shared first. */
async function choices({ val }) {
  const found = new Map();
  for (const { text, sida } of val) {
    for (const page of await motor.having(value({ page: sida }))) give(found, page, 1, [text]);
  }
  return found;
}

/** When only filters were said, or nothing else was understood: all that they let through. */
async function everything() {
  return new Map([...(await motor.all())].map((page) => [page, { score: 1, why: new Set() }]));
}

function within(found, allowed) {
  return allowed ? new Map([...found].filter(([page]) => allowed.has(page))) : found;
}

function weigh(found, pages, factor) {
  for (const page of pages) if (found.has(page)) found.get(page).score *= factor;
}

function isAboutStaff({ units }) {
  return units.some((unit) => unit.meanings.some(({ concept }) => FOR_STAFF.includes(concept.page)));
}

/** What states the kommun or the age asked for comes before what merely does not exclude it. */
async function prefer(found, { kommun, alder }, known) {
  const more = (pages, factor) => weigh(found, pages, 1 + factor);
  more(await motor.having(motor.code("allman", "ja")), GENERAL - 1);
  more(await motor.having(motor.code("vag-in", "individ")), 0.05);
  more(await motor.having(motor.code("vag-in", "okand")), NO_WAY - 1);
  more(await motor.having(motor.code("ram", "ja")), FRAME - 1);
  if (kommun) {
    more(await motor.having(motor.code("kommun", kommun)), HERE);
    const name = known.kommuner.find(([id]) => id === kommun)?.[1] ?? "";
    for (const [page, score] of await motor.text(name, { exact: true })) more([page], 0.3 * score);
  }
  if (!alder) return;
  for (const range of known.aldrar) {
    const [from, to] = range.split("t").map(Number);
    if (from <= alder && alder <= to) {
      more(await motor.having(motor.code("alder", range)), 1 - Math.min(to - from, 80) / 100);
    }
  }
}

/** Named first, then by score; what has ended last unless it was asked for by name. */
async function inOrder(found, pinned, weak) {
  const ended = new Set();
  for (const [life, factor] of Object.entries(STAGE)) {
    for (const page of await motor.having(motor.code("livscykel", life))) {
      if (found.has(page)) found.get(page).score *= factor;
      if (ENDED.includes(life)) ended.add(page);
    }
  }
  for (const page of await motor.having(motor.code("inriktning", "strukturovergripande"))) {
    if (found.has(page)) found.get(page).score *= STRUCTURE;
  }
  const others = [...found].filter(([page]) => !pinned.has(page)).map(([, { score }]) => score);
  const top = Math.max(...others);
  const rank = (page) => (pinned.has(page) ? (ended.has(page) ? 1 : 0) : ended.has(page) ? 3 : 2);
  return [...found]
    .filter(([page, { score }]) => pinned.has(page) || score >= weak * top)
    .map(([page, { score, why }]) => ({ page, score, why: [...why] }))
    .sort((a, b) => rank(a.page) - rank(b.page) || b.score - a.score || (a.page < b.page ? -1 : 1));
}

/** Set of pages the filters let through, unknown kept; undefined without filters. */
async function allowedBy({ kommun, vag, alder }, known) {
  let allowed;
  const keep = (set) => (allowed = allowed ? new Set([...allowed].filter((p) => set.has(p))) : set);
  if (kommun) keep(await union("kommun", [kommun, "alla", "okand"]));
  if (vag) keep(await union("vag-in", [vag, "okand"]));
  if (alder) {
    const outside = known.aldrar.filter((range) => {
      const [from, to] = range.split("t").map(Number);
      return alder < from || alder > to;
    });
    const excluded = await union("alder", outside);
    keep(new Set([...(await motor.all())].filter((page) => !excluded.has(page))));
  }
  return allowed;
}

async function union(kind, values) {
  const found = new Set();
  for (const value of values) add(found, await motor.having(motor.code(kind, value)));
  return found;
}
