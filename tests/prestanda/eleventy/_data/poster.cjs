module.exports = require("../las.cjs").poster;
