// What only the moment of printing knows: the day. In: [data-utskriven]. Out: a sentence there.
import { dayInWords } from "./datum.js";
import { _ } from "./texter.js";

addEventListener("beforeprint", () => {
  for (const place of document.querySelectorAll("[data-utskriven]")) {
    place.textContent = _("Utskrivet {datum}.", { datum: dayInWords(new Date()) });
  }
});
