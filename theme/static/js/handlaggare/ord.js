// Words that a row must hold: in its name or owner, or as a value that the row has.
// In: insatser, what was typed. Out: those that hold every word, or the beginning of it.
import { fold } from "../sok/text.js";

const IN_ROW = ["kommun", "malgrupp", "forsorjning", "insatstyp", "metod", "vag_in", "intag"];
const names = new Map(); // id → " folded names and owner"

function nameOf({ id, namn, andra, omrade, huvudman }, { ord }) {
  if (!names.has(id)) {
    const owners = huvudman.map((value) => ord.huvudman.get(value));
    names.set(id, ` ${fold([namn, andra, omrade, ...owners].join(" "))}`);
  }
  return names.get(id);
}

/** Fold the names a few at a time while nothing else goes on, so that the first word is quick. */
export function prepare(data, from = 0) {
  const part = data.insatser.slice(from, from + 200);
  for (const insats of part) nameOf(insats, data);
  if (part.length) setTimeout(() => prepare(data, from + 200));
}

/** The insatser that hold every word of a text. */
export function holding(insatser, typed, data) {
  const wanted = fold(typed ?? "").split(" ").filter(Boolean)
    .map((word) => ({ word, values: valuesOf(word, data) }));
  if (!wanted.length) return insatser;
  return insatser.filter((insats) => wanted.every(({ word, values }) =>
    nameOf(insats, data).includes(` ${word}`) || hasValue(insats, values)));
}

/** [criterion, set of values] whose labels hold a word, short ones as "FK" too. */
function valuesOf(word, { ord, kortaOrd }) {
  return IN_ROW.map((id) => [id, new Set([...ord[id]]
    .filter(([value, label]) => ` ${fold(`${label} ${kortaOrd[id]?.[value] ?? ""}`)}`.includes(` ${word}`))
    .map(([value]) => value))]).filter(([, values]) => values.size);
}

function hasValue({ fakta }, values) {
  return values.some(([id, own]) =>
    Array.isArray(fakta[id]) && fakta[id].some((value) => own.has(value)));
}

/** Every word of the names, so that none of them is taken for a misspelling. */
export function wordsOfNames(data) {
  return new Set(data.insatser.flatMap((insats) => nameOf(insats, data).split(" ")));
}
