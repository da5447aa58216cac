// The save button, on every page. In: slots with data-spara="id" and data-namn, the list of
// lager.js. Out: a button in each slot, and beside the menu link how many are saved.
import { all, store, watch } from "./min-lista/lager.js";

/** A button that puts an insats in Min lista and takes it away again. */
export function saveButton(id, name) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "spara" });
  Object.assign(button.dataset, { id, namn: name });
  button.addEventListener("click", () => toggle(id) || say(button, "Går inte att spara här"));
  draw(button);
  return button;
}

function saved(id) {
  return all().some((item) => item.id === id);
}

function toggle(id) {
  return store(saved(id) ? all().filter((item) => item.id !== id) : [...all(), { id }]);
}

function draw(button) {
  const pressed = saved(button.dataset.id);
  button.setAttribute("aria-pressed", pressed);
  say(button, pressed ? "Sparad" : "Spara");
}

/** The name of the button begins with the words that are seen. */
function say(button, text) {
  button.textContent = text;
  button.setAttribute("aria-label", `${text} ${button.dataset.namn} i min lista`);
}

function follow() {
  document.querySelectorAll(".spara").forEach(draw);
  const { length } = all();
  document.querySelector("[data-antal-sparade]").textContent = length ? `\u00a0(${length})` : "";
}

for (const slot of document.querySelectorAll("[data-spara]")) {
  slot.replaceChildren(saveButton(slot.dataset.spara, slot.dataset.namn));
}
watch(follow);
follow();
