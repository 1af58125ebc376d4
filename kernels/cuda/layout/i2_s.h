#pragma once
#include "word.h"

namespace bitnet {

/**
 * I2_S as it lies in files. Weights are counted through the matrix; 128 of them lie in 32 bytes, weight i in byte i % 32,
 * the first 32 in the top bits. Codes are t + 1.
 */
struct I2S {
  static constexpr const char *NAME = "i2_s";
  static constexpr const char *TITLE = "I2_S";
  static constexpr bool TILED = false;
  static constexpr int BIAS = 1;

  Matrix m;
  HD explicit I2S(const Matrix &matrix) : m(matrix) {}

  static std::optional<std::string> problem(const Matrix &m) { return mustDivide(TITLE, "columns", m.columns, 128); }
  size_t bytes() const { return size_t{m.rows} * m.columns / 4 + TAIL_BYTES; }

  /** Number of the lower bit of a weight's code. */
  HD uint32_t bitAt(uint32_t row, uint32_t column) const {
    const uint32_t i = row * m.columns + column;
    return ((i >> 7) * 32 + (i & 31)) * 8 + 6 - 2 * ((i & 127) >> 5);
  }
  HD int code(const uint8_t *bytes, uint32_t row, uint32_t column) const {
    const uint32_t bit = bitAt(row, column);
    return static_cast<int>(bytes[bit >> 3] >> (bit & 7) & 3) - 1;  // 3 - 1 is ILLEGAL
  }
  void put(uint8_t *bytes, uint32_t row, uint32_t column, const int8_t *codes) const {
    const uint32_t bit = bitAt(row, column);
    bytes[bit >> 3] |= static_cast<uint8_t>((codes[0] + 1) << (bit & 7));
  }
  static constexpr uint32_t putColumns(uint32_t) { return 1; }
  std::optional<IllegalByte> firstIllegal(const uint8_t *bytes) const {
    const size_t end = size_t{m.rows} * m.columns / 4;
    for (size_t i = 0; i < end; i++) {
      if (bytes[i] & bytes[i] >> 1 & 0x55) return IllegalByte{i, "a code 11, which is no ternary weight"};
    }
    return std::nullopt;
  }

  /** Codes plus BIAS of columns 4 * quad to 4 * quad + 3. */
  HD uint32_t quad(const uint8_t *bytes, uint32_t row, uint32_t quad) const {
    const uint32_t bit = bitAt(row, 4 * quad);
    return twoBits(load32(bytes + (bit >> 3)), bit & 7);
  }

  // For the fast product: strips of four rows; a unit is 16 bytes of each, which hold 64 columns of a run of 128.
  static constexpr int ROWS = 4;
  HD uint32_t stripRows() const { return 4; }
  HD uint32_t rowBits() const { return 0; }
  HD uint32_t rowOf(uint32_t, uint32_t r) const { return r; }
  struct Section;
};

struct I2S::Section {
  static constexpr int QUADS = 16;
  static constexpr int RUN = 4;
  static constexpr uint32_t UNITS = 2;
  struct Raw {
    Words4 row[ROWS];
  };
  Matrix m;
  HD explicit Section(const Matrix &matrix) : m(matrix) {}
  HD uint32_t begin() const { return 0; }
  HD uint32_t end() const { return m.columns; }
  HD uint32_t groupColumns() const { return 128; }
  HD Raw load(const uint8_t *bytes, uint32_t strip, uint32_t unit) const {
    Raw raw;
    for (uint32_t r = 0; r < ROWS; r++) {
      const uint32_t row = strip * ROWS + r;  // a strip may end behind the last row; what is read for those is not stored
      raw.row[r] = load128(bytes + size_t{row < m.rows ? row : m.rows - 1} * (m.columns / 4) + size_t{unit} * 16);
    }
    return raw;
  }
  HD uint32_t column(uint32_t unit, uint32_t quad) const {
    return (unit >> 1) * 128 + (quad >> 2) * 32 + (unit & 1) * 16 + (quad & 3) * 4;
  }
  HD void quads(const Raw &raw, uint32_t, uint32_t (&out)[ROWS][QUADS]) const {
    for (int r = 0; r < ROWS; r++) {
      for (int q = 0; q < QUADS; q++) out[r][q] = twoBits(raw.row[r].w[q & 3], 6 - 2 * (q >> 2));
    }
  }
};

}  // namespace bitnet
