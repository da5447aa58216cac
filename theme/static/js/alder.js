// Tells when the facts of a page have grown old, by the visitor's own date: yesterday's build
// must tell the truth today. Dates are YYYY, YYYY-MM or YYYY-MM-DD; the earliest day counts.
for (const notice of document.querySelectorAll("[data-faktadag]")) {
  const [year, month = 1, day = 1] = notice.dataset.faktadag.split("-").map(Number);
  const limit = new Date(year, month - 1 + Number(notice.dataset.manader), day);
  notice.hidden = new Date() < limit;
}
