// What stands in a row of the table. The same cells as katalog/table.py writes into the page.
// In: an insats with its facts. Out: plain texts, and what each column is sorted by.
import { areaOf } from "../passar/data.js";
import { ageText } from "../passar/meningar.js";
import { _, locale } from "../texter.js";

export const UNKNOWN = _("vet inte");
const WORDS = { "*": _("alla"), "~": _("se sidan") };
const order = new Intl.Collator(locale);

const CELLS = {
  namn: ({ namn }) => namn,
  kommun: (insats, data) => areaOf(insats) || listed("kommun", insats.fakta.kommun, data),
  alder: ({ fakta: { alder } }, data) =>
    Array.isArray(alder) ? ageText(alder, data) : WORDS[alder] ?? UNKNOWN,
  malgrupp: ({ fakta }, data) => {
    const groups = listed("malgrupp", fakta.malgrupp, data);
    const krav = fakta.villkor_malgrupp && listed("malgrupp", fakta.villkor_malgrupp, data);
    return krav ? _("{malgrupper} (krav: {krav})", { malgrupper: groups, krav }) : groups;
  },
  forsorjning: ({ fakta }, data) => listed("forsorjning", fakta.forsorjning, data),
  vag_in: ({ fakta }, data) => listed("vag_in",
    fakta.vag_in?.filter((vem) => data.handlaggare.includes(vem)), data),
  intag: ({ fakta }, data) => listed("intag", fakta.intag, data),
  huvudman: ({ huvudman }, data) => listed("huvudman", huvudman, data),
  avstamd: ({ avstamd, faktadag }) => avstamd || _("Inte avstämd, källa {datum}", { datum: faktadag }),
};

/** The text of one column. */
export function cell(insats, column, data) {
  return CELLS[column](insats, data);
}

/** Is the text of a column Swedish whatever the language of the page? */
export function isOwnWords(insats, column) {
  return column === "kommun" ? Boolean(areaOf(insats)) : column === "huvudman" && insats.huvudman.length > 0;
}

function listed(id, stated, { ord, kortaOrd }) {
  if (!stated?.length) return UNKNOWN;
  if (!Array.isArray(stated)) return WORDS[stated];
  return stated.map((value) => kortaOrd[id]?.[value] ?? ord[id].get(value)).join(", ");
}

/** What a column is sorted by: a number, a text, or null for what is unknown, which stands last. */
function sortKey(insats, column, data) {
  const { alder } = insats.fakta;
  if (column === "namn") return insats.place;
  if (column === "avstamd") return insats.avstamd || insats.faktadag;
  if (column === "alder" && Array.isArray(alder)) return alder[0] * 1000 + alder[1];
  const text = cell(insats, column, data);
  return [UNKNOWN, WORDS["~"]].includes(text) ? null : text;
}

/** A copy of a list sorted by "alder", or "-alder" for the other way round. */
export function sorted(insatser, sort, data) {
  if (!sort) return insatser;
  const column = sort.replace("-", "");
  if (!Object.hasOwn(CELLS, column)) return insatser;
  const way = sort.startsWith("-") ? -1 : 1;
  const keys = insatser.map((insats) => sortKey(insats, column, data));
  const rank = ranks(keys);
  return insatser
    .map((insats, place) => [keys[place] === null ? Infinity : way * rank.get(keys[place]), insats])
    .sort(([a], [b]) => (a === b ? 0 : a - b))
    .map(([, insats]) => insats);
}

/** Map key → place. Many rows share a text, and comparing Swedish texts is slow. */
function ranks(keys) {
  const unique = [...new Set(keys)].filter((key) => key !== null);
  unique.sort((a, b) => (typeof a === "number" && typeof b === "number" ? a - b
    : order.compare(String(a), String(b))));
  return new Map(unique.map((key, place) => [key, place]));
}
