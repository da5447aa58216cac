// The engine: Pagefind. Nothing else knows it; another engine would need these five answers.
// A page is known by the engine's own id until it is shown; `facts` fetches what a hit shows.
import { home, language } from "../texter.js";

const root = new URL("../../../", import.meta.url);
let ready;
const asked = new Map(); // query → promise of {scores: Map page → 0…1, ids: Set of pages}
const pages = new Map(); // id → Pagefind's result, which can fetch the page's facts

function load() {
  ready ??= import(new URL("pagefind/pagefind.js", root)).then(async (pagefind) => {
    await pagefind.options({
      noWorker: true,
      ranking: {
        pageLength: 0,
        metaWeights: { title: 1, namn: 6, text: 2, koder: 1, kommun: 0.1, egen: 0, till: 0 },
      },
    });
    return pagefind;
  });
  return ready;
}

async function run(query) {
  const pagefind = await load();
  const { results } = await pagefind.search(query);
  for (const result of results) pages.set(result.id, result);
  return results;
}

/** The index word of a value: code("vag-in", "individ"). The same as katalog/search_codes.py. */
export function code(kind, value) {
  return `xq${kind.replace("-", "")}${value.replaceAll("-", "")}zq`;
}

/** The answer to a question is always the same, so it is asked once. */
function ask(query) {
  if (!asked.has(query)) asked.set(query, run(query).then(scored));
  return asked.get(query);
}

function scored(results) {
  const best = Math.max(...results.map((result) => result.score), 1e-9);
  const scores = new Map(results.map((result) => [result.id, result.score / best]));
  return { scores, ids: new Set(scores.keys()) };
}

/** Pages that have the word itself. Quotes make Pagefind exact, and silent about the rest. */
export async function having(word) {
  return (await ask(`"${word}"`)).ids;
}

/** Map page → 0…1: how well the text answers a word, its beginnings included unless exact. */
export async function text(word, { exact = false } = {}) {
  return (await ask(exact ? `"${word}"` : word)).scores;
}

/** Every page of the index. (Asked without a word Pagefind gives them too, but for that it fetches
 *  the whole index: 3 MB of 10,000 pages.) */
export function all() {
  return having(code("insats", "ja"));
}

/** What a hit shows: {id, namn, text, kommun, egen, till}, which of it is Swedish for want of other words,
 *  and `has`, which tells whether the page has a value. */
export async function facts(page) {
  const { url, meta } = await pages.get(page).data();
  const id = url.split("/").filter(Boolean).pop();
  const has = (kind, value) => meta.koder.includes(code(kind, value));
  const own = has("oversatt", language) ? await ownWords(id) : {};
  return { id, kommun: meta.kommun, egen: meta.egen, till: meta.till, namn: own.namn ?? meta.title,
    text: own.text ?? meta.text, namnSv: !own.namn, textSv: !own.text, has };
}

/** What an insats is called, and is, in the language of the page; {} when that does not come. */
async function ownWords(id) {
  try {
    return await (await fetch(new URL(`sok/text/${id}.json`, home))).json();
  } catch {
    return {};
  }
}
