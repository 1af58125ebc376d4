// Made by `node scripts/cuda-sources.mjs` from kernels/cuda and scripts/build-cuda.mjs.
/** sha256 over path and sha256 of every source of the CUDA program. */
export const CUDA_SOURCES_SHA256 = '688d447e0a9977ebf63be7378bc600936d7db430da777ae854a2cb908596af4c';
