// The search page: words in the box and after # in the address, hits in the list.
import { sok } from "./sok/fraga.js";
import { visa } from "./sok/visa.js";

const form = document.querySelector("form[data-sok]");
const box = form.querySelector("input");
let latest = 0;

function wordsInAddress() {
  return new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
}

function putInAddress(words, replace) {
  const hash = words ? "#" + new URLSearchParams({ q: words }) : location.pathname;
  history[replace ? "replaceState" : "pushState"](null, "", hash);
}

async function show(words) {
  const turn = ++latest;
  const hits = words ? await sok(words) : [];
  if (turn === latest) visa(words, hits);
}

function restore() {
  box.value = wordsInAddress();
  show(box.value.trim());
}

let wait;
box.addEventListener("input", () => {
  clearTimeout(wait);
  wait = setTimeout(() => {
    putInAddress(box.value.trim(), true);
    show(box.value.trim());
  }, 300);
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(wait);
  putInAddress(box.value.trim(), false);
  show(box.value.trim());
});

addEventListener("hashchange", restore);
addEventListener("popstate", restore);
restore();
