// Dates as records have them: YYYY, YYYY-MM or YYYY-MM-DD. In: such a text. Out: days, and words.
import { locale } from "./texter.js";

const day = new Intl.DateTimeFormat(locale, { dateStyle: "long" });
const month = new Intl.DateTimeFormat(locale, { year: "numeric", month: "long" });

/** "12 februari 2026", "februari 2026" or "2026". */
export function inWords(text) {
  const [year, ...rest] = text.split("-").map(Number);
  if (!rest.length) return text;
  const date = new Date(year, rest[0] - 1, rest[1] ?? 1);
  return (rest.length > 1 ? day : month).format(date);
}

/** A day of the visitor's own calendar, in words. */
export function dayInWords(date) {
  return day.format(date);
}

/** The day when facts have grown old; of a month or a year the earliest day counts. */
export function goodUntil(faktadag, manader) {
  const [year, month = 1, day = 1] = faktadag.split("-").map(Number);
  return new Date(year, month - 1 + Number(manader), day);
}
