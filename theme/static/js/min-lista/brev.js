// The list as plain text, to mail or to copy: readable without following any link.
// In: items {insats, not, texts, kontakt, plats}, the link to the list. Out: text and mailto:.
import { pageOf } from "../passar/data.js";
import { dated, selfReferral, stillThere } from "./ord.js";
import { _ } from "../texter.js";

const MOST = 1800; // characters of a mailto: address; mail programs cut longer ones
const START = 60; // characters of a summary where room is scarce
const CLOSING = _("Fråga innan du räknar med uppgifterna. De kan ha ändrats.");
const SHORTER = _("Texten är kortad. Mer står i guiden.");
const NO_NUMBERS = _("Texten är kortad. Telefonnummer och mer står i guiden.");
const NO_NOTES = _("Anteckningarna fick inte plats.");
const NOBODY = _("Vi har inget nummer. Fråga den som har insatsen.");
const NOT_FETCHED = _("Text och telefonnummer gick inte att hämta. De står på sidan.");
const WHOLE = { text: (text) => text, contacts: whole, say: true, notes: true };
// From all there is to say, to names and dates alone. Of numbers all are given or none: the
// first of them would send people to the kommun of somebody else.
const LENGTHS = [
  WHOLE,
  { ...WHOLE, text: opening, contacts: numbers, told: SHORTER },
  { ...WHOLE, text: start, contacts: numbers, told: SHORTER },
  { ...WHOLE, text: nothing, contacts: numbers, told: SHORTER },
  { contacts: numbers, notes: true, told: SHORTER },
  { contacts: numbers, told: SHORTER },
  { told: NO_NUMBERS },
];

/** The whole list as text. */
export function letter(items, link, withNotes) {
  return body(items, link, withNotes, WHOLE, items.length);
}

/** A mailto: address that is short enough for every mail program. */
export function mailto(items, link, withNotes) {
  const subject = _("Insatser att titta på ({antal})", { antal: items.length }).replace(/\s+/g, " ");
  const address = (text) =>
    `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
  const bare = link.split("&not.")[0]; // the notes stand in the text, where they take less room
  for (const [length, own] of [[WHOLE, link], ...LENGTHS.map((each) => [each, bare])]) {
    const found = address(body(items, own, withNotes, length, items.length));
    if (found.length <= MOST) return found;
  }
  for (let count = items.length; count > 0; count -= 1) {
    const found = address(body(items, bare, withNotes, LENGTHS.at(-1), count));
    if (found.length <= MOST) return found;
  }
  return address(`${bare}\n\n${CLOSING}`);
}

function body(items, link, withNotes, length, count) {
  const left = items.length - count;
  const dropped = withNotes && !length.notes && items.some(({ not }) => not);
  const shared = length.told && length.contacts ? ofKommuner(items) : [];
  return [
    ...items.slice(0, count).map((item, place) => about(item, place + 1, withNotes, length, shared)),
    ...(shared.length ? [[_("Fråga kommunen:"), ...length.contacts(shared)].join("\n")] : []),
    ...(left ? [_("Och {antal} till. De står i listan.", { antal: left })] : []),
    [length.told, dropped && NO_NOTES].filter(Boolean).join(" "),
    [_("Hela listan:"), link].join("\n"),
    CLOSING,
  ].filter(Boolean).join("\n\n");
}

/** The lines of the kommuner: where room is scarce they stand once, last, all of them together. */
function ofKommuner(items) {
  const all = items.flatMap(({ kontakt }) => kontakt).filter(({ egen }) => !egen);
  return [...new Map(all.map((line) => [line.text, line])).values()];
}

function about({ insats, not, texts, kontakt, plats }, number, withNotes, length, shared) {
  const own = lines(insats, texts, kontakt).filter((line) => line.egen || !shared.length);
  return [
    `${number}. ${insats.namn} (${plats})`,
    texts ? length.text?.(texts.text) : NOT_FETCHED,
    stillThere(insats),
    (length === WHOLE ? _("Kan jag anmäla mig själv?") + " " : "") + `${selfReferral(insats)}.`,
    ...(length.contacts?.(own) ?? []),
    ...(length.say ? toSay(texts?.sag) : []),
    withNotes && length.notes && not ? _("Anteckning: {text}", { text: not }) : "",
    _("Källans datum: {datum}.", { datum: dated(insats, texts) }),
    length === WHOLE ? pageOf(insats.id) : "", // the link to the list leads there too
  ].filter(Boolean).join("\n");
}

/** What one can say, in Swedish, and what that means. */
function toSay(sag) {
  if (!sag) return [];
  const words = `${sag.till}: ${sag.ord}`;
  return sag.betyder ? [words, _("Det betyder: {text}", { text: sag.betyder })] : [words];
}

/** Whom to contact; of what has ended, or could not be fetched, there is nothing to say. */
function lines({ fakta }, texts, kontakt) {
  return kontakt.length || !texts || fakta.lage?.includes("slut") ? kontakt : [{ text: NOBODY, kort: NOBODY, egen: true }];
}

/** The first sentence that says something: a question alone does not. */
function opening(text) {
  return text.match(/^(.*?\?\s)*.*?[.!](?=\s|$)/)?.[0] ?? text;
}

function start(text) {
  const words = opening(text);
  return words.length > START ? `${words.slice(0, words.lastIndexOf(" ", START))} …` : words;
}

function nothing() {
  return "";
}

function whole(lines) {
  return lines.map(({ text }) => text);
}

function numbers(lines) {
  return lines.map(({ kort }) => kort);
}
