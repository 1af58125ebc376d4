#pragma once
#include <string>
#include <vector>

#include "../kernels.h"
#include "manifest.h"

namespace bitnet {

/** The kernel that `automatic` stands for. */
Kernel kernelFor(Kernel asked, uint32_t count);
const char *nameOf(Kernel kernel);

/** y (count, M) of packed weights and x (count, K), by one kernel on the device; all in host memory. */
std::vector<int32_t> multiply(FormatId id, const Matrix &m, Kernel kernel, const std::vector<uint8_t> &weights,
                              const std::vector<int8_t> &x, uint32_t count, const DeviceFacts &device);

/** The same on the host, from codes, in 64-bit numbers: what kernels are checked against. */
std::vector<int32_t> multiplyCodes(const Matrix &m, const std::vector<int8_t> &codes, const std::vector<int8_t> &x,
                                   uint32_t count);

/** Throws Fault with the name, the first index at fault and both values. */
void mustEqual(const std::string &name, const std::vector<int32_t> &seen, const std::vector<int32_t> &expected);

/** Weights and activations from a seed: s = (s * 1664525 + 1013904223) mod 2^32; the upper half is used. */
std::vector<int8_t> randomCodes(uint32_t &seed, size_t count);
std::vector<int8_t> randomActivations(uint32_t &seed, size_t count);

/** The commands. */
int runCommand(const std::vector<std::string> &manifests);
int checkCommand(const std::vector<std::string> &manifests);
int layoutCommand();
int probeCommand();
int selfTestCommand();
int benchCommand(const std::vector<std::string> &options);

}  // namespace bitnet
