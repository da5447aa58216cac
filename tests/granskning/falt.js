// Fields, and what one presses: each has a label that is seen, beside it; what listens for a press
// can be reached and has a name; its edge is seen; and a table says what its columns are.
(() => {
  const { all, behind, called, lineContrast, contrast, seen, texts } = granskning;
  const FIELDS = "input:not([type=hidden]), select, textarea";
  const PRESSED = "a[href], button, input, select, textarea, summary, label, option";

  const checks = {
    labels: () => all(FIELDS).filter(seen).filter((e) =>
      ![...(e.labels ?? []), ...named(e)].some((label) => seen(label) && label.textContent.trim()))
      .map((e) => `${called(e)}: ingen etikett syns`),

    // A label stands in the same piece of the form as the field that it names.
    strangers: () => all("label").filter((label) => label.control && seen(label)).filter((label) => {
      const home = label.parentElement;
      return !home.contains(label.control) && home.querySelector(FIELDS);
    }).map((label) => `${called(label)}: hör till ett annat fält än det bredvid`),

    pressed: () => [...(window.tryckta ?? [])].filter((e) => e.isConnected && seen(e) &&
      !e.closest(PRESSED) && !e.querySelector(PRESSED) && e !== document.body)
      .map((e) => `${called(e)}: går att trycka på men är ingen knapp`),

    // What is a link to the browser answers to Enter as a link does, whatever its role says.
    disguised: () => all("a[href][role], button[role], input[role], summary[role]").filter(seen)
      .filter((e) => !(e.matches("input") && e.getAttribute("role") === "searchbox"))
      .map((e) => `${called(e)}: har fått en annan roll, ${e.getAttribute("role")}`),

    unreached: () => all("a[href], button, input, select, textarea, summary").filter((e) =>
      seen(e) && !e.disabled && e.tabIndex < 0).map((e) => `${called(e)}: nås inte med tangenter`),

    // What a pointer unfolds, the keyboard unfolds too.
    hovered: () => {
      const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
      const unfolding = rules.filter(({ selectorText = "", style }) => selectorText.includes(":hover")
        && style && /display|visibility|opacity|clip-path|block-size|height/.test(style.cssText));
      return unfolding.filter(({ selectorText }) => !rules.some((other) =>
        other.selectorText?.includes(selectorText.replace(":hover", ":focus-within"))))
        .map(({ selectorText }) => `${selectorText}: syns bara vid pekning`);
    },

    edges: () => all("input:not([type=checkbox], [type=radio]), select, textarea").filter(seen)
      .filter((e) => {
        const style = getComputedStyle(e);
        const around = behind(e, { outside: true });
        const line = lineContrast(style.borderBlockEndStyle, style.borderBlockEndWidth,
          style.borderBlockEndColor, around);
        return Math.max(line, contrast(around, behind(e))) < 3;
      }).map((e) => `${called(e)}: fältets kant syns inte`),

    columns: () => all("thead td").filter((e) => seen(e) && e.textContent.trim())
      .map((e) => `${called(e)}: kolumnens rubrik är en vanlig cell`),

    // The same words in different dress: then only the dress tells.
    dressed: () => {
      const dress = new Map();
      return all(".svar").filter(seen).filter((e) => {
        const words = e.textContent.trim();
        const before = dress.get(words) ?? e.className;
        dress.set(words, before);
        return before !== e.className;
      }).map((e) => `${called(e)}: skiljs bara med utseende från ett annat svar`);
    },
  };

  function named(e) {
    const ids = (e.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean);
    return ids.map((id) => document.getElementById(id)).filter(Boolean);
  }

  // What script adds is help on the way, not content: buttons, forms, answers to what one did.
  const ADDED = "button, summary, form, label, [role=status], [data-gammal], [data-slutat], [data-lyssna], " +
    "[data-antal-sparade], #listor, #vy, .sokruta + .liten, .aterkoppling, th.ej-utskrift";

  /** The words of the content, piece by piece. */
  granskning.words = () => texts(document.querySelector("main") ?? document.body)
    .filter(([, e]) => !e.closest(ADDED)).map(([node]) => node.data.replace(/\s+/g, " ").trim());

  /** What can be pressed or filled in but does nothing where no script runs. */
  granskning.promises = () => all("button, input:not([type=hidden]), select, textarea").filter(seen)
    .map((e) => `${called(e)}: gör inget utan skript`);

  granskning.fields = () => Object.values(checks).flatMap((check) => check());
})();
