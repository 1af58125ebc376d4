// What the module exports. The host (../instance.ts) lends it memory and says where everything lies; nothing is allocated here.
export { rowBytes } from './rows';
export { multiply, spread, spreadBytes } from './multiply';
export { copyI2S, decodeBlocks, decodeFourRows, decodeW2A8 } from './two-bit';
export { decodeTL1, decodeTL2 } from './tables';
export { decodeTQ1 } from './tq1';
