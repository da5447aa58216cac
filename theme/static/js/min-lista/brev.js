// The list as plain text, to mail or to copy: readable without following any link.
// In: items {insats, not, texts}, the guide's data, the link to the list. Out: text and mailto:.
import { pageOf } from "../passar/data.js";
import { dated, selfReferral } from "./ord.js";

const MOST = 1800; // characters of a mailto: address; mail programs cut longer ones
const START = 60; // characters of a summary where room is scarce
const CLOSING = "Fråga innan du räknar med uppgifterna. De kan ha ändrats.";
const SHORTER = "Texten är kortad. Mer står på sidorna.";
// From all there is to say, to names and addresses alone.
const LENGTHS = [
  { text: whole, contacts: Infinity },
  { text: opening, contacts: Infinity, cut: true },
  { text: opening, contacts: 2, cut: true },
  { text: opening, contacts: 1, cut: true },
  { text: start, contacts: 1, cut: true },
  { text: () => "", contacts: 1, cut: true },
  { text: () => "", contacts: 0, cut: true },
];

/** The whole list as text. */
export function letter(items, data, link, withNotes) {
  return body(items, link, withNotes, LENGTHS[0], items.length);
}

/** A mailto: address that is short enough for every mail program. */
export function mailto(items, data, link, withNotes) {
  const subject = `Insatser att titta på (${items.length})`;
  const address = (text) =>
    `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
  const bare = link.split("&not.")[0]; // notes can make the link itself too long
  for (const length of LENGTHS) {
    const found = address(body(items, link, withNotes, length, items.length));
    if (found.length <= MOST) return found;
  }
  for (let count = items.length; count > 0; count -= 1) {
    const found = address(body(items, bare, false, LENGTHS.at(-1), count));
    if (found.length <= MOST) return found;
  }
  return address(`${bare}\n\n${CLOSING}`);
}

function body(items, link, withNotes, length, count) {
  const left = items.length - count;
  return [
    ...items.slice(0, count).map((item, place) => about(item, place + 1, withNotes, length)),
    ...(left ? [`Och ${left} till. De står i listan.`] : []),
    ...(length.cut ? [SHORTER] : []),
    `Hela listan:\n${link}`,
    CLOSING,
  ].join("\n\n");
}

function about({ insats, not, texts }, number, withNotes, { text, contacts, cut }) {
  return [
    `${number}. ${insats.namn}`,
    text(texts?.text ?? ""),
    cut ? `${selfReferral(insats)}.` : `Kan jag anmäla mig själv? ${selfReferral(insats)}.`,
    ...contactLines(texts?.kontakt ?? [], cut).slice(0, contacts),
    withNotes && not && contacts === Infinity ? `Anteckning: ${not}` : "",
    `Källans datum: ${dated(insats)}.`,
    pageOf(insats.id),
  ].filter(Boolean).join("\n");
}

function whole(text) {
  return text;
}

/** The first sentence that says something: a question alone does not. */
function opening(text) {
  return text.match(/^(.*?\?\s)*.*?[.!](?=\s|$)/)?.[0] ?? text;
}

function start(text) {
  const words = opening(text);
  return words.length > START ? `${words.slice(0, words.lastIndexOf(" ", START))} …` : words;
}

/** Lines with a number to ring first; where room is scarce the number alone will do. */
function contactLines(lines, cut) {
  const rings = (line) => (/: 0\d+-/.test(line) ? 0 : 1);
  const sorted = [...lines].sort((a, b) => rings(a) - rings(b));
  return cut ? sorted.map((line) => (rings(line) ? line : line.replace(/, https:\S+/, ""))) : sorted;
}
