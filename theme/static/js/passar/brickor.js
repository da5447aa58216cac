// What is chosen, each choice visible and removable.
import { button } from "../dom.js";

/**
 * Draw a chip for each {text, remove}, and one that removes them all when there are several.
 * `home` gets the focus when the chip that had it is gone.
 */
export function chips(row, choices, home, removeAll) {
  const after = (act) => () => {
    act();
    home.focus();
  };
  const found = choices.map(({ text, remove }) =>
    button(text, after(remove), { class: "chip", "aria-label": `Ta bort ${text}` }));
  if (removeAll && choices.length > 1) {
    found.push(button("Rensa allt", after(removeAll), { class: "chip" }));
  }
  row.replaceChildren(...found);
}
