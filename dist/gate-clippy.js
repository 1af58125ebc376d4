// Generated from src/gates/clippy.ts by `npm run generate`. Do not edit.
require('./index.js').run('gate-clippy');
