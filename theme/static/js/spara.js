// The save button, on every page. In: slots with data-spara="id" and data-namn, the list of
// lager.js. Out: a button in each slot, and beside the menu link how many are saved.
import { button } from "./dom.js";
import { all, store, watch } from "./min-lista/lager.js";
import { _ } from "./texter.js";

let saved = ids(); // read once for all buttons, and anew after every change

/** A button that puts an insats in Min lista and takes it away again. */
export function saveButton(id, name) {
  const press = () => toggle(id) || say(made, _("Går inte att spara här"));
  const made = button("", press, { class: "spara", "data-id": id, "data-namn": name });
  draw(made);
  return made;
}

function ids() {
  return new Set(all().map(({ id }) => id));
}

function toggle(id) {
  const now = all();
  const others = now.filter((item) => item.id !== id);
  return store(others.length < now.length ? others : [...now, { id }]);
}

/** The words alone tell the state; a pressed "Sparad" would be told twice. */
function draw(made) {
  const found = saved.has(made.dataset.id);
  made.toggleAttribute("data-sparad", found);
  say(made, found ? _("Sparad") : _("Spara"));
}

/** The name of the button begins with the words that are seen. */
function say(made, text) {
  made.textContent = text;
  made.setAttribute("aria-label", _("{ord} {namn} i min lista", { ord: text, namn: made.dataset.namn }));
}

function follow() {
  saved = ids();
  document.querySelectorAll(".spara").forEach(draw);
  const count = saved.size ? `\u00a0(${saved.size})` : "";
  document.querySelector("[data-antal-sparade]").textContent = count;
}

for (const slot of document.querySelectorAll("[data-spara]")) {
  slot.replaceChildren(saveButton(slot.dataset.spara, slot.dataset.namn));
}
watch(follow);
follow();
