// Many rows of activations at once, on int8 tensor cores. A block makes 64 rows of weights times 128 rows of activations:
// it unpacks the weights into shared memory, 128 columns at a time, and its eight warps multiply tiles of 16 x 8 x 32.
#include "kernels.h"

namespace bitnet {
namespace {

constexpr uint32_t THREADS = 256;
constexpr uint32_t TILE_M = 64;
constexpr uint32_t TILE_N = 128;
constexpr uint32_t TILE_K = 128;
// Rows are 36 words apart: the eight rows and four words that a warp reads at once lie in 32 different banks.
constexpr uint32_t STRIDE = TILE_K / 4 + 4;

// x: (N, K), sums: (N); a warp for each row.
KERNEL sumsKernel(const int8_t *x, int32_t *sums, uint32_t columns, uint32_t count) {
  const uint32_t n = (blockIdx.x * THREADS + threadIdx.x) / WARP, lane = threadIdx.x % WARP;
  uint32_t sum = 0;
  if (n < count) {
    for (uint32_t i = lane; i < columns / 4; i += WARP) sum = dot4(ONES, load32(x + size_t{n} * columns + 4 * i), sum);
  }
  for (uint32_t mask = WARP / 2; mask != 0; mask /= 2) sum += shuffleXor(sum, mask);
  if (n < count && lane == 0) sums[n] = static_cast<int32_t>(sum);
}

// weights: packed (M, K), x: (N, K), sums: (N), y: (N, M). Shared words: (TILE_M + TILE_N) rows of STRIDE.
template <class F>
KERNEL gemmKernel(const uint8_t *__restrict__ weights, const int8_t *__restrict__ x, const int32_t *__restrict__ sums,
                  int32_t *__restrict__ y, Matrix m, uint32_t count) {
  const F format(m);
  uint32_t *w = sharedWords(), *a = w + TILE_M * STRIDE;
  const uint32_t row0 = blockIdx.x * TILE_M, n0 = blockIdx.y * TILE_N, quads = m.columns / 4;
  const uint32_t warp = threadIdx.x / WARP, lane = threadIdx.x % WARP, high = lane / 4, low = lane % 4;
  const uint32_t warpRow = warp / 4 * 32, warpN = warp % 4 * 32;
  const bool idle = row0 + warpRow >= m.rows || n0 + warpN >= count;  // of all its lanes: it helps to unpack, and no more

  uint32_t sum[2][4][4];
#pragma unroll
  for (int i = 0; i < 2; i++)
#pragma unroll
    for (int j = 0; j < 4; j++)
#pragma unroll
      for (int s = 0; s < 4; s++) sum[i][j][s] = 0;

  for (uint32_t k0 = 0; k0 < quads; k0 += TILE_K / 4) {
    meet();  // nobody reads the previous tile any more
    // Rows and columns outside the matrix are zeros in both operands.
    for (uint32_t i = threadIdx.x; i < TILE_M * TILE_K / 4; i += THREADS) {
      const uint32_t r = i / (TILE_K / 4), k = i % (TILE_K / 4);
      const bool inside = row0 + r < m.rows && k0 + k < quads;
      w[r * STRIDE + k] = inside ? format.quad(weights, row0 + r, k0 + k) : 0;
    }
    for (uint32_t i = threadIdx.x; i < TILE_N * TILE_K / 4; i += THREADS) {
      const uint32_t r = i / (TILE_K / 4), k = i % (TILE_K / 4);
      const bool inside = n0 + r < count && k0 + k < quads;
      a[r * STRIDE + k] = inside ? load32(x + size_t{n0 + r} * m.columns + 4 * (k0 + k)) : 0;
    }
    meet();
    if (idle) continue;
#pragma unroll
    for (uint32_t k = 0; k < TILE_K / 4; k += 8) {
      uint32_t left[2][4], right[4][2];
#pragma unroll
      for (int i = 0; i < 2; i++) {
        const uint32_t *at = w + (warpRow + 16 * i + high) * STRIDE + k + low;
        left[i][0] = at[0];
        left[i][1] = at[8 * STRIDE];
        left[i][2] = at[4];
        left[i][3] = at[8 * STRIDE + 4];
      }
#pragma unroll
      for (int j = 0; j < 4; j++) {
        const uint32_t *at = a + (warpN + 8 * j + high) * STRIDE + k + low;
        right[j][0] = at[0];
        right[j][1] = at[4];
      }
#pragma unroll
      for (int i = 0; i < 2; i++)
#pragma unroll
        for (int j = 0; j < 4; j++) multiplyTile(sum[i][j], left[i], right[j]);
    }
  }

#pragma unroll
  for (int i = 0; i < 2; i++)
#pragma unroll
    for (int j = 0; j < 4; j++)
#pragma unroll
      for (int s = 0; s < 4; s++) {
        const uint32_t row = row0 + warpRow + 16 * i + high + 8 * (s / 2), n = n0 + warpN + 8 * j + 2 * low + s % 2;
        if (row >= m.rows || n >= count) continue;
        const uint32_t offset = static_cast<uint32_t>(F::BIAS) * static_cast<uint32_t>(sums[n]);
        y[size_t{n} * m.rows + row] = static_cast<int32_t>(sum[i][j][s] - offset);
      }
}

}  // namespace

void launchGemm(FormatId id, const Matrix &m, const uint8_t *weights, const int8_t *x, int32_t *y, uint32_t count,
                int32_t *sums) {
  const uint32_t perBlock = THREADS / WARP;
  launch(sumsKernel, Grid{(count + perBlock - 1) / perBlock, 1}, THREADS, 0, x, sums, m.columns, count);
  const size_t sharedBytes = (TILE_M + TILE_N) * STRIDE * sizeof(uint32_t);
  withFormat(id, [&](auto of) {
    using F = typename decltype(of)::Format;
    // A grid has at most 65535 blocks in y.
    for (uint32_t from = 0; from < count; from += 65535 * TILE_N) {
      const uint32_t part = count - from < 65535 * TILE_N ? count - from : 65535 * TILE_N;
      launch(gemmKernel<F>, Grid{(m.rows + TILE_M - 1) / TILE_M, (part + TILE_N - 1) / TILE_N}, THREADS, sharedBytes, weights,
             x + size_t{from} * m.columns, sums + from, y + size_t{from} * m.rows, m, part);
    }
  });
}

}  // namespace bitnet
