// The texts of the scripts in the language of the page. In: Swedish texts as they stand in the
// scripts, and texter.json of the page's language. Out: the same texts in that language, and how it
// writes days, numbers, lists and order. A Swedish page fetches nothing.
const { lang, dataset } = document.documentElement;

/** Whose dates, lists and order; the digits are those of Sweden, whatever the letters. */
export const locale = `${dataset.locale ?? lang}-u-nu-latn`;

/** The folder of the page's language, with a slash at the end. */
export const home = new URL(document.querySelector(".marke").href);

/** The id of the language: "en", "lattlast"; "sv" when nothing is said. */
export const language = dataset.sprak ?? "sv";

const translated = language === "sv" ? {} : await fetched();
const forms = new Intl.PluralRules(locale);

async function fetched() {
  try {
    return await (await fetch(new URL("texter.json", home))).json();
  } catch {
    return {}; // without a net the Swedish is better than nothing
  }
}

/** A text in the language of the page, its {names} filled in. */
export function _(text, values = {}) {
  return filled(translated[text] ?? text, values);
}

/** A text that counts: {antal} is the number. */
export function ngettext(one, many, antal, values = {}) {
  const own = translated[one]?.[forms.select(antal)];
  return filled(own ?? (antal === 1 ? one : many), { antal, ...values });
}

/** "a, b och c", or with "disjunction" "a, b eller c". */
export function listed(words, type = "conjunction") {
  return new Intl.ListFormat(locale, { type }).format(words);
}

/** Swedish, easy Swedish too: a Swedish text is at home on the page. */
export const isSwedish = lang.split("-")[0] === "sv";

/** What marks a Swedish text on a page in another language. */
export const SWEDISH = isSwedish ? {} : { lang: "sv", dir: "ltr" };

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}
