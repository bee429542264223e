// The module map of a library of the system.
#include <brotli/decode.h>
