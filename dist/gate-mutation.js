// Generated from src/gates/mutation.ts by `npm run generate`. Do not edit.
require('./index.js').run('gate-mutation');
