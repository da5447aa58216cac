// A list that can be filtered where it stands, the whole of it on each of its pages. In: the list,
// passar/*.json, the state after #. Out: its cards in groups: what fits, what cannot be told, what
// is over. Without script, or without a choice, the page is as it was written.
import "./alder.js";
import { button, el } from "./dom.js";
import { orTold } from "./fel.js";
import { cardOf, members, written } from "./lista/kort.js";
import { go, read } from "./passar/adress.js";
import { load } from "./passar/data.js";
import { facets } from "./passar/facetter.js";
import { choiceOf, openOf, select, told } from "./passar/urval.js";
import { _ } from "./texter.js";

const STEP = 20;
const panel = document.getElementById("filtrera");
const list = document.getElementById("lista");
const result = document.getElementById("urval");
const status = document.getElementById("besked");
const cards = written(list);
const { fraga, varde } = panel.dataset; // what the page is about already
let follow; // draws the filters anew

async function start() {
  const data = await load();
  const change = (changed) => go({ ...read(), ...changed }, show);
  follow ??= facets(document.getElementById("facetter"), document.getElementById("valda"), data,
    change, [fraga]);
  return data;
}

const show = orTold(async ({ opened = false } = {}) => {
  const asked = location.hash.includes("="); // otherwise it is a place on the page
  if (!follow && !asked && !opened) return;
  const data = await start();
  const { choice, unknown } = choiceOf({ ...read(), [fraga]: undefined }, data);
  const whole = data.filter.includes(fraga) ? { ...choice, [fraga]: [varde] } : choice;
  const found = select(members(list, cards, data), whole, data);
  const chosen = Object.keys(choice).length > 0;
  follow(choice, found.counts);
  list.hidden = chosen;
  result.hidden = !chosen;
  status.textContent = chosen || unknown.length ? told(found, chosen, unknown) : "";
  result.replaceChildren(...(chosen ? groups(found, whole, data) : []));
}, status);

function groups({ passar, avgor, sjalv, slut }, choice, data) {
  const why = (insats) =>
    _("Oklart: {vad}.", { vad: openOf(insats, choice, data).map(({ om }) => om).join(", ") });
  return [
    [_("Passar det du har valt"), passar, () => "", group],
    [_("Går inte att avgöra"), avgor, why, group],
    [_("Inget man söker själv"), sjalv, () => "", folded],
    [_("Avslutade"), slut, () => "", folded],
  ].filter(([, insatser]) => insatser.length)
    .map(([heading, insatser, why, draw]) => draw(titled(heading, insatser), inSteps(insatser, why)));
}

function titled(heading, insatser) {
  return el("h2", {}, heading, " ", el("span", { class: "antal" }, `(${insatser.length})`));
}

function group(title, start) {
  return el("section", {}, title, ...start());
}

/** What seldom is of use is drawn when it is opened. */
function folded(title, start) {
  const node = el("details", { class: "filtrera" }, el("summary", {}, title));
  node.addEventListener("toggle", () => {
    if (node.children.length === 1) node.append(...start());
  });
  return node;
}

/** Draw the cards a few at a time: a list, and the button for more. */
function inSteps(insatser, why) {
  const shown = el("ul", { class: "kortlista" });
  const waiting = [...insatser];
  const draw = () => {
    const next = waiting.splice(0, STEP).map((insats) => card(insats, why(insats)));
    shown.append(...next);
    more.hidden = !waiting.length;
    return next[0];
  };
  const more = button(_("Visa fler"), () => draw().querySelector("a").focus(), { class: "lugn" });
  return () => {
    draw();
    return [shown, more];
  };
}

function card(insats, why) {
  const node = cardOf(insats, cards);
  if (why) node.append(el("p", { class: "liten" }, why));
  return node;
}

panel.hidden = false;
panel.addEventListener("toggle", () => {
  if (panel.open && !follow) show({ opened: true });
});
addEventListener("popstate", () => show());
show();
