// The two fields one writes in: read, and answered in words when they cannot be read.
// In: the fields of the page. Out: an age or a kommun, and whether one can go on.
import { put } from "../dom.js";
import { kommunOf } from "../passar/data.js";
import { OLDEST } from "../passar/matcha.js";
import { label } from "../passar/meningar.js";
import { _, listed } from "../texter.js";

const MANY = 12; // kommuner to count up in a sentence
const postnummer = document.getElementById("postnummer");
const alder = document.getElementById("alder");

/** Say what is wrong beside a field, or take it back; true when nothing is. */
function complain(field, text) {
  put(document.getElementById(`${field.id}-svar`), "", text);
  field.setAttribute("aria-invalid", Boolean(text));
  return !text;
}

/** The age that is written, undefined when none is. */
export function age() {
  const years = Number(alder.value.trim());
  return Number.isInteger(years) && years > 0 && years <= OLDEST ? years : undefined;
}

export function isAgeFine() {
  const wrong = alder.value.trim() && age() === undefined;
  return complain(alder, wrong ? _("Skriv din ålder med siffror, till exempel 34.") : "");
}

/** {fine, place} of the postal code; `isHere` tells whether the question is still shown. */
export async function readPostcode(data, isHere) {
  const typed = postnummer.value;
  const digits = typed.replace(/\D/g, "");
  if (!typed.trim()) return { fine: complain(postnummer, "") };
  if (digits.length !== 5) {
    return { fine: complain(postnummer, _("Ett postnummer har fem siffror, till exempel 145 56.")) };
  }
  const place = await kommunOf(digits);
  if (postnummer.value !== typed || !isHere()) return { fine: true }; // one has gone on
  if (!place) return { fine: complain(postnummer, elsewhere(data)) };
  complain(postnummer, "");
  const name = label(data.kriterier.get("kommun"), place, data);
  put(document.getElementById("postnummer-svar"), "", _("Du bor i {kommun}.", { kommun: name }));
  return { fine: true, place };
}

function elsewhere({ ord }) {
  const names = [...ord.kommun.values()];
  const area = names.length > MANY ? _("kommunerna i listan") : listed(names);
  return _("Guiden gäller {omrade}. Bor du någon annanstans? Fråga din egen kommun. Du kan också hoppa över frågan.",
    { omrade: area });
}

/** Empty the fields, and what was said of them. */
export function forget(...fields) {
  for (const field of fields) {
    field.value = "";
    complain(field, "");
  }
}
