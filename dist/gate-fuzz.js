// Generated from src/gates/fuzz.ts by `npm run generate`. Do not edit.
require('./index.js').run('gate-fuzz');
