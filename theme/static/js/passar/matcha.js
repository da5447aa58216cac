// Does an insats fit? The same rule as katalog/matching.py, held together by tests/matchning.yaml.
// In: a person or a choice {question: answer}, facts, criteria. Out: a verdict and its answers.
export const FITS = "passar";
export const MAYBE = "avgor";
export const NOT = "passar-inte";
const VERDICTS = [FITS, MAYBE, NOT];
const INTAKE = ["oppet", "ko"];

/** What of a person answers a criterion. */
export function question(criterion) {
  return criterion.fraga ?? criterion.id;
}

export function isSaid(wanted) {
  return wanted !== undefined && wanted !== null && !(Array.isArray(wanted) && !wanted.length);
}

/** One criterion: "ja", "nej", "fraga" (stated, but not said) or "okand". */
export function answer({ slag, oppen }, stated, wanted) {
  if (stated === null) return "okand";
  if (stated === "*") return "ja";
  if (stated === "~" || !isSaid(wanted)) return "fraga";
  if (slag === "spann") return stated[0] <= wanted && wanted <= stated[1] ? "ja" : "nej";
  if (wanted.some((value) => stated.includes(value))) return "ja";
  return oppen ? "fraga" : "nej";
}

/** The verdict on an insats for a person: {verdict, answers: {criterion: answer}, met}. */
export function judge(person, fakta, kriterier) {
  const answers = {};
  const demands = new Set();
  let met = 0;
  for (const each of kriterier.values()) {
    if (each.vikt === "filter") continue;
    const found = answer(each, fakta[each.id], person[question(each)]);
    answers[each.id] = found;
    if (found === "ja") met += 1;
    if (each.vikt === "krav") demands.add(found);
  }
  let verdict = demands.has("ja") && !demands.has("fraga") ? FITS : MAYBE;
  if (demands.has("nej")) verdict = NOT;
  return { verdict, answers, met };
}

/** In a list every choice is a demand, and what is not stated cannot be told. */
export function chosen(criterion, stated, wanted) {
  return answer({ slag: criterion.slag }, stated, wanted);
}

/** How a record stands to what was chosen in a list. */
export function sift(choice, fakta, kriterier) {
  let verdict = FITS;
  for (const [name, wanted] of Object.entries(choice)) {
    if (!isSaid(wanted)) continue;
    const found = chosen(kriterier.get(name), fakta[name], wanted);
    if (found === "nej") return NOT;
    if (found !== "ja") verdict = MAYBE;
  }
  return verdict;
}

/** Sorts {insats, judged}: ended last, the better verdict first, more criteria met, then `usual`. */
export function compare(a, b) {
  return (
    ended(a.insats) - ended(b.insats) ||
    VERDICTS.indexOf(a.judged.verdict) - VERDICTS.indexOf(b.judged.verdict) ||
    b.judged.met - a.judged.met ||
    usual(a.insats, b.insats)
  );
}

/** Open before queue before unknown, ongoing before unconfirmed, then the order of names. */
export function usual(a, b) {
  return intake(a) - intake(b) || unconfirmed(a) - unconfirmed(b) || a.place - b.place;
}

export function ended({ fakta }) {
  return fakta.lage?.includes("slut") ? 1 : 0;
}

function unconfirmed({ fakta }) {
  return fakta.lage?.includes("nu") ? 0 : 1;
}

function intake({ fakta }) {
  const place = INTAKE.indexOf(fakta.intag?.[0]);
  return place >= 0 ? place : INTAKE.length + (fakta.intag ? 1 : 0);
}
