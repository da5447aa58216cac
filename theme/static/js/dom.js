// Small hands for the page: a copy of a <template>, text put in as text, an element made.
import { SWEDISH } from "./texter.js";

/** A copy of <template id="mall-…">. */
export function piece(name) {
  return document.getElementById(`mall-${name}`).content.firstElementChild.cloneNode(true);
}

/** Put text in the first element that a selector finds; the element itself without one. */
export function put(node, selector, text) {
  (selector ? node.querySelector(selector) : node).textContent = text;
  return node;
}

/** An element with attributes and children; a child that is text stays text. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/** Attributes for a text that is Swedish on a page in another language. */
export function swedish(is = true) {
  return is ? SWEDISH : {};
}

/** Mark an element as Swedish, or take the mark away. */
export function mark(node, is = true) {
  for (const name of Object.keys(SWEDISH)) {
    if (is) node.setAttribute(name, SWEDISH[name]);
    else node.removeAttribute(name);
  }
}

/** A button that does something. */
export function button(text, press, attributes = {}) {
  const node = el("button", { type: "button", ...attributes }, text);
  node.addEventListener("click", press);
  return node;
}
