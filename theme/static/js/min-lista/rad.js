// A row of the list: an insats, whether it is to be compared, its note, its place.
// In: an item of the state. Out: a <li>; what is pressed changes the list of lager.js.
import { el, mark, piece, put } from "../dom.js";
import { go, read } from "../passar/adress.js";
import { areaOf, pageOf } from "../passar/data.js";
import { LONGEST, all, store } from "./lager.js";
import { focusAfter, say } from "./besked.js";
import { badge, contactLine, dated, stillThere } from "./ord.js";
import { _ } from "../texter.js";

export function row(place, state) {
  const { insats, not, texts, kontakt, plats } = state.items[place];
  const item = piece("rad");
  item.dataset.insats = insats.id;
  const link = put(item, "h2 a", insats.namn).querySelector("a");
  link.href = pageOf(insats.id);
  mark(link, insats.sv);
  put(item, "[data-text]", texts?.text ?? _("Texten gick inte att hämta."));
  mark(item.querySelector("[data-text]"), Boolean(texts?.sv));
  mark(put(item, "[data-kommun]", plats).querySelector("[data-kommun]"), Boolean(areaOf(insats)));
  item.querySelector(".uppgifter").append(badge(insats.egen));
  put(item, "[data-lage]", stillThere(insats)).querySelector("[data-lage]").hidden = !stillThere(insats);
  item.querySelector("[data-kontakt]").append(
    ...kontakt.map((line) => el("li", {}, ...contactLine(line))),
    el("li", {}, _("Källans datum: {datum}.", { datum: dated(insats, texts) })));
  choice(item, insats, state.chosen);
  if (state.shared) item.querySelector("[data-egen]").remove();
  else own(item, place, state);
  written(item, not);
  return item;
}

/** What is chosen stands in the address at once, without a step in the history. */
function choice(item, { id, namn }, chosen) {
  const box = item.querySelector("input");
  box.id = box.nextElementSibling.htmlFor = `valj-${id}`;
  box.setAttribute("aria-label", _("Jämför {namn}", { namn }));
  box.checked = chosen.some((insats) => insats.id === id);
  box.addEventListener("change", () => {
    const others = (read().jamfor ?? []).filter((other) => other !== id);
    const jamfor = box.checked ? [...others, id] : others;
    go({ ...read(), jamfor }, () => {}, { replace: true });
  });
}

function own(item, place, { items }) {
  const { insats: { id, namn }, not } = items[place];
  const area = item.querySelector("textarea");
  area.id = area.previousElementSibling.htmlFor = `not-${id}`;
  area.setAttribute("aria-label", _("Anteckning om {namn}", { namn }));
  area.maxLength = LONGEST;
  area.value = not;
  area.addEventListener("input", () => note(item, id, area.value));
  for (const press of item.querySelectorAll("[data-gor]")) {
    press.setAttribute("aria-label", `${press.textContent} ${namn}`);
    press.addEventListener("click", () => ACTS[press.dataset.gor](id, namn, items));
  }
  item.querySelector("[data-gor=upp]").disabled = place === 0;
  item.querySelector("[data-gor=ner]").disabled = place === items.length - 1;
}

const ACTS = {
  upp: (id, namn, items) => move(id, namn, items, -1),
  ner: (id, namn, items) => move(id, namn, items, 1),
  bort: remove,
};

/** A note as text: of one's own list, where it stands in a box, only on paper. */
function written(item, not) {
  const text = put(item, "[data-last] span", not).querySelector("[data-last]");
  text.hidden = !not;
  text.classList.toggle("bara-utskrift", Boolean(not && item.querySelector("[data-egen]")));
}

function note(item, id, not) {
  written(item, not);
  if (!store(all().map((item) => (item.id === id ? { id, not } : item)))) say();
}

function remove(id, namn) {
  const before = all();
  if (!store(before.filter((item) => item.id !== id))) return say();
  say(_("{namn} är borttagen ur listan.", { namn }), before, `[data-insats="${id}"] a`);
}

/** Change places with the row beside, among those that are seen. */
function move(id, namn, items, steps) {
  const ids = items.map(({ insats }) => insats.id);
  const from = ids.indexOf(id);
  ids.splice(from + steps, 0, ...ids.splice(from, 1));
  const names = steps < 0 ? ["upp", "ner"] : ["ner", "upp"];
  focusAfter(...names.map((name) => `[data-insats="${id}"] [data-gor=${name}]`));
  if (!store(ordered(ids))) return say();
  say(_("{namn} är nu nummer {nummer} av {alla}.", { namn, nummer: from + steps + 1, alla: ids.length }));
}

/** The list of the browser in an order of ids; what the order does not name comes last. */
function ordered(ids) {
  const place = (id) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  return all().sort((a, b) => place(a.id) - place(b.id));
}
