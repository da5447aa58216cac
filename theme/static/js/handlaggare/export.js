// The selection as a file: CSV that Swedish Excel opens, and a real XLSX. Nothing is sent.
// In: insatser in the order shown, each with its answer, the columns shown. Out: a download.
import { today } from "../datum.js";
import { linesFor, pageOf, texts } from "../passar/data.js";
import { cell } from "./celler.js";
import { _ } from "../texter.js";

// What a spreadsheet would run, also after blanks and signs that do not show. Where it takes commas
// or tabs for what parts the cells, what stands after one begins a cell of its own; but a number to
// ring, +46 8 …, is left alone inside a text.
const STARTS_FORMULA = /^(?=[\t\r\n]|[\s\p{C}]*[=+\-@＝＋－＠])/u;
const HOLDS_FORMULA = /(?<=[,;\t\r\n][\s\p{C}"]*)(?=[=\-@＝－＠]|[+＋](?!\d))/gu;

/** Rows of plain text, the heading first: the shown columns, the answer, contact and address. */
export async function rows(selection, columns, data, kommuner = []) {
  const contacts = await Promise.all(selection.map(({ insats }) => texts(insats)));
  const heading = [...columns.map(({ title }) => title), _("Läge"), _("Svar"), _("Kontakt"), _("Sida")];
  const body = selection.map(({ insats, svar }, place) => {
    const own = columns.map(({ id }) => cell(insats, id, data));
    const contact = linesFor(contacts[place].kontakt, kommuner).map(({ text }) => text).join("\n");
    return [...own, stage(insats, data), svar, contact, pageOf(insats.id)];
  });
  return [heading, ...body];
}

function stage({ fakta: { lage } }, { ord }) {
  return lage ? ord.lage.get(lage[0]) : _("Finns kanske kvar");
}

/** Download the rows as CSV: semicolons, quotes, and a mark that tells Excel it is UTF-8. */
export function saveCsv(table) {
  const text = table.map((row) => row.map(quoted).join(";")).join("\r\n");
  save(new Blob([`\ufeff${text}\r\n`], { type: "text/csv;charset=utf-8" }), "csv");
}

function quoted(text) {
  const safe = text.replace(HOLDS_FORMULA, "'").replace(STARTS_FORMULA, "'");
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Download the rows as a spreadsheet, every cell as text. The library is fetched only now. */
export async function saveXlsx(table) {
  await import("../vendor/write-excel-file/write-excel-file.min.js");
  const sheet = table.map((row, line) => row.map((value) => ({
    value, type: String, wrap: true, ...(line ? {} : { fontWeight: "bold" }) })));
  const widths = table[0].map((_, column) => ({ width: column ? 24 : 32 }));
  const file = await globalThis.writeXlsxFile(sheet, { columns: widths, stickyRowsCount: 1, sheet: sheetName(_("Insatser")) }).toBlob();
  save(file, "xlsx");
}

/** A name that Excel accepts, whatever the translation. */
function sheetName(text) {
  return text.replace(/[[\]:*?/\\]/g, " ").slice(0, 31);
}

function save(blob, ending) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `insatser-${today()}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
