// The filters a question brought along, each visible and removable.
import { chips as draw } from "../passar/brickor.js";
import { _ } from "../texter.js";

const row = document.getElementById("valda");
const box = document.getElementById("ord");

/** Draw a chip for each filter of an answer; `change` is called with what a removal changes. */
export function chips({ filter = {}, known }, change) {
  const found = [];
  if (filter.alder) {
    found.push({ text: _("{alder} år", { alder: filter.alder }), remove: () => change({ alder: "ingen" }) });
  }
  if (filter.kommun) {
    const name = known.kommuner.find(([id]) => id === filter.kommun)?.[1] ?? filter.kommun;
    found.push({ text: name, remove: () => change({ kommun: "ingen" }) });
  }
  if (filter.vag) {
    const name = known.begrepp.find(([page]) => page === `vag-in/${filter.vag}`)?.[1] ?? filter.vag;
    found.push({ text: name, remove: () => change({ vag: "" }) });
  }
  draw(row, found, box);
}
