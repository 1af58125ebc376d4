#include <cstdio>
#include <exception>
#include <new>

#include "products.h"

namespace {

using namespace bitnet;

const char USAGE[] =
    "bitnet-flow-cuda: exact products of packed ternary weights and int8 activations\n"
    "\n"
    "  run MANIFEST...     multiplies as each manifest says and writes its outputs\n"
    "  check MANIFEST...   judges the packed weights of each manifest; needs no device\n"
    "  layout              reads lines FORMAT ROWS COLUMNS [BM BK bm], writes the bytes of such a matrix; needs no device\n"
    "  probe               the device, as one line of JSON, after a product on it came out right\n"
    "  bench [--shape MxK] [--format NAME] [--count N]   checks, then times; two shapes and all formats otherwise\n"
    "  --self-test         every format and kernel on small shapes against the exact product\n"
    "\n"
    "Formats: i2_s, tl1, tl2, tq2_0, w2a8. CUDA_VISIBLE_DEVICES chooses the device.\n"
    "Exit: 0 fine, 1 a mismatch or a failure, 2 usage or input that is refused, 77 no device.\n";

int dispatch(int argc, char **argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.empty()) throw BadInput("a command is missing");
  const std::string &command = words[0];
  const std::vector<std::string> rest(words.begin() + 1, words.end());
  if (command == "--help" || command == "-h") {
    std::fputs(USAGE, stdout);
    return EXIT_FINE;
  }
  if (command == "bench") return benchCommand(rest);
  if (command == "run" || command == "check") {
    if (rest.empty()) throw BadInput(command + " needs a manifest");
    return command == "run" ? runCommand(rest) : checkCommand(rest);
  }
  if (!rest.empty()) throw BadInput(command + " takes nothing after it, and '" + rest[0] + "' was given");
  if (command == "layout") return layoutCommand();
  if (command == "probe") return probeCommand();
  if (command == "--self-test") return selfTestCommand();
  throw BadInput("no command is named '" + command + "'; --help lists them");
}

}  // namespace

int main(int argc, char **argv) {
  try {
    const int code = dispatch(argc, argv);
    if (std::fflush(stdout) != 0 || std::ferror(stdout)) throw Fault("the output cannot be written");
    return code;
  } catch (const BadInput &error) {
    std::fprintf(stderr, "bitnet-flow-cuda: %s\n", error.what());
    return EXIT_USAGE;
  } catch (const NoDevice &error) {
    std::fprintf(stderr, "bitnet-flow-cuda: %s\n", error.what());
    return EXIT_NO_DEVICE;
  } catch (const std::bad_alloc &) {
    std::fprintf(stderr, "bitnet-flow-cuda: out of memory\n");
    return EXIT_FAULT;
  } catch (const std::exception &error) {
    std::fprintf(stderr, "bitnet-flow-cuda: %s\n", error.what());
    return EXIT_FAULT;
  }
}
