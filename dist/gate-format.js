// Generated from src/gates/format.ts by `npm run generate`. Do not edit.
require('./index.js').run('gate-format');
