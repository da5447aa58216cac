module.exports = require("../las.cjs").listor;
