/* Calls functions of ggml (the tensor library of llama.cpp) in its shared libraries, on data from standard input.
 *
 *   call LIBRARY-FOLDER variants                       each build of the CPU kernels and its score here; 0 cannot run
 *   call LIBRARY-FOLDER quantize TYPE ROWS COLUMNS     f32 weights -> packed bytes
 *   call LIBRARY-FOLDER dequantize TYPE ROWS COLUMNS   packed bytes -> f32 weights
 *   call LIBRARY-FOLDER q8_K VARIANT COLUMNS           f32 activations -> Q8_K blocks
 *   call LIBRARY-FOLDER dot TYPE VARIANT ROWS COLUMNS  packed bytes and f32 activations -> ROWS products as f32
 *   call LIBRARY-FOLDER time TYPE VARIANT ROWS COLUMNS ROUNDS
 *                                                      as dot; prints the nanoseconds of processor time of each round, without the
 *                                                      activations' quantisation
 *   call LIBRARY-FOLDER read BYTES ROUNDS              reads that much memory; prints the nanoseconds of each round
 *
 * TYPE is tq1_0 or tq2_0, VARIANT the part of a file name between libggml-cpu- and .so. Exit codes: 0, 1 a failure, 2 usage.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BLOCK = 256, Q8_K_BYTES = 4 + BLOCK + 2 * BLOCK / 16 };

typedef size_t quantize_fn(const float *, void *, int64_t rows, int64_t columns, const float *importance);
typedef void dequantize_fn(const void *, float *, int64_t count);
typedef void q8_K_fn(const float *, void *, int64_t count);
typedef void dot_fn(int n, float *s, size_t bs, const void *w, size_t bw, const void *x, size_t bx, int nrc);

static const char *folder;

static void fail(const char *what, const char *detail) {
  fprintf(stderr, "%s: %s\n", what, detail);
  exit(1);
}

static void *library(const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/libggml-%s.so", folder, name);
  void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) fail("no library", dlerror());
  return handle;
}

static void *function(void *handle, const char *name) {
  void *found = dlsym(handle, name);
  if (found == NULL) fail("no function", name);
  return found;
}

/* The kernels of one build, made ready: their tables are filled once. */
static void *kernels(const char *variant) {
  char name[256];
  library("base");
  snprintf(name, sizeof name, "cpu-%s", variant);
  void *handle = library(name);
  ((void (*)(void))function(handle, "ggml_cpu_init"))();
  return handle;
}

static void *memory(size_t bytes) {
  void *taken = NULL;
  if (posix_memalign(&taken, 64, bytes + 64) != 0) fail("no memory", "posix_memalign");
  return taken;
}

static void *input(size_t bytes) {
  void *data = memory(bytes);
  if (fread(data, 1, bytes, stdin) != bytes) fail("input", "too short");
  return data;
}

static void input_ends(void) {
  if (fgetc(stdin) != EOF) fail("input", "too long");
}

static int output(const void *data, size_t bytes) {
  if (fwrite(data, 1, bytes, stdout) != bytes || fflush(stdout) != 0) fail("output", "not written");
  return 0;
}

static int64_t number(const char *text) {
  char *end = NULL;
  int64_t value = strtoll(text, &end, 10);
  if (*text == 0 || *end != 0 || value < 1 || value > (int64_t)1 << 40) {
    fprintf(stderr, "%s is no positive number\n", text);
    exit(2);
  }
  return value;
}

static int64_t columns_of(const char *text) {
  int64_t columns = number(text);
  if (columns % BLOCK == 0) return columns;
  fprintf(stderr, "%s is no multiple of %d\n", text, BLOCK);
  exit(2);
}

static size_t block_bytes(const char *type) {
  if (strcmp(type, "tq1_0") == 0) return 54;
  if (strcmp(type, "tq2_0") == 0) return 66;
  fprintf(stderr, "%s is neither tq1_0 nor tq2_0\n", type);
  exit(2);
}

static void *typed(void *handle, const char *pattern, const char *type) {
  char name[256];
  snprintf(name, sizeof name, pattern, type);
  return function(handle, name);
}

/* Processor time of this thread, which is what the work takes on a busy machine, too. */
static int64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static int variants(void) {
  DIR *dir = opendir(folder);
  if (dir == NULL) fail("no folder", folder);
  library("base");
  for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
    char variant[64];
    if (sscanf(entry->d_name, "libggml-cpu-%63[a-z0-9].so", variant) != 1) continue;
    char name[128];
    snprintf(name, sizeof name, "cpu-%s", variant);
    printf("%s %d\n", variant, ((int (*)(void))function(library(name), "ggml_backend_score"))());
  }
  closedir(dir);
  return 0;
}

static int quantize(const char *type, int64_t rows, int64_t columns) {
  const size_t bytes = (size_t)(rows * columns / BLOCK) * block_bytes(type);
  const float *weights = input((size_t)(rows * columns) * sizeof(float));
  input_ends();
  void *packed = memory(bytes);
  quantize_fn *run = (quantize_fn *)typed(library("base"), "quantize_%s", type);
  if (run(weights, packed, rows, columns, NULL) != bytes) fail("quantize", "another number of bytes than expected");
  return output(packed, bytes);
}

static int dequantize(const char *type, int64_t rows, int64_t columns) {
  const void *packed = input((size_t)(rows * columns / BLOCK) * block_bytes(type));
  input_ends();
  float *weights = memory((size_t)(rows * columns) * sizeof(float));
  ((dequantize_fn *)typed(library("base"), "dequantize_row_%s", type))(packed, weights, rows * columns);
  return output(weights, (size_t)(rows * columns) * sizeof(float));
}

static void *q8_K(void *handle, int64_t columns) {
  const float *x = input((size_t)columns * sizeof(float));
  input_ends();
  void *blocks = memory((size_t)(columns / BLOCK) * Q8_K_BYTES);
  ((q8_K_fn *)function(handle, "quantize_row_q8_K"))(x, blocks, columns);
  return blocks;
}

static int dot(const char *type, const char *variant, int64_t rows, int64_t columns, int64_t rounds) {
  const size_t stride = (size_t)(columns / BLOCK) * block_bytes(type);
  const char *packed = input((size_t)rows * stride);
  void *handle = kernels(variant);
  const void *x = q8_K(handle, columns);
  float *y = memory((size_t)rows * sizeof(float));
  dot_fn *run = (dot_fn *)typed(handle, "ggml_vec_dot_%s_q8_K", type);
  for (int64_t round = 0; round < (rounds > 0 ? rounds : 1); round++) {
    const int64_t begun = now();
    for (int64_t row = 0; row < rows; row++) run((int)columns, y + row, 0, packed + (size_t)row * stride, 0, x, 0, 1);
    if (rounds > 0) printf("%lld\n", (long long)(now() - begun));
  }
  return rounds > 0 ? 0 : output(y, (size_t)rows * sizeof(float));
}

/* Independent sums, which the compiler turns into the widest loads of this machine. */
__attribute__((target_clones("avx512f", "avx2", "default")))
static uint64_t sum_of(const uint64_t *data, int64_t words) {
  uint64_t lanes[32] = {0};
  for (int64_t i = 0; i < words; i += 32)
    for (int lane = 0; lane < 32; lane++) lanes[lane] += data[i + lane];
  for (int lane = 1; lane < 32; lane++) lanes[0] += lanes[lane];
  return lanes[0];
}

static int read_memory(int64_t bytes, int64_t rounds) {
  const int64_t words = bytes / 8 / 32 * 32;
  uint64_t *data = memory((size_t)words * 8);
  for (int64_t i = 0; i < words; i++) data[i] = (uint64_t)i;
  const uint64_t expected = (uint64_t)words * (uint64_t)(words - 1) / 2;
  for (int64_t round = 0; round < rounds; round++) {
    const int64_t begun = now();
    if (sum_of(data, words) != expected) fail("read", "the sum is not what was written");
    printf("%lld\n", (long long)(now() - begun));
  }
  return 0;
}

int main(int argc, char **argv) {
  const char *command = argc > 2 ? argv[2] : "";
  folder = argc > 1 ? argv[1] : "";
  if (strcmp(command, "variants") == 0 && argc == 3) return variants();
  if (strcmp(command, "quantize") == 0 && argc == 6) return quantize(argv[3], number(argv[4]), columns_of(argv[5]));
  if (strcmp(command, "dequantize") == 0 && argc == 6) return dequantize(argv[3], number(argv[4]), columns_of(argv[5]));
  if (strcmp(command, "q8_K") == 0 && argc == 5) {
    const int64_t columns = columns_of(argv[4]);
    return output(q8_K(kernels(argv[3]), columns), (size_t)(columns / BLOCK) * Q8_K_BYTES);
  }
  if (strcmp(command, "dot") == 0 && argc == 7)
    return dot(argv[3], argv[4], number(argv[5]), columns_of(argv[6]), 0);
  if (strcmp(command, "time") == 0 && argc == 8)
    return dot(argv[3], argv[4], number(argv[5]), columns_of(argv[6]), number(argv[7]));
  if (strcmp(command, "read") == 0 && argc == 5) return read_memory(number(argv[3]), number(argv[4]));
  fprintf(stderr, "usage: see the head of call.c\n");
  return 2;
}
