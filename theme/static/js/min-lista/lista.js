// The list: whose it is, its rows, and the tools below them. In: state of tillstand.js.
// Out: the list view; every change goes through lager.js, which has it drawn anew.
import { button, piece } from "../dom.js";
import { linesFor, texts } from "../passar/data.js";
import { all, keyOf, sound, store } from "./lager.js";
import { focusAfter, say } from "./besked.js";
import { where } from "./ord.js";
import { row } from "./rad.js";
import { tools } from "./verktyg.js";
import { _, ngettext } from "../texter.js";

export async function drawList(state, data, show) {
  const items = await Promise.all(state.items.map((item) => told(item, state.kommuner, data)));
  const whole = { ...state, items };
  return [...notices(state), items.length ? listed(whole, data, show) : piece("tom")];
}

/** An item with where it is, its texts, null when they do not come, and the lines of contact for
 *  its reader. */
async function told(item, kommuner, data) {
  const found = await texts(item.insats).catch(() => null);
  const kontakt = linesFor(found?.kontakt ?? [], kommuner);
  return { ...item, texts: found, kontakt, plats: where(item.insats, data) };
}

function listed(state, data, show) {
  const page = piece("lista");
  page.querySelector("ol").append(...state.items.map((_, place) => row(place, state)));
  if (state.shared) page.querySelectorAll("[data-egen]").forEach((part) => part.remove());
  tools(page, state, data, show);
  return page;
}

function notices({ shared, unknown, items }) {
  const found = shared ? [came(items)] : [];
  if (unknown.length) found.push(gone(unknown, shared));
  if (!shared && !canKeep()) found.push(piece("utan-lager"));
  return found;
}

/** Somebody else's list: it is put after one's own, and only when asked for. */
function came(items) {
  const notice = piece("kom");
  const save = notice.querySelector("button");
  save.disabled = !items.length;
  save.addEventListener("click", () => {
    const before = all();
    focusAfter(".notis button");
    if (!store(merged(before, items.map(({ insats, not }) => ({ id: insats.id, not }))))) return say();
    const added = all().length - before.length;
    say(added ? ngettext("{antal} insats är sparad i din egen lista.",
      "{antal} insatser är sparade i din egen lista.", added) : _("Alla finns redan i din egen lista."));
  });
  return notice;
}

/** One's own first, unchanged; a note that came fills only an empty one. */
function merged(own, given) {
  const notes = new Map(given.map(({ id, not }) => [id, not]));
  return sound([...own.map(({ id, not }) => ({ id, not: not || notes.get(id) })), ...given]);
}

/** Whether the browser keeps anything at all for this page. */
function canKeep() {
  try {
    localStorage.setItem(keyOf("prov"), "");
    localStorage.removeItem(keyOf("prov"));
    return true;
  } catch {
    return false;
  }
}

function gone(ids, shared) {
  const notice = piece("okanda");
  notice.textContent = ngettext("{antal} insats i listan finns inte i guiden.",
    "{antal} insatser i listan finns inte i guiden.", ids.length) + " ";
  if (shared) return notice;
  const remove = () => {
    store(all().filter(({ id }) => !ids.includes(id)));
    document.getElementById("rubrik").focus();
  };
  notice.append(button(ngettext("Ta bort den ur listan", "Ta bort dem ur listan", ids.length), remove, { class: "smal" }));
  return notice;
}
