// The engine: Pagefind, and the guide's own short facts on each insats. Nothing else knows it.
// Out: search(words) → [{id, score}], best first, and facts() → Map id → {namn, text, kommun, …}.
const root = new URL("../../../", import.meta.url);
let ready;

function load() {
  ready ??= Promise.all([
    import(new URL("pagefind/pagefind.js", root)),
    fetch(new URL("sok/insatser.json", root)).then((answer) => answer.json()),
  ]).then(async ([pagefind, rows]) => {
    await pagefind.options({ excerptLength: 20 });
    return {
      pagefind,
      facts: new Map(rows.map((row) => [row.id, row])),
      idOfPage: new Map(rows.map((row) => [row.sida, row.id])),
    };
  });
  return ready;
}

export async function search(words) {
  const { pagefind, idOfPage } = await load();
  const { results } = await pagefind.search(words);
  return results.map((result) => ({ id: idOfPage.get(result.id), score: result.score }));
}

export async function facts() {
  return (await load()).facts;
}
