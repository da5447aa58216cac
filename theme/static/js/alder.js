// Tells when the facts of a page have grown old, by the visitor's own date: yesterday's build
// must tell the truth today. The page carries its newest fact and how long it is good.
import { goodUntil } from "./datum.js";

for (const notice of document.querySelectorAll("[data-gammal]")) {
  const { faktadag, manader } = notice.closest("[data-faktadag]").dataset;
  notice.hidden = new Date() < goodUntil(faktadag, manader);
}
