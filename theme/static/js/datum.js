// Days as records have them: YYYY, YYYY-MM or YYYY-MM-DD, of the Swedish calendar. They are judged by
// what day it is in Sweden, whatever the visitor's device takes for its own zone: else the same page
// would say two things at once. In: such a text, or a moment. Out: days, answers, words.
import { locale } from "./texter.js";

const timeZone = "Europe/Stockholm";
const iso = new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "long" });
const month = new Intl.DateTimeFormat(locale, { timeZone, year: "numeric", month: "long" });

/** "2026-02-12", what day it is in Sweden. */
export function today() {
  return iso.format(new Date());
}

/** Is a day, a month or a year over? What has no date never is. */
export function isOver(text) {
  return Boolean(text) && today().slice(0, text.length) > text;
}

/** "12 februari 2026", "februari 2026" or "2026". */
export function inWords(text) {
  const [year, ...rest] = text.split("-").map(Number);
  if (!rest.length) return text;
  return (rest.length > 1 ? day : month).format(noon(year, rest[0], rest[1] ?? 1));
}

/** The day of a moment, in words. */
export function dayInWords(moment) {
  return day.format(moment);
}

/** The day when facts have grown old, "2027-02-12"; of a month or a year the earliest day counts,
 *  and where a month is shorter its last day. */
export function goodUntil(faktadag, manader) {
  const [year, from = 1, date = 1] = faktadag.split("-").map(Number);
  const to = from + Number(manader);
  const last = noon(year, to + 1, 0).getUTCDate();
  return noon(year, to, Math.min(date, last)).toISOString().slice(0, "2027-02-12".length);
}

/** A moment that is the same day in Sweden as in Greenwich. Months count from 1. */
function noon(year, month, date) {
  return new Date(Date.UTC(year, month - 1, date, 12));
}
