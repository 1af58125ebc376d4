#pragma once
// Formats and shapes as people and files name them, checked before anything else looks at them.
#include <string>

#include "../layout.h"
#include "errors.h"

namespace bitnet {

/** The format with this name; throws BadInput with the known ones. */
FormatId formatNamed(const std::string &name);
const char *nameOf(FormatId id);
const char *titleOf(FormatId id);
bool isTiled(FormatId id);

/** A whole number from `low` to `high` written in digits and nothing else; throws BadInput that names `what`. */
uint64_t wholeNumber(const std::string &text, const std::string &what, uint64_t low, uint64_t high);

/** Throws BadInput for a shape, or tile sizes, that the format cannot hold; the rules are those of kernels/reference. */
void checkShape(FormatId id, const Matrix &m);
/** Bytes of the packed matrix, scale and padding included, for a shape that is checked. */
size_t packedBytes(FormatId id, const Matrix &m);
/** Throws BadInput `malformed byte N: ...` at the first byte of a packed matrix that no packer writes. */
void checkCodes(FormatId id, const Matrix &m, const uint8_t *bytes);
/** Writes codes, row by row, into zeroed bytes. */
void packCodes(FormatId id, const Matrix &m, const int8_t *codes, uint8_t *bytes);

}  // namespace bitnet
