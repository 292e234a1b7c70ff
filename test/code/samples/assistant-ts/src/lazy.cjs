'use strict';
const load = () => import('@mistralai/mistralai');
const { Groq } = require('groq-sdk');
module.exports = { load, groq: new Groq() };
