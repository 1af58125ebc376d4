#pragma once
// The packed formats: where each code lies and what it means, compiled by nvcc and by g++ alike. A format is a struct with
//   problem, bytes, firstIllegal   what is refused, before anything runs
//   code(bytes, row, column)       one weight, for the simple kernel
//   quad(bytes, row, quad)         four neighbouring columns of a row plus BIAS, for the tensor-core kernel
//   Section (and Rest for TL2)     units that one thread loads and unpacks at once, for the fast product: UNITS of them hold
//                                  groupColumns() columns of a strip of stripRows() rows; of the quads of a unit, RUN
//                                  neighbours lie in neighbouring columns, the first at a multiple of 4 * RUN
//   put                            writes codes, for self-tests and benchmarks
// kernels/reference says the same in TypeScript and is the truth; the tests hold the two against each other.
#include <cstring>

#include "layout/i2_s.h"
#include "layout/tl1.h"
#include "layout/tl2.h"
#include "layout/tq2_0.h"
#include "layout/w2a8.h"

namespace bitnet {

enum class FormatId { i2_s, tl1, tl2, tq2_0, w2a8 };
constexpr FormatId FORMATS[] = {FormatId::i2_s, FormatId::tl1, FormatId::tl2, FormatId::tq2_0, FormatId::w2a8};

template <class F>
struct Of {
  using Format = F;
};

/** Calls `visit` with the type of the format. */
template <class Visit>
auto withFormat(FormatId id, Visit visit) {
  switch (id) {
    case FormatId::i2_s: return visit(Of<I2S>{});
    case FormatId::tl1: return visit(Of<TL1>{});
    case FormatId::tl2: return visit(Of<TL2>{});
    case FormatId::tq2_0: return visit(Of<TQ20>{});
    case FormatId::w2a8: break;
  }
  return visit(Of<W2A8>{});
}

}  // namespace bitnet
