// Generated from src/gates/crossval.ts by `npm run generate`. Do not edit.
require('./index.js').run('gate-crossval');
