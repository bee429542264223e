#ifndef COPYDESK_LANGUAGE_DETECTOR_H
#define COPYDESK_LANGUAGE_DETECTOR_H

#ifdef __cplusplus
extern "C" {
#endif

/// What a text is written in.
struct copydesk_language {
  /// The code of the language ("en", "zh-Hant"), or "" where there is none.
  char code[16];
  /// How much of the text is in it, in percent.
  int percent;
  /// Whether the guess is to be relied on.
  int is_reliable;
};

/// Whether the program was built with a detector.
int copydesk_can_detect_language(void);

/// Guesses the language of `length` bytes of valid UTF-8.
struct copydesk_language copydesk_detect_language(const char *text, int length);

#ifdef __cplusplus
}
#endif
#endif
