// A door in C to the Compact Language Detector 2, whose interface is C++.
#include "CLanguageDetector.h"

#include <cstdio>
#include <cstring>

#if __has_include(<cld2/public/compact_lang_det.h>)
#include <cld2/public/compact_lang_det.h>

int copydesk_can_detect_language(void) { return 1; }

struct copydesk_language copydesk_detect_language(const char *text, int length) {
  struct copydesk_language found = {"", 0, 0};
  CLD2::Language languages[3];
  int percents[3];
  int bytes = 0;
  bool is_reliable = false;
  CLD2::DetectLanguageSummary(text, length, true, languages, percents, &bytes, &is_reliable);
  if (languages[0] == CLD2::UNKNOWN_LANGUAGE || languages[0] == CLD2::TG_UNKNOWN_LANGUAGE) return found;
  std::strncpy(found.code, CLD2::LanguageCode(languages[0]), sizeof found.code - 1);
  found.percent = percents[0];
  found.is_reliable = is_reliable ? 1 : 0;
  return found;
}
#else
int copydesk_can_detect_language(void) { return 0; }

struct copydesk_language copydesk_detect_language(const char *, int) { return {"", 0, 0}; }
#endif
