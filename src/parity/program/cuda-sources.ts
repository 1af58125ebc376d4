// Made by `node scripts/cuda-sources.mjs` from kernels/cuda and scripts/build-cuda.mjs.
/** sha256 over path and sha256 of every source of the CUDA program. */
export const CUDA_SOURCES_SHA256 = 'b0d2aae3c4de701395b25003b60e8dd298e90bd20caa06f387a1354e85c6cef9';
