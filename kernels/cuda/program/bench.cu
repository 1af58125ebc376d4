// Checks, then times. Bandwidth comes from one launch over rotating copies of the weights, more than four times the L2
// together, because one matrix lies in the L2 and costs less than a launch; the latency of a single launch stands apart.
// Beside them, of the same run and over as many bytes: what the device reads and what it copies.
#include <algorithm>
#include <cstdio>

#include "products.h"

namespace bitnet {
namespace {

constexpr uint32_t THREADS = 256;
constexpr int WARM_UP = 3, RUNS = 15, SINGLE_RUNS = 51;

struct Options {
  std::vector<Matrix> shapes = {{6912, 2560}, {20480, 3200}};
  std::vector<FormatId> formats = {FORMATS, FORMATS + sizeof(FORMATS) / sizeof(FORMATS[0])};
  uint32_t count = 512;
};

Options parse(const std::vector<std::string> &words) {
  Options options;
  for (size_t i = 0; i < words.size(); i += 2) {
    const std::string &name = words[i];
    if (name != "--shape" && name != "--format" && name != "--count")
      throw BadInput("bench has no option '" + name + "'; known are --shape, --format, --count");
    if (i + 1 == words.size()) throw BadInput(name + " needs a value");
    const std::string &value = words[i + 1];
    if (name == "--format") options.formats = {formatNamed(value)};
    if (name == "--count") options.count = static_cast<uint32_t>(wholeNumber(value, "count", 1, 65536));
    if (name != "--shape") continue;
    const size_t x = value.find('x');
    if (x == std::string::npos) throw BadInput("shape is '" + value + "'; MxK is expected, as in 6912x2560");
    options.shapes = {{static_cast<uint32_t>(wholeNumber(value.substr(0, x), "rows", 1, MAX_WEIGHTS)),
                       static_cast<uint32_t>(wholeNumber(value.substr(x + 1), "columns", 1, MAX_WEIGHTS))}};
  }
  return options;
}

uint32_t largestDivisor(uint32_t value, std::initializer_list<uint32_t> candidates) {
  for (uint32_t candidate : candidates) {
    if (value % candidate == 0) return candidate;
  }
  return *(candidates.end() - 1);
}

/** The tile sizes that a kernel for the CPU would take for this shape. */
Matrix withTiles(FormatId id, Matrix m) {
  if (!isTiled(id)) return m;
  m.bm = 32;
  m.BM = largestDivisor(m.rows, {256, 128, 64, 32});
  m.BK = id == FormatId::tl1 ? largestDivisor(m.columns, {128, 64, 32, 16, 8}) : 96;
  return m;
}

double median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

/** Median milliseconds of one run of `work` on the device's clock. */
template <class Work>
double milliseconds(int runs, Work work) {
  for (int i = 0; i < WARM_UP; i++) work();
  std::vector<double> times;
  for (int i = 0; i < runs; i++) {
    markBegin();
    work();
    times.push_back(markEnd());
  }
  finishDevice("timing");
  return median(times);
}

// words: (blocks of four); sums: (threads). Every thread keeps a sum, so that no load can be left out.
KERNEL readKernel(const uint8_t *__restrict__ bytes, size_t blocks, uint32_t *sums) {
  const size_t threads = size_t{gridDim.x} * THREADS, first = size_t{blockIdx.x} * THREADS + threadIdx.x;
  uint32_t sum = 0;
#pragma unroll 4
  for (size_t i = first; i < blocks; i += threads) {
    const Words4 four = load128(bytes + 16 * i);
    sum += four.w[0] ^ four.w[1] ^ four.w[2] ^ four.w[3];
  }
  sums[first] = sum;
}

double gigabytes(double bytes, double ms) { return bytes / ms / 1e6; }

void benchBandwidth(size_t bytes, const DeviceFacts &device) {
  bytes = bytes / 16 * 16;
  const DeviceBuffer from(bytes), to(bytes);
  const uint32_t blocks = device.processors * 8;
  const DeviceBuffer sums(size_t{blocks} * THREADS * sizeof(uint32_t));
  deviceFill(from.as<void>(), 1, bytes);
  const double read = milliseconds(RUNS, [&] {
    launch(readKernel, Grid{blocks, 1}, THREADS, 0, from.as<uint8_t>(), bytes / 16, sums.as<uint32_t>());
  });
  const double copy = milliseconds(RUNS, [&] { copyOnDevice(to.as<void>(), from.as<void>(), bytes); });
  std::printf("device memory, %.0f MB: reads %.0f GB/s; copies %.0f GB/s, reads and writes together\n", bytes / 1e6,
              gigabytes(static_cast<double>(bytes), read), gigabytes(2.0 * static_cast<double>(bytes), copy));
}

struct Operands {
  std::vector<int8_t> codes, x;
  std::vector<uint8_t> weights;
};

Operands makeOperands(FormatId id, const Matrix &m, uint32_t count) {
  uint32_t seed = 1;
  Operands made;
  made.codes = randomCodes(seed, size_t{m.rows} * m.columns);
  made.x = randomActivations(seed, size_t{count} * m.columns);
  made.weights.resize(packedBytes(id, m));
  packCodes(id, m, made.codes.data(), made.weights.data());
  return made;
}

void benchGemv(FormatId id, const Matrix &m, const Operands &made, uint32_t copies, const DeviceFacts &device) {
  const std::vector<int8_t> x(made.x.begin(), made.x.begin() + m.columns);
  const std::vector<int32_t> expected = multiplyCodes(m, made.codes, x, 1);
  mustEqual(std::string(nameOf(id)) + " gemv", multiply(id, m, Kernel::gemv, made.weights, x, 1, device), expected);

  const size_t bytes = made.weights.size(), step = (bytes + 255) / 256 * 256;
  const DeviceBuffer weights(step * copies), a(x.data(), x.size()), y(size_t{copies} * m.rows * sizeof(int32_t));
  copyToDevice(weights.as<void>(), made.weights.data(), bytes);
  for (uint32_t i = 1; i < copies; i++) copyOnDevice(weights.as<uint8_t>() + i * step, weights.as<void>(), bytes);
  deviceFill(y.as<void>(), 0x7f, y.bytes());
  const GemvPlan plan = planGemv(id, m, copies, device.processors), alone = planGemv(id, m, 1, device.processors);
  const auto product = [&](uint32_t batch, const GemvPlan &how) {
    launchGemv(id, m, weights.as<uint8_t>(), a.as<int8_t>(), y.as<int32_t>(), {batch, step, 0}, how);
  };
  const double single = milliseconds(SINGLE_RUNS, [&] { product(1, alone); });
  const double all = milliseconds(RUNS, [&] { product(copies, plan); });
  // What was timed is checked as well: each copy has given the same products.
  std::vector<int32_t> seen(size_t{copies} * m.rows);
  copyFromDevice(seen.data(), y.as<void>(), seen.size() * sizeof(int32_t));
  for (uint32_t i = 0; i < copies; i++) {
    const auto from = seen.begin() + static_cast<ptrdiff_t>(size_t{i} * m.rows);
    mustEqual(std::string(nameOf(id)) + " gemv, copy " + std::to_string(i), {from, from + m.rows}, expected);
  }
  std::printf("%-6s %6ux%-6u gemv  exact  %9.2f us a product  %7.0f GB/s packed  (%u copies, %.0f MB)  alone %.2f us\n",
              nameOf(id), m.rows, m.columns, 1000 * all / copies, gigabytes(static_cast<double>(bytes) * copies, all), copies,
              static_cast<double>(bytes) * copies / 1e6, 1000 * single);
}

void benchGemm(FormatId id, const Matrix &m, const Operands &made, uint32_t count, const DeviceFacts &device) {
  const std::string name = std::string(nameOf(id)) + " gemm";
  const std::vector<int32_t> seen = multiply(id, m, Kernel::gemm, made.weights, made.x, count, device);
  // All of it against the simple kernel, and its first row of activations against the host.
  mustEqual(name, seen, multiply(id, m, Kernel::simple, made.weights, made.x, count, device));
  const std::vector<int8_t> first(made.x.begin(), made.x.begin() + m.columns);
  mustEqual(name + ", row 0", {seen.begin(), seen.begin() + m.rows}, multiplyCodes(m, made.codes, first, 1));

  const DeviceBuffer weights(made.weights.data(), made.weights.size()), a(made.x.data(), made.x.size());
  const DeviceBuffer y(size_t{count} * m.rows * sizeof(int32_t)), sums(count * sizeof(int32_t));
  const double ms = milliseconds(RUNS, [&] {
    launchGemm(id, m, weights.as<uint8_t>(), a.as<int8_t>(), y.as<int32_t>(), count, sums.as<int32_t>());
  });
  const double operations = 2.0 * m.rows * m.columns * count;
  std::printf("%-6s %6ux%-6u gemm  exact  %9.2f us for %u rows of activations  %7.2f int8 TOPS\n", nameOf(id), m.rows, m.columns,
              1000 * ms, count, operations / ms / 1e9);
}

}  // namespace

int benchCommand(const std::vector<std::string> &words) {
  const Options options = parse(words);
  const bool all = options.formats.size() > 1;
  const DeviceFacts device = openDevice();
  std::printf("%s, compute capability %s, driver %s, CUDA runtime %s, L2 %.1f MB, %u multiprocessors\n", device.name.c_str(),
              device.computeCapability.c_str(), device.driver.c_str(), device.runtime.c_str(),
              static_cast<double>(device.l2Bytes) / 1e6, device.processors);
  if (device.emulated) std::printf("an emulation: the times say nothing about a device\n");
  std::printf("medians of %d runs after %d that are not counted\n", RUNS, WARM_UP);
  for (const Matrix &shape : options.shapes) {
    bool measured = false;
    for (FormatId id : options.formats) {
      const Matrix m = withTiles(id, shape);
      try {
        checkShape(id, m);
      } catch (const BadInput &error) {
        if (!all) throw;
        std::printf("%-6s %6ux%-6u left out: %s\n", nameOf(id), m.rows, m.columns, error.what());
        continue;
      }
      const Operands made = makeOperands(id, m, options.count);
      const size_t beyond = 4 * device.l2Bytes + 1;
      const size_t needed = (beyond + made.weights.size() - 1) / made.weights.size();
      const uint32_t copies = static_cast<uint32_t>(std::min<size_t>(std::max<size_t>(needed, 2), 65535));
      if (!measured) benchBandwidth(copies * made.weights.size(), device);
      measured = true;
      benchGemv(id, m, made, copies, device);
      benchGemm(id, m, made, options.count, device);
    }
    if (!measured) throw BadInput("no format holds " + std::to_string(shape.rows) + "x" + std::to_string(shape.columns));
  }
  return EXIT_FINE;
}

}  // namespace bitnet
