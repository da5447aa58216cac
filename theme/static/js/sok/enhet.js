// One unit of meaning: which pages have it, how well, and why.
// In: a unit of tolka.js and the guide's words. Out: Map page → {score, why}.
import * as motor from "./motor.js";
import { compounds, relatives } from "./ord.js";
import { stem } from "./text.js";
import * as vikt from "./vikter.js";
import { _ } from "../texter.js";

const ENOUGH = 40; // pages with the very word; its other forms add only time

/** What the unit finds: the values it means, its word in the texts, words it is a part of. */
export async function unitHits(unit, known) {
  const hits = new Map();
  for (const meaning of unit.meanings) await byMeaning(hits, meaning, unit.alone);
  if (unit.term.includes(" ")) return hits;
  await byText(hits, unit, known);
  if (!hits.size || !unit.meanings.length) await byCompounds(hits, unit.term, known);
  return hits;
}

/** The index word of a value: "malgrupp/uvas". */
export function value({ page }) {
  return motor.code(...page.split("/"));
}

/** A page found in two ways is worth the better one and a little of the other. */
function add(hits, page, score, why) {
  const before = hits.get(page);
  if (!before) {
    hits.set(page, { score, why: [why] });
    return;
  }
  const [more, less] = score > before.score ? [score, before.score] : [before.score, score];
  before.score = more + vikt.AGAIN * less;
  before.why.push(why);
}

function raise(hits, page, score) {
  if (hits.has(page)) hits.get(page).score += score;
}

async function byMeaning(hits, { concept, weight }, alone) {
  const [kind] = concept.page.split("/");
  const wayIn = alone ? 2 * vikt.WAY_IN : vikt.WAY_IN;
  const worth = weight * (kind === "vag-in" ? wayIn : vikt.CONCEPT);
  for (const page of await motor.having(value(concept))) add(hits, page, worth, concept.label);
  const first = motor.code("forst", concept.page.replace("/", ""));
  for (const page of await motor.having(first)) raise(hits, page, vikt.FIRST * weight);
  if (kind === "forsorjning") {
    for (const page of await motor.having(motor.code("forsorjning", "alla"))) {
      add(hits, page, vikt.ANY_INCOME * weight, _("alla ersättningar"));
    }
  }
  if (kind === "organisation") {
    const named = await motor.text(concept.label, { exact: true });
    for (const [page, score] of named) raise(hits, page, vikt.LABEL * weight * score);
  }
}

async function byText(hits, unit, known) {
  const [least, most] = vikt.IN_TEXT;
  for (const [page, score] of await wordHits(unit, known)) {
    if (hits.has(page)) raise(hits, page, vikt.ALSO_IN_TEXT * score);
    else hits.set(page, { score: least + most * score, why: [unit.term] });
  }
}

async function byCompounds(hits, term, known) {
  for (const word of compounds(known, term)) {
    for (const [page, score] of await motor.text(word, { exact: true })) {
      add(hits, page, vikt.PART * (0.4 + 0.6 * score), word);
    }
    for (const { concept, weight } of known.phrases.get(word) ?? []) {
      for (const page of await motor.having(value(concept))) {
        add(hits, page, vikt.PART * weight, concept.label);
      }
    }
  }
}

/**
 * A word in the texts. Its beginning is searched only when some word with that beginning really
 * is in the texts: Pagefind guesses at what it does not know.
 */
async function wordHits(unit, known) {
  const exact = await motor.text(unit.term, { exact: true });
  const enough = exact.size > ENOUGH || (exact.size && unit.meanings.length);
  if (unit.rare || unit.term.length < 4 || enough) return exact;
  const start = beginning(unit.term, known);
  let isThere = exact.size > 0;
  for (const word of relatives(known, start)) {
    isThere ||= (await motor.text(word, { exact: true })).size > 0;
  }
  if (!isThere) return exact;
  const wide = await motor.text(start);
  const both = new Map([...wide].map(([page, score]) => [page, vikt.WIDE * score]));
  for (const [page, score] of exact) both.set(page, Math.max(score, both.get(page) ?? 0));
  return both;
}

/** The shortest form to search for: 'unga' → 'ung' where that is a word of the guide too. */
function beginning(term, known) {
  const shorter = term.slice(0, -1);
  return term.length < 6 && known.phrases.has(shorter) ? shorter : stem(term);
}
