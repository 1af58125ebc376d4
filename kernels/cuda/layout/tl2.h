#pragma once
#include "word.h"

namespace bitnet {

/**
 * TL2, the look-up-table format of BitNet's x86 kernels. As far as whole tiles of BK columns go, three weights are a nibble
 * with the size of 9 * t0 + 3 * t1 + t2 and a bit with its sign; the columns left over are pairs as in TL1. Strips of 32
 * rows, of which groups of eight lie in the order 0, 2, 1, 3. Sections: sizes, signs, pairs, zero padding, scale.
 */
struct TL2 {
  static constexpr const char *NAME = "tl2";
  static constexpr const char *TITLE = "TL2";
  static constexpr bool TILED = true;
  static constexpr int BIAS = 1;
  static constexpr uint32_t STRIP = 32;

  Matrix m;
  uint32_t tripleColumns_, pairColumns_, signsAt, pairsAt, paddingAt;
  HD explicit TL2(const Matrix &matrix) : m(matrix) {
    tripleColumns_ = m.columns / m.BK * m.BK;
    pairColumns_ = m.columns - tripleColumns_;
    signsAt = m.rows * (tripleColumns_ / 6);
    pairsAt = signsAt + m.rows * (tripleColumns_ / 24);
    paddingAt = pairsAt + m.rows * (pairColumns_ / 4);
  }

  /** End of the padding, by the converter's formula: it counts 256 columns as pairs whatever BK is. */
  static uint64_t paddingEnd(const Matrix &m) {
    const uint64_t rows = m.rows, triples = (m.columns - 256) * rows / 3 * 5 / 8;
    return (triples + 256 * rows / 4 + 31) / 32 * 32;
  }
  static std::optional<std::string> problem(const Matrix &m) {
    if (m.bm != STRIP) return "TL2 needs bm 32; bm is " + std::to_string(m.bm);
    if (auto BM = mustDivide(TITLE, "BM", m.BM, STRIP)) return BM;
    if (auto BK = mustDivide(TITLE, "BK", m.BK, 24)) return BK;
    if (auto rows = mustDivide(TITLE, "rows", m.rows, m.BM)) return rows;
    if (m.columns < 256) return "TL2 needs at least 256 columns; columns is " + std::to_string(m.columns);
    if (auto left = mustDivide(TITLE, "columns after whole tiles of BK", m.columns % m.BK, 32)) return left;
    if (TL2(m).paddingAt > paddingEnd(m))
      return "TL2 reserves " + std::to_string(paddingEnd(m)) + " bytes for this shape; with BK " + std::to_string(m.BK) +
             " the codes take " + std::to_string(TL2(m).paddingAt);
    return std::nullopt;
  }
  size_t bytes() const { return paddingEnd(m) + TAIL_BYTES; }

  /** 0, 2, 1, 3: the order of the groups of eight rows, and back. */
  HD static uint32_t swapped(uint32_t group) { return (group & 1) << 1 | group >> 1; }
  /** Byte of a row among the 32 of its strip. */
  HD static uint32_t laneOf(uint32_t row) { return swapped(row % STRIP >> 3) * 8 + (row & 7); }
  HD uint32_t tileOf(uint32_t row, uint32_t columnTile, uint32_t columnTiles) const {
    return (row / m.BM * columnTiles + columnTile) * (m.BM / STRIP) + row % m.BM / STRIP;
  }
  /** Byte with the sizes of triples 2 * h and 2 * h + 1 of a row, the first in the high nibble. */
  HD uint32_t sizesAt(uint32_t row, uint32_t h) const {
    const uint32_t inTile = m.BK / 6;
    return (tileOf(row, h / inTile, tripleColumns_ / m.BK) * inTile + h % inTile) * STRIP + laneOf(row);
  }
  /** Bit number of the sign of a triple; 16-bit words, low byte first. */
  HD uint32_t signAt(uint32_t row, uint32_t triple) const {
    const uint32_t inTile = m.BK / 3, at = triple % inTile;
    const uint32_t word = tileOf(row, triple / inTile, tripleColumns_ / m.BK) * (m.BK / 24) + (at >> 3);
    return signsAt * 8 + (word * 16 + (row & 15)) * 16 + 15 - (2 * (at & 7) + (row % STRIP >= 16 ? 1 : 0));
  }
  /** Byte with pairs 2 * h and 2 * h + 1 of a row, counted behind the triples. */
  HD uint32_t pairsByteAt(uint32_t row, uint32_t h) const {
    return pairsAt + (tileOf(row, h >> 3, pairColumns_ / 32) * 8 + (h & 7)) * STRIP + laneOf(row);
  }
  /** 9 * (t0 + 1) + 3 * (t1 + 1) + (t2 + 1) of a triple, 0 to 26; more for bits that no packer writes. */
  HD uint32_t triple(const uint8_t *bytes, uint32_t row, uint32_t triple) const {
    const uint32_t pair = bytes[sizesAt(row, triple >> 1)], sign = signAt(row, triple);
    const uint32_t size = triple & 1 ? pair & 15 : pair >> 4;
    const uint32_t negative = bytes[sign >> 3] >> (sign & 7) & 1;
    if (size > 13 || (size == 0 && negative)) return 255;
    return negative ? 13 - size : 13 + size;
  }
  HD int code(const uint8_t *bytes, uint32_t row, uint32_t column) const {
    if (column < tripleColumns_) {
      const uint32_t number = triple(bytes, row, column / 3);
      if (number > 26) return ILLEGAL;
      const uint32_t digits[3] = {number / 9, number / 3 % 3, number % 3};
      return static_cast<int>(digits[column % 3]) - 1;
    }
    const uint32_t behind = column - tripleColumns_, byte = bytes[pairsByteAt(row, behind / 4)];
    const int pair = behind & 2 ? byte & 15 : byte >> 4;
    if (pair > 8) return ILLEGAL;
    return (behind & 1 ? pair % 3 : pair / 3) - 1;
  }
  uint32_t putColumns(uint32_t column) const { return column < tripleColumns_ ? 3 : 4; }
  void put(uint8_t *bytes, uint32_t row, uint32_t column, const int8_t *codes) const {
    if (column >= tripleColumns_) {
      const int first = 3 * codes[0] + codes[1] + 4, second = 3 * codes[2] + codes[3] + 4;
      bytes[pairsByteAt(row, (column - tripleColumns_) / 4)] = static_cast<uint8_t>(first << 4 | second);
      return;
    }
    const int value = 9 * codes[0] + 3 * codes[1] + codes[2];
    const uint32_t triple = column / 3, sign = signAt(row, triple);
    bytes[sizesAt(row, triple >> 1)] |= static_cast<uint8_t>((value < 0 ? -value : value) << (triple & 1 ? 0 : 4));
    if (value < 0) bytes[sign >> 3] |= static_cast<uint8_t>(1 << (sign & 7));
  }
  std::optional<IllegalByte> firstIllegal(const uint8_t *bytes) const {
    for (size_t i = 0; i < signsAt; i++) {
      const int large = (bytes[i] >> 4) > 13 ? bytes[i] >> 4 : bytes[i] & 15;
      if (large > 13) return IllegalByte{i, "a triple of size " + std::to_string(large) + "; the largest is 13"};
    }
    size_t minus = pairsAt;  // sign words lie in another order than sizes: the lowest byte at fault is looked for
    for (uint32_t row = 0; row < m.rows; row++) {
      for (uint32_t t = 0; t < tripleColumns_ / 3; t++) {
        if (triple(bytes, row, t) > 26 && signAt(row, t) >> 3 < minus) minus = signAt(row, t) >> 3;
      }
    }
    if (minus < pairsAt) return IllegalByte{minus, "a minus sign for three zeros"};
    for (size_t i = pairsAt; i < paddingAt; i++) {
      const int large = (bytes[i] >> 4) > 8 ? bytes[i] >> 4 : bytes[i] & 15;
      if (large > 8) return IllegalByte{i, "a pair of value " + std::to_string(large) + "; a pair is 0 to 8"};
    }
    for (size_t i = paddingAt; i < paddingEnd(m); i++) {
      if (bytes[i] != 0) return IllegalByte{i, "padding byte " + std::to_string(bytes[i]) + " is not 0"};
    }
    return std::nullopt;
  }

  HD uint32_t quad(const uint8_t *bytes, uint32_t row, uint32_t quad) const {
    const uint32_t column = 4 * quad;
    if (column >= tripleColumns_) {
      const uint32_t byte = bytes[pairsByteAt(row, (column - tripleColumns_) / 4)];
      uint32_t first, second;
      pairColumns(byte >> 4 | (byte & 15) << 16, first, second);
      return first | second << 8;
    }
    // Four columns lie in two triples; tiles of triples end at multiples of 24 columns, so the second is always there.
    uint32_t a, b, c;
    tripleColumns(triple(bytes, row, column / 3) | triple(bytes, row, column / 3 + 1) << 16, a, b, c);
    const uint32_t front = (a & 255) | (b & 255) << 8 | (c & 255) << 16, back = a >> 16 | b >> 16 << 8 | c >> 16 << 16;
    return bytePermute(front, back, column % 3 == 0 ? 0x4210 : column % 3 == 1 ? 0x5421 : 0x6542);
  }

  // Strips of 32 rows; in both sections the lower three bits of a unit choose four rows, which lie in neighbouring bytes.
  static constexpr int ROWS = 4;
  HD uint32_t stripRows() const { return STRIP; }
  HD uint32_t rowBits() const { return 7; }
  HD uint32_t rowOf(uint32_t lane, uint32_t r) const { return swapped(lane >> 1 & 3) * 8 + (lane & 1) * 4 + r; }
  struct Section;
  struct Rest;
};

/** A unit is eight triples, 24 columns, of four rows: four words of sizes and four 16-bit words of signs. */
struct TL2::Section {
  static constexpr int QUADS = 6;
  static constexpr int RUN = 1;
  static constexpr uint32_t UNITS = 8;
  struct Raw {
    uint32_t sizes[4];
    uint32_t signs[2];
  };
  TL2 format;
  HD explicit Section(const Matrix &matrix) : format(matrix) {}
  HD uint32_t begin() const { return 0; }
  HD uint32_t end() const { return format.tripleColumns_; }
  HD uint32_t groupColumns() const { return 24; }
  HD Raw load(const uint8_t *bytes, uint32_t strip, uint32_t unit) const {
    const uint32_t inTile = format.m.BK / 24, group = unit >> 3, row = format.rowOf(unit, 0);
    const uint32_t tile = format.tileOf(strip * STRIP, group / inTile, format.tripleColumns_ / format.m.BK);
    const uint32_t at = tile * inTile + group % inTile;
    Raw raw;
    for (uint32_t i = 0; i < 4; i++) raw.sizes[i] = load32(bytes + size_t{at} * 128 + i * 32 + (unit & 7) * 4);
    for (uint32_t i = 0; i < 2; i++) raw.signs[i] = load32(bytes + format.signsAt + size_t{at} * 32 + (row & 15) * 2 + i * 4);
    return raw;
  }
  HD uint32_t column(uint32_t unit, uint32_t quad) const { return (unit >> 3) * 24 + quad * 4; }
  HD void quads(const Raw &raw, uint32_t unit, uint32_t (&out)[ROWS][QUADS]) const {
    const uint32_t half = format.rowOf(unit, 0) >= 16 ? 1 : 0;
    // Triples 0 to 3 have their signs in the high bytes of the four words, 4 to 7 in the low ones, from the top bit down.
    const uint32_t signs[2] = {bytePermute(raw.signs[0], raw.signs[1], 0x7531),
                               bytePermute(raw.signs[0], raw.signs[1], 0x6420)};
    uint32_t columns[24];
    for (int t = 0; t < 8; t++) {
      const uint32_t size = (t & 1 ? raw.sizes[t >> 1] : raw.sizes[t >> 1] >> 4) & 0x0f0f0f0fu;
      const uint32_t negative = (signs[t >> 2] >> (7 - 2 * (t & 3) - half) & 0x01010101u) * 255;
      const uint32_t number = ((0x0d0d0d0du + size) & ~negative) | ((0x0d0d0d0du - size) & negative);
      tripleColumns(number, columns[3 * t], columns[3 * t + 1], columns[3 * t + 2]);
    }
    for (int q = 0; q < QUADS; q++) {
      uint32_t words[4] = {columns[4 * q], columns[4 * q + 1], columns[4 * q + 2], columns[4 * q + 3]};
      transpose4x4(words);
      for (int r = 0; r < ROWS; r++) out[r][q] = words[r];
    }
  }
};

/** The columns behind the triples; a unit is two pairs, one quad, of four rows. */
struct TL2::Rest {
  static constexpr int QUADS = 1;
  static constexpr int RUN = 1;
  static constexpr uint32_t UNITS = 8;
  using Raw = uint32_t;
  TL2 format;
  HD explicit Rest(const Matrix &matrix) : format(matrix) {}
  HD uint32_t begin() const { return format.tripleColumns_; }
  HD uint32_t end() const { return format.m.columns; }
  HD uint32_t groupColumns() const { return 4; }
  HD Raw load(const uint8_t *bytes, uint32_t strip, uint32_t unit) const {
    const uint32_t h = unit >> 3;
    const uint32_t tile = format.tileOf(strip * STRIP, h >> 3, format.pairColumns_ / 32);
    return load32(bytes + format.pairsAt + (size_t{tile} * 8 + (h & 7)) * 32 + (unit & 7) * 4);
  }
  HD uint32_t column(uint32_t unit, uint32_t) const { return (unit >> 3) * 4; }
  HD void quads(const Raw &raw, uint32_t, uint32_t (&out)[ROWS][QUADS]) const {
    uint32_t words[4];
    pairColumns(raw >> 4 & 0x0f0f0f0fu, words[0], words[1]);
    pairColumns(raw & 0x0f0f0f0fu, words[2], words[3]);
    transpose4x4(words);
    for (int r = 0; r < ROWS; r++) out[r][0] = words[r];
  }
};

}  // namespace bitnet
