// Generated from src/gates/scope.ts by `npm run generate`. Do not edit.
require('./index.js').run('gate-scope');
