// A list that can be filtered where it stands. In: the cards of the page, passar/*.json, the
// state after #. Out: the same cards in two groups, what fits and what cannot be told. Without
// script, or without a choice, the page is as it was written.
import { el, put } from "./dom.js";
import { go, read } from "./passar/adress.js";
import { load } from "./passar/data.js";
import { facets } from "./passar/facetter.js";
import { choiceOf, openOf, select } from "./passar/urval.js";
import { saveButton } from "./spara.js";

const PAGE = 50;
const panel = document.getElementById("filtrera");
const list = document.getElementById("lista");
const result = document.getElementById("urval");
const status = document.getElementById("besked");
const cards = new Map(); // id → the card as the page wrote it
for (const card of list.querySelectorAll(".kort[data-insats]")) {
  if (!cards.has(card.dataset.insats)) cards.set(card.dataset.insats, card);
}
const { fraga, varde } = panel.dataset; // what the page is about already
let follow; // draws the filters anew

async function start() {
  const data = await load();
  if (follow) return data;
  const change = (changed) => go({ ...read(), ...changed }, show);
  follow = facets(document.getElementById("facetter"), document.getElementById("valda"), data,
    change, [fraga]);
  return data;
}

async function show() {
  if (!follow && !Object.keys(read()).length) return;
  const data = await start();
  const choice = choiceOf({ ...read(), [fraga]: undefined }, data.filter);
  const chosen = Object.keys(choice).length > 0;
  const whole = data.filter.includes(fraga) ? { ...choice, [fraga]: [varde] } : choice;
  const here = data.insatser.filter(({ id }) => cards.has(id));
  const { passar, avgor, counts } = select(here, whole, data);
  follow(choice, counts);
  if (chosen) panel.open = true;
  list.hidden = chosen;
  result.hidden = !chosen;
  status.textContent = chosen ? told(passar.length, avgor.length) : "";
  result.replaceChildren(...(chosen ? groups(passar, avgor, whole, data) : []));
}

function told(fits, unsure) {
  if (!fits && !unsure) return "Inget passar allt du har valt. Ta bort något av det.";
  return `${fits} passar. ${unsure} går inte att avgöra.`;
}

function groups(passar, avgor, choice, { kriterier }) {
  const why = (insats) =>
    `Källan säger inget säkert om ${openOf(insats, choice, kriterier).map((each) => each.om).join(" eller ")}.`;
  return [
    ["Passar det du har valt", passar, () => ""],
    ["Går inte att avgöra", avgor, why],
  ].filter(([, insatser]) => insatser.length).map((each) => group(...each));
}

function group(heading, insatser, why) {
  const shown = el("ul", { class: "kortlista" });
  const more = el("button", { type: "button", class: "knapp" }, "Visa fler");
  const waiting = [...insatser];
  const draw = () => {
    const next = waiting.splice(0, PAGE).map((insats) => card(insats, why(insats)));
    shown.append(...next);
    more.hidden = !waiting.length;
    return next;
  };
  draw();
  more.addEventListener("click", () => draw()[0].querySelector("a").focus());
  const count = el("span", { class: "antal" }, `(${insatser.length})`);
  return el("section", {}, el("h2", {}, heading, " ", count), shown, more);
}

function card({ id, namn }, why) {
  const copy = cards.get(id).cloneNode(true);
  copy.querySelector("[data-spara]")?.replaceChildren(saveButton(id, namn));
  if (why) copy.append(put(el("p", { class: "liten" }), "", why));
  return copy;
}

panel.hidden = false;
panel.addEventListener("toggle", () => panel.open && start().then(show));
addEventListener("popstate", show);
show();
