// What a choice of filters lets through, and how many each further value would.
// In: insatser and a choice {filter: wanted}. Out: plain lists and counts; nothing is drawn here.
import { OLDEST, askedBy, ended, isSaid, standing, usual } from "./matcha.js";
import { _, ngettext } from "../texter.js";

/** Of the state of a page only what is a filter and a value there is: {choice, unknown: [text]}. */
export function choiceOf(state, { filter, ord }) {
  const choice = {};
  const unknown = [];
  for (const id of filter.filter((each) => isSaid(state[each]))) {
    const wanted = state[id];
    if (!ord[id]) {
      if (wanted <= OLDEST) choice[id] = wanted;
      else unknown.push(String(wanted));
      continue;
    }
    const values = wanted.map((value) => value.toLowerCase());
    const known = values.filter((value) => ord[id].has(value));
    if (known.length) choice[id] = known;
    unknown.push(...values.filter((value) => !ord[id].has(value)));
  }
  return { choice, unknown };
}

/**
 * {passar, avgor, sjalv, slut, counts}. Every filter must say yes; of several values in one
 * filter one is enough. What a record does not state goes to `avgor`; what has ended to `slut`,
 * unless that was asked for; when a person is described, what nobody applies to goes to `sjalv`.
 * With a choice the likeliest come first, otherwise names decide. A count is of those the other
 * filters let through.
 */
export function select(insatser, choice, data) {
  const found = { passar: [], avgor: [], sjalv: [], slut: [], counts: {} };
  for (const id of data.filter) found.counts[id] = { own: new Map(), any: 0 };
  const asked = askedBy(choice, data);
  const context = { asked, choice, filter: data.filter, omPerson: data.omPerson };
  for (const insats of insatser) sort(insats, context, found);
  if (asked.length) {
    for (const name of ["passar", "avgor", "sjalv", "slut"]) found[name].sort(byFit(asked));
  }
  return found;
}

function sort(insats, { asked, choice, filter, omPerson }, found) {
  const { fakta } = insats;
  const refused = [];
  let unsure = false;
  for (const each of asked) {
    const answer = standing(each, fakta);
    if (answer === "nej") refused.push(each[0].id);
    else if (answer !== "ja") unsure = true;
    if (refused.length > 1) return;
  }
  if (!refused.length) found[placeOf(insats, unsure, choice, omPerson)].push(insats);
  const counted = ended(insats) && !choice.lage ? ["lage"] : filter; // what is over counts as over
  for (const id of refused.length ? refused : filter) {
    if (counted.includes(id)) count(found.counts[id], fakta[id]);
  }
}

function placeOf(insats, unsure, choice, omPerson) {
  if (!Object.keys(choice).length) return "passar";
  if (ended(insats) && !choice.lage?.includes("slut")) return "slut";
  const person = omPerson.some((id) => isSaid(choice[id]));
  if (person && insats.egen === "samverkan") return "sjalv";
  return unsure ? "avgor" : "passar";
}

/** The fewer questions left open the better; `usual` after. */
function byFit(asked) {
  const open = new Map();
  const openIn = (insats) => {
    if (!open.has(insats)) open.set(insats, left(insats, asked).length);
    return open.get(insats);
  };
  const shared = ({ egen }) => (egen === "samverkan" ? 1 : 0);
  return (a, b) => shared(a) - shared(b) || openIn(a) - openIn(b) || usual(a, b);
}

function left({ fakta }, asked) {
  return asked.filter((each) => !["ja", "nej"].includes(standing(each, fakta)));
}

function count(counted, stated) {
  if (stated === "*") counted.any += 1;
  if (!Array.isArray(stated)) return;
  for (const value of stated) counted.own.set(value, (counted.own.get(value) ?? 0) + 1);
}

/** How many have a value; what makes no difference counts for every one. */
export function countOf({ own, any }, value) {
  return (own.get(value) ?? 0) + any;
}

/** The criteria of a choice that a record leaves open. */
export function openOf(insats, choice, data) {
  return left(insats, askedBy(choice, data)).map(([criterion]) => criterion);
}

/** What was found, in a sentence; words that the address had and the guide has not are told. */
export function told({ passar, avgor }, chosen, unknown = []) {
  const odd = unknown.length ? _("Okänt i adressen: {vad}.", { vad: unknown.join(", ") }) + " " : "";
  if (!chosen) return odd + ngettext("{antal} insats.", "{antal} insatser.", passar.length);
  if (!passar.length && !avgor.length) {
    return odd + _("Inget passar allt du har valt. Ta bort något av det.");
  }
  const fit = ngettext("{antal} passar allt du har valt.", "{antal} passar allt du har valt.", passar.length);
  const open = ngettext("{antal} går inte att avgöra.", "{antal} går inte att avgöra.", avgor.length);
  return `${odd}${fit} ${open}`;
}
