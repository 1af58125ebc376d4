// Generated from src/gates/features.ts by `npm run generate`. Do not edit.
require('./index.js').run('gate-features');
