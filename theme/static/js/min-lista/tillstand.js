// What is shown. In: the state of the address, the list of this browser, the guide's data.
// Out: {view, heading, shared, items, unknown, chosen, kommuner, sprak, only}. An item is {insats, not}.
import { sound } from "./lager.js";
import { _ } from "../texter.js";

const HEADINGS = { lista: _("Min lista"), jamfor: _("Jämför insatser"), hafte: _("Min lista") };
const LEAST = 2;
const MOST = 4;

export function stateOf(asked, own, { byId }) {
  const shared = asked.lista !== undefined;
  const listed = shared ? fromAddress(asked) : own;
  const items = listed.flatMap(({ id, not }) => (byId.has(id) ? [{ insats: byId.get(id), not }] : []));
  const view = Object.hasOwn(HEADINGS, asked.visa?.[0]) ? asked.visa[0] : "lista";
  return {
    view, shared, items,
    heading: shared && view === "lista" ? _("En lista du har fått") : HEADINGS[view],
    unknown: listed.filter(({ id }) => !byId.has(id)).map(({ id }) => id),
    chosen: sound(asked.jamfor?.map((id) => ({ id }))).flatMap(({ id }) => byId.get(id) ?? []),
    kommuner: asked.kommun ?? [],
    sprak: asked.sprak?.[0] ?? "",
    only: asked.bara?.[0] === "skillnader",
  };
}

function fromAddress(asked) {
  return sound(asked.lista.map((id) => ({ id, not: asked[`not.${id}`] })));
}

/** The state that an address must hold for a list to be seen by anybody. */
export function asLink(items, withNotes) {
  const notes = items.filter(({ not }) => withNotes && not);
  return {
    lista: items.map(({ insats }) => insats.id),
    ...Object.fromEntries(notes.map(({ insats, not }) => [`not.${insats.id}`, not])),
  };
}

/** Why these cannot be compared, '' when they can. */
export function refusal(chosen) {
  if (chosen.length >= LEAST && chosen.length <= MOST) return "";
  const { length } = chosen;
  const now = length ? _("Du har valt {antal}.", { antal: length }) : _("Du har inte valt någon.");
  return [_("Välj två till fyra insatser att jämföra."), now].join(" ");
}
