// Made by `node scripts/cuda-sources.mjs` from kernels/cuda and scripts/build-cuda.mjs.
/** sha256 over path and sha256 of every source of the CUDA program. */
export const CUDA_SOURCES_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
