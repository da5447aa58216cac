// What was just done, said aloud, the way back from it, and where the keyboard goes next.
// One message and one "Ångra" a page.
import { all, store } from "./lager.js";
import { _ } from "../texter.js";

const REFUSED = _("Webbläsaren låter oss inte spara. Spara adressen till sidan i stället.");
const status = document.getElementById("besked");
const undo = document.getElementById("angra");
let back; // puts things as they were
let wanted = []; // selectors of what gets the focus when the list is drawn anew

/** Say what was done, or that it could not be; with `before` it can be undone, and "Ångra" has
 *  the focus. `home` is what gets it then. */
export function say(text = REFUSED, before = null, home = "a") {
  status.textContent = text;
  undo.hidden = !before;
  back = () => {
    focusAfter(home);
    store(restored(before));
  };
  if (before) undo.focus();
}

/** The list as it was, and last what has come since. */
function restored(before) {
  const known = new Set(before.map(({ id }) => id));
  return [...before, ...all().filter(({ id }) => !known.has(id))];
}

/** Remember what to look for, in order; what cannot be used is passed over. */
export function focusAfter(...selectors) {
  wanted = selectors;
}

export function focusNow(place) {
  const found = wanted.map((selector) => place.querySelector(selector));
  found.find((each) => each && !each.disabled)?.focus();
  wanted = [];
}

undo.addEventListener("click", () => {
  back();
  say(_("Ångrat. Listan är som förut."));
});
