#pragma once
#include "word.h"

namespace bitnet {

/**
 * TQ2_0 of llama.cpp: blocks of 256 weights in 66 bytes, the last two an f16 scale. Byte j of each run of 32 holds the
 * weights j, j + 32, j + 64 and j + 96 of its 128, the first in the low bits. Codes are t + 1.
 */
struct TQ20 {
  static constexpr const char *NAME = "tq2_0";
  static constexpr const char *TITLE = "TQ2_0";
  static constexpr bool TILED = false;
  static constexpr int BIAS = 1;
  static constexpr uint32_t BLOCK_BYTES = 66;

  Matrix m;
  HD explicit TQ20(const Matrix &matrix) : m(matrix) {}

  static std::optional<std::string> problem(const Matrix &m) { return mustDivide(TITLE, "columns", m.columns, 256); }
  size_t bytes() const { return size_t{m.rows} * m.columns / 256 * BLOCK_BYTES; }

  HD uint32_t byteAt(uint32_t row, uint32_t column) const {
    const uint32_t i = row * m.columns + column;
    return (i >> 8) * BLOCK_BYTES + ((i & 255) >> 7) * 32 + (i & 31);
  }
  HD static uint32_t shiftOf(uint32_t column) { return 2 * ((column & 127) >> 5); }
  HD int code(const uint8_t *bytes, uint32_t row, uint32_t column) const {
    return static_cast<int>(bytes[byteAt(row, column)] >> shiftOf(column) & 3) - 1;
  }
  void put(uint8_t *bytes, uint32_t row, uint32_t column, const int8_t *codes) const {
    bytes[byteAt(row, column)] |= static_cast<uint8_t>((codes[0] + 1) << shiftOf(column));
  }
  static constexpr uint32_t putColumns(uint32_t) { return 1; }
  std::optional<IllegalByte> firstIllegal(const uint8_t *bytes) const {
    const size_t end = this->bytes();
    for (size_t i = 0; i < end; i++) {
      if (i % BLOCK_BYTES < 64 && (bytes[i] & bytes[i] >> 1 & 0x55))
        return IllegalByte{i, "a code 11, which is no ternary weight"};
    }
    return std::nullopt;
  }

  HD uint32_t quad(const uint8_t *bytes, uint32_t row, uint32_t quad) const {
    return twoBits(load16x2(bytes + byteAt(row, 4 * quad)), shiftOf(4 * quad));
  }

  // Strips of four rows; a unit is a word of each, eight units a run of 128 columns. Blocks lie at even addresses only.
  static constexpr int ROWS = 4;
  HD uint32_t stripRows() const { return 4; }
  HD uint32_t rowBits() const { return 0; }
  HD uint32_t rowOf(uint32_t, uint32_t r) const { return r; }
  struct Section;
};

struct TQ20::Section {
  static constexpr int QUADS = 4;
  static constexpr int RUN = 1;
  static constexpr uint32_t UNITS = 8;
  struct Raw {
    uint32_t row[ROWS];
  };
  TQ20 format;
  HD explicit Section(const Matrix &matrix) : format(matrix) {}
  HD uint32_t begin() const { return 0; }
  HD uint32_t end() const { return format.m.columns; }
  HD uint32_t groupColumns() const { return 128; }
  HD Raw load(const uint8_t *bytes, uint32_t strip, uint32_t unit) const {
    Raw raw;
    for (uint32_t r = 0; r < ROWS; r++) {
      const uint32_t row = strip * ROWS + r;
      raw.row[r] = load16x2(bytes + format.byteAt(row < format.m.rows ? row : format.m.rows - 1, column(unit, 0)));
    }
    return raw;
  }
  HD uint32_t column(uint32_t unit, uint32_t quad) const { return (unit >> 3) * 128 + quad * 32 + (unit & 7) * 4; }
  HD void quads(const Raw &raw, uint32_t, uint32_t (&out)[ROWS][QUADS]) const {
    for (int r = 0; r < ROWS; r++) {
      for (int q = 0; q < QUADS; q++) out[r][q] = twoBits(raw.row[r], 2 * q);
    }
  }
};

}  // namespace bitnet
