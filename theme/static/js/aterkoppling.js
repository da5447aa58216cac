// "Stämmer uppgifterna?": puts what the visitor chose into the text, and the text as the visitor
// left it into its links; copies it. It does nothing until used, and sends nothing.
import { copy } from "./kopiera.js";
import { _ } from "./texter.js";

for (const answer of document.querySelectorAll("[data-svar]")) {
  const area = answer.querySelector("textarea");
  area.readOnly = false;
  area.addEventListener("input", () => follow(area));
  answer.addEventListener("change", ({ target }) => target.dataset.rad && choose(target, area));
  answer.querySelector("button")?.addEventListener("click", () =>
    copy(area.value, _("Texten är kopierad."), answer.querySelector("[role=status]"), area));
}

// Writes a choice on its line: "Gäller: Villkoren (villkor)". What the visitor typed stays; a line
// that was taken away comes last.
function choose(select, area) {
  const { rad, valt = "" } = select.dataset;
  const chosen = select.value && ` ${select.selectedOptions[0].text} (${select.value})`;
  const lines = area.value.split("\n");
  const place = lines.findIndex((line) => line.startsWith(rad));
  if (place < 0) lines.push(rad + chosen);
  else lines[place] = rad + chosen + rest(lines[place].slice(rad.length), valt);
  select.dataset.valt = chosen;
  area.value = lines.join("\n");
  follow(area);
}

// What stands on a line besides the last choice.
function rest(text, chosen) {
  return text.startsWith(chosen) ? text.slice(chosen.length) : text;
}

function follow(area) {
  for (const link of area.parentElement.querySelectorAll("a")) refine(link, area.value);
}

// The text is the last part of an address, for mail with the line ends of mail.
function refine(link, text) {
  const own = link.protocol === "mailto:" ? text.replaceAll("\n", "\r\n") : text;
  link.href = link.href.replace(/&(body|oklart)=.*/, `&$1=${encodeURIComponent(own)}`);
}
