// Tells when the facts of a page have grown old, and when what was to end may have ended: by the
// day it is for the visitor, since yesterday's build must tell the truth today. The page carries
// its newest fact and how long it is good, and the days when things were to end.
import { goodUntil, isOver, today } from "./datum.js";

for (const notice of document.querySelectorAll("[data-gammal]")) {
  const { faktadag, manader } = notice.closest("[data-faktadag]").dataset;
  notice.hidden = today() < goodUntil(faktadag, manader);
}
for (const notice of document.querySelectorAll("[data-slutat]")) {
  notice.hidden = !isOver(notice.dataset.slutat);
}
