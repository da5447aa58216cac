// The words of the page's own language. In: <template id="texter">, written by _texter.html.
// Out: texts with their {names} filled in, and how the language writes days and order.
const { lang, dataset } = document.documentElement;
const written = document.getElementById("texter").content;

/** Whose dates, numbers and order: digits are those of Sweden, whatever the letters. */
export const locale = `${dataset.locale ?? lang}-u-nu-latn`;

/** The home of the page's language, with a slash at the end. */
export const home = new URL(document.querySelector(".marke").href);

const forms = new Intl.PluralRules(locale);

/** A text by its name; {antal} chooses the form where a text has several. */
export function text(name, values = {}) {
  const found = [...written.querySelectorAll(`[data-text="${name}"]`)];
  const form = found.length > 1 && forms.select(values.antal);
  const right = found.find((each) => !form || each.dataset.form === form) ?? found[0];
  return right.textContent.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

/** "a, b och c", or with "disjunction" "a, b eller c". */
export function listed(words, type = "conjunction") {
  return new Intl.ListFormat(locale, { type }).format(words);
}
