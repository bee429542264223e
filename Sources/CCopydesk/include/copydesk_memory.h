/* A hint to the processor, which Swift has no word for. */
#ifndef COPYDESK_MEMORY_H
#define COPYDESK_MEMORY_H

#ifdef __clang__
#pragma clang assume_nonnull begin
#endif

/* Has the line of memory at an address fetched. It changes nothing but how long the next look at it takes, and any
 * address will do. */
static inline void copydesk_fetch_ahead(const void *address) {
#ifdef __GNUC__
  __builtin_prefetch(address);
#else
  (void)address;
#endif
}

#ifdef __clang__
#pragma clang assume_nonnull end
#endif

#endif
