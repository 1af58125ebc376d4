// Generated from src/gates/freshness.ts by `npm run generate`. Do not edit.
require('./index.js').run('gate-freshness');
