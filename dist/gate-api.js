// Generated from src/gates/api.ts by `npm run generate`. Do not edit.
require('./index.js').run('gate-api');
