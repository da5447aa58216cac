// Single keys for those who use the table all day. They can be turned off, and are never taken
// from somebody who is typing.
import { keyOf } from "../min-lista/lager.js";

const KEY = keyOf("kortkommandon");
const box = document.getElementById("kortkommandon");

function stored() {
  try {
    return localStorage.getItem(KEY) !== "av";
  } catch {
    return true;
  }
}

function store(on) {
  try {
    localStorage.setItem(KEY, on ? "" : "av");
  } catch {
    // Not remembered, then.
  }
}

/** Listen for {key: act}. An act gets the row that has the focus, if any. */
export function shortcuts(acts) {
  box.checked = stored();
  box.addEventListener("change", () => store(box.checked));
  addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
    if (!box.checked || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act(document.activeElement.closest("tr[data-insats]"));
  });
}
