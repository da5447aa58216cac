// Between the person and the engine: what was typed becomes hits, with ended insatser last.
// Here belongs what understands inflections, misspellings and everyday words.
import { facts, search } from "./motor.js";


export async function sok(words) {
  const [hits, known] = [await search(words), await facts()];
  return hits
    .map((hit) => known.get(hit.id))
    .filter(Boolean)
    .sort((a, b) => (a.lage === "slut") - (b.lage === "slut"));
}

