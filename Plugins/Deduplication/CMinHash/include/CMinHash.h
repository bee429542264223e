#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// How many orders are worked on together: their number must be a multiple of it.
enum { copydesk_minhash_orders_at_once = 16 };

/// Writes for each order the least product, modulo two to the power of 64, of its multiplier and any shingle.
///
/// - Returns: false, with nothing written, where the processor does not multiply vectors of such numbers (one by one is
///   then as fast as anything), or where `orders` is no multiple of ``copydesk_minhash_orders_at_once``.
bool copydesk_minhash(const uint64_t *_Nonnull shingles, size_t count, const uint64_t *_Nonnull multipliers,
                      size_t orders, uint64_t *_Nonnull least);
