// The list of this browser. In: ids and notes. Out: [{id, not}] in order, from localStorage, which
// may be broken or forbidden. Guides can share a host, so the key holds the path of this one.
const KEY = keyOf("min-lista");
export const LONGEST = 2000; // characters of a note
const watchers = [];

/** What a name is stored under for this guide. */
export function keyOf(name) {
  return `${name}:${new URL("../../../", import.meta.url).pathname}`;
}

/** The list, read anew: other tabs write too. */
export function all() {
  try {
    return sound(JSON.parse(localStorage.getItem(KEY)));
  } catch {
    return [];
  }
}

/** Only what is an id, once each, with its note as text. */
export function sound(items) {
  const found = new Map();
  for (const item of items ?? []) {
    const { id, not } = item ?? {};
    if (typeof id !== "string" || !/^[a-z0-9-]{1,80}$/.test(id) || found.has(id)) continue;
    found.set(id, { id, not: typeof not === "string" ? cut(not) : "" });
  }
  return [...found.values()];
}

/** Half a sign that was cut through, as an emoji, could not be put in an address. */
function cut(note) {
  return note.slice(0, LONGEST).replace(/\p{Surrogate}/gu, "");
}

/** Store a list; false when the browser refuses. */
export function store(items) {
  try {
    localStorage.setItem(KEY, JSON.stringify(sound(items)));
  } catch {
    return false;
  }
  tell();
  return true;
}

/** Call back after every change, in this tab or another. */
export function watch(changed) {
  watchers.push(changed);
}

function tell() {
  watchers.forEach((changed) => changed());
}

addEventListener("storage", ({ key }) => (key === KEY || key === null) && tell());
// A page that the back button brings back has missed what happened meanwhile.
addEventListener("pageshow", ({ persisted }) => persisted && tell());
