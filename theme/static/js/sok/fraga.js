// The query layer: a reading becomes searches, their answers one list with reasons.
// In: text and filters. Out: what visa.js draws. No page facts are fetched here.
import { unitHits, value } from "./enhet.js";
import * as motor from "./motor.js";
import { words } from "./ord.js";
import { allowedBy, inOrder, prefer } from "./ordna.js";
import { fold } from "./text.js";
import { read } from "./tolka.js";
import * as vikt from "./vikter.js";

/**
 * Answer a question: {hits: [{page, score, why}], reading, filter, known}.
 * A filter that is undefined is read from the words; null means that it was taken away.
 */
export async function answer(text, { kommun, vag, alder, exact = false } = {}) {
  const known = await words();
  const reading = read(text, known, { exact, inTexts: await wordsInTexts(text) });
  const filter = {
    kommun: kommun === undefined ? reading.kommun : kommun,
    vag,
    alder: alder === undefined ? reading.age : alder,
  };
  const allowed = await allowedBy(filter, known);
  const within = (found) => (allowed ? only(found, allowed) : found);
  const pinned = await named(reading);
  let found = within(await scored(reading, known));
  if (isGuess(reading)) found = new Map();
  // A place in a name is no filter, unless somebody chose it as one.
  const chosen = kommun || vag || alder;
  for (const page of (chosen ? within(asMap(pinned)) : pinned).keys()) give(found, page, 0, []);
  if (!found.size && reading.answer) found = within(await choices(reading.answer));
  // Nothing but filters was said, or nothing else was found: all that they let through.
  const all = !found.size && allowed && (!reading.unknown.length || filter.alder);
  if (all) found = within(asMap(await motor.all()));
  await prefer(found, filter, reading, known);
  return { reading, filter, known, hits: await inOrder(found, pinned, all ? 0 : vikt.WEAK) };
}

/** The words that really stand in some text, so that none of them is taken for a misspelling. */
async function wordsInTexts(text) {
  const tokens = fold(text).split(" ").filter((token) => token.length > 2);
  const found = await Promise.all(tokens.map((token) => motor.having(token)));
  return new Set(tokens.filter((_, place) => found[place].size));
}

/** Words the guide does not know, beside words that mean nothing special: better no answer. */
function isGuess({ units, unknown }) {
  return unknown.length > 0 && units.every((unit) => !unit.meanings.length && !unit.isName);
}

/** Set of pages whose number, or name, is what was typed; the fullest reading that is a name. */
async function named(reading) {
  const codes = reading.whole.map((name) => motor.code("namn", name));
  if (reading.phone) codes.unshift(motor.code("tel", reading.phone));
  for (const each of codes) {
    const pages = await motor.having(each);
    if (pages.size) return pages;
  }
  return new Set();
}

/** Map page → {score, why} over all units; the rarer what a unit finds, the more it tells. */
async function scored(reading, known) {
  const total = new Map();
  const size = (await motor.all()).size;
  for (const unit of reading.units) {
    unit.alone = reading.units.length === 1;
    const hits = await unitHits(unit, known);
    if (unit.rare && !hits.size) reading.unknown.push(reading.typed.get(unit.term) ?? unit.term);
    const tells = Math.log(1 + size / Math.max(hits.size, 1));
    for (const [page, { score, why }] of hits) give(total, page, score * tells, why);
  }
  await addNames(total, reading, known, Math.log(1 + size));
  return total;
}

/** Names within a longer question. */
async function addNames(total, reading, known, tells) {
  for (const { name, size } of reading.names) {
    if (size === 1 && (known.stop.has(name) || reading.units.length > 3)) continue;
    const pages = await motor.having(motor.code("namn", name));
    for (const unit of reading.units) unit.isName ||= pages.size > 0 && name.includes(unit.term);
    const worth = vikt.NAME * tells * (size > 1 ? vikt.LONG_NAME : 1);
    for (const page of pages) give(total, page, worth, [name]);
  }
}

/** A word too broad to search for: what its answer's choices lead to, the most shared first. */
async function choices({ val }) {
  const found = new Map();
  for (const { text, sida } of val) {
    for (const page of await motor.having(value({ page: sida }))) give(found, page, 1, [text]);
  }
  return found;
}

function give(total, page, score, why) {
  const row = total.get(page) ?? { score: 0, why: new Set() };
  row.score += score;
  why.forEach((word) => row.why.add(word));
  total.set(page, row);
}

function asMap(pages) {
  return new Map([...pages].map((page) => [page, { score: 1, why: new Set() }]));
}

function only(found, allowed) {
  return new Map([...found].filter(([page]) => allowed.has(page)));
}
