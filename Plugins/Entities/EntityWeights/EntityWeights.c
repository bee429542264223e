#include "EntityWeights.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Aligned, so that numbers in them can be read in one step.
_Alignas(64) static const unsigned char model[] = {
#embed "entities.model"
};
_Alignas(64) static const unsigned char clusters[] = {
#embed "words.clusters"
};

const unsigned char *const copydesk_entity_model = model;
const size_t copydesk_entity_model_length = sizeof(model);
const unsigned char *const copydesk_word_clusters = clusters;
const size_t copydesk_word_clusters_length = sizeof(clusters);
