// The cards of a list, on whichever of its pages they were written. In: the list, its data. Out:
// what is in the list, and a card of it: a copy of the one on this page, or one drawn in the same
// shape (mall-kort), whose text comes when it has been fetched.
import { isOver } from "../datum.js";
import { mark, piece, put } from "../dom.js";
import { pageOf, texts } from "../passar/data.js";
import { saveButton } from "../spara.js";
import { _ } from "../texter.js";

/** The cards that a list holds as the page wrote them: Map id → card. */
export function written(list) {
  const cards = new Map();
  for (const card of list.querySelectorAll(".kort[data-insats]")) {
    if (!cards.has(card.dataset.insats)) cards.set(card.dataset.insats, card);
  }
  return cards;
}

/** The insatser of a list. A list of one page is its cards; one of several says what is in it as
 *  how many places to skip and how many to take by turns (katalog/lists.py). */
export function members({ dataset }, cards, { insatser }) {
  if (dataset.platser === undefined) return insatser.filter(({ id }) => cards.has(id));
  const found = [];
  let place = 0;
  let takes = false;
  for (const count of dataset.platser.split(" ").map(Number)) {
    if (takes) found.push(...insatser.slice(place, place + count));
    place += count;
    takes = !takes;
  }
  return found;
}

/** A card one heading level below a group. */
export function cardOf(insats, cards) {
  const node = cards.get(insats.id)?.cloneNode(true) ?? drawn(insats);
  const heading = node.querySelector("h3, h4");
  if (heading.localName !== "h3") {
    const smaller = document.createElement("h3");
    smaller.append(...heading.childNodes);
    heading.replaceWith(smaller);
  }
  node.querySelector("[data-spara]")?.replaceChildren(saveButton(insats.id, insats.namn));
  return node;
}

function drawn(insats) {
  const node = piece("kort");
  node.dataset.insats = insats.id;
  const link = put(node, "a", insats.namn).querySelector("a");
  link.href = pageOf(insats.id);
  mark(link, insats.sv);
  const facts = node.querySelector(".uppgifter");
  facts.append(piece(`svar-${insats.svar}`));
  if (isOver(insats.till)) facts.append(piece("svar-kanske")); // as alder.js does with those written
  fill(node, insats).catch((error) => console.info(error)); // name and answer are there all the same
  return node;
}

async function fill(node, insats) {
  const { text, plats, sv } = await texts(insats);
  mark(put(node, "p", text).querySelector("p"), Boolean(sv));
  const place = put(node, ".uppgifter span", plats || _("Kommun okänd")).querySelector(".uppgifter span");
  mark(place, Boolean(plats) && plats === insats.omrade);
}
