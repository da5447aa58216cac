// Draws the rows: what fits, then what cannot be told, with what is left open of each.
import { button, el, piece, swedish } from "../dom.js";
import { linesFor, pageOf, texts } from "../passar/data.js";
import { openOf } from "../passar/urval.js";
import { saveButton } from "../spara.js";
import { cell, isOwnWords } from "./celler.js";
import { _ } from "../texter.js";

const STEP = 30;
const table = document.getElementById("tabell");
const more = document.getElementById("fler");
const columns = [...table.tHead.rows[0].cells].map(({ dataset }) => dataset.kolumn);
let waiting = []; // what is not drawn yet: [body, insats]
let draw = () => [];

// Chromium leaves a link where it is when a sliver of it shows: whoever tabs from the last column
// to the next row's name would not see where they are.
table.addEventListener("focusin", ({ target }) =>
  target.scrollIntoView({ block: "nearest", inline: "nearest" }));

/** Show groups [{rubrik, insatser}]; a heading is drawn only when there is one. */
export function show(groups, choice, data, copyContact) {
  draw = (insats) => row(insats, choice, data, copyContact);
  const bodies = groups.map(({ rubrik, insatser }) => body(rubrik, insatser.length));
  table.querySelectorAll("tbody").forEach((old) => old.remove());
  table.append(...bodies);
  waiting = groups.flatMap(({ insatser }, place) =>
    insatser.map((insats) => [bodies[place], insats]));
  drawMore(STEP);
}

/** Draw further rows; all of them before the page is printed. */
export function drawMore(count = Infinity) {
  let first;
  for (const [home, insats] of waiting.splice(0, count)) {
    const drawn = draw(insats);
    home.append(drawn);
    first ??= drawn;
  }
  more.hidden = !waiting.length;
  if (waiting.length) more.textContent = _("Visa fler ({antal} till)", { antal: waiting.length });
  return first;
}

function body(rubrik, count) {
  const node = el("tbody");
  if (rubrik) {
    node.append(el("tr", { class: "grupp" }, el("th", { scope: "rowgroup", colspan: columns.length + 1 },
      `${rubrik} (${count})`)));
  }
  return node;
}

function row(insats, choice, data, copyContact) {
  const node = el("tr", { "data-insats": insats.id }, nameCell(insats, choice, data));
  for (const id of columns.slice(1)) node.append(el("td", swedish(isOwnWords(insats, id)), cell(insats, id, data)));
  const copy = button(_("Kopiera"), () => copyContact(insats), {
    class: "smal", "aria-label": _("Kopiera kontakten till {namn}", insats) });
  node.append(el("td", { class: "ej-utskrift" }, el("div", { class: "gor" }, copy,
    saveButton(insats.id, insats.namn))));
  return node;
}

function nameCell(insats, choice, data) {
  const node = el("th", { scope: "row" }, el("a", { href: pageOf(insats.id), ...swedish(insats.sv) }, insats.namn));
  const { lage } = insats.fakta;
  if (!lage?.includes("nu")) node.append(" ", piece(lage ? "lage-slut" : "lage-kanske"));
  const open = openOf(insats, choice, data).map(({ om }) => om);
  if (open.length) node.append(el("p", { class: "liten" }, _("Oklart: {vad}", { vad: open.join(", ") })));
  node.append(el("p", { class: "bara-utskrift", "data-kontakt": true }));
  return node;
}

/** On paper each row tells whom to contact, as far as anybody knows. */
export async function withContacts({ byId }, kommuner) {
  await Promise.all([...table.querySelectorAll("tr[data-insats]")].map(async (node) => {
    const { kontakt } = await texts(byId.get(node.dataset.insats));
    node.querySelector("[data-kontakt]").textContent =
      linesFor(kontakt, kommuner).map(({ kort }) => kort).join(". ");
  }));
}

more.addEventListener("click", () => drawMore(STEP).querySelector("a").focus());
