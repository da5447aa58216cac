// The box: "huddinge 21 sjukpenning" becomes filters, the rest words that a row must hold.
// In: what was typed, the data of the guide, the words of the search. Out: {filter: [values]}, words.
import { words } from "../sok/ord.js";
import { fold } from "../sok/text.js";
import { read } from "../sok/tolka.js";
import { wordsOfNames } from "./ord.js";

const CRITERION = { "vag-in": "vag_in" }; // where a listing's name is not the criterion's

/** Read the box: {choice: {kommun: [...], alder: 21, …}, rest: "words of no filter"}. */
export async function understood(typed, data) {
  const known = await words();
  const reading = read(typed, known, { inTexts: wordsOfNames(data) });
  const choice = {};
  if (reading.kommun) choice.kommun = [reading.kommun];
  if (reading.age !== undefined) choice.alder = reading.age;
  const rest = [];
  for (const unit of reading.units) {
    const [id, values] = filterOf(unit, data) ?? [];
    if (id) choice[id] = [...new Set([...(choice[id] ?? []), ...values])];
    else rest.push(unit.term);
  }
  const bare = bareAge(typed, choice);
  if (bare) choice.alder = bare;
  const states = stateWords(typed, data);
  const { used, ...named } = states;
  return { choice: { ...choice, ...named }, rest: rest.filter((term) => !used.has(term)).join(" ") };
}

/** The filter a unit of meaning belongs to, by what it means most. */
function filterOf({ meanings }, { filter, ord }) {
  const full = meanings.filter(({ weight }) => weight === 1).map(({ concept }) => concept.page.split("/"));
  const kinds = full.map(([kind]) => CRITERION[kind] ?? kind);
  const id = kinds.find((kind) => filter.includes(kind));
  const values = full.filter((_, place) => kinds[place] === id).map(([, value]) => value);
  const there = values.filter((value) => ord[id]?.has(value));
  return there.length ? [id, there] : undefined;
}

/** "kö", "öppet", "avslutad": words that are no search words but values of a filter. */
function stateWords(typed, { ord }) {
  const said = fold(typed).split(" ");
  const found = { used: new Set() };
  for (const id of ["intag", "lage"]) {
    for (const [value, label] of ord[id]) {
      if (!said.includes(fold(label))) continue;
      found[id] = [...(found[id] ?? []), value];
      found.used.add(fold(label));
    }
  }
  return found;
}

/** A caseworker writes the age as a bare number. */
function bareAge(typed, { alder }) {
  const numbers = typed.match(/(?<![\d-])\d{1,2}(?![\d-])/g) ?? [];
  return alder === undefined && numbers.length === 1 ? Number(numbers[0]) : undefined;
}
