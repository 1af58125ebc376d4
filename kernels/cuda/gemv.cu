// The fast product of one row of activations. A group of lanes shares a strip of rows; each lane loads units of packed
// bytes, up to 64 at once, unpacks them to quads and multiplies four columns with one instruction. Codes keep the offset
// BIAS that they are packed with: what it adds, BIAS times the sum of the activations, is taken off at the end.
// All sums are modulo 2^32, and the result lies inside: so it is exact whatever the parts do.
#include "kernels.h"

namespace bitnet {
namespace {

constexpr uint32_t THREADS = 256;
constexpr uint32_t MAX_CHUNK = 16 * 1024;

/**
 * Where word i of the staged x lies: 8 words are left free behind each 32. Lanes that read the same place of neighbouring
 * runs of 128 columns then meet different banks, and four words of a run of 32 keep one 16-byte address.
 */
HD uint32_t slot(uint32_t i) { return i + i / 32 * 8; }

struct Share {
  uint32_t strip, part, lane;
  bool active;
};

template <class F, class Section>
DEVICE void addUnit(const Section &section, const typename Section::Raw &raw, uint32_t unit, const uint32_t *x,
                    uint32_t firstWord, uint32_t (&sum)[F::ROWS], uint32_t &sumOfX) {
  uint32_t quads[F::ROWS][Section::QUADS];
  section.quads(raw, unit, quads);
#pragma unroll
  for (int q = 0; q < Section::QUADS; q += Section::RUN) {
    const uint32_t *from = x + slot(section.column(unit, q) / 4 - firstWord);
    uint32_t four[Section::RUN];
    if constexpr (Section::RUN == 4) {
      const Words4 run = load128(from);
      for (int i = 0; i < 4; i++) four[i] = run.w[i];
    } else {
      four[0] = *from;
    }
#pragma unroll
    for (int i = 0; i < Section::RUN; i++) {
      sumOfX = dot4(ONES, four[i], sumOfX);
#pragma unroll
      for (int r = 0; r < F::ROWS; r++) sum[r] = dot4(quads[r][q + i], four[i], sum[r]);
    }
  }
}

// One section of the format, chunk by chunk: x goes through shared memory, weights straight to registers.
template <class F, class Section>
DEVICE void addSection(const uint8_t *weights, const int8_t *x, uint32_t *staged, const Matrix &m, const GemvPlan &plan,
                       const Share &share, uint32_t (&sum)[F::ROWS], uint32_t &sumOfX) {
  const Section section(m);
  const uint32_t columns = section.end() - section.begin();
  const uint32_t group = section.groupColumns(), chunk = plan.chunk / group * group;
  for (uint32_t from = 0; from < columns; from += chunk) {
    const uint32_t size = columns - from < chunk ? columns - from : chunk;
    meet();  // nobody reads the previous chunk any more
    for (uint32_t i = threadIdx.x; i < size / 4; i += THREADS) staged[slot(i)] = load32(x + section.begin() + from + 4 * i);
    meet();
    if (!share.active) continue;
    const uint32_t end = (from + size) / group * Section::UNITS, step = plan.split * plan.lanes;
    uint32_t unit = from / group * Section::UNITS + share.part * plan.lanes + share.lane;
    if (unit >= end) continue;
    typename Section::Raw raw = section.load(weights, share.strip, unit);
    for (;;) {
      // The next load is on its way while this unit is computed.
      const uint32_t next = unit + step;
      typename Section::Raw ahead = raw;
      if (next < end) ahead = section.load(weights, share.strip, next);
      addUnit<F>(section, raw, unit, staged, from / 4, sum, sumOfX);
      if (next >= end) break;
      unit = next;
      raw = ahead;
    }
  }
}

template <class F, class = void>
struct HasRest {
  static constexpr bool value = false;
};
template <class F>
struct HasRest<F, std::void_t<typename F::Rest>> {
  static constexpr bool value = true;
};

// weights: packed (M, K), x: (K), y: (M); blockIdx.y chooses the product of the batch.
// Shared words: x of one chunk (slot(chunk / 4)), then a sum for each row of each group (THREADS / lanes * strip rows).
template <class F>
KERNEL gemvKernel(const uint8_t *__restrict__ weights, const int8_t *__restrict__ x, int32_t *__restrict__ y, Matrix m,
                  GemvBatch batch, GemvPlan plan) {
  const F format(m);
  const uint32_t stripRows = format.stripRows(), groups = THREADS / plan.lanes, strips = groups / plan.split;
  const uint32_t group = threadIdx.x / plan.lanes;
  Share share;
  share.lane = threadIdx.x % plan.lanes;
  share.part = group % plan.split;
  share.strip = blockIdx.x * strips + group / plan.split;
  share.active = share.strip * stripRows < m.rows;
  weights += blockIdx.y * batch.weightsStep;
  x += blockIdx.y * batch.xStep;
  y += size_t{blockIdx.y} * m.rows;
  uint32_t *staged = sharedWords(), *partial = staged + slot(plan.chunk / 4);

  uint32_t sum[F::ROWS], sumOfX = 0;
#pragma unroll
  for (int r = 0; r < F::ROWS; r++) sum[r] = 0;
  addSection<F, typename F::Section>(weights, x, staged, m, plan, share, sum, sumOfX);
  if constexpr (HasRest<F>::value) addSection<F, typename F::Rest>(weights, x, staged, m, plan, share, sum, sumOfX);

  // Lanes whose numbers differ outside rowBits hold the same rows. Every lane takes part, also the idle ones.
  const uint32_t rowBits = format.rowBits();
#pragma unroll
  for (int r = 0; r < F::ROWS; r++) {
    uint32_t value = sum[r] - static_cast<uint32_t>(F::BIAS) * sumOfX;
    for (uint32_t mask = plan.lanes / 2; mask != 0; mask /= 2) {
      if ((mask & rowBits) == 0) value += shuffleXor(value, mask);
    }
    if ((share.lane & ~rowBits) == 0) partial[group * stripRows + format.rowOf(share.lane, r)] = value;
  }
  meet();
  for (uint32_t i = threadIdx.x; i < strips * stripRows; i += THREADS) {
    const uint32_t row = blockIdx.x * strips * stripRows + i;
    if (row >= m.rows) break;
    uint32_t value = 0;
    for (uint32_t part = 0; part < plan.split; part++)
      value += partial[(i / stripRows * plan.split + part) * stripRows + i % stripRows];
    y[row] = static_cast<int32_t>(value);
  }
}

template <class F>
uint32_t units(const Matrix &m) {
  const typename F::Section section(m);
  return (section.end() - section.begin()) / section.groupColumns() * F::Section::UNITS;
}

}  // namespace

GemvPlan planGemv(FormatId id, const Matrix &m, uint32_t batch, uint32_t processors) {
  return withFormat(id, [&](auto of) {
    using F = typename decltype(of)::Format;
    const uint32_t total = units<F>(m), strips = (m.rows + F(m).stripRows() - 1) / F(m).stripRows();
    GemvPlan plan = {32, 1, m.columns < MAX_CHUNK ? (m.columns + 3) / 4 * 4 : MAX_CHUNK};
    for (uint32_t lanes : {16u, 8u}) {
      const auto rounded = [&](uint32_t l) { return (total + l - 1) / l * l; };
      if (rounded(lanes) < rounded(plan.lanes)) plan.lanes = lanes;
    }
    // Twelve warps for each processor keep its loads busy; a part shorter than its lanes would idle.
    const auto warps = [&] { return uint64_t{strips} * plan.lanes * plan.split * batch / WARP; };
    while (plan.split < THREADS / plan.lanes && warps() < uint64_t{processors} * 12 &&
           total >= 2 * plan.split * plan.lanes)
      plan.split *= 2;
    return plan;
  });
}

void launchGemv(FormatId id, const Matrix &m, const uint8_t *weights, const int8_t *x, int32_t *y, const GemvBatch &batch,
                const GemvPlan &plan) {
  withFormat(id, [&](auto of) {
    using F = typename decltype(of)::Format;
    const uint32_t stripRows = F(m).stripRows(), rows = THREADS / plan.lanes / plan.split * stripRows;
    const size_t sharedBytes = (slot(plan.chunk / 4) + THREADS / plan.lanes * stripRows) * sizeof(uint32_t);
    // A grid has at most 65535 blocks in y.
    for (uint32_t from = 0; from < batch.count; from += 65535) {
      const uint32_t count = batch.count - from < 65535 ? batch.count - from : 65535;
      launch(gemvKernel<F>, Grid{(m.rows + rows - 1) / rows, count}, THREADS, sharedBytes, weights + from * batch.weightsStep,
             x + from * batch.xStep, y + size_t{from} * m.rows, m, batch, plan);
    }
  });
}

}  // namespace bitnet
