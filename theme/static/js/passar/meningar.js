// Why, in words. The same sentences as katalog/match_text.py; the words come with the data.
import { OLDEST, fits } from "./matcha.js";
import { _, language, listed } from "../texter.js";

const TEXTS = { ja: "ja", nej: "nej", fraga: "fraga_text", okand: "okand" };
const YOUNGEST = 0;
// Names among the labels; Swedish has none that a sentence could begin with.
const NAMES = language === "sv" ? [] : _("Ord som alltid börjar med stor bokstav").split(", ");

/** One sentence: why a criterion has its answer. */
export function sentence(criterion, answer, stated, wanted, data) {
  if (answer === "ja" && stated === "*") return criterion.alla;
  if (stated === "~") return criterion.i_ord;
  const text = criterion[TEXTS[answer]];
  if (answer === "okand") return text;
  return text
    .replaceAll("{du}", () => said(criterion, answer, stated, wanted, data))
    .replaceAll("{insats}", () => demanded(criterion, stated, data));
}

/** What a record states on a criterion, in words; '' when it states nothing. */
export function inWords(criterion, stated, data) {
  if (!stated) return "";
  if (stated === "*") return _("alla");
  if (stated === "~") return _("se sidan");
  if (criterion.slag === "spann") return ageText(stated, data);
  return stated.map((value) => label(criterion, value, data)).join(", ");
}

/** "16–29 år", "18 år eller äldre" or "upp till 35 år". */
export function ageText([least, most], { alderIOrd }) {
  const kind = least === YOUNGEST ? "till" : most === OLDEST ? "fran" : "mellan";
  return alderIOrd[kind].replace("{fran}", least).replace("{till}", most);
}

/** The label of a value; a value that no list has is shown as it is. */
export function label(criterion, value, { ord }) {
  return ord[criterion.id]?.get(value) ?? value;
}

function said(criterion, answer, stated, wanted, data) {
  if (criterion.slag === "spann" || !wanted?.length) return String(wanted);
  const counted = answer === "ja" ? wanted.filter((value) => fits(criterion, value, stated)) : wanted;
  return listed(words(criterion, counted, data));
}

function demanded(criterion, stated, data) {
  if (criterion.slag === "spann") return ageText(stated, data);
  const own = words(criterion, stated, data);
  if (criterion.foga === ",") return own.join(", ");
  return listed(own, criterion.foga === "och" ? "conjunction" : "disjunction");
}

function words(criterion, values, data) {
  const labels = values.map((value) => label(criterion, value, data));
  return criterion.vokabular === "kommun" ? labels : labels.map(lowerFirst);
}

/** A small first letter, unless the text starts with an abbreviation, or outside Swedish with one
 *  of the names that its catalogue lists (katalog/languages.py). */
export function lowerFirst(text) {
  if (NAMES.some((name) => text.startsWith(name))) return text;
  return /^.\p{Lu}/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}
