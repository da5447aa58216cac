// Reads the page aloud with a voice of the device itself. In: the slot [data-lyssna], what can be
// seen in main, and the voices that are there. Out: buttons in the slot, but only when a voice
// speaks the language of the page; what is read is marked. Nothing starts by itself.
import { button, el } from "./dom.js";
import { _ } from "./texter.js";

const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, caption, th, td";
const SILENT = "nav, form, button, textarea, [data-lyssna]";
// At most 240 characters at a time, to the end of a sentence if there is one: some voices stop in
// the middle of more, and a reader who goes on after a pause need not hear it all again.
const PIECES = /\S.{0,239}(?:[.!?؟](?=\s)|$)|\S.{0,239}(?=\s)|\S+/g;

const speech = globalThis.speechSynthesis;
const slot = document.querySelector("[data-lyssna]");
const first = button(_("Lyssna"), press, { class: "smal" });
const last = button(_("Sluta"), stop, { class: "smal", hidden: true });
const note = el("p", { class: "liten", role: "status" });

// What is left to read, empty when nobody listens; and what is being said, nothing in a pause.
let queue = [];
let now;

/** "sv" of "sv-SE", and of "sv_SE" as some phones have it. */
function primary({ lang }) {
  return lang.toLowerCase().split(/[-_]/)[0];
}

/** Voices that are not the device's own send the words to somebody else's server. */
function voiceFor(part) {
  const fits = (voice) => voice.localService && primary(voice) === primary(part);
  return speech.getVoices().find(fits);
}

/** What can be seen in main, in order: a block of text in one language each. */
function parts() {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { data, parentElement: place } = walker.currentNode;
    const block = place.closest(BLOCKS);
    const shown = place.checkVisibility?.() ?? place.offsetParent;
    if (!block || !shown || place.closest(SILENT)) continue;
    const { lang } = place.closest("[lang]");
    const before = found.at(-1) ?? {};
    if (before.block === block && before.lang === lang) before.words += ` ${data}`;
    else found.push({ block, lang, words: data });
  }
  return found.filter(({ words }) => /[\p{L}\d]/u.test(words));
}

function pieces(part) {
  const line = part.words.replace(/\s+/g, " ").replace(/(\() | ([.,:;!?)])/g, "$1$2").trim();
  return line.match(PIECES).map((words) => ({ ...part, words, voice: voiceFor(part) }));
}

function press() {
  if (now) return pause();
  if (!queue.length) start();
  next();
}

function start() {
  const all = parts().flatMap(pieces);
  queue = all.filter(({ voice }) => voice);
  note.textContent = queue.length < all.length ? _("En del av sidan är på ett annat språk. Den delen läses inte upp, för din enhet har ingen röst för den.") : "";
}

function next() {
  if (!queue.length) return stop();
  const [{ block, voice, words }] = queue;
  const said = now = new SpeechSynthesisUtterance(words);
  said.voice = voice;
  said.lang = voice.lang;
  // What was cut off ends too, or fails, but is no longer `now`.
  said.onend = () => said === now && (queue.shift(), next());
  said.onerror = () => said === now && stop();
  show(_("Pausa"), block);
  speech.speak(said);
}

/** The browsers' own pause does not come back on every phone; the piece is said again instead. */
function pause() {
  now = undefined;
  speech.cancel();
  show(_("Fortsätt"), queue[0].block);
}

function stop() {
  if (last.hidden) return;
  now = undefined;
  queue = [];
  speech.cancel();
  if (last.matches(":focus")) first.focus();
  show(_("Lyssna"));
}

function show(words, block) {
  first.textContent = words;
  last.hidden = !block;
  document.querySelector(".lases")?.classList.remove("lases");
  block?.classList.add("lases");
}

function offer() {
  if (slot.hasChildNodes() || !voiceFor(document.documentElement)) return;
  slot.classList.add("knappar", "ej-utskrift");
  slot.append(first, last, note);
}

if (speech) {
  // Some browsers know their voices at once, others after a while, and Safari has no listeners.
  speech.onvoiceschanged = offer;
  offer();
  addEventListener("pagehide", stop);
  addEventListener("keydown", ({ key }) => key === "Escape" && stop());
}
