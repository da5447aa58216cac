// The index of each kind of listing.
const { listor, LISTOR, vokabular } = require("../las.cjs");

module.exports = Object.entries(LISTOR).map(([slug, [namn]]) => ({
  slug, vokabular: vokabular[namn], listor: listor.filter((lista) => lista.slug === slug),
}));
