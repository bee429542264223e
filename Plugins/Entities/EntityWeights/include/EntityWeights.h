#ifndef COPYDESK_ENTITY_WEIGHTS_H
#define COPYDESK_ENTITY_WEIGHTS_H

#include <stddef.h>

/// The model of names and the table of word clusters, compiled into the program: they lie in its read-only pages,
/// are loaded by the system where they are touched, and all threads and processes share them.
extern const unsigned char *const _Nonnull copydesk_entity_model;
extern const size_t copydesk_entity_model_length;
extern const unsigned char *const _Nonnull copydesk_word_clusters;
extern const size_t copydesk_word_clusters_length;

#endif
