#pragma once
// What a kernel may use of the machine: nvcc gives the device's own, g++ an emulation that runs the threads of a block in
// turns and stops at barriers. A kernel is written once against these names and compiled by both.
#include "layout/word.h"

#ifdef __CUDACC__
#define KERNEL __global__ void
#define DEVICE __device__ __forceinline__
#else
#include "simt/emulator.h"
#define KERNEL inline void
#define DEVICE inline
#endif

namespace bitnet {

constexpr uint32_t WARP = 32;
constexpr uint32_t ONES = 0x01010101u;

struct Grid {
  uint32_t x;
  uint32_t y;
};

#ifdef __CUDACC__

/** Shared memory of the block, as many bytes as the launch gave, aligned to 16. */
DEVICE uint32_t *sharedWords() {
  extern __shared__ uint4 shared[];
  return reinterpret_cast<uint32_t *>(shared);
}
/** All threads of the block meet; what they wrote before is seen by all after it. */
DEVICE void meet() { __syncthreads(); }
/** The value of the lane whose number differs in the bits of `mask`; every lane of the warp takes part. */
DEVICE uint32_t shuffleXor(uint32_t value, uint32_t mask) { return __shfl_xor_sync(0xffffffffu, value, mask); }
/** sum + the products of the four signed bytes of a and b, modulo 2^32. */
DEVICE uint32_t dot4(uint32_t a, uint32_t b, uint32_t sum) {
  return static_cast<uint32_t>(__dp4a(static_cast<int>(a), static_cast<int>(b), static_cast<int>(sum)));
}

/** sum += A B for A of 8 x 16 and B of 16 x 8 signed bytes, spread over the warp as the PTX manual lays out m8n8k16. */
DEVICE void multiplySmallTile(uint32_t &sum0, uint32_t &sum1, uint32_t a, uint32_t b) {
  asm volatile("mma.sync.aligned.m8n8k16.row.col.s32.s8.s8.s32 {%0,%1}, {%2}, {%3}, {%0,%1};"
               : "+r"(sum0), "+r"(sum1)
               : "r"(a), "r"(b));
}

#else

inline uint32_t dot4(uint32_t a, uint32_t b, uint32_t sum) {
  for (int i = 0; i < 32; i += 8) {
    sum += static_cast<uint32_t>(static_cast<int8_t>(a >> i & 255) * static_cast<int8_t>(b >> i & 255));
  }
  return sum;
}

#endif

/** The large tile made of small ones, as sm_75 needs it: two halves of the rows, each with two halves of the columns. */
DEVICE void multiplyAsSmallTiles(uint32_t (&sum)[4], const uint32_t (&a)[4], const uint32_t (&b)[2]) {
  multiplySmallTile(sum[0], sum[1], a[0], b[0]);
  multiplySmallTile(sum[0], sum[1], a[2], b[1]);
  multiplySmallTile(sum[2], sum[3], a[1], b[0]);
  multiplySmallTile(sum[2], sum[3], a[3], b[1]);
}

#ifdef __CUDACC__
/** The same for A of 16 x 32 and B of 32 x 8, as m16n8k32 lays them out. */
DEVICE void multiplyTile(uint32_t (&sum)[4], const uint32_t (&a)[4], const uint32_t (&b)[2]) {
#if __CUDA_ARCH__ >= 800
  asm volatile("mma.sync.aligned.m16n8k32.row.col.s32.s8.s8.s32 {%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, {%0,%1,%2,%3};"
               : "+r"(sum[0]), "+r"(sum[1]), "+r"(sum[2]), "+r"(sum[3])
               : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "r"(b[0]), "r"(b[1]));
#else
  multiplyAsSmallTiles(sum, a, b);
#endif
}
#endif

}  // namespace bitnet
