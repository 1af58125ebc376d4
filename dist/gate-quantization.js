// Generated from src/gates/quantization.ts by `npm run generate`. Do not edit.
require('./index.js').run('gate-quantization');
