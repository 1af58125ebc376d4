#include "manifest.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <map>
#include <memory>

namespace bitnet {
namespace {

constexpr size_t MAX_MANIFEST = 4096;
constexpr uint64_t MAX_VALUES = uint64_t{1} << 31;  // activations, and outputs, of one run

struct Close {
  void operator()(std::FILE *file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

File openFile(const std::string &path, const char *mode, const std::string &what) {
  File file(std::fopen(path.c_str(), mode));
  if (!file) throw BadInput(what + " cannot be opened: " + std::strerror(errno));
  return file;
}

std::vector<std::string> words(const std::string &text) {
  std::vector<std::string> found(1);
  for (char c : text) {
    if (c == ' ') found.emplace_back();
    else found.back() += c;
  }
  return found;
}

/** A manifest names files of its own folder, so that it cannot lead anywhere else. */
std::string inFolderOf(const std::string &manifest, const std::string &name, const std::string &key) {
  bool fine = !name.empty() && name.size() <= 64 && name[0] != '.';
  for (char c : name) {
    fine = fine && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
                    c == '.');
  }
  if (!fine)
    throw BadInput(key + " is '" + name + "'; the name of a file beside the manifest is expected: letters, digits, - _ .");
  const size_t slash = manifest.rfind('/');
  return slash == std::string::npos ? name : manifest.substr(0, slash + 1) + name;
}

Kernel kernelNamed(const std::string &name) {
  if (name == "auto") return Kernel::automatic;
  if (name == "simple") return Kernel::simple;
  if (name == "gemv") return Kernel::gemv;
  if (name == "gemm") return Kernel::gemm;
  throw BadInput("kernel is '" + name + "'; known are auto, simple, gemv, gemm");
}

std::map<std::string, std::string> parse(const std::string &text) {
  static const char *const KEYS[] = {"format", "rows", "columns", "tiles", "count", "kernel", "weights", "x", "y"};
  std::map<std::string, std::string> values;
  size_t at = 0, number = 0;
  while (at < text.size()) {
    const size_t end = text.find('\n', at);
    number++;
    const std::string where = "line " + std::to_string(number);
    if (end == std::string::npos) throw BadInput(where + " does not end: the manifest is cut short");
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    if (number == 1) {
      if (line != "bitnet-flow-cuda 1") throw BadInput(where + " is '" + line + "'; 'bitnet-flow-cuda 1' is expected");
      continue;
    }
    const size_t space = line.find(' ');
    const std::string key = line.substr(0, space);
    bool known = false;
    for (const char *one : KEYS) known = known || key == one;
    if (!known || space == std::string::npos) throw BadInput(where + " is '" + line + "'; no key with a value");
    if (!values.emplace(key, line.substr(space + 1)).second) throw BadInput(where + " gives " + key + " a second time");
  }
  return values;
}

}  // namespace

Job readManifest(const std::string &path, bool withActivations) {
  std::string text(MAX_MANIFEST + 1, '\0');
  {
    const File file = openFile(path, "rb", path);
    text.resize(std::fread(text.data(), 1, text.size(), file.get()));
    if (std::ferror(file.get())) throw BadInput(path + " cannot be read");
  }
  try {
    if (text.empty()) throw BadInput("is empty");
    if (text.size() > MAX_MANIFEST) throw BadInput("has more than " + std::to_string(MAX_MANIFEST) + " bytes");
    std::map<std::string, std::string> values = parse(text);
    const auto take = [&](const char *key) {
      const auto found = values.find(key);
      if (found == values.end()) throw BadInput(std::string(key) + " is missing");
      const std::string value = found->second;
      values.erase(found);
      return value;
    };
    Job job;
    job.path = path;
    job.format = formatNamed(take("format"));
    job.matrix.rows = static_cast<uint32_t>(wholeNumber(take("rows"), "rows", 1, MAX_WEIGHTS));
    job.matrix.columns = static_cast<uint32_t>(wholeNumber(take("columns"), "columns", 1, MAX_WEIGHTS));
    if (values.count("tiles") != 0) {
      const std::vector<std::string> sizes = words(take("tiles"));
      if (sizes.size() != 3) throw BadInput("tiles has " + std::to_string(sizes.size()) + " values; BM BK bm are expected");
      job.matrix.BM = static_cast<uint32_t>(wholeNumber(sizes[0], "BM", 1, MAX_WEIGHTS));
      job.matrix.BK = static_cast<uint32_t>(wholeNumber(sizes[1], "BK", 1, MAX_WEIGHTS));
      job.matrix.bm = static_cast<uint32_t>(wholeNumber(sizes[2], "bm", 1, MAX_WEIGHTS));
    }
    checkShape(job.format, job.matrix);
    job.weights = inFolderOf(path, take("weights"), "weights");
    if (withActivations) {
      job.count = static_cast<uint32_t>(wholeNumber(take("count"), "count", 1, MAX_VALUES));
      const uint64_t larger = job.matrix.rows > job.matrix.columns ? job.matrix.rows : job.matrix.columns;
      if (job.count * larger >= MAX_VALUES)
        throw BadInput("count is " + std::to_string(job.count) + "; activations and outputs are fewer than 2^31 each");
      if (values.count("kernel") != 0) job.kernel = kernelNamed(take("kernel"));
      job.x = inFolderOf(path, take("x"), "x");
      job.y = inFolderOf(path, take("y"), "y");
    }
    if (!values.empty()) throw BadInput(values.begin()->first + " has no place here");
    return job;
  } catch (const BadInput &error) {
    throw BadInput(path + ": " + error.what());
  }
}

std::vector<uint8_t> readExactly(const std::string &path, size_t bytes, const std::string &what) {
  const File file = openFile(path, "rb", path);
  std::vector<uint8_t> data(bytes + 1);
  const size_t got = std::fread(data.data(), 1, data.size(), file.get());
  if (std::ferror(file.get())) throw BadInput(path + " cannot be read");
  if (got != bytes)
    throw BadInput(path + (got < bytes ? " is cut short: " + std::to_string(got) : " is too long: more than " + std::to_string(bytes)) +
                   " bytes where " + what + " take " + std::to_string(bytes));
  data.resize(bytes);
  return data;
}

void writeNew(const std::string &path, const void *data, size_t bytes) {
  const File file(std::fopen(path.c_str(), "wbx"));
  if (!file) throw Fault(path + " cannot be made: " + std::strerror(errno));
  if (std::fwrite(data, 1, bytes, file.get()) != bytes || std::fflush(file.get()) != 0)
    throw Fault(path + " cannot be written: " + std::strerror(errno));
}

}  // namespace bitnet
