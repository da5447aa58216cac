// What only the moment of printing knows: the day. In: [data-utskriven]. Out: a sentence there.
import { dayInWords } from "./datum.js";
import { text } from "./texter.js";

addEventListener("beforeprint", () => {
  for (const place of document.querySelectorAll("[data-utskriven]")) {
    place.textContent = text("utskriven", { datum: dayInWords(new Date()) });
  }
});
