const { Mistral } = require('@mistralai/mistralai');
module.exports = Mistral;
