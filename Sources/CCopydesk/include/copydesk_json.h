/* Steps over JSON strings sixteen bytes at once, with the instructions that every processor of its kind has and Swift's
 * vectors do not lead to: which of sixteen bytes are marked, as one number. */
#ifndef COPYDESK_JSON_H
#define COPYDESK_JSON_H

#include <stdint.h>
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__aarch64__) && defined(__ARM_NEON)
#include <arm_neon.h>
#endif

#ifdef __clang__
#pragma clang assume_nonnull begin
#endif

/* How many of the sixteen bytes at `from` come before the first quote, backslash or control character; 16 where there is
 * none. */
static inline intptr_t copydesk_json_run16(const void *from) {
#if defined(__SSE2__)
  __m128i bytes = _mm_loadu_si128((const __m128i *)from);
  __m128i lows = _mm_set1_epi8(0x1F);
  __m128i marks = _mm_or_si128(
      _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'))),
      _mm_cmpeq_epi8(_mm_max_epu8(bytes, lows), lows));
  return __builtin_ctz((unsigned)_mm_movemask_epi8(marks) | 0x10000u);
#elif defined(__aarch64__) && defined(__ARM_NEON)
  uint8x16_t bytes = vld1q_u8((const uint8_t *)from);
  uint8x16_t marks = vorrq_u8(
      vorrq_u8(vceqq_u8(bytes, vdupq_n_u8('"')), vceqq_u8(bytes, vdupq_n_u8('\\'))),
      vcltq_u8(bytes, vdupq_n_u8(0x20)));
  /* Four bits for each byte. */
  uint64_t nibbles =
      vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(marks), 4)), 0);
  return nibbles == 0 ? 16 : __builtin_ctzll(nibbles) / 4;
#else
  const uint8_t *bytes = (const uint8_t *)from;
  intptr_t count = 0;
  while (count < 16 && bytes[count] >= 0x20 && bytes[count] != '"' && bytes[count] != '\\') count++;
  return count;
#endif
}

/* The same; all sixteen bytes are copied to `to`, where there must be room for them, and which must not lie within them. */
static inline intptr_t copydesk_json_copy16(const void *from, void *to) {
  memcpy(to, from, 16);
  return copydesk_json_run16(from);
}

#ifdef __clang__
#pragma clang assume_nonnull end
#endif

#endif
