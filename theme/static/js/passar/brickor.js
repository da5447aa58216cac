// What is chosen, each choice visible and removable.
import { button } from "../dom.js";
import { _ } from "../texter.js";

/**
 * Draw a chip for each {text, remove}, and one that removes them all when there are several.
 * When the chip that had the focus is gone the next one gets it, or `home` after the last.
 */
export function chips(row, choices, home, removeAll) {
  const after = (act) => async () => {
    await act();
    (row.querySelector("button") ?? home).focus();
  };
  const found = choices.map(({ text, remove }) =>
    button(text, after(remove), { class: "chip", "aria-label": _("Ta bort {vad}", { vad: text }) }));
  if (removeAll && choices.length > 1) {
    found.push(button(_("Rensa allt"), after(removeAll), { class: "chip" }));
  }
  row.replaceChildren(...found);
}
