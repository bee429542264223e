#include "EntityWeights.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Aligned, so that numbers in them can be read in one step.
// So many bytes before it that its rows of sixteen bytes do not lie across two lines of memory.
#define BEFORE 8
_Alignas(64) static const unsigned char model[] = {
    0, 0, 0, 0, 0, 0, 0, 0,
#embed "entities.model"
};
_Alignas(64) static const unsigned char clusters[] = {
#embed "words.clusters"
};

const unsigned char *const copydesk_entity_model = model + BEFORE;
const size_t copydesk_entity_model_length = sizeof(model) - BEFORE;
const unsigned char *const copydesk_word_clusters = clusters;
const size_t copydesk_word_clusters_length = sizeof(clusters);
