// The filters of a list: a folded group a criterion, a box a value, with counts, and chips for
// what is chosen. In: data, the choice, counts. Out: `change({filter: wanted})` when one acts.
import { button, el } from "../dom.js";
import { chips } from "./brickor.js";
import { OLDEST } from "./matcha.js";
import { label } from "./meningar.js";
import { countOf } from "./urval.js";
import { _, ngettext } from "../texter.js";

const AGE = "alder";
let number = 0; // ids of the boxes

/**
 * Draw the groups once into `place`; returns `show(choice, counts, further)`, which follows every
 * change. `further` are chips of the page's own.
 * `without` are filters that this list is already about.
 */
export function facets(place, row, data, change, without = []) {
  const groups = data.filter
    .filter((id) => !without.includes(id))
    .map((id) => (id === AGE ? ageGroup(data, change) : valueGroup(data, id, change)));
  place.replaceChildren(...groups.map(({ node }) => node));
  row.setAttribute("role", "group");
  row.setAttribute("aria-label", _("Det du har valt"));
  return (choice, counts, further = []) => {
    for (const group of groups) group.show(choice, counts);
    const chosen = [...chosenTexts(data, choice, change), ...further];
    const home = place.parentElement.querySelector("summary");
    chips(row, chosen, home, () => change(Object.fromEntries(
      [...data.filter, "q"].map((id) => [id, undefined]))));
  };
}

/** What is chosen, as {text, remove}. */
export function chosenTexts({ kriterier, ...data }, choice, change) {
  return Object.entries(choice).flatMap(([id, wanted]) => {
    if (id === AGE) return [{ text: _("{alder} år", { alder: wanted }), remove: () => change({ [id]: undefined }) }];
    return wanted.map((value) => ({
      text: label(kriterier.get(id), value, data),
      remove: () => change({ [id]: wanted.filter((other) => other !== value) }),
    }));
  });
}

function group(name) {
  const told = el("span", { class: "antal" });
  const fieldset = el("fieldset", {}, el("legend", { class: "dold" }, name));
  const node = el("details", { class: "facett" }, el("summary", {}, name, " ", told), fieldset);
  return { node, fieldset, told };
}

function ageGroup({ kriterier }, change) {
  const { node, fieldset, told } = group(kriterier.get(AGE).namn);
  const id = `facett-${number++}`;
  const box = el("input", { id, type: "text", inputmode: "numeric", maxlength: 3 });
  let now;
  const choose = () => {
    const typed = box.value.trim();
    const age = /^\d{1,3}$/.test(typed) && Number(typed) <= OLDEST ? Number(typed) : undefined;
    box.setAttribute("aria-invalid", Boolean(typed) && age === undefined);
    if (typed && age === undefined) told.textContent = _("(skriv åldern med siffror)");
    else if (age !== now) change({ [AGE]: age });
  };
  box.addEventListener("change", choose);
  fieldset.append(el("label", { for: id }, _("Ålder i år")),
    el("p", { class: "falt" }, box, button(_("Visa"), choose)));
  return {
    node,
    show(choice) {
      now = choice[AGE];
      if (document.activeElement !== box) box.value = now ?? "";
      told.textContent = now === undefined ? "" : _("({alder} år)", { alder: now });
    },
  };
}

/** Boxes are drawn when the group is opened first: a guide may have 290 kommuner. */
function valueGroup(data, id, change) {
  const criterion = data.kriterier.get(id);
  const { node, fieldset, told } = group(criterion.namn);
  const boxes = new Map(); // value → {box, count}
  let now = { wanted: [], counts: undefined };
  const draw = () => {
    if (!node.open || !now.counts) return;
    if (!boxes.size) fieldset.append(...choices(criterion, data, boxes, (value, on) =>
      change({ [id]: on ? [...now.wanted, value] : now.wanted.filter((v) => v !== value) })));
    for (const [value, { box, count }] of boxes) {
      const many = countOf(now.counts, value);
      box.checked = now.wanted.includes(value);
      count.textContent = `(${many})`;
      box.closest("p").hidden = !many && !box.checked;
    }
  };
  node.addEventListener("toggle", draw);
  return {
    node,
    show(choice, counts) {
      now = { wanted: choice[id] ?? [], counts: counts[id] };
      const { length } = now.wanted;
      told.textContent = length ? ngettext("({antal} vald)", "({antal} valda)", length) : "";
      draw();
    },
  };
}

function choices(criterion, { ord }, boxes, turned) {
  return [...ord[criterion.id]].map(([value, text]) => {
    const id = `facett-${number++}`;
    const box = el("input", { id, type: "checkbox" });
    const count = el("span", { class: "antal" });
    box.addEventListener("change", () => turned(value, box.checked));
    boxes.set(value, { box, count });
    return el("p", { class: "val" }, box, el("label", { for: id }, text, " ", count));
  });
}
