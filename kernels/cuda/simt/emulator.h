#pragma once
// A block of threads on one processor: each thread is a fiber that runs until a barrier. It finds what a device would
// only sometimes show: shared memory read before it is written (it is filled with a pattern, and blocks can be run with
// their threads in falling order), and threads that do not meet at the same barrier (an error, where a device hangs).
#include <cstddef>
#include <cstdint>
#include <functional>

struct Index3 {
  uint32_t x = 0, y = 0, z = 0;
};
// The names that CUDA gives a kernel; they belong to the thread that runs at the moment.
extern Index3 threadIdx, blockIdx, blockDim, gridDim;

namespace bitnet {

/** Runs `body` once for each thread of each block; `threads` is a multiple of 32. Throws when threads do not meet. */
void emulate(Index3 grid, uint32_t threads, size_t sharedBytes, const std::function<void()> &body);

/** Whether the threads of a block run from the last to the first; results must not depend on it. */
void emulateInFallingOrder(bool falling);

uint32_t *sharedWords();
void meet();
uint32_t shuffleXor(uint32_t value, uint32_t mask);
/** The m16n8k32 product of a warp. */
void multiplyTile(uint32_t (&sum)[4], const uint32_t (&a)[4], const uint32_t (&b)[2]);
/** The m8n8k16 product of a warp, from which sm_75 makes the larger one. */
void multiplySmallTile(uint32_t &sum0, uint32_t &sum1, uint32_t a, uint32_t b);

}  // namespace bitnet
