// Another page of the guide, to show parts of it here: that page is the one place for its words.
// In: the id of an insats. Out: {facts, part, sprak}, everything as plain elements without ids or scripts.
import { pageOf } from "./passar/data.js";

const NOT_ON_PAPER = "script, style, link, template, form, button, iframe, object, [data-spara]";
const KEPT = ["class", "href", "lang", "dir", "data-del", "data-falt", "data-insats",
  "data-kommun", "data-sag", "data-utan-samtal"];

/** Fetch an insats page; rejects when it does not come. */
export async function fetchPage(id) {
  const address = pageOf(id);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const whole = new DOMParser().parseFromString(await answer.text(), "text/html");
  const article = whole.querySelector("article[data-insats]");
  return {
    address,
    facts: article.dataset,
    part: (selector) => taken(article.querySelector(selector), address),
    sprak: new Map([...article.querySelectorAll("[data-sprak]")].map((text) =>
      [text.dataset.sprak, { etikett: text.dataset.etikett, node: taken(text, address) }])),
  };
}

/** A copy to put one level further down, or null. */
function taken(node, address) {
  if (!node) return null;
  const copy = document.importNode(node, true);
  for (const part of copy.querySelectorAll(NOT_ON_PAPER)) part.remove();
  for (const heading of copy.querySelectorAll("h2, h3")) lowered(heading);
  for (const part of [copy, ...copy.querySelectorAll("*")]) cleaned(part, address);
  return copy;
}

function lowered(heading) {
  const lower = document.createElement(`h${Number(heading.tagName[1]) + 1}`);
  for (const { name, value } of heading.attributes) lower.setAttribute(name, value);
  lower.append(...heading.childNodes);
  heading.replaceWith(lower);
}

function cleaned(node, address) {
  for (const name of node.getAttributeNames()) {
    if (!KEPT.includes(name)) node.removeAttribute(name);
  }
  if (!node.hasAttribute("href")) return;
  const target = new URL(node.getAttribute("href"), address);
  if (/^(https?|tel|mailto):$/.test(target.protocol)) node.href = target.href;
  else node.removeAttribute("href");
}
