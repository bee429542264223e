#pragma once

#include <stddef.h>

/// The bytes of the model of the blocks of pages, and how many they are.
const unsigned char *_Nullable copydesk_clean_blocks(size_t *_Nonnull count);

/// The bytes of the trees that look at the blocks again, and how many they are.
const unsigned char *_Nullable copydesk_clean_blocks_again(size_t *_Nonnull count);

/// The bytes of the model of the lines of texts, and how many they are.
const unsigned char *_Nullable copydesk_clean_lines(size_t *_Nonnull count);

/// The bytes of the trees that look at the lines again, and how many they are.
const unsigned char *_Nullable copydesk_clean_lines_again(size_t *_Nonnull count);

/// The bytes of what words say of lines, and how many they are.
const unsigned char *_Nullable copydesk_clean_lines_words(size_t *_Nonnull count);
