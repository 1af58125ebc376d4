// The device of the host build: memory of this process, and the emulator.
#include "../device.h"

#include <chrono>
#include <cstdlib>
#include <cstring>

namespace bitnet {
namespace {
std::chrono::steady_clock::time_point begun;
}

DeviceFacts openDevice() {
  return {"CPU emulation of the CUDA kernels", "none", "none", "none", 0, 4096, 2, true};
}

void *deviceAllocate(size_t bytes) {
  void *at = nullptr;
  if (posix_memalign(&at, 256, bytes == 0 ? 1 : bytes) != 0) throw DeviceError("no memory");
  std::memset(at, 0xcd, bytes);
  return at;
}
void deviceFree(void *at) noexcept { std::free(at); }
void deviceFill(void *to, int byte, size_t bytes) { std::memset(to, byte, bytes); }
void copyToDevice(void *to, const void *from, size_t bytes) { std::memcpy(to, from, bytes); }
void copyFromDevice(void *to, const void *from, size_t bytes) { std::memcpy(to, from, bytes); }
void copyOnDevice(void *to, const void *from, size_t bytes) { std::memcpy(to, from, bytes); }
void finishDevice(const char *) {}
void runThreadsInFallingOrder(bool falling) { emulateInFallingOrder(falling); }
void markBegin() { begun = std::chrono::steady_clock::now(); }
double markEnd() {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

}  // namespace bitnet
