// Generated from src/flow/actions.ts by `npm run generate`. Do not edit.
require('./index.js').run('board');
