// Four questions, one a screen, results all the while. In: the page's questions, passar/*.json,
// the state after #. Out: a list that narrows, and at the end whom to turn to. Nothing is stored.
import { put } from "./dom.js";
import { draw } from "./hitta-ratt/forslag.js";
import { nextStep } from "./hitta-ratt/nasta-steg.js";
import { go, read, written } from "./passar/adress.js";
import { chips } from "./passar/brickor.js";
import { kommunOf, load } from "./passar/data.js";
import { compare, judge } from "./passar/matcha.js";
import { label } from "./passar/meningar.js";

const LAST = 4;
const OLDEST = 120;
const QUESTIONS = { 1: ["kommun"], 2: ["alder"], 3: ["forsorjning"], 4: ["malgrupp", "ring"] };
const SAID = [...Object.values(QUESTIONS).flat(), "inskriven_af", "diagnos", "beslut_kravs",
  "insatstyp", "sprak"];
const form = document.getElementById("fragor");
const postnummer = document.getElementById("postnummer");
const kommun = document.getElementById("kommun");
const alder = document.getElementById("alder");
const boxes = [...document.querySelectorAll("input[data-fraga]")];
const data = await load();

/** What the address says, without what is no answer to a question of the page. */
function asked() {
  const { steg, alder: age, ...rest } = read();
  const state = { steg, alder: age <= OLDEST ? age : undefined };
  for (const id of SAID.filter((name) => Array.isArray(rest[name]))) {
    state[id] = rest[id].filter((value) => isChoice(id, value));
  }
  return state;
}

function isChoice(id, value) {
  if (id === "kommun") return [...kommun.options].some((option) => option.value === value);
  return boxes.some((box) => box.dataset.fraga === id && box.value === value);
}

/** The person that a state describes, for the engine. */
function person(state) {
  const { ring, ...rest } = state;
  return { ...rest, hur: ring ? data.utanSamtal : undefined };
}

function found(state) {
  const who = person(state);
  return data.insatser
    .map((insats) => ({ insats, judged: judge(who, insats.fakta, data.kriterier) }))
    .sort(compare);
}

/** Where one is: the question 1–4, or the result after the last. */
function stepOf({ steg = 1 }) {
  return Math.min(Math.max(steg, 1), LAST + 1);
}

async function show({ focus = false } = {}) {
  const state = asked();
  const step = stepOf(state);
  const done = step > LAST;
  form.hidden = done;
  for (const each of form.querySelectorAll("fieldset")) each.hidden = each.dataset.steg !== String(step);
  document.getElementById("tillbaka").hidden = step === 1;
  for (const id of ["klart", "mer"]) document.getElementById(id).hidden = !done;
  document.querySelector(".ingress").hidden = done;
  document.getElementById("borja-om").hidden = step === 1;
  put(document.getElementById("var"), "", `Fråga ${step} av ${LAST}`);
  fill(state);
  showChips(state);
  const matches = found(state);
  const groups = await draw(matches, person(state), data);
  put(document.getElementById("besked"), "", told(groups));
  if (done) await nextStep(groups, state, document.getElementById("nasta"));
  if (focus) focusOn(step);
}

function told({ passar, avgor }) {
  const fits = passar.length === 1 ? "1 insats passar" : `${passar.length} insatser passar`;
  return `${fits} det du har svarat. ${avgor.length} går inte att avgöra än.`;
}

function focusOn(step) {
  const target = step > LAST ? document.getElementById("klart-rubrik")
    : form.querySelector(`fieldset[data-steg="${step}"]`).querySelector("input, select");
  target.focus();
}

/** Put the answers of a state back into the questions. */
function fill(state) {
  kommun.value = state.kommun?.[0] ?? "";
  if (document.activeElement !== alder) alder.value = state.alder ?? "";
  for (const box of boxes) {
    box.checked = (state[box.dataset.fraga] ?? []).includes(box.value);
  }
}

function showChips(state) {
  const found = SAID.flatMap((id) => [state[id] ?? []].flat().map((value) => ({
    text: inShort(id, value),
    remove: () => change({ [id]: [state[id]].flat().filter((other) => other !== value) }),
  })));
  const home = form.hidden ? document.getElementById("klart-rubrik")
    : form.querySelector("fieldset:not([hidden])").querySelector("input, select");
  chips(document.getElementById("valda"), found, home);
}

function inShort(id, value) {
  if (id === "alder") return `${value} år`;
  const box = document.getElementById(`${id}-${value}`);
  if (["inskriven_af", "diagnos", "beslut_kravs"].includes(id)) {
    return `${data.kriterier.get(id).namn}: ${value}`;
  }
  return box ? box.labels[0].textContent : label(data.kriterier.get(id), value, data);
}

function change(changed, options) {
  const state = { ...asked(), ...changed };
  if (Array.isArray(state.alder)) state.alder = undefined; // its chip was taken away
  go(state, show, options);
}

function to(step, changed = {}) {
  go({ ...asked(), ...changed, steg: step }, () => show({ focus: true }));
}

/** What the boxes of a question say; only boxes that say something else than before change it. */
function answersOf(step) {
  const said = {};
  for (const id of QUESTIONS[step]) {
    const own = boxes.filter((box) => box.dataset.fraga === id);
    if (own.length) said[id] = own.filter((box) => box.checked).map((box) => box.value);
  }
  if (step === 1) said.kommun = kommun.value ? [kommun.value] : undefined;
  if (step === 2) said.alder = ageOf(alder.value);
  return said;
}

function ageOf(text) {
  return /^\d{1,3}$/.test(text.trim()) && Number(text) <= OLDEST ? Number(text) : undefined;
}

/** A postal code that was typed chooses the kommun; what is none of the guide's is said. */
async function readPostcode() {
  const answer = document.getElementById("postnummer-svar");
  const digits = postnummer.value.replace(/\D/g, "");
  answer.textContent = "";
  if (digits.length < 5) return !digits.length;
  const place = await kommunOf(digits);
  if (place) {
    kommun.value = place;
    answer.textContent = `Du bor i ${label(data.kriterier.get("kommun"), place, data)}.`;
    change({ kommun: [place] }, { replace: true });
    return true;
  }
  answer.textContent = "Guiden har ingen kommun med det postnumret. Kontrollera siffrorna, eller hoppa över.";
  return false;
}

function readAge() {
  const typed = alder.value.trim();
  const wrong = typed && ageOf(typed) === undefined;
  put(document.getElementById("alder-svar"), "", wrong ? "Skriv din ålder med siffror, till exempel 34." : "");
  return !wrong;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const step = stepOf(asked());
  if (step === 1 && !(await readPostcode())) return postnummer.focus();
  if (step === 2 && !readAge()) return alder.focus();
  to(step + 1, answersOf(step));
});
document.getElementById("hoppa").addEventListener("click", () => {
  const step = stepOf(asked());
  to(step + 1, Object.fromEntries(QUESTIONS[step].map((id) => [id, undefined])));
});
document.getElementById("tillbaka").addEventListener("click", () => to(stepOf(asked()) - 1));
postnummer.addEventListener("input", readPostcode);
kommun.addEventListener("change", () => change(answersOf(1), { replace: true }));
alder.addEventListener("change", () => readAge() && change(answersOf(2), { replace: true }));
for (const box of boxes) {
  box.addEventListener("change", () => {
    const id = box.dataset.fraga;
    const own = boxes.filter((each) => each.dataset.fraga === id && each.checked);
    change({ [id]: own.map((each) => each.value) }, { replace: true });
  });
}
addEventListener("popstate", () => show({ focus: true }));
document.getElementById("hemligt").hidden = false;
form.hidden = false;
if (!location.hash) history.replaceState(null, "", written({ steg: 1 }));
await show();
