// Four questions, one a screen, results all the while. In: the page's questions, passar/*.json,
// the state after #. Out: a list that narrows, and at the end whom to turn to. Nothing is stored.
import { put } from "./dom.js";
import { orTold } from "./fel.js";
import { age, forget, isAgeFine, readPostcode } from "./hitta-ratt/falt.js";
import { drawn, grouped } from "./hitta-ratt/forslag.js";
import { nextStep } from "./hitta-ratt/nasta-steg.js";
import { go, read, written } from "./passar/adress.js";
import { chips } from "./passar/brickor.js";
import { load } from "./passar/data.js";
import { OLDEST, compare, isSaid, judge } from "./passar/matcha.js";
import { label } from "./passar/meningar.js";
import { _, ngettext } from "./texter.js";

const LAST = 4;
const QUESTIONS = { 1: ["kommun"], 2: ["alder"], 3: ["forsorjning"], 4: ["malgrupp", "ring"] };
const EITHER = ["inskriven_af", "diagnos", "beslut_kravs"]; // yes or no, not both
const NONE = "ingen"; // no income at all goes with no other
const SAID = [...Object.values(QUESTIONS).flat(), ...EITHER, "insatstyp", "sprak"];
const form = document.getElementById("fragor");
const status = document.getElementById("besked");
const postnummer = document.getElementById("postnummer");
const kommun = document.getElementById("kommun");
const alder = document.getElementById("alder");
const boxes = [...document.querySelectorAll("input[data-fraga]")];
const data = await orTold(load, status)();
let turn = 0; // what is drawn late for an older state is thrown away

/** What the address says, without what is no answer to a question of the page. */
function asked() {
  const { steg, alder: years, ...rest } = read();
  const state = { steg, alder: years <= OLDEST ? years : undefined };
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
function person({ ring, steg: _, ...rest }) {
  return { ...rest, hur: ring?.length ? data.utanSamtal : undefined };
}

function found(who) {
  return data.insatser
    .map((insats) => ({ insats, judged: judge(who, insats.fakta, data.kriterier) }))
    .sort(compare);
}

/** Where one is: the question 1–4, or the result after the last. */
function stepOf({ steg = 1 }) {
  return Math.min(Math.max(steg, 1), LAST + 1);
}

const show = orTold(async ({ focus = false } = {}) => {
  const mine = ++turn;
  const state = asked();
  const step = stepOf(state);
  const done = step > LAST;
  form.hidden = done;
  for (const each of form.querySelectorAll("fieldset")) each.hidden = each.dataset.steg !== String(step);
  document.getElementById("tillbaka").hidden = step === 1;
  for (const id of ["klart", "mer"]) document.getElementById(id).hidden = !done;
  document.querySelector(".ingress").hidden = done;
  document.getElementById("borja-om").hidden = step === 1;
  put(document.getElementById("var"), "", _("Fråga {nummer} av {alla}", { nummer: step, alla: LAST }));
  fill(state);
  showChips(state);
  if (focus) focusOn(step);
  const list = document.getElementById("forslag");
  list.setAttribute("aria-busy", true);
  const who = person(state);
  const groups = grouped(found(who));
  put(status, "", told(groups, who));
  const nodes = await drawn(groups, who, data);
  if (mine !== turn) return;
  list.replaceChildren(...nodes);
  list.setAttribute("aria-busy", false);
  if (!done) return;
  const first = await nextStep(groups, state);
  if (mine === turn) document.getElementById("nasta").replaceChildren(...first);
}, status);

function told({ passar, avgor, forr }, who) {
  if (!Object.values(who).some(isSaid)) {
    return ngettext("{antal} insats. Svara på en fråga, så sorterar vi.",
      "{antal} insatser. Svara på en fråga, så sorterar vi dem.", passar.length + avgor.length + forr.length);
  }
  return [
    ngettext("{antal} insats passar det du har svarat.", "{antal} insatser passar det du har svarat.",
      passar.length),
    avgor.length && ngettext("{antal} går inte att avgöra än.", "{antal} går inte att avgöra än.", avgor.length),
    forr.length && ngettext("{antal} finns kanske inte kvar.", "{antal} finns kanske inte kvar.", forr.length),
  ].filter(Boolean).join(" ");
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
  const chosen = SAID.flatMap((id) => [state[id] ?? []].flat().map((value) => ({
    text: inShort(id, value),
    remove: () => change({ [id]: [state[id]].flat().filter((other) => other !== value) }),
  })));
  const home = form.hidden ? document.getElementById("klart-rubrik")
    : form.querySelector("fieldset:not([hidden])").querySelector("input, select");
  chips(document.getElementById("valda"), chosen, home);
}

function inShort(id, value) {
  if (id === "alder") return _("{alder} år", { alder: value });
  const box = document.getElementById(`${id}-${value}`);
  if (EITHER.includes(id)) {
    const said = value === "ja" ? _("ja") : _("nej");
    return `${data.kriterier.get(id).namn}: ${said}`;
  }
  return box ? box.labels[0].textContent : label(data.kriterier.get(id), value, data);
}

function change(changed, options) {
  go({ ...asked(), ...changed }, show, options);
}

function to(step, changed = {}) {
  go({ ...asked(), ...changed, steg: step }, () => show({ focus: true }));
}

/** What the fields of a question say. */
function answersOf(step) {
  const said = {};
  for (const id of QUESTIONS[step]) {
    const own = boxes.filter((box) => box.dataset.fraga === id);
    if (own.length) said[id] = own.filter((box) => box.checked).map((box) => box.value);
  }
  if (step === 1) said.kommun = kommun.value ? [kommun.value] : undefined;
  if (step === 2) said.alder = age();
  return said;
}

/** A postal code that was typed chooses the kommun in the list; the list is the answer. */
async function fromPostcode() {
  const { fine, place } = await readPostcode(data, () => stepOf(asked()) === 1);
  if (place) {
    kommun.value = place;
    change({ kommun: [place] }, { replace: true });
  }
  return fine;
}

async function forward() {
  const step = stepOf(asked());
  const typed = step === 1 && postnummer.value.trim() && !kommun.value;
  if (typed && !(await fromPostcode())) return postnummer.focus();
  if (step === 2 && !isAgeFine()) return alder.focus();
  return to(step + 1, answersOf(step));
}

function skip() {
  const step = stepOf(asked());
  forget(postnummer, alder);
  to(step + 1, Object.fromEntries(QUESTIONS[step].map((id) => [id, undefined])));
}

/** A box was turned: yes and no exclude each other, so does none; everything else adds up. */
function turned(box) {
  const id = box.dataset.fraga;
  const own = boxes.filter((each) => each.dataset.fraga === id);
  const apart = (each) => EITHER.includes(id) || [box, each].some(({ value }) => value === NONE);
  if (box.checked) for (const each of own) each.checked &&= each === box || !apart(each);
  change({ [id]: own.filter((each) => each.checked).map((each) => each.value) }, { replace: true });
}

function begin() {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    orTold(forward, status)();
  });
  document.getElementById("hoppa").addEventListener("click", skip);
  document.getElementById("andra").addEventListener("click", () => to(1));
  document.getElementById("tillbaka").addEventListener("click", () => to(stepOf(asked()) - 1));
  postnummer.addEventListener("input", () => {
    if (/\d{3} ?\d{2}/.test(postnummer.value)) orTold(fromPostcode, status)();
  });
  kommun.addEventListener("change", () => {
    forget(postnummer);
    change(answersOf(1), { replace: true });
  });
  alder.addEventListener("change", () => isAgeFine() && change(answersOf(2), { replace: true }));
  for (const box of boxes) box.addEventListener("change", () => turned(box));
  addEventListener("popstate", () => show({ focus: true }));
  document.getElementById("hemligt").hidden = false;
  if (!location.hash) history.replaceState(null, "", written({ steg: 1 }));
  show();
}

if (data) begin();
