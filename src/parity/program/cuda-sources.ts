// Made by `node scripts/cuda-sources.mjs` from kernels/cuda and scripts/build-cuda.mjs.
/** sha256 over path and sha256 of every source of the CUDA program. */
export const CUDA_SOURCES_SHA256 = 'e959a35ef1bbec9ad51a244b68af867cda02e6a08734aa4d07f2eb7ed193ecea';
