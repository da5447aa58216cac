// The state of a page, in its address after #: back, reload and a saved link bring it back, and
// no server sees it. In and out: {kommun: ["huddinge"], alder: 21, …}, and words of the page.
const NUMBERS = ["alder", "steg"];
const TEXTS = /^(q|sort|not\..*)$/; // not.<id> is a note of Min lista

/** Read the address: lists of values, a few numbers and texts. */
export function read(hash = location.hash) {
  const state = Object.create(null); // so that no key of an address means anything else
  for (const [key, value] of new URLSearchParams(hash.slice(1))) {
    if (NUMBERS.includes(key)) {
      if (/^\d{1,3}$/.test(value)) state[key] = Number(value);
    } else if (TEXTS.test(key)) state[key] = value;
    else state[key] = value.split(",").filter(Boolean);
  }
  return state;
}

/** Write a state as an address: "#kommun=huddinge,salem&alder=21", or the bare page. */
export function written(state) {
  const parts = Object.entries(state)
    .filter(([, value]) => value !== undefined && value !== null && value !== "" && value.length !== 0)
    .map(([key, value]) => `${key}=${[value].flat().map(encodeURIComponent).join(",")}`);
  return parts.length ? `#${parts.join("&")}` : location.pathname;
}

/** Go to a state; `show` draws it. Typing replaces the address instead of adding to the history. */
export function go(state, show, { replace = false } = {}) {
  history[replace ? "replaceState" : "pushState"](null, "", written(state));
  return show();
}
