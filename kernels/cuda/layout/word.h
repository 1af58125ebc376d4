#pragma once
// Four bytes at a time, on the device and on the host. A "quad" is a word with the codes of four neighbouring columns of
// one row; "columns" are words with the codes of four rows for one column.
#include <cstring>

#include "matrix.h"
#ifndef __CUDA_ARCH__
#include <stdexcept>
#endif

namespace bitnet {

/** Four words that are read with one load. */
struct Words4 {
  uint32_t w[4];
};

/** On the host a misaligned address is an error, as it would be on the device. */
HD void mustBeAligned(const void *at, uintptr_t bytes) {
#ifndef __CUDA_ARCH__
  if (reinterpret_cast<uintptr_t>(at) % bytes != 0) throw std::logic_error("a load is not aligned");
#else
  (void)at, (void)bytes;
#endif
}

HD uint32_t load32(const void *at) {
#ifdef __CUDA_ARCH__
  return *static_cast<const uint32_t *>(at);
#else
  mustBeAligned(at, 4);
  uint32_t word;
  std::memcpy(&word, at, 4);
  return word;
#endif
}

/** A word at an even address. */
HD uint32_t load16x2(const void *at) {
#ifdef __CUDA_ARCH__
  const uint16_t *halves = static_cast<const uint16_t *>(at);
  return halves[0] | static_cast<uint32_t>(halves[1]) << 16;
#else
  mustBeAligned(at, 2);
  uint32_t word;
  std::memcpy(&word, at, 4);
  return word;
#endif
}

HD Words4 load128(const void *at) {
#ifdef __CUDA_ARCH__
  const uint4 four = *static_cast<const uint4 *>(at);
  return {{four.x, four.y, four.z, four.w}};
#else
  mustBeAligned(at, 16);
  Words4 words;
  std::memcpy(words.w, at, 16);
  return words;
#endif
}

/** Byte i of the result is byte number `selector >> 4 * i & 7` of the eight in a (0 to 3) and b (4 to 7). */
HD uint32_t bytePermute(uint32_t a, uint32_t b, uint32_t selector) {
#ifdef __CUDA_ARCH__
  return __byte_perm(a, b, selector);
#else
  const uint64_t all = static_cast<uint64_t>(b) << 32 | a;
  uint32_t word = 0;
  for (int i = 0; i < 4; i++) word |= static_cast<uint32_t>(all >> (selector >> 4 * i & 7) * 8 & 255) << 8 * i;
  return word;
#endif
}

/** The two-bit codes at `shift` of all four bytes. */
HD uint32_t twoBits(uint32_t word, uint32_t shift) { return word >> shift & 0x03030303u; }

/** Columns of four rows to quads: byte r of columns[c] goes to byte c of word r. */
HD void transpose4x4(uint32_t (&words)[4]) {
  const uint32_t a = bytePermute(words[0], words[1], 0x5140), b = bytePermute(words[0], words[1], 0x7362);
  const uint32_t c = bytePermute(words[2], words[3], 0x5140), d = bytePermute(words[2], words[3], 0x7362);
  words[0] = bytePermute(a, c, 0x5410);
  words[1] = bytePermute(a, c, 0x7632);
  words[2] = bytePermute(b, d, 0x5410);
  words[3] = bytePermute(b, d, 0x7632);
}

/** Four pairs, each a byte 3 * (t0 + 1) + (t1 + 1) of 0 to 8, as the columns t0 + 1 and t1 + 1. No byte carries into the next. */
HD void pairColumns(uint32_t pairs, uint32_t &first, uint32_t &second) {
  first = pairs * 11 >> 5 & 0x03030303u;  // v * 11 >> 5 is v / 3 for v up to 8
  second = pairs - 3 * first;
}

/** Four triples, each a byte 9 * (t0 + 1) + 3 * (t1 + 1) + (t2 + 1) of 0 to 26, as three columns. No byte carries. */
HD void tripleColumns(uint32_t triples, uint32_t &first, uint32_t &second, uint32_t &third) {
  // The top bit of v + 119 says v >= 9, that of v + 110 says v >= 18.
  first = ((triples + 0x77777777u) >> 7 & 0x01010101u) + ((triples + 0x6e6e6e6eu) >> 7 & 0x01010101u);
  pairColumns(triples - 9 * first, second, third);
}

}  // namespace bitnet
