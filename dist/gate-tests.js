// Generated from src/gates/tests.ts by `npm run generate`. Do not edit.
require('./index.js').run('gate-tests');
