// What one can do with the whole list: compare, print, share, empty.
// In: the page of the list and its state. Out: links and buttons that work.
import { copy } from "../kopiera.js";
import { go, read, written } from "../passar/adress.js";
import { all, store } from "./lager.js";
import { focusAfter, say } from "./besked.js";
import { letter, mailto } from "./brev.js";
import { asLink, refusal } from "./tillstand.js";
import { _ } from "../texter.js";

export function tools(page, state, data, show) {
  comparing(page, data, show);
  printing(page);
  sharing(page, state);
  if (!state.shared) emptying(page);
}

function press(page, name, act) {
  page.querySelector(`[data-gor=${name}]`).addEventListener("click", act);
}

function comparing(page, { byId }, show) {
  press(page, "jamfor", ({ target }) => {
    const chosen = (read().jamfor ?? []).filter((id) => byId.has(id));
    const refused = refusal(chosen);
    target.closest("section").querySelector("[role=status]").textContent = refused;
    if (!refused) go({ ...read(), visa: ["jamfor"] }, show);
  });
}

/** The way to the booklet keeps what the address says when it is taken, not when it was drawn. */
function printing(page) {
  const link = page.querySelector("[data-hafte]");
  const aim = () => { link.href = written({ ...read(), visa: ["hafte"] }); };
  link.addEventListener("click", aim);
  aim();
}

function sharing(page, state) {
  const box = page.querySelector("#med");
  const mail = page.querySelector("[data-mejl]");
  const part = mail.closest("section");
  const write = (kind) => kind(current(state), link(state, box.checked), box.checked);
  const aim = () => { mail.href = write(mailto); };
  page.addEventListener("change", aim);
  mail.addEventListener("click", aim);
  aim();
  const [told, area] = ["[role=status]", "textarea"].map((name) => part.querySelector(name));
  press(page, "lank", () => copy(link(state, box.checked), _("Länken är kopierad."), told, area));
  press(page, "text", () => copy(write(letter), _("Texten är kopierad."), told, area));
}

/** The items, of one's own list with the notes as they are now. */
function current({ items, shared }) {
  const notes = new Map(all().map(({ id, not }) => [id, not]));
  return shared ? items : items.map((item) => ({ ...item, not: notes.get(item.insats.id) ?? "" }));
}

function link(state, withNotes) {
  return new URL(written(asLink(current(state), withNotes)), location.href).href;
}

function emptying(page) {
  const start = page.querySelector("[data-gor=tom]");
  const question = page.querySelector("[data-fraga]");
  const ask = (asked) => {
    question.hidden = !asked;
    start.hidden = asked;
    (asked ? question.querySelector("button") : start).focus();
  };
  press(page, "tom", () => ask(true));
  press(page, "nej", () => ask(false));
  press(page, "ja", () => {
    const before = all();
    if (!store([])) return say();
    say(_("Listan är tömd."), before, "[data-insats] a");
  });
}
