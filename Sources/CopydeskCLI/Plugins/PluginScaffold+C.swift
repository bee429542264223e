extension PluginScaffold {
  /// The files of a package in C.
  func cPackage() -> [(String, String)] {
    [("\(plugin).c", cSource), ("Makefile", makefile), ("README.md", cReadme)]
  }

  private var cSource: String {
    """
    #include <copydesk_plugin.h>
    #include <stdio.h>
    #include <stdlib.h>

    /* \(name): drops articles that are too short. */

    static int32_t create(const copydesk_host *host, const copydesk_options *options, void **stage) {
      int64_t *words = malloc(sizeof *words);
      if (words == NULL) return COPYDESK_FAILED;
      *words = host->option_integer(options, "words");
      *stage = words;
      return COPYDESK_OK;
    }

    static int32_t process(void *stage, const copydesk_host *host, copydesk_document *document) {
      int64_t limit = *(int64_t *)stage;
      copydesk_text text = host->text(document);
      int64_t words = 0;
      int is_inside = 0;
      for (size_t index = 0; index < text.count; index++) {
        int is_blank = text.bytes[index] == ' ' || text.bytes[index] == '\\n' || text.bytes[index] == '\\t';
        if (!is_blank && !is_inside) words++;
        is_inside = !is_blank;
      }
      if (words < limit) {
        char reason[32];
        snprintf(reason, sizeof reason, "%lld words", (long long)words);
        host->drop(document, "too_short", reason);
      }
      return COPYDESK_OK;
    }

    static void destroy(void *stage) { free(stage); }

    static const copydesk_option options[] = {
        {"words", "Fewest words an article may have.", COPYDESK_INTEGER, "50", "0", NULL}};

    static const copydesk_stage stages[] = {{
        .name = "\(name)",
        .abstract = "Drops articles that are too short.",
        .options = options,
        .option_count = 1,
        .create = create,
        .process = process,
        .destroy = destroy,
        .reads = "text",
    }};

    static const copydesk_plugin plugin = {
        COPYDESK_ABI_VERSION, sizeof(copydesk_stage), "\(plugin)", "0.1.0", stages, 1};

    const copydesk_plugin *copydesk_native_plugin(uint32_t version) {
      return version == COPYDESK_ABI_VERSION ? &plugin : NULL;
    }

    """
  }

  private var makefile: String {
    """
    .PHONY: build test
    COPYDESK ?= copydesk

    build:
    \t$(COPYDESK) plugin build

    # What is asked of every stage; then the samples, of which the long one must be kept and the short one not.
    test: build
    \t$(COPYDESK) plugin check \(plugin).copydeskplugin
    \t$(COPYDESK) run pipeline.yaml samples/ --quiet
    \tgrep -q '"id":"long.txt"' out/\(plugin).jsonl
    \tgrep -q '"id":"short.txt"' out/\(plugin).rejects.jsonl

    """
  }

  private var cReadme: String {
    """
    # \(plugin)

    A plugin for Copydesk with the stage `\(name)`, in C.

        make test                             # builds it, checks it, runs it on the samples
        copydesk plugin build                 # makes \(plugin).copydeskplugin
        copydesk run pipeline.yaml samples/   # pipeline.yaml names the plugin

    The header says what a stage can do: `$(copydesk plugin sdk --headers)/copydesk_plugin.h`.

    """
  }
}
