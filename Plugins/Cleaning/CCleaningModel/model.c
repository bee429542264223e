#include "CCleaningModel.h"

// The compiler copies the files in: no resource to be found at run time, and no array literal to be parsed.
#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char blocks[] __attribute__((aligned(64))) = {
#embed "blocks.model"
};
static const unsigned char blocks_again[] __attribute__((aligned(64))) = {
#embed "blocks.trees"
};
static const unsigned char lines[] __attribute__((aligned(64))) = {
#embed "lines.model"
};
static const unsigned char lines_again[] __attribute__((aligned(64))) = {
#embed "lines.trees"
};
static const unsigned char lines_words[] __attribute__((aligned(64))) = {
#embed "lines.words"
};

const unsigned char *copydesk_clean_blocks(size_t *count) {
  *count = sizeof blocks;
  return blocks;
}

const unsigned char *copydesk_clean_blocks_again(size_t *count) {
  *count = sizeof blocks_again;
  return blocks_again;
}

const unsigned char *copydesk_clean_lines(size_t *count) {
  *count = sizeof lines;
  return lines;
}

const unsigned char *copydesk_clean_lines_again(size_t *count) {
  *count = sizeof lines_again;
  return lines_again;
}

const unsigned char *copydesk_clean_lines_words(size_t *count) {
  *count = sizeof lines_words;
  return lines_words;
}
