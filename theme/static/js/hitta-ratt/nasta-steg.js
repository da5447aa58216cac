// The next step: the answer to "Kan jag anmäla mig själv?" of the best match, taken from its own
// page, so that whom to ring and what to say stand in one place.
// In: the groups that were drawn, the state. Out: the part of that page, for the person's kommun.
import { el } from "../dom.js";
import { pageOf } from "../passar/data.js";
import { fetchPage } from "../sida.js";

/** Fill `place` with what to do first. */
export async function nextStep({ passar, avgor }, { kommun = [] }, place) {
  const best = passar[0] ?? avgor[0];
  if (!best) {
    place.replaceChildren(el("p", {}, "Inget i guiden passar det du har svarat. Ta bort något svar, eller fråga kommunen."));
    return;
  }
  const { id, namn } = best.insats;
  const start = passar[0] ? "Börja med " : "Vi vet inte om något passar. Fråga om ";
  const heading = el("p", { class: "stort" }, start, el("strong", {}, namn), ".");
  const link = el("p", {}, el("a", { href: pageOf(id) }, `Läs mer om ${namn}`));
  try {
    const part = (await fetchPage(id)).part("[aria-labelledby=anmal]");
    onlyFor(kommun, part);
    part.querySelector("h3").remove();
    place.replaceChildren(heading, part, link);
  } catch {
    place.replaceChildren(heading, link); // the page tells how
  }
}

/** Of the kommuner's own numbers only that of the person's kommun, when there is one. */
function onlyFor([kommun], part) {
  const rows = [...part.querySelectorAll("[data-kommun]")];
  if (!rows.some((row) => row.dataset.kommun === kommun)) return;
  for (const row of rows) if (row.dataset.kommun !== kommun) row.remove();
}
