// The core of the guide as Eleventy would have it: what is compared with, never published.
// The benchmark puts the records in insatser/ and the vocabularies in vokabular/.
const { etiketter } = require("./las.cjs");

const dagar = new Intl.DateTimeFormat("sv", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const manader = new Intl.DateTimeFormat("sv", { month: "long", year: "numeric", timeZone: "UTC" });

// A date that may be a year, a month or a day, as one says it.
function dag(text) {
  return { 4: text, 7: manader.format(new Date(text)), 10: dagar.format(new Date(text)) }[text.length];
}

module.exports = (config) => {
  config.addPassthroughCopy("theme");
  config.addFilter("dag", dag);
  config.addFilter("kalldag", (kalla) => kalla.datum_text ?? dag(kalla.datum));
  config.addFilter("etikett", (id, vokabular) => etiketter[vokabular][id]);
  config.addFilter("namnen", (ids, vokabular, sist) => {
    const namn = ids.map((id) => etiketter[vokabular][id]);
    return namn.length > 1 ? `${namn.slice(0, -1).join(", ")} ${sist} ${namn.at(-1)}` : namn.join("");
  });
  config.addFilter("ring", (nummer) => `tel:+46${nummer.replace(/\D/g, "").slice(1)}`);
  config.addFilter("utan", (adress) => adress.replace("https://", ""));
  config.addFilter("kalla", (post, id) => post.kallor.find((kalla) => kalla.id === id));
};
