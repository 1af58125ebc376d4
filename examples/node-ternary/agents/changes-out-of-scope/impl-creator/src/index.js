export { quantizeAbsmean } from './quantize.js';
export { TernaryError } from './errors.js';
export { I2S_BLOCK, I2S_BLOCK_BYTES, I2S_TAIL_BYTES, packI2S } from './i2s.js';
