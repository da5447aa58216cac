// Reads the records and the vocabularies once, and groups the records for the listings.
const fs = require("node:fs");
const path = require("node:path");
const yaml = require("js-yaml");

const las = (mapp) => fs.readdirSync(mapp).sort().map((fil) => [path.parse(fil).name, fs.readFileSync(path.join(mapp, fil), "utf8")]);
const vokabular = Object.fromEntries(las("vokabular").map(([namn, text]) => [namn, JSON.parse(text)]));
const etiketter = Object.fromEntries(Object.entries(vokabular).map(([namn, lista]) => [
  namn, Object.fromEntries(lista.oneOf.map((varde) => [varde.const, varde.title])),
]));

// Is an insats there, and may one apply oneself?
function lage(post) {
  const over = ["avslutad", "ersatt"].includes(post.livscykel) || (post.livscykel === "implementerad" && post.efterfoljare);
  const stage = over ? "slut" : ["implementerad", "ej-bekraftad"].includes(post.livscykel) ? "kanske" : "nu";
  if (stage === "slut") return { stage, egen: "slut" };
  if (post.vagar_in.some((vag) => vag.vem === "individ")) return { stage, egen: "ja" };
  if (post.endast_handlaggare) return { stage, egen: "nej" };
  return { stage, egen: post.inriktning === "strukturovergripande" ? "samverkan" : "vet-inte" };
}

const LISTOR = {
  kommun: ["kommun", (post) => post.kommuner],
  malgrupp: ["malgrupp", (post) => post.malgrupp ?? []],
  forsorjning: ["forsorjning", (post) => post.villkor?.forsorjning ?? []],
  insatstyp: ["insatstyp", (post) => post.insatstyp],
  metod: ["metod", (post) => post.metod ?? []],
  "vag-in": ["vem", (post) => post.vagar_in.map((vag) => vag.vem)],
  organisation: ["organisation", (post) => post.organisationer.map((del) => del.organisation)],
};

function berikad(post) {
  const namn = post.kommuner.map((id) => etiketter.kommun[id]);
  post.kommun_text = namn.length > 1 ? `${namn.slice(0, -1).join(", ")} och ${namn.at(-1)}` : namn.join("");
  post.lage = lage(post);
  post.koder = Object.entries(LISTOR).flatMap(([slug, [, varden]]) => varden(post).map((id) => `xq${slug}${id}zq`)).join(" ");
  return post;
}

const jamfor = new Intl.Collator("sv").compare;
const poster = las("insatser").map(([, text]) => berikad(yaml.load(text))).sort((a, b) => jamfor(a.namn, b.namn));
const perId = Object.fromEntries(poster.map((post) => [post.id, post]));

const grupper = (lista) => [
  ["Finns enligt den senaste källan", "", lista.filter((post) => post.lage.stage === "nu")],
  ["Finns kanske kvar", "Vi vet inte om de finns kvar. Fråga först.", lista.filter((post) => post.lage.stage === "kanske")],
  ["Avslutade", "De här insatserna tar inte emot någon. Sidorna visar vad de blev.", lista.filter((post) => post.lage.stage === "slut")],
].filter(([, , poster]) => poster.length);

// One list for each value of each vocabulary; what says "alla" stands in every one. Of kommuner only
// those that something else is in have a list.
const listor = Object.entries(LISTOR).flatMap(([slug, [namn, varden]]) => {
  const finns = new Map();
  const alla = slug === "kommun" ? [...new Set(poster.flatMap(varden))] : Object.keys(etiketter[namn]);
  const okant = [];
  for (const post of poster) {
    const egna = varden(post).includes("alla") ? alla.filter((id) => id !== "alla") : varden(post);
    for (const id of new Set(egna)) finns.set(id, [...(finns.get(id) ?? []), post]);
    if (!egna.length && post.lage.stage !== "slut" && post.inriktning === "individinriktad") okant.push(post);
  }
  return vokabular[namn].oneOf.filter((varde) => finns.has(varde.const)).map((varde) => ({
    slug, varde, vokabular: vokabular[namn], antal: finns.get(varde.const).length,
    grupper: grupper(finns.get(varde.const)),
    okant: ["kommun", "forsorjning"].includes(slug) ? okant : [],
  }));
});

module.exports = { etiketter, listor, LISTOR, perId, poster, vokabular };
