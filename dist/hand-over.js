// Generated from src/flow-registry.ts by `npm run generate`. Do not edit.
require('./index.js').run('hand-over');
