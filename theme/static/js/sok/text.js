// Words as they are compared: folded, stemmed, spelt nearly right. Knows nothing of the guide.

/** 'Arbetsträning (LSS)' → 'arbetstraning lss'. The same as katalog/fold.py. */
export function fold(text) {
  return text
    .toLowerCase()
    .replace(/(?<=\p{L})\+/gu, " plus") // Conecto+ is not Conecto
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

// Swedish endings, longest first. Rough on purpose: both sides of a comparison are cut alike.
const ENDINGS = (
  "ningarna ningens ningar ningen erna arna orna aren ande ades aste ning " +
  "ens ets are ade ern ar er or en et na ad at as es a e n t s"
).split(" ");
const LEAST = 4;

/** 'sjukskrivningar' → 'sjukskriv'. Takes and gives folded words. */
export function stem(word) {
  return cut(cut(word, LEAST), LEAST + 2);
}

function cut(word, least) {
  const ending = ENDINGS.find((e) => word.length - e.length >= least && word.endsWith(e));
  return ending ? word.slice(0, -ending.length) : word;
}

/** Edits (insert, delete, change, swap) from a to b; more than `most` gives most + 1. */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(change, row[j] + 1, next[j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length];
}

/** How many edits a word of this length is forgiven. Short words are too near each other. */
export function forgiven(word) {
  if (word.length < 8) return word.length < 5 ? 0 : 1;
  return 2;
}
