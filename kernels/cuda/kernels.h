#pragma once
// The kernels, from simple to fast. All return the exact product, y[n * M + m] = sum over k of t[m][k] * x[n * K + k].
// Pointers are memory of the device: packed weights as a format stores them, aligned to 16; x N rows of K int8.
#include "device.h"
#include "layout.h"

namespace bitnet {

void launchSimple(FormatId id, const Matrix &m, const uint8_t *weights, const int8_t *x, int32_t *y, uint32_t count);

/** How the threads of a fast product share a matrix. */
struct GemvPlan {
  /** Threads that share a strip of rows: 8, 16 or 32. */
  uint32_t lanes;
  /** Parts that the columns of a strip are cut into, each with its own threads of the block. */
  uint32_t split;
  /** Columns of x in shared memory at a time. */
  uint32_t chunk;
};

/** The plan for a shape: as few idle lanes as possible, then enough threads for all processors. */
GemvPlan planGemv(FormatId id, const Matrix &m, uint32_t batch, uint32_t processors);

/** Independent products of one shape: product b reads weights + b * weightsStep and x + b * xStep, writes y + b * M. */
struct GemvBatch {
  uint32_t count = 1;
  size_t weightsStep = 0;
  size_t xStep = 0;
};

void launchGemv(FormatId id, const Matrix &m, const uint8_t *weights, const int8_t *x, int32_t *y, const GemvBatch &batch,
                const GemvPlan &plan);

/** On int8 tensor cores; `sums` is room for `count` int32. */
void launchGemm(FormatId id, const Matrix &m, const uint8_t *weights, const int8_t *x, int32_t *y, uint32_t count,
                int32_t *sums);

}  // namespace bitnet
