// Made by `node scripts/cuda-sources.mjs` from kernels/cuda and scripts/build-cuda.mjs.
/** sha256 over path and sha256 of every source of the CUDA program. */
export const CUDA_SOURCES_SHA256 = 'b7934247c968b6194c32d7e9ac882f3ddc3d6b35ddab5bddba1ca5687994c598';
