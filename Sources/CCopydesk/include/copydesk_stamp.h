/* The compiler that a plugin in Swift is compiled with.
 *
 * The function is compiled into whoever calls it: `exportPlugin` of the API, which is itself compiled into the plugin.
 * So the text stands in the plugin's file as a whole, and Copydesk reads it there before it loads anything. */
#ifndef COPYDESK_STAMP_H
#define COPYDESK_STAMP_H

#define COPYDESK_STAMP_TEXT2(number) #number
#define COPYDESK_STAMP_TEXT(number) COPYDESK_STAMP_TEXT2(number)

#ifdef __clang__
#pragma clang assume_nonnull begin
#endif

/* Swift's importer defines __swift__: 60301 is Swift 6.3.1. The rest tells two compilers of one version apart. */
static inline const char *copydesk_compiler_stamp(void) {
#ifdef __swift__
  return "copydesk-plugin-compiler:" COPYDESK_STAMP_TEXT(__swift__) ";" __VERSION__ ";";
#else
  return "copydesk-plugin-compiler:0;" __VERSION__ ";";
#endif
}

#ifdef __clang__
#pragma clang assume_nonnull end
#endif

#endif
