// The booklet: a sheet an insats, large type, for somebody without a screen.
// In: the list and the insats pages themselves. Out: the view, and what the printer gets.
import { el, mark, piece, put } from "../dom.js";
import { dayInWords, goodUntil, inWords, isOver, today } from "../datum.js";
import { go, read, written } from "../passar/adress.js";
import { pageOf } from "../passar/data.js";
import { lowerFirst } from "../passar/meningar.js";
import { qr } from "./qr.js";
import { fetchPage } from "../sida.js";
import { _, ngettext } from "../texter.js";

const NOTE = ".notis:not([data-gammal]):not([data-slutat])"; // that it is over, or perhaps is
const ENDED = "[data-slutat]"; // the same, of what was to end
const PARTS = ['[aria-labelledby="anmal"]', '[data-del="villkor"]', '[data-del="vad-hander"]',
  '[data-del="kontakt"]', '[data-del="oklart"]'];

let date = () => {}; // the booklet may be printed on another day than it was opened
addEventListener("beforeprint", () => date());

export async function drawBooklet(state, data, show) {
  if (!state.items.length) return [piece("tom")];
  const pages = await Promise.all(state.items.map(({ insats }) => fetchPage(insats.id).catch(() => null)));
  const booklet = piece("hafte");
  date = () => put(booklet, "[data-omslag]", ngettext("{antal} insats. Utskrivet {datum} från {guide}.",
    "{antal} insatser. Utskrivet {datum} från {guide}.", state.items.length,
    { datum: dayInWords(new Date()), guide: document.querySelector(".marke").textContent }));
  date();
  booklet.querySelector("[data-tillbaka]").href = written({ ...read(), visa: ["lista"] });
  booklet.querySelector("button").addEventListener("click", () => print());
  languages(booklet, pages, state.sprak, show);
  booklet.querySelector("[data-sidor]").append(...state.items.map((item, number) =>
    sheet(item, pages[number], labels(pages).get(state.sprak) && state.sprak, labels(pages))));
  return [booklet];
}

/** {language: label} of what at least one page of the list has. */
function labels(pages) {
  return new Map(pages.flatMap((page) =>
    [...(page?.sprak ?? [])].map(([id, { etikett }]) => [id, etikett])));
}

function languages(booklet, pages, sprak, show) {
  const found = labels(pages);
  booklet.querySelector("[data-sprakval]").hidden = !found.size;
  const select = booklet.querySelector("select");
  select.append(...[...found].map(([value, label]) => el("option", { value }, label)));
  select.value = found.has(sprak) ? sprak : "";
  select.addEventListener("change", async () => {
    await go({ ...read(), sprak: [select.value].filter(Boolean) }, show);
    document.getElementById("sprak")?.focus();
  });
}

function sheet({ insats, not }, page, sprak, names) {
  const node = piece("haftesida");
  node.dataset.insats = insats.id;
  mark(put(node, "h2", insats.namn).querySelector("h2"), insats.sv);
  code(node, insats);
  contents(node, page, insats);
  put(node, "[data-anteckning] p", not);
  if (!not) node.querySelector("[data-anteckning]").remove();
  translated(node, insats, page?.sprak.get(sprak)?.node, names.get(sprak));
  return node;
}

/** Whoever cannot read the code can write the address. */
function code(node, { id, namn }) {
  const address = pageOf(id);
  put(node, "[data-adress]", address);
  node.querySelector(".qr").append(qr(address, namn));
}

function contents(node, page, { till }) {
  if (!page) {
    node.querySelector(".ingress").remove();
    node.querySelector("[data-kontroll]").remove();
    put(node, "[data-delar]", _("Sidan gick inte att hämta. Läs den på adressen ovan."));
    return;
  }
  const summary = page.part(".ingress");
  mark(node.querySelector(".ingress"), summary.lang === "sv");
  node.querySelector(".ingress").replaceChildren(...summary.childNodes);
  const note = page.part(isOver(till) ? ENDED : NOTE);
  if (note) node.querySelector(".ingress").after(note);
  node.querySelector("[data-delar]").append(...PARTS.map(page.part).filter(Boolean));
  node.querySelectorAll(".ursprung").forEach((source) => source.remove());
  const contact = node.querySelector('[data-del="kontakt"]');
  // The kommun's switchboard alone stands already under the question above.
  if (node.querySelector(".banner .ring") && !contact?.querySelector(".kontakt")) contact?.remove();
  age(node.querySelector("[data-kontroll]"), page.facts);
}

function age(node, { kalldatum, faktadag, manader }) {
  const limit = goodUntil(faktadag, manader);
  put(node, "span", _("Källans datum: {datum}.", { datum: kalldatum }));
  put(node, "strong", today() < limit ? _("Kontrollera igen efter {datum}.", { datum: inWords(limit) })
    : _("Kontrollera uppgifterna innan du använder dem."));
}

/** Name, summary and what to do in another language; where there is none it is said. */
function translated(node, { namn }, text, label) {
  const told = node.querySelector("[data-sprakbesked]");
  put(node, "[data-svenska]", _("På svenska: {namn}", { namn }));
  if (!text || text.lang === "sv") node.querySelector("[data-svenska]").remove();
  if (!text && label) told.textContent = _("Texten finns inte på {sprak}. Här är den på svenska.", { sprak: lowerFirst(label) });
  else if (text) told.replaceChildren(...text.querySelector('[data-falt="datum"]').childNodes);
  else told.remove();
  if (text) {
    spoken(node.querySelector("h2"), text, "namn");
    spoken(node.querySelector(".ingress"), text, "sammanfattning");
    todo(node, text);
  }
}

function spoken(target, text, name) {
  target.lang = text.lang;
  target.dir = text.dir;
  put(target, "", text.querySelector(`[data-falt="${name}"]`).textContent);
}

function todo(node, text) {
  if (!text.querySelector('[data-falt="sa-gor-du"]')) return;
  const target = node.querySelector('[data-del="sa-gor-du"]') ?? node.querySelector(".banner").appendChild(el("p"));
  spoken(target, text, "sa-gor-du");
}
