#pragma once
#include <stdexcept>

namespace bitnet {

/** What the program ends with. */
enum ExitCode { EXIT_FINE = 0, EXIT_FAULT = 1, EXIT_USAGE = 2, EXIT_NO_DEVICE = 77 };

/** Input that is refused: says which, the value seen, and what is expected. */
struct BadInput : std::runtime_error {
  using std::runtime_error::runtime_error;
};
/** Something that should be right and is not: a mismatch, a file that cannot be written. */
struct Fault : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace bitnet
