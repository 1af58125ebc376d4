// Generated from src/gates/governance.ts by `npm run generate`. Do not edit.
require('./index.js').run('gate-governance');
