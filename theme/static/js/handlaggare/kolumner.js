// Which columns are shown: in the address when it says so, otherwise as last time here.
import { el } from "../dom.js";
import { keyOf } from "../min-lista/lager.js";

const KEY = keyOf("kolumner");
const table = document.getElementById("tabell");
const headings = [...table.tHead.rows[0].cells].filter((cell) => cell.dataset.kolumn);

/** All columns, [{id, title}]; the first is the name, which is always there. */
export const columns = headings.map((cell) => ({
  id: cell.dataset.kolumn, title: cell.textContent.trim(),
}));

/** The ids that a state shows. */
export function shown(state) {
  const chosen = state.kol ?? remembered();
  return chosen ? columns.filter(({ id }) => id === "namn" || chosen.includes(id)) : columns;
}

export function remember(ids) {
  try {
    localStorage.setItem(KEY, ids.join(","));
  } catch {
    // A browser may refuse to store; the address still holds the choice.
  }
}

function remembered() {
  try {
    return localStorage.getItem(KEY)?.split(",");
  } catch {
    return undefined;
  }
}

/** Hide the columns that are not shown. A class a column, so that rows drawn later follow. */
export function apply(state) {
  const ids = shown(state).map(({ id }) => id);
  columns.forEach(({ id }, place) => {
    table.classList.toggle(`utan-${place + 1}`, !ids.includes(id));
  });
  return ids;
}

/** Draw a box a column; `change` gets the ids that shall be shown. */
export function boxes(place, change) {
  const all = columns.slice(1).map(({ id, title }) => {
    const box = el("input", { type: "checkbox", id: `kolumn-${id}`, value: id });
    box.addEventListener("change", () =>
      change(all.filter((each) => each.box.checked).map((each) => each.id)));
    place.append(el("p", { class: "val" }, box, el("label", { for: box.id }, title)));
    return { id, box };
  });
  return (ids) => all.forEach(({ id, box }) => (box.checked = ids.includes(id)));
}
