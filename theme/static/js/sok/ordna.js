// Filters, and the order of what was found.
// In: Map page → {score, why}. Out: the pages let through, and the list in order.
import * as motor from "./motor.js";
import * as vikt from "./vikter.js";

const ENDED = ["avslutad", "ersatt"];
const FOR_STAFF = ["insatstyp/personalutbildning", "malgrupp/medarbetare"];

/** Set of pages the filters let through, unknown kept; undefined without filters. */
export async function allowedBy({ kommun, vag, alder }, known) {
  let allowed;
  const keep = (set) => (allowed = allowed ? new Set([...allowed].filter((p) => set.has(p))) : set);
  if (kommun) keep(await union("kommun", [kommun, "alla", "okand"]));
  if (vag) keep(await union("vag-in", [vag, "okand"]));
  if (alder) {
    const outside = known.aldrar.filter((range) => !isWithin(alder, range));
    const excluded = await union("alder", outside);
    keep(new Set([...(await motor.all())].filter((page) => !excluded.has(page))));
  }
  return allowed;
}

/** Weigh each page by what it is for the one who asks. */
export async function prefer(found, { kommun, alder }, reading, known) {
  await weigh(found, "allman", "ja", vikt.GENERAL);
  await weigh(found, "vag-in", "individ", vikt.OPEN);
  await weigh(found, "vag-in", "okand", vikt.NO_WAY);
  await weigh(found, "ram", "ja", vikt.FRAME);
  await weigh(found, "inriktning", "strukturovergripande", vikt.STRUCTURE);
  if (!isAboutStaff(reading)) await weigh(found, "malgrupp", "medarbetare", vikt.STAFF);
  for (const [life, factor] of Object.entries(vikt.LIFE)) {
    await weigh(found, "livscykel", life, factor);
  }
  if (kommun) await preferPlace(found, kommun, known);
  if (alder) await preferAge(found, alder, known);
}

/** Named first, then by score; what has ended last unless it was asked for by name. */
export async function inOrder(found, pinned, weak) {
  const ended = await union("livscykel", ENDED);
  const others = [...found].filter(([page]) => !pinned.has(page)).map(([, { score }]) => score);
  const least = weak * Math.max(...others);
  const rank = (page) => (pinned.has(page) ? 0 : 2) + (ended.has(page) ? 1 : 0);
  return [...found]
    .filter(([page, { score }]) => pinned.has(page) || score >= least)
    .map(([page, { score, why }]) => ({ page, score, why: [...why] }))
    .sort((a, b) => rank(a.page) - rank(b.page) || b.score - a.score || (a.page < b.page ? -1 : 1));
}

/** What says it is for the kommun comes before what merely does not exclude it. */
async function preferPlace(found, kommun, known) {
  await weigh(found, "kommun", kommun, vikt.HERE);
  const name = known.kommuner.find(([id]) => id === kommun)?.[1] ?? "";
  for (const [page, score] of await motor.text(name, { exact: true })) {
    if (found.has(page)) found.get(page).score *= 1 + vikt.NAMED_HERE * score;
  }
}

/** The narrower the range that fits, the likelier it is meant for that age. */
async function preferAge(found, alder, known) {
  for (const range of known.aldrar.filter((each) => isWithin(alder, each))) {
    const [from, to] = range.split("t").map(Number);
    await weigh(found, "alder", range, 2 - Math.min(to - from, 80) / 100);
  }
}

function isWithin(alder, range) {
  const [from, to] = range.split("t").map(Number);
  return from <= alder && alder <= to;
}

function isAboutStaff({ units }) {
  return units.some((unit) => unit.meanings.some(({ concept }) => FOR_STAFF.includes(concept.page)));
}

async function weigh(found, kind, value, factor) {
  for (const page of await motor.having(motor.code(kind, value))) {
    if (found.has(page)) found.get(page).score *= factor;
  }
}

async function union(kind, values) {
  const sets = await Promise.all(values.map((value) => motor.having(motor.code(kind, value))));
  return new Set(sets.flatMap((set) => [...set]));
}
