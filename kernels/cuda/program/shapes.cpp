#include "shapes.h"

namespace bitnet {

const char *nameOf(FormatId id) {
  return withFormat(id, [](auto of) { return decltype(of)::Format::NAME; });
}
const char *titleOf(FormatId id) {
  return withFormat(id, [](auto of) { return decltype(of)::Format::TITLE; });
}
bool isTiled(FormatId id) {
  return withFormat(id, [](auto of) { return decltype(of)::Format::TILED; });
}

FormatId formatNamed(const std::string &name) {
  std::string known;
  for (FormatId id : FORMATS) {
    if (name == nameOf(id)) return id;
    known += std::string(known.empty() ? "" : ", ") + nameOf(id);
  }
  throw BadInput("format is '" + name + "'; known are " + known);
}

uint64_t wholeNumber(const std::string &text, const std::string &what, uint64_t low, uint64_t high) {
  uint64_t value = 0;
  bool fine = !text.empty() && text.size() <= 18;
  for (char c : text) {
    fine = fine && c >= '0' && c <= '9';
    if (fine) value = value * 10 + static_cast<uint64_t>(c - '0');
  }
  if (fine && value >= low && value <= high) return value;
  throw BadInput(what + " is '" + text + "'; a whole number from " + std::to_string(low) + " to " + std::to_string(high) +
                 " is expected");
}

void checkShape(FormatId id, const Matrix &m) {
  if (m.rows == 0 || m.columns == 0) throw BadInput("rows and columns are whole numbers from 1");
  if (uint64_t{m.rows} * m.columns >= MAX_WEIGHTS)
    throw BadInput(std::to_string(m.rows) + " x " + std::to_string(m.columns) + " weights are more than the " +
                   std::to_string(MAX_WEIGHTS - 1) + " that one matrix can hold");
  if (m.columns > MAX_COLUMNS)
    throw BadInput(std::to_string(m.columns) + " columns can leave the int32 that products are summed in; at most " +
                   std::to_string(MAX_COLUMNS));
  const bool tiles = m.BM != 0 || m.BK != 0 || m.bm != 0;
  if (isTiled(id) && (m.BM == 0 || m.BK == 0 || m.bm == 0))
    throw BadInput(std::string(titleOf(id)) + " bytes mean nothing without their tile sizes BM, BK and bm");
  if (!isTiled(id) && tiles) throw BadInput(std::string(titleOf(id)) + " has no tile sizes, and some were given");
  withFormat(id, [&](auto of) {
    if (auto problem = decltype(of)::Format::problem(m)) throw BadInput(*problem);
  });
}

size_t packedBytes(FormatId id, const Matrix &m) {
  return withFormat(id, [&](auto of) { return typename decltype(of)::Format(m).bytes(); });
}

void checkCodes(FormatId id, const Matrix &m, const uint8_t *bytes) {
  withFormat(id, [&](auto of) {
    if (auto illegal = typename decltype(of)::Format(m).firstIllegal(bytes))
      throw BadInput("malformed byte " + std::to_string(illegal->offset) + ": " + illegal->what);
  });
}

void packCodes(FormatId id, const Matrix &m, const int8_t *codes, uint8_t *bytes) {
  withFormat(id, [&](auto of) {
    const typename decltype(of)::Format format(m);
    for (uint32_t row = 0; row < m.rows; row++) {
      for (uint32_t k = 0; k < m.columns; k += format.putColumns(k))
        format.put(bytes, row, k, codes + size_t{row} * m.columns + k);
    }
  });
}

}  // namespace bitnet
