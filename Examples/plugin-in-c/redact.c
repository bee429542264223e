/* A plugin for Copydesk in C: acme.redact takes e-mail addresses out of texts.
 *
 *     copydesk plugin build Examples/plugin-in-c
 *     copydesk run Examples/plugin-in-c/pipeline.yaml articles/
 */
#include <copydesk_plugin.h>
#include <ctype.h>
#include <stdlib.h>

/* What `create` makes of the options. */
typedef struct redact {
  int64_t most; /* more addresses than this: not an article, a list */
} redact;

static int32_t create(const copydesk_host *host, const copydesk_options *options, void **stage) {
  redact *made = malloc(sizeof *made);
  if (made == NULL) return COPYDESK_FAILED;
  made->most = host->option_integer(options, "most");
  *stage = made;
  return COPYDESK_OK;
}

static int is_part(char byte) { return isalnum((unsigned char)byte) || byte == '.' || byte == '-' || byte == '_'; }

static int32_t process(void *stage, const copydesk_host *host, copydesk_document *document) {
  const redact *redact = stage;
  copydesk_text text = host->text(document);
  int64_t found = 0;
  for (size_t at = 0; at < text.count; at++) {
    if (text.bytes[at] != '@') continue;
    size_t start = at, end = at + 1;
    while (start > 0 && is_part(text.bytes[start - 1])) start--;
    while (end < text.count && is_part(text.bytes[end])) end++;
    while (end > at + 1 && text.bytes[end - 1] == '.') end--; /* the sentence's full stop */
    if (start == at || end == at + 1) continue;
    host->remove(document, start, end, "address");
    found++;
    at = end - 1;
  }
  if (found > redact->most) host->drop(document, "too_many", "more addresses than an article has");
  return COPYDESK_OK;
}

static void destroy(void *stage) { free(stage); }

static const copydesk_option options[] = {{
    .name = "most",
    .help = "Most addresses that an article may have.",
    .kind = COPYDESK_INTEGER,
    .default_value = "20",
    .minimum = "0",
}};

static const copydesk_stage stages[] = {{
    .name = "acme.redact",
    .abstract = "Takes e-mail addresses out of texts.",
    .options = options,
    .option_count = 1,
    .create = create,
    .process = process,
    .destroy = destroy,
    .reads = "text",
    .writes = "text",
}};

static const copydesk_plugin plugin = {
    .abi_version = COPYDESK_ABI_VERSION,
    .stage_size = sizeof(copydesk_stage),
    .name = "acme",
    .version = "1.0.0",
    .stages = stages,
    .stage_count = 1,
};

const copydesk_plugin *copydesk_native_plugin(uint32_t version) {
  return version == COPYDESK_ABI_VERSION ? &plugin : NULL;
}
