// What was found: what fits, what cannot be told, what perhaps is gone, and folded what does not
// fit or is over. In: judged insatser in order, the person. Out: groups, and nodes to put in place.
import { button, el, mark, piece, put, swedish } from "../dom.js";
import { areaOf, pageOf, texts } from "../passar/data.js";
import { FITS, MAYBE, ended, isSaid, question } from "../passar/matcha.js";
import { inWords, sentence } from "../passar/meningar.js";
import { saveButton } from "../spara.js";
import { _, listed } from "../texter.js";

const FIRST = 5;
const STEP = 30;

/** Sort judged insatser, each group in its order: {passar, avgor, forr, nej, sjalv, slut}. */
export function grouped(matches) {
  const groups = { passar: [], avgor: [], forr: [], nej: [], sjalv: [], slut: [] };
  for (const match of matches) groups[groupOf(match)].push(match);
  return groups;
}

function groupOf({ insats, judged: { verdict } }) {
  if (ended(insats)) return "slut";
  if (insats.egen === "samverkan") return "sjalv";
  if (verdict !== FITS && verdict !== MAYBE) return "nej";
  if (!insats.fakta.lage) return "forr"; // nobody knows whether it is still there
  return verdict === FITS ? "passar" : "avgor";
}

/** The nodes of all groups that hold anything. */
export async function drawn(groups, person, data) {
  const anything = Object.values(person).some(isSaid);
  const first = anything ? [
    group(_("Passar det du har svarat"), groups.passar, person, data),
    group(_("Går inte att avgöra"), groups.avgor, person, data),
  ] : [group(_("Finns enligt källan"), [...groups.passar, ...groups.avgor], person, data)];
  const nodes = await Promise.all([
    ...first,
    group(_("Fanns förr – fråga om de finns kvar"), groups.forr, person, data),
    folded(_("Passar inte"), groups.nej, person, data),
    folded(_("Inget man söker själv"), groups.sjalv, person, data),
    folded(_("Avslutade"), groups.slut, person, data),
  ]);
  return nodes.filter(Boolean);
}

async function group(heading, matches, person, data) {
  if (!matches.length) return undefined;
  const list = el("ol", { class: "kortlista" });
  const waiting = [...matches];
  const add = async (count) => {
    more.disabled = true;
    const cards = await Promise.all(waiting.splice(0, count).map((each) => card(each, person, data)));
    list.append(...cards);
    more.disabled = false;
    more.hidden = !waiting.length;
    more.textContent = _("Visa {antal} till", { antal: Math.min(STEP, waiting.length) });
    return cards[0];
  };
  const more = button("", async () => (await add(STEP)).querySelector("a").focus(), { class: "lugn" });
  await add(FIRST);
  return el("section", {}, el("h2", {}, heading, " ", count(matches)), list, more);
}

function count(matches) {
  return el("span", { class: "antal" }, `(${matches.length})`);
}

/** A folded group says of each only why, and is drawn when it is opened first. */
function folded(heading, matches, person, data) {
  if (!matches.length) return undefined;
  const list = el("ul", { class: "vagar" });
  const node = el("details", { class: "filtrera" }, el("summary", {}, heading, " ", count(matches)),
    list);
  node.addEventListener("toggle", () => {
    if (!list.children.length) list.append(...matches.map((match) => line(match, person, data)));
  });
  return node;
}

function line({ insats, judged }, person, data) {
  const no = reasons(insats, judged, person, data).filter(({ answer }) => answer === "nej");
  return el("li", { "data-insats": insats.id }, el("a", { href: pageOf(insats.id), ...swedish(insats.sv) }, insats.namn),
    ...no.map(({ text }) => el("p", { class: "liten" }, `✕ ${text}`)));
}

async function card({ insats, judged }, person, data) {
  const { text, kontrollera, sv } = await texts(insats).catch(() => ({ text: "", kontrollera: [] }));
  const node = piece("forslag");
  node.dataset.insats = insats.id;
  node.dataset.svar = judged.verdict;
  const link = put(node, "a", insats.namn).querySelector("a");
  link.href = pageOf(insats.id);
  mark(link, insats.sv);
  mark(put(node, "[data-text]", text).querySelector("[data-text]"), Boolean(sv));
  const place = put(node, "[data-kommun]", where(insats, data)).querySelector("[data-kommun]");
  mark(place, Boolean(areaOf(insats)));
  node.querySelector(".uppgifter").append(piece(`svar-${insats.egen}`));
  node.querySelector(".skal").append(...reasons(insats, judged, person, data)
    .map(({ answer, text: why, id }) => el("li", { class: answer, "data-kriterium": id }, why)));
  check(node.querySelector("[data-kontrollera]"), kontrollera, unknown(judged, person, data));
  node.querySelector("[data-spara]").append(saveButton(insats.id, insats.namn));
  return node;
}

function check(node, own, silent) {
  const lines = [...own.map((text) => el("li", swedish(), text)), ...silent.map((text) => el("li", {}, text))];
  if (!lines.length) node.remove();
  else node.querySelector("ul").append(...lines);
}

function where(insats, data) {
  const criterion = data.kriterier.get("kommun");
  const { kommun } = insats.fakta;
  if (kommun === "*") return criterion.ruta.alla;
  return inWords(criterion, kommun, data) || areaOf(insats) || _("Kommun okänd");
}

/**
 * [{id, answer, text}] of what the person has answered, of demands that are left open, and of
 * whom the insats is for. What the source does not say of the answers stands in one sentence.
 */
function reasons({ fakta }, { answers }, person, data) {
  const told = criteria(answers, data).filter(([each, answer]) => answer !== "okand"
    && (isSaid(person[question(each)]) || (answer === "fraga" && (each.vikt === "krav" || each.id === "malgrupp"))));
  const found = told.map(([each, answer]) => ({ id: each.id, answer,
    text: sentence(each, answer, fakta[each.id], person[question(each)], data) }));
  const silent = unsaid(answers, data).filter((each) => isSaid(person[question(each)]));
  if (silent.length) found.push({ id: "okand", answer: "okand", text: silence(silent) });
  return found;
}

function criteria(answers, { kriterier }) {
  return Object.entries(answers).map(([id, answer]) => [kriterier.get(id), answer]);
}

/** What the source says nothing of; that no group is demanded is no news. */
function unsaid(answers, data) {
  return criteria(answers, data)
    .filter(([each, answer]) => answer === "okand" && each.id !== "villkor_malgrupp")
    .map(([each]) => each);
}

/** Demands that neither the source nor the person has said anything of, as a line to check. */
function unknown({ answers }, person, data) {
  const silent = unsaid(answers, data)
    .filter((each) => each.vikt === "krav" && !isSaid(person[question(each)]));
  return silent.length ? [silence(silent)] : [];
}

function silence(silent) {
  return _("Källan säger inget om {vad} – fråga.", { vad: listed(silent.map(({ om }) => om), "disjunction") });
}
