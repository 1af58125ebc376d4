#include <cstdio>
#include <iostream>

#include "products.h"

namespace bitnet {
namespace {

std::string quoted(const std::string &text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c >= ' ' ? c : '?';
  }
  return out + "\"";
}

std::vector<uint8_t> readWeights(const Job &job) {
  const std::string what = std::to_string(job.matrix.rows) + " x " + std::to_string(job.matrix.columns) + " weights in " +
                           titleOf(job.format);
  std::vector<uint8_t> bytes = readExactly(job.weights, packedBytes(job.format, job.matrix), what);
  checkCodes(job.format, job.matrix, bytes.data());
  return bytes;
}

}  // namespace

/** Judges the weights of each manifest, without a device. */
int checkCommand(const std::vector<std::string> &manifests) {
  for (const std::string &path : manifests) {
    const Job job = readManifest(path, false);
    readWeights(job);
    std::printf("{\"format\":\"%s\",\"bytes\":%zu}\n", nameOf(job.format), packedBytes(job.format, job.matrix));
  }
  return EXIT_FINE;
}

int runCommand(const std::vector<std::string> &manifests) {
  for (const std::string &path : manifests) {
    // Input is judged before a device is asked for, so that a fault in it is told on every machine.
    const Job job = readManifest(path, true);
    const std::vector<uint8_t> weights = readWeights(job);
    const size_t activations = size_t{job.count} * job.matrix.columns;
    const std::vector<uint8_t> raw = readExactly(job.x, activations, std::to_string(activations) + " activations");
    std::vector<int8_t> x(activations);
    std::memcpy(x.data(), raw.data(), activations);
    const DeviceFacts device = openDevice();
    const std::vector<int32_t> y = multiply(job.format, job.matrix, job.kernel, weights, x, job.count, device);
    writeNew(job.y, y.data(), y.size() * sizeof(int32_t));
    std::printf("{\"device\":%s,\"emulated\":%s,\"kernel\":\"%s\",\"outputs\":%zu}\n", quoted(device.name).c_str(),
                device.emulated ? "true" : "false", nameOf(kernelFor(job.kernel, job.count)), y.size());
  }
  return EXIT_FINE;
}

/** For each line `FORMAT ROWS COLUMNS [BM BK bm]` of the input the bytes of such a matrix, or why there is none. */
int layoutCommand() {
  std::string line;
  while (std::getline(std::cin, line)) {
    try {
      std::vector<std::string> words(1);
      for (char c : line) {
        if (c == ' ') words.emplace_back();
        else words.back() += c;
      }
      if (words.size() != 3 && words.size() != 6) throw BadInput("FORMAT ROWS COLUMNS [BM BK bm] is expected");
      const FormatId id = formatNamed(words[0]);
      uint32_t numbers[5] = {0, 0, 0, 0, 0};
      static const char *const NAMES[] = {"rows", "columns", "BM", "BK", "bm"};
      for (size_t i = 1; i < words.size(); i++)
        numbers[i - 1] = static_cast<uint32_t>(wholeNumber(words[i], NAMES[i - 1], 1, MAX_WEIGHTS));
      const Matrix m = {numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]};
      checkShape(id, m);
      std::printf("%zu\n", packedBytes(id, m));
    } catch (const BadInput &error) {
      std::printf("refused: %s\n", error.what());
    }
  }
  return EXIT_FINE;
}

int probeCommand() {
  const DeviceFacts device = openDevice();
  // A product that runs: a driver that lists a device may still have no code for it.
  uint32_t seed = 1;
  const Matrix m = {16, 256, 0, 0, 0};
  const std::vector<int8_t> codes = randomCodes(seed, 16 * 256), x = randomActivations(seed, 256);
  std::vector<uint8_t> weights(packedBytes(FormatId::w2a8, m));
  packCodes(FormatId::w2a8, m, codes.data(), weights.data());
  mustEqual("probe", multiply(FormatId::w2a8, m, Kernel::gemv, weights, x, 1, device), multiplyCodes(m, codes, x, 1));
  std::printf(
      "{\"device\":%s,\"computeCapability\":\"%s\",\"driver\":\"%s\",\"runtime\":\"%s\",\"memoryBytes\":%llu,"
      "\"l2Bytes\":%llu,\"processors\":%u,\"emulated\":%s}\n",
      quoted(device.name).c_str(), device.computeCapability.c_str(), device.driver.c_str(), device.runtime.c_str(),
      static_cast<unsigned long long>(device.memoryBytes), static_cast<unsigned long long>(device.l2Bytes), device.processors,
      device.emulated ? "true" : "false");
  return EXIT_FINE;
}

}  // namespace bitnet
