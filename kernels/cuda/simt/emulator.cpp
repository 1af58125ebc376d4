#include "emulator.h"

#include <sys/mman.h>
#include <ucontext.h>

#include <cstring>
#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/common_interface_defs.h>
#endif

Index3 threadIdx, blockIdx, blockDim, gridDim;

namespace bitnet {
namespace {

constexpr size_t STACK = 256 * 1024;
constexpr uint32_t LANES = 32;
constexpr int WORDS = 6;  // the most that one lane hands to its warp: four of A, two of B

enum class State { ready, atBlock, atWarp, done };

struct Fiber {
  ucontext_t context;
  void *stack = nullptr;
  void *fake = nullptr;
  State state = State::ready;
  uint32_t turn = 0;  // how many exchanges of the warp this lane has seen
  ~Fiber() {
    if (stack != nullptr) munmap(stack, STACK);
  }
};

// Two sets of slots: a lane writes one while a slower lane may still read the other.
struct WarpSlots {
  uint32_t words[2][LANES][WORDS];
};

std::vector<std::unique_ptr<Fiber>> fibers;
std::vector<WarpSlots> slots;
std::unique_ptr<uint32_t[]> shared;
const std::function<void()> *kernel = nullptr;
std::exception_ptr failure;
ucontext_t scheduler;
uint32_t current = 0;
bool falling = false;
#ifdef __SANITIZE_ADDRESS__
void *schedulerFake = nullptr;
const void *schedulerStack = nullptr;
size_t schedulerSize = 0;
#endif

void toScheduler([[maybe_unused]] bool last) {
  Fiber &fiber = *fibers[current];
#ifdef __SANITIZE_ADDRESS__
  __sanitizer_start_switch_fiber(last ? nullptr : &fiber.fake, schedulerStack, schedulerSize);
#endif
  swapcontext(&fiber.context, &scheduler);
#ifdef __SANITIZE_ADDRESS__
  __sanitizer_finish_switch_fiber(fiber.fake, &schedulerStack, &schedulerSize);
#endif
}

void fiberMain() {
#ifdef __SANITIZE_ADDRESS__
  __sanitizer_finish_switch_fiber(nullptr, &schedulerStack, &schedulerSize);
#endif
  try {
    (*kernel)();
  } catch (...) {
    failure = std::current_exception();
  }
  fibers[current]->state = State::done;
  toScheduler(true);
}

void start(Fiber &fiber) {
  if (fiber.stack == nullptr) {
    fiber.stack = mmap(nullptr, STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (fiber.stack == MAP_FAILED) {
      fiber.stack = nullptr;
      throw std::bad_alloc();
    }
  }
  getcontext(&fiber.context);
  fiber.context.uc_stack.ss_sp = fiber.stack;
  fiber.context.uc_stack.ss_size = STACK;
  fiber.context.uc_link = nullptr;
  makecontext(&fiber.context, fiberMain, 0);
  fiber.state = State::ready;
  fiber.turn = 0;
}

void resume(uint32_t thread) {
  current = thread;
  threadIdx.x = thread;
  Fiber &fiber = *fibers[thread];
#ifdef __SANITIZE_ADDRESS__
  __sanitizer_start_switch_fiber(&schedulerFake, fiber.stack, STACK);
#endif
  swapcontext(&scheduler, &fiber.context);
#ifdef __SANITIZE_ADDRESS__
  __sanitizer_finish_switch_fiber(schedulerFake, nullptr, nullptr);
#endif
  if (failure) std::rethrow_exception(failure);
}

/** Whether all threads from `first` on are in `state`; lets them go on if so. */
bool release(uint32_t first, uint32_t count, State state) {
  for (uint32_t t = first; t < first + count; t++) {
    if (fibers[t]->state != state) return false;
  }
  for (uint32_t t = first; t < first + count; t++) fibers[t]->state = State::ready;
  return true;
}

void runBlock(uint32_t threads) {
  for (uint32_t t = 0; t < threads; t++) start(*fibers[t]);
  for (;;) {
    for (uint32_t i = 0; i < threads; i++) {
      const uint32_t t = falling ? threads - 1 - i : i;
      if (fibers[t]->state == State::ready) resume(t);
    }
    bool moved = false;
    for (uint32_t t = 0; t < threads; t += LANES) moved = release(t, LANES, State::atWarp) || moved;
    if (moved || release(0, threads, State::atBlock)) continue;
    uint32_t ended = 0;
    for (uint32_t t = 0; t < threads; t++) ended += fibers[t]->state == State::done;
    if (ended == threads) return;
    throw std::logic_error("the threads of block (" + std::to_string(blockIdx.x) + ", " + std::to_string(blockIdx.y) +
                           ") do not meet at the same barrier");
  }
}

void waitAt(State state) {
  fibers[current]->state = state;
  toScheduler(false);
}

/** Hands the words of all lanes to all lanes: returns the slots of the warp, complete. */
uint32_t (*exchange(const uint32_t *words, int count))[WORDS] {
  const uint32_t me = current;
  uint32_t(*set)[WORDS] = slots[me / LANES].words[fibers[me]->turn++ & 1];
  std::memcpy(set[me % LANES], words, count * sizeof(uint32_t));
  waitAt(State::atWarp);
  return set;
}

int32_t byteOf(uint32_t word, uint32_t i) { return static_cast<int8_t>(word >> 8 * i & 255); }

}  // namespace

void emulateInFallingOrder(bool order) { falling = order; }
uint32_t *sharedWords() { return shared.get(); }
void meet() { waitAt(State::atBlock); }

uint32_t shuffleXor(uint32_t value, uint32_t mask) {
  const uint32_t lane = current % LANES;
  return exchange(&value, 1)[lane ^ mask][0];
}

// A fragment of m16n8k32: A[row][k] is byte k % 4 of word row / 8 + 2 * (k / 16) of lane 4 * (row % 8) + k % 16 / 4, B[k][n]
// byte k % 4 of word k / 16 of lane 4 * n + k % 16 / 4; lane l has sums of row l / 4 and l / 4 + 8, columns 2 * (l % 4) and the next.
void multiplyTile(uint32_t (&sum)[4], const uint32_t (&a)[4], const uint32_t (&b)[2]) {
  const uint32_t lane = current % LANES;
  const uint32_t mine[WORDS] = {a[0], a[1], a[2], a[3], b[0], b[1]};
  const auto *all = exchange(mine, WORDS);
  for (uint32_t i = 0; i < 4; i++) {
    const uint32_t row = lane / 4 + 8 * (i / 2), n = 2 * (lane % 4) + i % 2;
    for (uint32_t k = 0; k < 32; k++) {
      const uint32_t part = k % 16 / 4;
      const int32_t left = byteOf(all[4 * (row % 8) + part][row / 8 + 2 * (k / 16)], k % 4);
      sum[i] += static_cast<uint32_t>(left * byteOf(all[4 * n + part][4 + k / 16], k % 4));
    }
  }
}

// m8n8k16: A[row][k] is byte k % 4 of lane 4 * row + k / 4, B[k][n] that of lane 4 * n + k / 4; sums as above, one row.
void multiplySmallTile(uint32_t &sum0, uint32_t &sum1, uint32_t a, uint32_t b) {
  const uint32_t lane = current % LANES;
  const uint32_t mine[2] = {a, b};
  const auto *all = exchange(mine, 2);
  uint32_t *sums[2] = {&sum0, &sum1};
  for (uint32_t i = 0; i < 2; i++) {
    const uint32_t row = lane / 4, n = 2 * (lane % 4) + i;
    for (uint32_t k = 0; k < 16; k++) {
      *sums[i] += static_cast<uint32_t>(byteOf(all[4 * row + k / 4][0], k % 4) * byteOf(all[4 * n + k / 4][1], k % 4));
    }
  }
}

void emulate(Index3 grid, uint32_t threads, size_t sharedBytes, const std::function<void()> &body) {
  if (threads == 0 || threads % LANES != 0 || threads > 1024 || grid.x == 0 || grid.y == 0 || grid.y > 65535)
    throw std::logic_error("a launch that no device takes");
  if (sharedBytes > 48 * 1024) throw std::logic_error("more shared memory than a block has");
  while (fibers.size() < threads) fibers.push_back(std::make_unique<Fiber>());
  slots.resize(threads / LANES);
  kernel = &body;
  failure = nullptr;
  blockDim = {threads, 1, 1};
  gridDim = {grid.x, grid.y, 1};
  for (uint32_t y = 0; y < grid.y; y++) {
    for (uint32_t x = 0; x < grid.x; x++) {
      blockIdx = {x, y, 0};
      const size_t words = (sharedBytes + 3) / 4;
      shared.reset(new uint32_t[words]);
      std::memset(shared.get(), 0xcd, words * 4);
      runBlock(threads);
    }
  }
}

}  // namespace bitnet
