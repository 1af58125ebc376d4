// Generated from src/gates/benchmarks.ts by `npm run generate`. Do not edit.
require('./index.js').run('gate-benchmarks');
