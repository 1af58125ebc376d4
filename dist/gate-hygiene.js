// Generated from src/gates/hygiene.ts by `npm run generate`. Do not edit.
require('./index.js').run('gate-hygiene');
