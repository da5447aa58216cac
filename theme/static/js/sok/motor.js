// The engine: Pagefind. Nothing else knows it; another engine would need these five answers.
// A page is known by the engine's own id until it is shown; `facts` fetches what a hit shows.
const root = new URL("../../../", import.meta.url);
let ready;
const sets = new Map(); // query → promise of the pages it finds
const scores = new Map(); // query → promise of the pages it finds, with scores
const pages = new Map(); // id → Pagefind's result, which can fetch the page's facts

function load() {
  ready ??= import(new URL("pagefind/pagefind.js", root)).then(async (pagefind) => {
    await pagefind.options({
      noWorker: true,
      ranking: {
        pageLength: 0,
        metaWeights: { title: 1, namn: 6, text: 2, koder: 1, kommun: 0.1, egen: 0 },
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

/** Set of pages that have the index word. Quotes make Pagefind exact and silent about the rest. */
export function having(word) {
  return remembered(`"${word}"`);
}

/** The pages of a question are always the same, so each is asked of the index once. */
function remembered(query) {
  if (!sets.has(query)) {
    sets.set(query, run(query).then((results) => new Set(results.map((result) => result.id))));
  }
  return sets.get(query);
}

/** Map page → 0…1: how well the text answers a word, its beginnings included. */
export function text(word, { exact = false } = {}) {
  const query = exact ? `"${word}"` : word;
  if (!scores.has(query)) scores.set(query, run(query).then(scored));
  return scores.get(query);
}

function scored(results) {
  const best = Math.max(...results.map((result) => result.score), 1e-9);
  return new Map(results.map((result) => [result.id, result.score / best]));
}

/** Every page of the index. */
export function all() {
  return remembered(null);
}

/** What a hit shows: {id, namn, text, kommun, egen, excerpt}. */
export async function facts(page) {
  const { url, meta, excerpt } = await pages.get(page).data();
  const id = url.split("/").filter(Boolean).pop();
  return { id, namn: meta.title, text: meta.text, kommun: meta.kommun, egen: meta.egen, excerpt };
}
