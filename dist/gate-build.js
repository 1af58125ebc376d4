// Generated from src/gates/build.ts by `npm run generate`. Do not edit.
require('./index.js').run('gate-build');
