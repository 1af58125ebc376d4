// Generated from src/gates/docs.ts by `npm run generate`. Do not edit.
require('./index.js').run('gate-docs');
