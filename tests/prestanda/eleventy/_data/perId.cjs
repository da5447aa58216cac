module.exports = require("../las.cjs").perId;
