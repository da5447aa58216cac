// What a choice of filters lets through, and how many each further value would.
// In: insatser and a choice {filter: wanted}. Out: plain lists and counts; nothing is drawn here.
import { chosen, ended, isSaid, usual } from "./matcha.js";

/** Only what is a filter and is said, of the state of a page. */
export function choiceOf(state, filter) {
  return Object.fromEntries(filter.filter((id) => isSaid(state[id])).map((id) => [id, state[id]]));
}

/** Ended last, then what nobody applies to, then the fewer questions left open; `usual` after. */
function byFit(choice, kriterier) {
  const open = new Map();
  const openIn = (insats) => {
    if (!open.has(insats)) open.set(insats, openOf(insats, choice, kriterier).length);
    return open.get(insats);
  };
  const shared = ({ egen }) => (egen === "samverkan" ? 1 : 0);
  return (a, b) =>
    ended(a) - ended(b) || shared(a) - shared(b) || openIn(a) - openIn(b) || usual(a, b);
}

/**
 * {passar, avgor, counts}. Every filter must say yes; of several values in one filter one is
 * enough. A record that does not state what a filter asks for goes to `avgor`. With a choice the
 * likeliest come first, otherwise names decide. A count is of those the other filters let through.
 */
export function select(insatser, choice, { kriterier, filter }) {
  const found = { passar: [], avgor: [], counts: {} };
  for (const id of filter) found.counts[id] = { own: new Map(), any: 0 };
  const asked = Object.keys(choice).map((id) => [id, kriterier.get(id), choice[id]]);
  for (const insats of insatser) sort(insats, asked, filter, found);
  if (asked.length) for (const group of [found.passar, found.avgor]) group.sort(byFit(choice, kriterier));
  return found;
}

function sort(insats, asked, filter, { passar, avgor, counts }) {
  const { fakta } = insats;
  const refused = [];
  let unsure = false;
  for (const [id, criterion, wanted] of asked) {
    const answer = chosen(criterion, fakta[id], wanted);
    if (answer === "nej") refused.push(id);
    else if (answer !== "ja") unsure = true;
    if (refused.length > 1) return;
  }
  if (!refused.length) (unsure ? avgor : passar).push(insats);
  for (const id of refused.length ? refused : filter) count(counts[id], fakta[id]);
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
export function openOf({ fakta }, choice, kriterier) {
  return Object.keys(choice)
    .map((id) => kriterier.get(id))
    .filter((each) => !["ja", "nej"].includes(chosen(each, fakta[each.id], choice[each.id])));
}
