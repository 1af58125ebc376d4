#pragma once
// The device as the program sees it: memory, copies, launches, clocks. device.cu asks the CUDA runtime, simt/device.cpp
// the emulator.
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "simt.h"

namespace bitnet {

/** There is no device that the program can use; says why. */
struct NoDevice : std::runtime_error {
  using std::runtime_error::runtime_error;
};
/** A call of the CUDA runtime that failed. */
struct DeviceError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct DeviceFacts {
  std::string name;
  std::string computeCapability;
  std::string driver;
  std::string runtime;
  uint64_t memoryBytes;
  uint64_t l2Bytes;
  uint32_t processors;
  bool emulated;
};

/** Takes the first device that CUDA_VISIBLE_DEVICES leaves; throws NoDevice. */
DeviceFacts openDevice();

void *deviceAllocate(size_t bytes);
void deviceFree(void *at) noexcept;
void deviceFill(void *to, int byte, size_t bytes);
void copyToDevice(void *to, const void *from, size_t bytes);
void copyFromDevice(void *to, const void *from, size_t bytes);
void copyOnDevice(void *to, const void *from, size_t bytes);
/** Waits for all that was launched and throws DeviceError for what went wrong in it. */
void finishDevice(const char *what);
/** Whether the emulator runs the threads of a block from the last to the first; no result may depend on it. */
void runThreadsInFallingOrder(bool falling);
/** Milliseconds between two marks on the device's own clock. */
void markBegin();
double markEnd();

/** Memory of the device, freed with the object. */
class DeviceBuffer {
 public:
  explicit DeviceBuffer(size_t bytes) : at_(deviceAllocate(bytes)), bytes_(bytes) {}
  DeviceBuffer(const void *from, size_t bytes) : DeviceBuffer(bytes) { copyToDevice(at_, from, bytes); }
  DeviceBuffer(const DeviceBuffer &) = delete;
  DeviceBuffer &operator=(const DeviceBuffer &) = delete;
  ~DeviceBuffer() { deviceFree(at_); }
  template <class T>
  T *as() const {
    return static_cast<T *>(at_);
  }
  size_t bytes() const { return bytes_; }

 private:
  void *at_;
  size_t bytes_;
};

#ifdef __CUDACC__
/** Launches a kernel; throws DeviceError where the device does not take it. */
template <class... P, class... A>
void launch(void (*kernel)(P...), Grid grid, uint32_t threads, size_t sharedBytes, A... args) {
  kernel<<<dim3(grid.x, grid.y), threads, sharedBytes>>>(args...);
  const cudaError_t error = cudaGetLastError();
  if (error != cudaSuccess) throw DeviceError(std::string("launch: ") + cudaGetErrorString(error));
}
#else
template <class... P, class... A>
void launch(void (*kernel)(P...), Grid grid, uint32_t threads, size_t sharedBytes, A... args) {
  emulate({grid.x, grid.y, 1}, threads, sharedBytes, [&] { kernel(args...); });
}
#endif

}  // namespace bitnet
