// Generated from src/gates/security.ts by `npm run generate`. Do not edit.
require('./index.js').run('gate-security');
