// The guide's words: what a phrase means, how a word is spelt, which words are parts of which.
// In: sok/ord.json, made by katalog/search_words.py. Out: lookups; nothing is searched here.
import { distance, fold, forgiven, stem } from "./text.js";
import { home } from "../texter.js";

let ready;

/** Load the words once. */
export function words() {
  ready ??= fetch(new URL("sok/ord.json", home))
    .then((answer) => answer.json())
    .then(prepare);
  return ready;
}

function prepare(file) {
  const concepts = file.begrepp.map(([page, label]) => ({ page, label }));
  const phrases = new Map();
  const stems = new Map();
  const written = new Map(); // folded → as written
  for (const [phrase, asWritten, meaning] of inOrder(file.fraser)) {
    const meanings = meaning.split(" ").map((part) => ({
      concept: concepts[parseInt(part, 10)],
      weight: part.endsWith("~") ? 0.5 : 1,
    }));
    phrases.set(phrase, meanings);
    if (!phrase.includes(" ")) written.set(phrase, asWritten);
    if (!stems.has(stemmed(phrase))) stems.set(stemmed(phrase), meanings);
  }
  const inPhrases = Object.values(file.fraser).flatMap((same) => same.split(/[^\p{L}]+/u));
  for (const word of [...file.ord.split(" "), ...inPhrases]) {
    if (word.length > 3 && !written.has(fold(word))) written.set(fold(word), word);
  }
  return {
    ...file,
    kommuner: file.kommuner.map(([name, phone, site, id]) => [
      id ?? fold(name).replaceAll(" ", "-"), name, phone, site,
    ]),
    phrases,
    stems,
    written,
    writtenStems: new Set([...written.keys()].map(stem)),
    stop: new Set(file.stopp.split(" ")),
    longest: Math.max(...[...phrases.keys()].map((phrase) => phrase.split(" ").length)),
  };
}

/** [folded phrase, as written, what it means], so that of two with one stem the first decides. */
function inOrder(fraser) {
  return Object.entries(fraser)
    .flatMap(([meaning, same]) => same.split("|").map((word) => [fold(word), word, meaning]))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Meanings of a folded phrase or word: [{concept, weight}], empty when it means nothing here. */
export function meanings(known, phrase) {
  const own = known.phrases.get(phrase) ?? known.phrases.get(phrase.replace(/^ال/, "")); // "the"
  if (own) return own;
  return phrase.length < 4 ? [] : known.stems.get(stemmed(phrase)) ?? [];
}

/** 'psykiskt ohälsa' and 'psykisk ohälsa' are one. */
function stemmed(phrase) {
  return phrase.split(" ").map(stem).join(" ");
}

/** Is this a word of the guide, or the beginning of one? */
export function isKnown(known, word) {
  if (known.written.has(word) || known.writtenStems.has(stem(word))) return true;
  if (word.length < 4) return false;
  for (const other of known.written.keys()) {
    if (other.startsWith(word)) return true;
  }
  return false;
}

/** The guide's words with a beginning in common, a few. */
export function relatives(known, beginning) {
  const found = [];
  for (const word of known.written.keys()) if (word.startsWith(beginning)) found.push(word);
  return found.slice(0, 8);
}

/** The guide's word that was probably meant, as written, or undefined. */
export function spelt(known, word) {
  let best;
  for (const [other, written] of known.written) {
    if (other[0] !== word[0] && word.length < 8) continue;
    const meant = known.phrases.has(other); // a word with a meaning is forgiven one edit more
    const most = Math.min(2, forgiven(word) + (meant && word.length > 6 ? 1 : 0));
    const edits = most ? distance(word, other, most) : 9;
    const cost = edits + (meant ? 0 : 0.5);
    if (edits <= most && (!best || cost < best.cost)) best = { cost, written };
  }
  return best?.written;
}

/** Two of the guide's words written as one: 'invandrarkvinnor' → ['invandrar', 'kvinnor']. */
export function halves(known, word) {
  for (let cut = word.length - 4; cut >= 4; cut--) {
    const [first, last] = [word.slice(0, cut), word.slice(cut)];
    const left = [first, first.replace(/s$/, "")].find((part) => means(known, part));
    if (left && (means(known, last) || known.stop.has(last))) return [left, last];
  }
  return [];
}

function means(known, part) {
  return part.length >= 4 && meanings(known, part).length > 0;
}

/** The guide's words that hold this one as their first or last part: träning → arbetsträning. */
export function compounds(known, word) {
  if (word.length < 4) return [];
  const part = stem(word);
  const found = [];
  for (const other of known.written.keys()) {
    const rest = other.length - word.length;
    if (rest >= 3 && (other.endsWith(word) || other.startsWith(part) || stem(other).endsWith(part))) {
      found.push(other);
    }
  }
  return found.slice(0, 6);
}
