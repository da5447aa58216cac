// Copies a text and says so. Where the browser will not, the text is shown and marked, so that
// it can be copied by hand.
import { _ } from "./texter.js";

/** Copy `text`; `copied` is what `told` then says, `area` the place for the text itself. */
export async function copy(text, copied, told, area) {
  area.value = text;
  try {
    await navigator.clipboard.writeText(text);
    told.textContent = copied;
  } catch {
    area.hidden = false;
    area.select();
    told.textContent = _("Texten är markerad. Kopiera den själv.");
  }
}
