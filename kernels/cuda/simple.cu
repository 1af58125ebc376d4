// The simple product: a thread for each output, weight by weight. Slow, obviously right, and for every legal shape; what
// the fast kernels are checked against on the device.
#include "kernels.h"

namespace bitnet {
namespace {

constexpr uint32_t THREADS = 128;

// weights: packed (M, K), x: (N, K), y: (N, M)
template <class F>
KERNEL simpleKernel(const uint8_t *weights, const int8_t *x, int32_t *y, Matrix m, uint32_t count) {
  const uint32_t row = blockIdx.x * THREADS + threadIdx.x;
  if (row >= m.rows) return;
  const F format(m);
  for (uint32_t n = blockIdx.y; n < count; n += gridDim.y) {
    int32_t sum = 0;
    for (uint32_t k = 0; k < m.columns; k++) sum += format.code(weights, row, k) * x[size_t{n} * m.columns + k];
    y[size_t{n} * m.rows + row] = sum;
  }
}

}  // namespace

void launchSimple(FormatId id, const Matrix &m, const uint8_t *weights, const int8_t *x, int32_t *y, uint32_t count) {
  const Grid grid = {(m.rows + THREADS - 1) / THREADS, count < 65535 ? count : 65535};
  withFormat(id, [&](auto of) {
    using F = typename decltype(of)::Format;
    launch(simpleKernel<F>, grid, THREADS, 0, weights, x, y, m, count);
  });
}

}  // namespace bitnet
