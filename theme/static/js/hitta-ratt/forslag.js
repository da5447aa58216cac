// Draws what was found: what fits, what cannot be told, and folded what does not fit or is over.
// In: judged insatser in order, the person. Out: the groups, as they were drawn.
import { button, el, piece, put } from "../dom.js";
import { pageOf, texts } from "../passar/data.js";
import { FITS, MAYBE, isSaid, question } from "../passar/matcha.js";
import { inWords, joined, sentence } from "../passar/meningar.js";
import { saveButton } from "../spara.js";

const FIRST = 5;
const place = document.getElementById("forslag");
let turn = 0;

/** Sort into {passar, avgor, nej, sjalv, slut}; draw them; return them. */
export async function draw(matches, person, data) {
  const mine = ++turn;
  const groups = grouped(matches);
  const nodes = await Promise.all([
    group("Passar det du har svarat", groups.passar, person, data),
    group("Går inte att avgöra", groups.avgor, person, data),
    folded("Passar inte", groups.nej, person, data),
    folded("Inget man söker själv", groups.sjalv, person, data),
    folded("Avslutade", groups.slut, person, data),
  ]);
  if (mine === turn) place.replaceChildren(...nodes.filter(Boolean));
  return groups;
}

function grouped(matches) {
  const groups = { passar: [], avgor: [], nej: [], sjalv: [], slut: [] };
  for (const match of matches) groups[groupOf(match)].push(match);
  return groups;
}

function groupOf({ insats, judged: { verdict } }) {
  if (insats.fakta.lage?.includes("slut")) return "slut";
  if (insats.egen === "samverkan") return "sjalv";
  return { [FITS]: "passar", [MAYBE]: "avgor" }[verdict] ?? "nej";
}

async function group(heading, matches, person, data) {
  if (!matches.length) return undefined;
  const list = el("ol", { class: "kortlista" });
  const waiting = [...matches];
  const more = button("", async () => (await add(waiting.length)).querySelector("a").focus(),
    { class: "knapp lugn" });
  const add = async (count) => {
    const cards = await Promise.all(waiting.splice(0, count).map((each) => card(each, person, data)));
    list.append(...cards);
    more.hidden = !waiting.length;
    more.textContent = `Visa ${waiting.length} till`;
    return cards[0];
  };
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
  return el("li", { "data-insats": insats.id }, el("a", { href: pageOf(insats.id) }, insats.namn),
    ...no.map(({ text }) => el("p", { class: "liten" }, `✕ ${text}`)));
}

async function card({ insats, judged }, person, data) {
  const { text, kontrollera } = await texts(insats);
  const node = piece("forslag");
  node.dataset.insats = insats.id;
  node.dataset.svar = judged.verdict;
  const link = put(node, "a", insats.namn).querySelector("a");
  link.href = pageOf(insats.id);
  put(node, "[data-text]", text);
  put(node, "[data-kommun]", where(insats, data));
  node.querySelector(".uppgifter").append(piece(`svar-${insats.egen}`));
  const told = reasons(insats, judged, person, data);
  node.querySelector(".skal").append(...told.map(({ answer, text: why, id }) =>
    el("li", { class: answer, "data-kriterium": id }, why)));
  tell(node.querySelector("[data-okanda]"), unknown(judged, person, data));
  const check = node.querySelector("[data-kontrollera]");
  check.querySelector("ul").append(...kontrollera.map((each) => el("li", {}, each)));
  if (!kontrollera.length) check.remove();
  node.querySelector("[data-spara]").append(saveButton(insats.id, insats.namn));
  return node;
}

function where({ fakta, omrade }, data) {
  return inWords(data.kriterier.get("kommun"), fakta.kommun, data) || omrade || "Kommun okänd";
}

function tell(node, text) {
  if (text) node.textContent = text;
  else node.remove();
}

/** [{id, answer, text}] of what the person has answered, and of demands that are left open. */
function reasons({ fakta }, { answers }, person, data) {
  return Object.entries(answers)
    .map(([id, answer]) => [data.kriterier.get(id), answer])
    .filter(([each, answer]) => (answer === "fraga" && each.vikt === "krav")
      || (isSaid(person[question(each)]) && !isSilentDemand(each, answer)))
    .map(([each, answer]) => ({ id: each.id, answer,
      text: sentence(each, answer, fakta[each.id], person[question(each)], data) }));
}

/** That no group is demanded is no news: whom it is for is told by the group itself. */
function isSilentDemand({ id }, answer) {
  return id === "villkor_malgrupp" && answer === "okand";
}

function unknown({ answers }, person, data) {
  const names = Object.entries(answers)
    .map(([id, answer]) => [data.kriterier.get(id), answer])
    .filter(([each, answer]) => answer === "okand" && each.vikt === "krav"
      && each.id !== "villkor_malgrupp" && !isSaid(person[question(each)]))
    .map(([{ om }]) => om);
  return names.length ? `Källan säger inget om ${joined(names, "eller")}.` : "";
}
