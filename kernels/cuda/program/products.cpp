#include "products.h"

namespace bitnet {

namespace {
// Up to here reading the weights once more for each row costs less than the tiles that the tensor-core kernel fills up.
constexpr uint32_t MOST_BY_GEMV = 8;

uint32_t next(uint32_t &seed) {
  seed = seed * 1664525u + 1013904223u;
  return seed >> 16;
}
}  // namespace

Kernel kernelFor(Kernel asked, uint32_t count) {
  if (asked != Kernel::automatic) return asked;
  return count <= MOST_BY_GEMV ? Kernel::gemv : Kernel::gemm;
}

const char *nameOf(Kernel kernel) {
  switch (kernel) {
    case Kernel::automatic: return "auto";
    case Kernel::simple: return "simple";
    case Kernel::gemv: return "gemv";
    case Kernel::gemm: break;
  }
  return "gemm";
}

std::vector<int32_t> multiply(FormatId id, const Matrix &m, Kernel kernel, const std::vector<uint8_t> &weights,
                              const std::vector<int8_t> &x, uint32_t count, const DeviceFacts &device) {
  const DeviceBuffer w(weights.data(), weights.size()), a(x.data(), x.size());
  const DeviceBuffer y(size_t{count} * m.rows * sizeof(int32_t)), sums(count * sizeof(int32_t));
  deviceFill(y.as<void>(), 0x7f, y.bytes());  // an output that no kernel writes is no zero
  switch (kernelFor(kernel, count)) {
    case Kernel::simple:
      launchSimple(id, m, w.as<uint8_t>(), a.as<int8_t>(), y.as<int32_t>(), count);
      break;
    case Kernel::gemm:
      launchGemm(id, m, w.as<uint8_t>(), a.as<int8_t>(), y.as<int32_t>(), count, sums.as<int32_t>());
      break;
    case Kernel::automatic:
    case Kernel::gemv:
      launchGemv(id, m, w.as<uint8_t>(), a.as<int8_t>(), y.as<int32_t>(), {count, 0, m.columns},
                 planGemv(id, m, count, device.processors));
      break;
  }
  finishDevice(nameOf(kernelFor(kernel, count)));
  std::vector<int32_t> out(size_t{count} * m.rows);
  copyFromDevice(out.data(), y.as<void>(), out.size() * sizeof(int32_t));
  return out;
}

std::vector<int32_t> multiplyCodes(const Matrix &m, const std::vector<int8_t> &codes, const std::vector<int8_t> &x,
                                   uint32_t count) {
  std::vector<int32_t> y(size_t{count} * m.rows);
  for (uint32_t n = 0; n < count; n++) {
    for (uint32_t row = 0; row < m.rows; row++) {
      int64_t sum = 0;
      for (uint32_t k = 0; k < m.columns; k++)
        sum += int64_t{codes[size_t{row} * m.columns + k]} * x[size_t{n} * m.columns + k];
      y[size_t{n} * m.rows + row] = static_cast<int32_t>(sum);
    }
  }
  return y;
}

void mustEqual(const std::string &name, const std::vector<int32_t> &seen, const std::vector<int32_t> &expected) {
  if (seen.size() != expected.size())
    throw Fault(name + ": " + std::to_string(seen.size()) + " outputs, expected " + std::to_string(expected.size()));
  for (size_t i = 0; i < seen.size(); i++) {
    if (seen[i] != expected[i])
      throw Fault(name + ": output " + std::to_string(i) + " is " + std::to_string(seen[i]) + ", expected " +
                  std::to_string(expected[i]));
  }
}

std::vector<int8_t> randomCodes(uint32_t &seed, size_t count) {
  std::vector<int8_t> codes(count);
  for (int8_t &code : codes) code = static_cast<int8_t>(static_cast<int>(next(seed) % 3) - 1);
  return codes;
}

std::vector<int8_t> randomActivations(uint32_t &seed, size_t count) {
  std::vector<int8_t> x(count);
  for (int8_t &value : x) value = static_cast<int8_t>(static_cast<int>(next(seed) % 256) - 128);
  return x;
}

}  // namespace bitnet
