// Generated from src/gates/spec.ts by `npm run generate`. Do not edit.
require('./index.js').run('gate-spec');
