export { quantizeAbsmean } from './absmean.js';
export { TernaryError } from './errors.js';
export { gemvI2S, unpackI2S } from './i2s-decode.js';
export { I2S_BLOCK, I2S_BLOCK_BYTES, I2S_TAIL_BYTES } from './i2s-layout.js';
export { packI2S } from './i2s.js';
