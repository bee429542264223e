/* Stages for Copydesk in C, or in any language that can offer a C function.
 *
 * A plugin is a shared library that offers one function, `copydesk_native_plugin`. It returns a description of the
 * plugin that stays where it is for as long as the program runs:
 *
 *     #include <copydesk_plugin.h>
 *
 *     static int32_t process(void *stage, const copydesk_host *host, copydesk_document *document) {
 *       copydesk_text text = host->text(document);
 *       if (text.count == 0) host->drop(document, "empty", "there is no text");
 *       return COPYDESK_OK;
 *     }
 *
 *     static const copydesk_stage stages[] = {
 *         {.name = "acme.not_empty", .abstract = "Drops empty articles.", .process = process}};
 *     static const copydesk_plugin plugin = {
 *         COPYDESK_ABI_VERSION, sizeof(copydesk_stage), "acme", "1.0.0", stages, 1};
 *
 *     const copydesk_plugin *copydesk_native_plugin(uint32_t version) { return &plugin; }
 *
 * Strings end in a NUL and are UTF-8; those that Copydesk gets are copied, so that they may be freed after the call.
 * Places in a text count bytes. One stage is used by many threads at once; a document by one at a time. */
#ifndef COPYDESK_PLUGIN_H
#define COPYDESK_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this header. Copydesk takes plugins of this version only; what is added later stands at the end of
 * a struct and makes no new version. */
#define COPYDESK_ABI_VERSION 1u

/* What `process` and `create` return. */
#define COPYDESK_OK 0
#define COPYDESK_FAILED 1

/* A document on its way, valid during `process`. */
typedef struct copydesk_document copydesk_document;
/* The options of a stage, valid during `create`. */
typedef struct copydesk_options copydesk_options;

/* Text that does not end in a NUL. `bytes` is NULL where there is none; else valid until `process` returns. */
typedef struct copydesk_text {
  const char *bytes;
  size_t count;
} copydesk_text;

/* What an option takes. */
typedef enum copydesk_kind {
  COPYDESK_BOOLEAN = 0,
  COPYDESK_INTEGER = 1,
  COPYDESK_NUMBER = 2,
  COPYDESK_STRING = 3
} copydesk_kind;

/* An option of a stage. */
typedef struct copydesk_option {
  const char *name;          /* lower case with underscores: min_words */
  const char *help;          /* what it does, in a sentence */
  int32_t kind;              /* a copydesk_kind */
  const char *default_value; /* as a definition writes it: true, 3, 0.5, a word */
  const char *minimum;       /* the least number; NULL for any */
  const char *maximum;       /* the greatest number; NULL for any */
} copydesk_option;

/* What Copydesk does for a stage. It grows at its end: `size` tells how far it reaches. */
typedef struct copydesk_host {
  size_t size;

  /* Options, in `create`. A name that the stage has not declared gives 0 or NULL. */
  int32_t (*option_boolean)(const copydesk_options *options, const char *name);
  int64_t (*option_integer)(const copydesk_options *options, const char *name);
  double (*option_number)(const copydesk_options *options, const char *name);
  const char *(*option_string)(const copydesk_options *options, const char *name);
  /* Says why `create` returns COPYDESK_FAILED. */
  void (*refuse)(const copydesk_options *options, const char *option, const char *message);

  /* The document. The text is the one from before this stage, until `process` returns. */
  copydesk_text (*text)(copydesk_document *document);
  /* A field by its name in the output: id, title, byline, section, language, published, or one of the metadata. */
  copydesk_text (*field)(copydesk_document *document, const char *name);
  /* Fills a field; NULL empties it. Returns COPYDESK_FAILED for one that cannot be set, or a day that is none. */
  int32_t (*set_field)(copydesk_document *document, const char *name, const char *value);
  /* Takes bytes out of the text, with a trail entry that names the rule. Returns COPYDESK_FAILED for places that lie
   * outside of the text or inside of a character. Takes effect when `process` returns. */
  int32_t (*remove)(copydesk_document *document, size_t start, size_t end, const char *rule);
  /* Adds a name that was found. The same errors. */
  int32_t (*add_entity)(copydesk_document *document, size_t start, size_t end, const char *label, const char *value);
  /* Takes the document out of the run. */
  void (*drop)(copydesk_document *document, const char *rule, const char *reason);
  /* Notes something worth knowing in the trail. */
  void (*note)(copydesk_document *document, const char *rule);
  /* Says why `process` returns COPYDESK_FAILED. */
  void (*fail)(copydesk_document *document, const char *message);
} copydesk_host;

/* A stage that works on one document at a time. Members that are left out are NULL. */
typedef struct copydesk_stage {
  const char *name;     /* with the plugin's name before it: acme.redact */
  const char *abstract; /* what it does, in a line */
  const copydesk_option *options;
  size_t option_count;
  /* Makes a stage of options that passed their checks; puts what `process` will be given into `stage`. */
  int32_t (*create)(const copydesk_host *host, const copydesk_options *options, void **stage);
  /* Works on a document. COPYDESK_FAILED costs this document only. */
  int32_t (*process)(void *stage, const copydesk_host *host, copydesk_document *document);
  /* Frees what `create` made. */
  void (*destroy)(void *stage);
  /* The fields it looks at and those it fills, divided by blanks: "text language". NULL where that is not told. */
  const char *reads;
  const char *writes;
} copydesk_stage;

/* What a plugin offers. */
typedef struct copydesk_plugin {
  uint32_t abi_version; /* COPYDESK_ABI_VERSION */
  size_t stage_size;    /* sizeof(copydesk_stage) */
  const char *name;
  const char *version;
  const copydesk_stage *stages;
  size_t stage_count;
} copydesk_plugin;

/* The function that a plugin offers. `version` is the COPYDESK_ABI_VERSION of the program that asks. */
typedef const copydesk_plugin *(*copydesk_native_plugin_function)(uint32_t version);

#if defined(_WIN32)
#define COPYDESK_EXPORT __declspec(dllexport)
#else
#define COPYDESK_EXPORT __attribute__((visibility("default")))
#endif
COPYDESK_EXPORT const copydesk_plugin *copydesk_native_plugin(uint32_t version);

#ifdef __cplusplus
}
#endif

#endif
