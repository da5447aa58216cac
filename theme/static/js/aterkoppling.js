// "Stämmer uppgifterna?": puts what the visitor chose into the prepared text and its links, and
// copies the text. It does nothing until used, and sends nothing.
import { copy } from "./kopiera.js";

for (const answer of document.querySelectorAll("[data-svar]")) {
  const area = answer.querySelector("textarea");
  answer.addEventListener("change", ({ target }) => target.dataset.rad && choose(target, area));
  answer.querySelector("button")?.addEventListener("click", () =>
    copy(area.value, "Texten är kopierad.", answer.querySelector("[role=status]"), area));
}

// Writes a choice on its line: "Gäller: Villkoren (villkor)".
function choose(select, area) {
  const { rad } = select.dataset;
  const chosen = select.value && ` ${select.selectedOptions[0].text} (${select.value})`;
  const lines = area.value.split("\n");
  area.value = lines.map((line) => (line.startsWith(rad) ? rad + chosen : line)).join("\n");
  for (const link of area.parentElement.querySelectorAll("a")) refine(link, area.value);
}

// The text is the last part of an address, for mail with the line ends of mail.
function refine(link, text) {
  const own = link.protocol === "mailto:" ? text.replaceAll("\n", "\r\n") : text;
  link.href = link.href.replace(/&(body|oklart)=.*/, `&$1=${encodeURIComponent(own)}`);
}
