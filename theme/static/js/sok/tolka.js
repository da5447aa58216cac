// From what was typed to what is looked for: units of meaning, filters, corrections.
// In: text and the guide's words. Out: a plain reading; nothing is searched here.
import { halves, isKnown, meanings, spelt } from "./ord.js";
import { distance, fold } from "./text.js";

const AGE_WORDS = new Set(["ar", "aring", "aringar", "arig", "arigt", "ariga", "years", "year", "yo", "v", "vuotias", "vuotta", "jir", "sano", "سنة", "عاما"]);
const DURATION = new Set(["i", "sedan", "under", "over", "for", "efter", "senaste", "pa", "ca", "cirka"]);
const AGE_BEFORE = new Set(["ar", "aldern", "alder", "fyllt", "fyller", "bara", "age", "aged"]);

/**
 * Read a question.
 * @returns {{units: {term, meanings, from?}[], whole: string[], phone: string, age: number?,
 *   kommun: string?, corrected: {from, to, folded}[], unknown: string[], distress: boolean, answer: object?}}
 */
export function read(text, known, { exact = false, inTexts = new Set() } = {}) {
  const folded = fold(text);
  const reading = {
    units: [], whole: [], names: [], phone: phone(text), age: undefined, kommun: undefined,
    corrected: [], unknown: [], inTexts,
    typed: new Map(text.split(/\s+/).map((word) => [fold(word), word])),
    distress: known.nod.some((words) => ` ${folded} `.includes(` ${words} `)),
    answer: known.svar.find((answer) => answer.ord.includes(withoutStops(folded, known) || folded)),
  };
  let tokens = folded.split(" ").filter(Boolean);
  if (reading.phone) tokens = tokens.filter((token) => !/^\d+$/.test(token));
  const all = tokens;
  tokens = takeAge(tokens, reading);
  tokens = takeKommun(tokens, reading, known, exact);
  const content = tokens.filter((token) => !known.stop.has(token));
  takeUnits(tokens, reading, known, exact);
  const right = tokens.map((token) => corrected(token, reading)); // a name may be misspelt too
  reading.whole = [all, tokens, right, content].map((words) => words.join("")).filter(Boolean);
  reading.names = nameCandidates(right);
  return reading;
}

function corrected(token, { corrected: notes }) {
  const note = notes.find(({ folded }) => folded === token);
  return note ? fold(note.to) : token;
}

function withoutStops(folded, known) {
  return folded.split(" ").filter((token) => !known.stop.has(token)).join(" ");
}

/** National digits of a phone number in any writing, '' when there are too few digits. */
function phone(text) {
  const digits = text.replace(/[^\d+]/g, "").replace(/^(\+46|0046|46(?=\d{8}))0?/, "0");
  return digits.length >= 6 ? digits : "";
}

function takeAge(tokens, reading) {
  return tokens.filter((token, place) => {
    const joined = /^(\d{2})(ar|aring|aringar|arig)$/.exec(token);
    const age = Number(joined?.[1] ?? (/^\d{1,2}$/.test(token) ? token : NaN));
    const said = joined || AGE_WORDS.has(tokens[place + 1]) || AGE_BEFORE.has(tokens[place - 1]);
    const isDuration = DURATION.has(tokens[place - 1]) && tokens[place + 1] === "ar";
    if (age >= 10 && age < 100 && said && !isDuration && reading.age === undefined) {
      reading.age = age;
      return false;
    }
    return !(AGE_WORDS.has(token) && /^\d{1,2}$/.test(tokens[place - 1] ?? "") && reading.age);
  });
}

function takeKommun(tokens, reading, known, exact) {
  return tokens.filter((token) => {
    if (reading.kommun || token.length < 4) return true;
    const typed = reading.typed.get(token)?.toLowerCase(); // Håbo is not Habo
    const found =
      known.kommuner.find(([, name]) => name.toLowerCase() === typed) ??
      known.kommuner.find(([, name]) => isPlace(token, fold(name), exact));
    if (found) reading.kommun = found[0];
    return !found;
  });
}

/** Huddinge, huddinges, Hudinge, huddingebo; never a word of its own that is merely near. */
function isPlace(token, name, exact) {
  if (token === name || token === `${name}s`) return true;
  if (token.startsWith(name) && /^(s?bo|bor|s?kommuns?|borna)$/.test(token.slice(name.length))) return true;
  return !exact && name.length >= 6 && token[0] === name[0] && distance(token, name, 1) <= 1;
}

/** Runs of one to four tokens written together, longest first: 'sam sas' → samsas. */
function nameCandidates(tokens) {
  const found = [];
  for (let size = Math.min(4, tokens.length); size >= 1; size--) {
    for (let start = 0; start + size <= tokens.length; start++) {
      found.push({ name: tokens.slice(start, start + size).join(""), size });
    }
  }
  return found;
}

function takeUnits(tokens, reading, known, exact) {
  for (let place = 0; place < tokens.length; ) {
    const size = phraseAt(tokens, place, known);
    const term = tokens.slice(place, place + size).join(" ");
    place += size;
    const meaning = meanings(known, term);
    if (meaning.length && (size > 1 || !known.stop.has(term))) {
      reading.units.push({ term, meanings: meaning });
    } else if (!known.stop.has(term) && !/^\d+$/.test(term) && term.length > 1) {
      takeWord(term, reading, known, exact);
    }
  }
}

function phraseAt(tokens, place, known) {
  for (let size = Math.min(known.longest, tokens.length - place); size > 1; size--) {
    if (meanings(known, tokens.slice(place, place + size).join(" ")).length) return size;
  }
  return 1;
}

function takeWord(term, reading, known, exact) {
  if (exact || reading.inTexts.has(term) || isKnown(known, term)) {
    reading.units.push({ term, meanings: [] });
    return;
  }
  const right = spelt(known, term);
  if (right) {
    reading.corrected.push({ from: reading.typed.get(term) ?? term, to: right, folded: term });
    if (!known.stop.has(fold(right))) {
      reading.units.push({ term: fold(right), meanings: meanings(known, fold(right)), from: term });
    }
    return;
  }
  const parts = halves(known, term).filter((part) => !known.stop.has(part));
  for (const part of parts) reading.units.push({ term: part, meanings: meanings(known, part) });
  if (!parts.length) reading.units.push({ term, meanings: [], rare: true });
}
