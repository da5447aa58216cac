// Every insats under its first letter.
const { poster } = require("../las.cjs");

module.exports = Object.entries(Object.groupBy(poster, (post) => post.namn[0].toUpperCase()));
