#pragma once
#include <string>
#include <vector>

#include "shapes.h"

namespace bitnet {

enum class Kernel { automatic, simple, gemv, gemm };

/** One product as a manifest describes it; see docs/kernels.md. Files lie in the folder of the manifest. */
struct Job {
  std::string path;
  FormatId format = FormatId::i2_s;
  Matrix matrix;
  /** Rows of activations. */
  uint32_t count = 1;
  Kernel kernel = Kernel::automatic;
  std::string weights;
  std::string x;
  std::string y;
};

/** Reads a manifest; throws BadInput with the line for anything it does not know or that is missing or there twice. */
Job readManifest(const std::string &path, bool withActivations);

/** The whole file, which must have exactly `bytes` bytes. */
std::vector<uint8_t> readExactly(const std::string &path, size_t bytes, const std::string &what);
/** Writes a file that must not be there yet; throws Fault. */
void writeNew(const std::string &path, const void *data, size_t bytes);

}  // namespace bitnet
