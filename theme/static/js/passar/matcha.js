// Does an insats fit? The same rule as katalog/matching.py, held together by tests/matchning.yaml.
// In: a person or a choice {question: answer}, facts, criteria. Out: a verdict and its answers.
export const FITS = "passar";
export const MAYBE = "avgor";
export const NOT = "passar-inte";
export const OLDEST = 120; // years; as an upper limit it means none
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
export function answer(criterion, stated, wanted) {
  if (stated === null) return "okand";
  if (stated === "*") return "ja";
  if (stated === "~" || !isSaid(wanted)) return "fraga";
  if (criterion.slag === "spann") return stated[0] <= wanted && wanted <= stated[1] ? "ja" : "nej";
  if (wanted.some((value) => fits(criterion, value, stated))) return "ja";
  return criterion.oppen ? "fraga" : "nej";
}

/** Is a value, or a wider one that it belongs to, among those stated? Autism is a disability. */
export function fits({ vidare }, value, stated) {
  return stated.includes(value) || (vidare?.[value] ?? []).some((wider) => stated.includes(wider));
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

/**
 * The criteria that a choice in a list asks about: its own, and when it describes a person also
 * the demands that no list asks about. [criterion, wanted, isOwn]
 */
export function askedBy(choice, { kriterier, filter, omPerson }) {
  const said = Object.entries(choice).filter(([, wanted]) => isSaid(wanted));
  const asked = said.map(([id, wanted]) => [kriterier.get(id), wanted, true]);
  if (!said.some(([id]) => omPerson.includes(id))) return asked;
  const further = [...kriterier.values()]
    .filter((each) => each.vikt === "krav" && !filter.includes(each.id))
    .map((each) => [each, choice[question(each)], false]);
  return [...asked, ...further];
}

/** How a record stands to one of them; a demand that no list asks about is only left open. */
export function standing([criterion, wanted, isOwn], fakta) {
  const found = answer(criterion, fakta[criterion.id], wanted);
  return isOwn || found === "fraga" ? found : "ja";
}

/** How a record stands to what was chosen in a list. */
export function sift(choice, fakta, data) {
  const found = askedBy(choice, data).map((asked) => standing(asked, fakta));
  if (found.includes("nej")) return NOT;
  return found.every((each) => each === "ja") ? FITS : MAYBE;
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
