#include <cstdio>

#include "products.h"

namespace bitnet {
namespace {

constexpr Kernel KERNELS[] = {Kernel::simple, Kernel::gemv, Kernel::gemm};

struct Case {
  FormatId format;
  Matrix matrix;
  uint32_t count;
};

// Shapes at the edges: one unit, rows that fill no strip, columns beyond one chunk of the fast kernel and beyond 65,535.
const Case CASES[] = {
    {FormatId::i2_s, {1, 128}, 1},           {FormatId::i2_s, {7, 384}, 3},        {FormatId::i2_s, {70, 2560}, 9},
    {FormatId::i2_s, {3, 65664}, 1},         {FormatId::tq2_0, {1, 256}, 1},       {FormatId::tq2_0, {6, 768}, 3},
    {FormatId::tq2_0, {65, 512}, 130},       {FormatId::tq2_0, {2, 65792}, 1},     {FormatId::w2a8, {16, 128}, 1},
    {FormatId::w2a8, {48, 640}, 3},          {FormatId::w2a8, {80, 1152}, 9},      {FormatId::w2a8, {16, 65664}, 1},
    {FormatId::tl1, {32, 8, 32, 8, 32}, 1},  {FormatId::tl1, {64, 4, 64, 4, 64}, 1},
    {FormatId::tl1, {128, 96, 64, 48, 32}, 3}, {FormatId::tl1, {128, 100, 64, 20, 64}, 9},
    {FormatId::tl1, {64, 65600, 32, 32800, 32}, 1},
    {FormatId::tl2, {32, 256, 32, 96, 32}, 1}, {FormatId::tl2, {96, 256, 96, 264, 32}, 3},
    {FormatId::tl2, {64, 2560, 32, 96, 32}, 9}, {FormatId::tl2, {64, 264, 64, 24, 32}, 9},
    {FormatId::tl2, {32, 65632, 32, 96, 32}, 1},
};

enum class Data { random, saturated };

size_t testCase(const Case &one, Data data, uint32_t seed, const DeviceFacts &device) {
  const Matrix &m = one.matrix;
  checkShape(one.format, m);
  std::vector<int8_t> codes = randomCodes(seed, size_t{m.rows} * m.columns);
  std::vector<int8_t> x = randomActivations(seed, size_t{one.count} * m.columns);
  if (data == Data::saturated) {
    codes.assign(codes.size(), 1);
    x.assign(x.size(), -128);
  }
  std::vector<uint8_t> weights(packedBytes(one.format, m));
  packCodes(one.format, m, codes.data(), weights.data());
  checkCodes(one.format, m, weights.data());
  const std::vector<int32_t> expected = multiplyCodes(m, codes, x, one.count);
  for (Kernel kernel : KERNELS) {
    const std::string name = std::string(nameOf(one.format)) + " " + std::to_string(m.rows) + "x" +
                             std::to_string(m.columns) + " count " + std::to_string(one.count) + " " + nameOf(kernel);
    mustEqual(name, multiply(one.format, m, kernel, weights, x, one.count, device), expected);
  }
  return sizeof(KERNELS) / sizeof(KERNELS[0]);
}

// fragments: (32 lanes, 6 words) of one product of 16 x 8 x 32; sums: (2, 32 lanes, 4).
KERNEL tileKernel(const uint32_t *fragments, uint32_t *sums) {
  const uint32_t *mine = fragments + 6 * threadIdx.x;
  const uint32_t a[4] = {mine[0], mine[1], mine[2], mine[3]}, b[2] = {mine[4], mine[5]};
  uint32_t large[4] = {1, 2, 3, 4}, small[4] = {1, 2, 3, 4};
  multiplyTile(large, a, b);
  multiplyAsSmallTiles(small, a, b);
  for (int i = 0; i < 4; i++) {
    sums[4 * threadIdx.x + i] = large[i];
    sums[128 + 4 * threadIdx.x + i] = small[i];
  }
}

/** A large tile is what sm_75 makes of small ones: so the one path is proved by the other, whichever the device takes. */
void testTiles(uint32_t seed) {
  const std::vector<int8_t> bytes = randomActivations(seed, 32 * 6 * 4);
  const DeviceBuffer fragments(bytes.data(), bytes.size()), sums(256 * sizeof(int32_t));
  launch(tileKernel, Grid{1, 1}, WARP, 0, fragments.as<uint32_t>(), sums.as<uint32_t>());
  finishDevice("tiles");
  std::vector<int32_t> large(128), small(128);
  copyFromDevice(large.data(), sums.as<void>(), 512);
  copyFromDevice(small.data(), sums.as<int32_t>() + 128, 512);
  mustEqual("m16n8k32 against four m8n8k16", large, small);
}

}  // namespace

int selfTestCommand() {
  const DeviceFacts device = openDevice();
  size_t products = 0;
  uint32_t seed = 1;
  for (const Case &one : CASES) {
    for (bool falling : {false, true}) {
      if (falling && one.matrix.columns > 8192) continue;  // long for the emulator, and no other barriers
      runThreadsInFallingOrder(falling);
      products += testCase(one, Data::random, seed++, device);
    }
    runThreadsInFallingOrder(false);
    products += testCase(one, Data::saturated, seed++, device);
  }
  for (int i = 0; i < 16; i++) testTiles(seed++);
  std::printf("%s: %zu products exact\n", device.name.c_str(), products);
  return EXIT_FINE;
}

}  // namespace bitnet
