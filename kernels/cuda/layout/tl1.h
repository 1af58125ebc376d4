#pragma once
#include "word.h"

namespace bitnet {

/**
 * TL1, the look-up-table format of BitNet's ARM kernels: a nibble 3 * t0 + t1 + 4 for each pair of weights, two pairs in a
 * byte (the first in the high nibble), 16 rows in 16 neighbouring bytes, in the order of the kernel made for BM, BK and bm.
 */
struct TL1 {
  static constexpr const char *NAME = "tl1";
  static constexpr const char *TITLE = "TL1";
  static constexpr bool TILED = true;
  static constexpr int BIAS = 1;

  Matrix m;
  HD explicit TL1(const Matrix &matrix) : m(matrix) {}

  static std::optional<std::string> problem(const Matrix &m) {
    if (m.bm != 32 && m.bm != 64) return "TL1 needs bm 32 or 64; bm is " + std::to_string(m.bm);
    if (auto rows = mustDivide(TITLE, "rows", m.rows, m.BM)) return rows;
    if (auto columns = mustDivide(TITLE, "columns", m.columns, m.BK)) return columns;
    if (auto BM = mustDivide(TITLE, "BM", m.BM, m.bm)) return BM;
    return mustDivide(TITLE, "BK", m.BK, 256 / m.bm);
  }
  size_t bytes() const { return size_t{m.rows} * m.columns / 4 + TAIL_BYTES; }

  /** Columns of one step of the kernel: 8 or 4. */
  HD uint32_t by() const { return 256 / m.bm; }
  /** Byte of columns 4 * quad to 4 * quad + 3 of a row. */
  HD uint32_t byteAt(uint32_t row, uint32_t quad) const {
    const uint32_t lane = row % m.bm;
    const uint32_t columnTile = quad / (m.BK / 4), inTile = quad % (m.BK / 4);
    uint32_t byte = row / m.BM * (m.columns / m.BK) + columnTile;
    byte = byte * (m.BM / m.bm) + row % m.BM / m.bm;
    byte = byte * (m.BK / by()) + inTile / (by() / 4);
    byte = byte * (m.bm / 16) + lane / 16;
    byte = byte * (by() / 4) + inTile % (by() / 4);
    return byte * 16 + lane % 16;
  }
  HD int code(const uint8_t *bytes, uint32_t row, uint32_t column) const {
    const uint32_t byte = bytes[byteAt(row, column / 4)];
    const int pair = column & 2 ? byte & 15 : byte >> 4;
    if (pair > 8) return ILLEGAL;
    return (column & 1 ? pair % 3 : pair / 3) - 1;
  }
  void put(uint8_t *bytes, uint32_t row, uint32_t column, const int8_t *codes) const {
    const int first = 3 * codes[0] + codes[1] + 4, second = 3 * codes[2] + codes[3] + 4;
    bytes[byteAt(row, column / 4)] = static_cast<uint8_t>(first << 4 | second);
  }
  static constexpr uint32_t putColumns(uint32_t) { return 4; }
  std::optional<IllegalByte> firstIllegal(const uint8_t *bytes) const {
    const size_t end = size_t{m.rows} * m.columns / 4;
    for (size_t i = 0; i < end; i++) {
      if ((bytes[i] >> 4) > 8 || (bytes[i] & 15) > 8)
        return IllegalByte{i, "a pair of value " + std::to_string((bytes[i] >> 4) > 8 ? bytes[i] >> 4 : bytes[i] & 15) +
                                  "; a pair is 0 to 8"};
    }
    return std::nullopt;
  }

  HD uint32_t quad(const uint8_t *bytes, uint32_t row, uint32_t quad) const {
    const uint32_t byte = bytes[byteAt(row, quad)];
    uint32_t first, second;
    pairColumns(byte >> 4 | (byte & 15) << 16, first, second);
    return first | second << 8;
  }

  // Strips of bm rows; a unit is 16 bytes: 16 rows of one quad. A step of the kernel is four units, whose lower two bits
  // choose the rows and, for bm 32, which of its two quads.
  static constexpr int ROWS = 16;
  HD uint32_t stripRows() const { return m.bm; }
  HD uint32_t rowBits() const { return m.bm == 64 ? 3 : 2; }
  HD uint32_t rowOf(uint32_t lane, uint32_t r) const { return (m.bm == 64 ? lane & 3 : lane >> 1 & 1) * 16 + r; }
  struct Section;
};

struct TL1::Section {
  static constexpr int QUADS = 1;
  static constexpr int RUN = 1;
  static constexpr uint32_t UNITS = 4;
  using Raw = Words4;
  TL1 format;
  HD explicit Section(const Matrix &matrix) : format(matrix) {}
  HD uint32_t begin() const { return 0; }
  HD uint32_t end() const { return format.m.columns; }
  HD uint32_t groupColumns() const { return format.by(); }
  HD Raw load(const uint8_t *bytes, uint32_t strip, uint32_t unit) const {
    const Matrix &m = format.m;
    const uint32_t steps = m.BK / format.by(), step = unit >> 2, strips = m.BM / m.bm;
    uint32_t at = strip / strips * (m.columns / m.BK) + step / steps;
    at = at * strips + strip % strips;
    at = at * steps + step % steps;
    return load128(bytes + (size_t{at} * 4 + (unit & 3)) * 16);
  }
  HD uint32_t column(uint32_t unit, uint32_t) const {
    return (unit >> 2) * format.by() + (format.m.bm == 32 ? (unit & 1) * 4 : 0);
  }
  HD void quads(const Raw &raw, uint32_t, uint32_t (&out)[ROWS][QUADS]) const {
    for (int i = 0; i < 4; i++) {
      uint32_t words[4];
      pairColumns(raw.w[i] >> 4 & 0x0f0f0f0fu, words[0], words[1]);
      pairColumns(raw.w[i] & 0x0f0f0f0fu, words[2], words[3]);
      transpose4x4(words);
      for (int r = 0; r < 4; r++) out[4 * i + r][0] = words[r];
    }
  }
};

}  // namespace bitnet
