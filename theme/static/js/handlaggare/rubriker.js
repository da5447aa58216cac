// The headings of the table sort: up, down, and back to the order of names.
import { button, el } from "../dom.js";
import { read } from "../passar/adress.js";
import { _ } from "../texter.js";

const row = document.getElementById("tabell").tHead.rows[0];

/** Make each heading a button, and add the heading of what one can do with a row. */
export function sortable(change) {
  for (const heading of row.querySelectorAll("[data-kolumn]")) {
    const id = heading.dataset.kolumn;
    const press = () => change({ sort: next(read().sort ?? "namn", id) });
    heading.replaceChildren(button(heading.textContent.trim(), press, { class: "sortera" }));
  }
  row.append(el("th", { scope: "col", class: "ej-utskrift" }, _("Gör")));
}

function next(sort, id) {
  if (sort === id) return `-${id}`;
  return sort === `-${id}` || id === "namn" ? undefined : id;
}

/** Tell which heading the rows are sorted by; "" when by none. */
export function markSorted(sort) {
  for (const heading of row.querySelectorAll("[data-kolumn]")) {
    const own = sort.replace("-", "") === heading.dataset.kolumn;
    if (own) heading.setAttribute("aria-sort", sort.startsWith("-") ? "descending" : "ascending");
    else heading.removeAttribute("aria-sort");
  }
}
