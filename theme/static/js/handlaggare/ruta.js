// The box: "huddinge 21 sjukpenning" becomes filters, the rest words that a row must hold.
// In: what was typed, the data of the guide, the words of the search.
// Out: {choice: {filter: [values]}, rest: words, missed: what was not understood}.
import { kommunOf } from "../passar/data.js";
import { words } from "../sok/ord.js";
import { fold } from "../sok/text.js";
import { read } from "../sok/tolka.js";
import { holding, wordsOfNames } from "./ord.js";
import { _ } from "../texter.js";

const CRITERION = { "vag-in": "vag_in" }; // where a listing's name is not the criterion's
const NOT = ["inte", "ej", "ingen", "inga", "utan", "inget"];
const PERSON_NUMBER = /\d{6,8}[-+ ]?\d{4}/g;
const POSTCODE = /(?<!\d)\d{3} ?\d{2}(?!\d)/g;
const LONG_NUMBER = /(?<!\d)(\d{3,4}|\d{6,})(?!\d)/g; // no age, no postal code
const AGE = /(?<![\d-])\d{1,2}(?![\d-])/g;

/** Read the box. */
export async function understood(typed, data) {
  const found = { choice: {}, rest: [], missed: [] };
  let text = without(PERSON_NUMBER, typed, () => found.missed.push(_("personnummer (skriv ålder)")));
  for (const code of text.match(POSTCODE) ?? []) take(found, "kommun", await kommunOf(code), code);
  text = without(POSTCODE, text, () => {});
  const reading = read(text, await words(), { inTexts: wordsOfNames(data) });
  if (reading.kommun) add(found.choice, "kommun", [reading.kommun]);
  const tokens = fold(text).split(" ").filter(Boolean);
  readUnits(reading, tokens, data, found);
  readLabels(tokens, data, found);
  readAge(text, reading, found);
  found.missed.push(...(text.match(LONG_NUMBER) ?? []));
  const nothing = ![Object.keys(found.choice), found.rest, found.missed].some((each) => each.length);
  if (nothing) found.missed.push(...tokens);
  const held = found.rest.filter((term) => holding(data.insatser, term, data).length);
  const missed = new Set([...found.missed, ...found.rest.filter((term) => !held.includes(term))]);
  const asTyped = new Map(typed.split(/\s+/).map((word) => [fold(word), word]));
  const written = (term) => term.split(" ").map((word) => asTyped.get(word) ?? word).join(" ");
  return { choice: found.choice, rest: held.map(written).join(" "), missed: [...missed].map(written) };
}

function without(pattern, text, tell) {
  (text.match(pattern) ?? []).forEach(tell);
  return text.replace(pattern, " ");
}

function take({ choice, missed }, id, value, typed) {
  if (value) add(choice, id, [value]);
  else missed.push(typed);
}

function add(choice, id, values) {
  choice[id] = [...new Set([...(choice[id] ?? []), ...values])];
}

/** Units of meaning: a filter, or a word to look for. What is denied is not understood. */
function readUnits({ units }, tokens, data, found) {
  for (const unit of units) {
    const [first] = unit.term.split(" ");
    const before = tokens[tokens.indexOf(first) - 1];
    const label = labelled(unit.term, data);
    const [id, values] = label ?? filterOf(unit, data) ?? [];
    if (id && NOT.includes(before)) found.missed.push(`${before} ${unit.term}`);
    else if (id) add(found.choice, id, values);
    else found.rest.push(unit.from ?? unit.term);
  }
}

/** Words that the search takes for small ones, but that are values of a filter: kö, FK, Salem. */
function readLabels(tokens, data, found) {
  tokens.forEach((token, place) => {
    const [id, values] = labelled(token, data) ?? [];
    if (!id) return;
    if (NOT.includes(tokens[place - 1])) found.missed.push(`${tokens[place - 1]} ${token}`);
    else add(found.choice, id, values);
    found.rest = found.rest.filter((term) => term !== token);
  });
}

/** The filter that has a word as its whole label, long or short. */
function labelled(word, { filter, ord, kortaOrd }) {
  for (const id of filter.filter((each) => ord[each])) {
    for (const [value, label] of ord[id]) {
      if ([label, kortaOrd[id]?.[value] ?? ""].some((each) => fold(each) === word)) return [id, [value]];
    }
  }
  return undefined;
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

/** A caseworker writes the age as a bare number; of several none can be told to be it. */
function readAge(text, { age }, found) {
  const numbers = text.match(AGE) ?? [];
  if (age !== undefined) found.choice.alder = age;
  else if (numbers.length === 1) found.choice.alder = Number(numbers[0]);
  else found.missed.push(...numbers);
}
