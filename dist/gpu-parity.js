// Generated from src/flow/gpu-parity.ts by `npm run generate`. Do not edit.
require('./index.js').run('gpu-parity');
