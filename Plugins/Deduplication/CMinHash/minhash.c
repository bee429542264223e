#include "CMinHash.h"

#if defined(__x86_64__) && defined(__GNUC__)

// Swift has no word for "with the instructions of that processor". Asked for at run time, and not when the program starts:
// what the sanitizers put into functions does not work that early.
__attribute__((target("avx512f,avx512dq"), noinline)) static void
least_products(const uint64_t *shingles, size_t count, const uint64_t *multipliers, size_t orders, uint64_t *least) {
  for (size_t order = 0; order < orders; order += copydesk_minhash_orders_at_once) {
    // Two vectors, which stay in registers.
    uint64_t found[copydesk_minhash_orders_at_once];
    for (size_t lane = 0; lane < copydesk_minhash_orders_at_once; lane++) found[lane] = UINT64_MAX;
    for (size_t shingle = 0; shingle < count; shingle++) {
      for (size_t lane = 0; lane < copydesk_minhash_orders_at_once; lane++) {
        uint64_t product = shingles[shingle] * multipliers[order + lane];
        found[lane] = product < found[lane] ? product : found[lane];
      }
    }
    for (size_t lane = 0; lane < copydesk_minhash_orders_at_once; lane++) least[order + lane] = found[lane];
  }
}

bool copydesk_minhash(const uint64_t *shingles, size_t count, const uint64_t *multipliers, size_t orders,
                      uint64_t *least) {
  if (!__builtin_cpu_supports("avx512f") || !__builtin_cpu_supports("avx512dq")) return false;
  if (orders % copydesk_minhash_orders_at_once != 0) return false;
  least_products(shingles, count, multipliers, orders, least);
  return true;
}

#else

bool copydesk_minhash(const uint64_t *shingles, size_t count, const uint64_t *multipliers, size_t orders,
                      uint64_t *least) {
  (void)shingles, (void)count, (void)multipliers, (void)orders, (void)least;
  return false;
}

#endif
