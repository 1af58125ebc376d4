#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#ifdef __CUDACC__
#define HD __host__ __device__ __forceinline__
#else
#define HD inline
#endif

static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "packed weights are little-endian words");

namespace bitnet {

/** Rows (M), columns (K) and, for TL1 and TL2, tile sizes (0 elsewhere) of a packed matrix; counts of weights. */
struct Matrix {
  uint32_t rows = 0;
  uint32_t columns = 0;
  uint32_t BM = 0;
  uint32_t BK = 0;
  uint32_t bm = 0;
};

/** What `code` gives for bits that are no ternary weight. */
constexpr int ILLEGAL = 2;

/** So that a bit number of any layout fits 32 bits; the same limit as kernels/reference. */
constexpr uint64_t MAX_WEIGHTS = uint64_t{1} << 30;
/** With more columns, weights of 1 and activations of -128 leave the int32. */
constexpr uint32_t MAX_COLUMNS = (1u << 24) - 1;
/** Bytes behind the codes of I2_S, TL1 and TL2: an f32 scale and 28 bytes without a meaning. */
constexpr size_t TAIL_BYTES = 32;

/** The first byte, counted from the matrix's first, that no packer of the format writes. */
struct IllegalByte {
  size_t offset;
  std::string what;
};

/** Nothing, or why `name` is not a multiple of `divisor`: a remainder is never dropped. */
inline std::optional<std::string> mustDivide(const char *format, const char *name, uint64_t value, uint64_t divisor) {
  if (divisor != 0 && value % divisor == 0) return std::nullopt;
  return std::string(format) + " needs " + name + " in multiples of " + std::to_string(divisor) + "; " + name + " is " +
         std::to_string(value);
}

}  // namespace bitnet
