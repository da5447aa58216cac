// Draws the answer: what was understood, a kind word, the hits. Text is put in as text.
import { isOver } from "../datum.js";
import { el, mark, piece, put } from "../dom.js";
import * as motor from "./motor.js";
import { saveButton } from "../spara.js";
import { _, home, isSwedish, listed, ngettext } from "../texter.js";

const PAGE = 6;
const MOST_KOMMUNER = 12;
const list = document.getElementById("traffar");
const status = document.getElementById("besked");
const notes = document.getElementById("forstatt");
const more = document.getElementById("fler");
let waiting = [];
let places = []; // the guide's kommuner, [id, name]
let turn = 0;

/** Show nothing: the page as it is before a question. */
export function empty() {
  turn += 1;
  list.replaceChildren();
  notes.replaceChildren();
  status.textContent = "";
  more.hidden = true;
}

/** Show an answer of fraga.js. `text` is what was typed, `address` makes a link to a search. */
export async function visa(text, result, address) {
  const mine = ++turn;
  waiting = [...result.hits];
  places = result.known.kommuner;
  const first = await draw(waiting.splice(0, PAGE));
  if (mine !== turn) return;
  notes.replaceChildren(...understood(text, result, address));
  list.replaceChildren(...first);
  more.hidden = waiting.length === 0;
  status.textContent = sentence(text, result);
}

function sentence(text, { hits, filter, known }) {
  const place = known.kommuner.find(([id]) => id === filter.kommun)?.[1];
  const asked = { fraga: text.trim(), plats: place };
  if (!hits.length && asked.fraga && place) return _("Inget passade på ”{fraga}” i {plats}.", asked);
  if (!hits.length && place) return _("Inget passade i {plats}.", asked);
  if (!hits.length) return asked.fraga ? _("Inget passade på ”{fraga}”.", asked) : _("Inget passade.");
  if (!asked.fraga) return ngettext("{antal} insats.", "{antal} insatser.", hits.length);
  return ngettext("{antal} insats för ”{fraga}”.", "{antal} insatser för ”{fraga}”.", hits.length, asked);
}

function understood(text, { reading, filter, known, hits }, address) {
  const found = [];
  if (reading.distress) found.push(piece("nod"));
  for (const { from, to } of reading.corrected) {
    const note = put(piece("rattat"), "strong", to);
    const link = put(note, "a", from).querySelector("a");
    link.href = address({ q: text, exakt: "1" });
    found.push(note);
  }
  if (reading.unknown.length && hits.length) {
    found.push(put(piece("okand"), "strong", reading.unknown.join(", ")));
  }
  if (reading.answer) found.push(kindWord(reading.answer));
  if (hits.length === 0) found.push(nothing(filter, known));
  return found;
}

function kindWord(answer) {
  const node = put(put(piece("svar"), "p", answer.text), "h2", answer.fraga);
  node.querySelector("ul").append(...answer.val.map(({ text, sida }) =>
    el("li", {}, el("a", { href: new URL(`${sida}/`, home) }, text))));
  return node;
}

function nothing(filter, known) {
  const node = piece("inget");
  const own = known.kommuner.find(([id]) => id === filter.kommun);
  const rows = own ? [own] : known.kommuner.slice(0, MOST_KOMMUNER);
  node.querySelector("ul").append(...rows.map(([id, name, phone, site]) =>
    el("li", {}, el("a", { href: new URL(`kommun/${id}/`, home) }, _("Allt i {kommun}", { kommun: name })),
      ...(phone || site ? [", ", _("kommunen:"), " ", contact(phone, site)] : []))));
  return node;
}

function contact(phone, site) {
  const href = phone ? `tel:+46${phone.replace(/\D/g, "").slice(1)}` : site;
  return el("a", { href }, phone ?? site.replace(/^[a-z]+:\/\/(www\.)?/, ""));
}

async function draw(hits) {
  return Promise.all(hits.map(async ({ page, why }) => hit(await motor.facts(page), why)));
}

function hit(row, why) {
  const item = piece("traff");
  item.dataset.insats = row.id;
  const link = item.querySelector("a");
  link.textContent = row.namn;
  link.href = new URL(`insats/${row.id}/`, home);
  mark(link, row.namnSv);
  mark(put(item, "[data-text]", row.text).querySelector("[data-text]"), row.textSv);
  where(item.querySelector("[data-kommun]"), row);
  const told = item.querySelector(".uppgifter");
  told.append(piece(`svar-${row.egen}`));
  if (isOver(row.till)) told.append(piece("svar-kanske"));
  told.after(saveButton(row.id, row.namn));
  const reason = item.querySelector("[data-varfor]");
  if (why.length) reason.append(why.slice(0, 4).join(", "));
  else reason.remove();
  return item;
}

/** Where it is: the index holds it in Swedish, and in codes for the other languages. */
function where(node, { kommun, has }) {
  const names = isSwedish ? [] : places.filter(([id]) => has("kommun", id)).map(([, name]) => name);
  if (!isSwedish && has("kommun", "alla")) names.push(_("Alla kommuner"));
  put(node, "", listed(names) || kommun || _("Kommun okänd"));
  mark(node, Boolean(kommun && !names.length));
}

more.addEventListener("click", async () => {
  const before = list.children.length;
  list.append(...(await draw(waiting.splice(0, PAGE))));
  more.hidden = waiting.length === 0;
  list.children[before]?.querySelector("a").focus();
});
