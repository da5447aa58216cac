// The next step: the answer to "Kan jag anmäla mig själv?" of the best match, taken from its own
// page, so that whom to ring and what to say stand in one place.
// In: the groups, the state. Out: nodes, with the part of that page that is for the person's kommun.
import { el, swedish } from "../dom.js";
import { pageOf } from "../passar/data.js";
import { isSaid } from "../passar/matcha.js";
import { fetchPage } from "../sida.js";
import { _ } from "../texter.js";

/** What to do first, as nodes. */
export async function nextStep({ passar, avgor, forr }, { kommun = [], ring = [], ...said }) {
  const best = passar[0] ?? avgor[0] ?? forr[0];
  const nothing = !kommun.length && !Object.entries(said).some(([id, value]) => id !== "steg" && isSaid(value));
  if (nothing) {
    return [el("p", {}, _("Vi vet för lite för att föreslå något. Svara på någon fråga, eller fråga kommunen. Här nedanför står allt som finns."))];
  }
  if (!best) {
    return [el("p", {}, _("Inget i guiden passar det du har svarat. Ta bort något svar, eller fråga kommunen."))];
  }
  const { id, namn } = best.insats;
  const words = passar[0] ? _("Börja med {namn}.") : _("Vi vet inte säkert om något passar. Fråga om {namn}.");
  const [before, after] = words.split("{namn}");
  const heading = el("p", { class: "stort" }, before, el("strong", swedish(best.insats.sv), namn), after);
  const link = el("p", {}, el("a", { href: pageOf(id), class: "ensam" }, _("Läs mer om {namn}", { namn })));
  try {
    const part = (await fetchPage(id)).part("[aria-labelledby=anmal]");
    onlyFor(kommun, part);
    if (ring.length) quietFirst(part);
    return [heading, part, link];
  } catch {
    return [heading, link]; // the page tells how
  }
}

/** Who would rather not ring reads how to do without right after the answer. */
function quietFirst(part) {
  const quiet = part.querySelector("[data-utan-samtal]");
  if (quiet) part.querySelector(".stort").after(quiet);
}

/** Of the kommuner's own numbers only that of the person's kommun, when there is one. */
function onlyFor([kommun], part) {
  const rows = [...part.querySelectorAll("[data-kommun]")];
  if (!rows.some((row) => row.dataset.kommun === kommun)) return;
  for (const row of rows) if (row.dataset.kommun !== kommun) row.remove();
}
