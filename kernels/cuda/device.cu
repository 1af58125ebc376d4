#include "device.h"

namespace bitnet {
namespace {

constexpr int OLDEST = 75;  // compute capability 7.5, the oldest that this program is compiled for

void must(cudaError_t error, const char *what) {
  if (error != cudaSuccess) throw DeviceError(std::string(what) + ": " + cudaGetErrorString(error));
}

std::string version(int number) { return std::to_string(number / 1000) + "." + std::to_string(number % 1000 / 10); }

cudaEvent_t event(int i) {
  static cudaEvent_t events[2] = {nullptr, nullptr};
  if (events[i] == nullptr) must(cudaEventCreate(&events[i]), "cudaEventCreate");
  return events[i];
}

}  // namespace

DeviceFacts openDevice() {
  int count = 0;
  const cudaError_t error = cudaGetDeviceCount(&count);
  if (error == cudaErrorInsufficientDriver)
    throw NoDevice("no NVIDIA driver, or one older than CUDA " + version(CUDART_VERSION) + " needs (" +
                   cudaGetErrorString(error) + ")");
  if (error != cudaSuccess) throw NoDevice(std::string("no CUDA device: ") + cudaGetErrorString(error));
  if (count == 0) throw NoDevice("no CUDA device: the driver lists none");
  const int device = 0;  // CUDA_VISIBLE_DEVICES chooses
  cudaDeviceProp facts;
  must(cudaGetDeviceProperties(&facts, device), "cudaGetDeviceProperties");
  const std::string capability = std::to_string(facts.major) + "." + std::to_string(facts.minor);
  if (facts.major * 10 + facts.minor < OLDEST)
    throw NoDevice(std::string(facts.name) + " has compute capability " + capability + "; 7.5 or newer is needed");
  must(cudaSetDevice(device), "cudaSetDevice");
  int driver = 0, runtime = 0;
  must(cudaDriverGetVersion(&driver), "cudaDriverGetVersion");
  must(cudaRuntimeGetVersion(&runtime), "cudaRuntimeGetVersion");
  return {facts.name,
          capability,
          version(driver),
          version(runtime),
          facts.totalGlobalMem,
          static_cast<uint64_t>(facts.l2CacheSize),
          static_cast<uint32_t>(facts.multiProcessorCount),
          false};
}

void *deviceAllocate(size_t bytes) {
  void *at = nullptr;
  must(cudaMalloc(&at, bytes), ("cudaMalloc of " + std::to_string(bytes) + " bytes").c_str());
  return at;
}
void deviceFree(void *at) noexcept { cudaFree(at); }
void deviceFill(void *to, int byte, size_t bytes) { must(cudaMemset(to, byte, bytes), "cudaMemset"); }
void copyToDevice(void *to, const void *from, size_t bytes) {
  must(cudaMemcpy(to, from, bytes, cudaMemcpyHostToDevice), "copy to the device");
}
void copyFromDevice(void *to, const void *from, size_t bytes) {
  must(cudaMemcpy(to, from, bytes, cudaMemcpyDeviceToHost), "copy from the device");
}
void copyOnDevice(void *to, const void *from, size_t bytes) {
  must(cudaMemcpyAsync(to, from, bytes, cudaMemcpyDeviceToDevice), "copy on the device");
}
void finishDevice(const char *what) { must(cudaDeviceSynchronize(), what); }

void runThreadsInFallingOrder(bool) {}

void markBegin() { must(cudaEventRecord(event(0)), "cudaEventRecord"); }
double markEnd() {
  must(cudaEventRecord(event(1)), "cudaEventRecord");
  must(cudaEventSynchronize(event(1)), "cudaEventSynchronize");
  float milliseconds = 0;
  must(cudaEventElapsedTime(&milliseconds, event(0), event(1)), "cudaEventElapsedTime");
  return milliseconds;
}

}  // namespace bitnet
