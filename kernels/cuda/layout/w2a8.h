#pragma once
#include "word.h"

namespace bitnet {

/**
 * The weights of BitNet's GPU kernels: tiles of 16 rows by 32 columns in 128 bytes; in a tile 32 words, a word with 16
 * columns of one row, every fourth in the same byte. Codes are t + 2; the scales lie apart.
 */
struct W2A8 {
  static constexpr const char *NAME = "w2a8";
  static constexpr const char *TITLE = "W2A8";
  static constexpr bool TILED = false;
  static constexpr int BIAS = 2;

  Matrix m;
  HD explicit W2A8(const Matrix &matrix) : m(matrix) {}

  static std::optional<std::string> problem(const Matrix &m) {
    if (auto rows = mustDivide(TITLE, "rows", m.rows, 16)) return rows;
    return mustDivide(TITLE, "columns", m.columns, 128);
  }
  size_t bytes() const { return size_t{m.rows} * m.columns / 4; }

  HD uint32_t wordAt(uint32_t row, uint32_t column) const {
    const uint32_t tile = (row >> 4) * (m.columns / 32) + (column >> 5);
    return tile * 128 + (((row & 15) >> 3) * 16 + ((column & 31) >> 4) * 8 + (row & 7)) * 4;
  }
  HD static uint32_t shiftOf(uint32_t column) { return 2 * ((column & 15) >> 2); }
  HD int code(const uint8_t *bytes, uint32_t row, uint32_t column) const {
    const int code = bytes[wordAt(row, column) + (column & 3)] >> shiftOf(column) & 3;
    return code == 0 ? ILLEGAL : code - 2;
  }
  void put(uint8_t *bytes, uint32_t row, uint32_t column, const int8_t *codes) const {
    bytes[wordAt(row, column) + (column & 3)] |= static_cast<uint8_t>((codes[0] + 2) << shiftOf(column));
  }
  static constexpr uint32_t putColumns(uint32_t) { return 1; }
  std::optional<IllegalByte> firstIllegal(const uint8_t *bytes) const {
    const size_t end = this->bytes();
    for (size_t i = 0; i < end; i++) {
      if (((bytes[i] | bytes[i] >> 1) & 0x55) != 0x55) return IllegalByte{i, "a code 00, which is no ternary weight"};
    }
    return std::nullopt;
  }

  HD uint32_t quad(const uint8_t *bytes, uint32_t row, uint32_t quad) const {
    return twoBits(load32(bytes + wordAt(row, 4 * quad)), shiftOf(4 * quad));
  }

  // Strips of 16 rows; a unit is four words: four rows of 16 columns. Bits 0 and 2 of its number choose the rows, bit 1
  // the columns, the bits above the tile.
  static constexpr int ROWS = 4;
  HD uint32_t stripRows() const { return 16; }
  HD uint32_t rowBits() const { return 5; }
  HD uint32_t rowOf(uint32_t lane, uint32_t r) const { return (lane >> 2 & 1) * 8 + (lane & 1) * 4 + r; }
  struct Section;
};

struct W2A8::Section {
  static constexpr int QUADS = 4;
  static constexpr int RUN = 4;
  static constexpr uint32_t UNITS = 8;
  using Raw = Words4;
  Matrix m;
  HD explicit Section(const Matrix &matrix) : m(matrix) {}
  HD uint32_t begin() const { return 0; }
  HD uint32_t end() const { return m.columns; }
  HD uint32_t groupColumns() const { return 32; }
  HD Raw load(const uint8_t *bytes, uint32_t strip, uint32_t unit) const {
    return load128(bytes + size_t{strip} * m.columns * 4 + size_t{unit} * 16);
  }
  HD uint32_t column(uint32_t unit, uint32_t quad) const {
    return (unit >> 3) * 32 + (unit >> 1 & 1) * 16 + quad * 4;
  }
  HD void quads(const Raw &raw, uint32_t, uint32_t (&out)[ROWS][QUADS]) const {
    for (int r = 0; r < ROWS; r++) {
      for (int q = 0; q < QUADS; q++) out[r][q] = twoBits(raw.w[r], 2 * q);
    }
  }
};

}  // namespace bitnet
