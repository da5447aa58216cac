// Dates as records have them: YYYY, YYYY-MM or YYYY-MM-DD. In: such a text. Out: days, and words.
const MONTHS = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti",
  "september", "oktober", "november", "december"];

/** "12 februari 2026", "februari 2026" or "2026". */
export function inWords(text) {
  const [year, month, day] = text.split("-").map(Number);
  return [day, MONTHS[month - 1], year].filter(Boolean).join(" ");
}

/** A day of the visitor's own calendar, in words. */
export function dayInWords(date) {
  return `${date.getDate()} ${MONTHS[date.getMonth()]} ${date.getFullYear()}`;
}

/** The day when facts have grown old; of a month or a year the earliest day counts. */
export function goodUntil(faktadag, manader) {
  const [year, month = 1, day = 1] = faktadag.split("-").map(Number);
  return new Date(year, month - 1 + Number(manader), day);
}
