// The filters a question brought along, each visible and removable.
const row = document.getElementById("valda");

/** Draw a chip for each filter of an answer; `change` is called with what a removal changes. */
export function chips({ filter = {}, known }, change) {
  const found = [];
  if (filter.alder) found.push(chip(`${filter.alder} år`, () => change({ alder: "ingen" })));
  if (filter.kommun) {
    const name = known.kommuner.find(([id]) => id === filter.kommun)?.[1] ?? filter.kommun;
    found.push(chip(name, () => change({ kommun: "ingen" })));
  }
  if (filter.vag) {
    const name = known.begrepp.find(([page]) => page === `vag-in/${filter.vag}`)?.[1] ?? filter.vag;
    found.push(chip(name, () => change({ vag: "" })));
  }
  row.replaceChildren(...found);
}

function chip(text, remove) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "chip";
  button.textContent = text;
  button.setAttribute("aria-label", `Ta bort ${text}`);
  button.addEventListener("click", () => {
    remove();
    document.getElementById("ord").focus();
  });
  return button;
}
