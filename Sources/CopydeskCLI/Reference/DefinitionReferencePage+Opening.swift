extension DefinitionReferencePage {
  /// What a reader should see before the tables.
  static let opening = """
    # Definitions

    A pipeline is a YAML file. `copydesk check` shows every mistake in one at its place. A text may hold `${NAME}`,
    `${NAME:-default}` and `${NAME:?what to say}` for environment variables, and `${with.NAME}` for parameters.

    ```yaml
    name: news
    description: From scraped articles to clean, tagged records.
    parameters:
      words: 80                                # the default
      label: { default: PERSON, help: "Which names to look for.", one_of: [PERSON, ORG] }
    input: { include: ["**/*.txt"] }
    profiles:                                  # copydesk run news --profile quick
      quick: { summarize: { method: lead }, dedupe.documents: false }
    templates:
      tidy:
        parameters: { least: 1 }
        stages:
          - clean: { min_words: "${with.least}" }
          - dedupe.headlines
    stages:
      - include: tidy
        with: { least: 40 }
      - dedupe.documents                       # a bare name: all defaults
      - entities: { labels: ["${with.label}"] }
      - summarize: { sentences: 3 }            # name: options
        id: short                              # beside the name: id, when, on_error, retry
        when: { words: { at_least: "${with.words}" }, not: { field: { section: [Sport, Weather] } } }
        on_error: keep
      - route:
          - when: { label: PERSON }
            stages: [output.markdown: { path: out/people/ }]
          - stages: [output.jsonl: { path: "${OUT:-out}/news.jsonl" }]
    rejects: out/rejects.jsonl
    tests:
      - name: a share footer goes
        input: |
          Harbour reopens after storm

          The harbour of Lisbon reopened on Monday after a storm had closed it for three days.

          Share this:
        expect: { title: Harbour reopens after storm, removed: ["Share this:"], rules: [footer.share] }
    ```

    ## Names of outputs

    The ending of a file's name says its form, and must be that of the output: `.jsonl`, `.csv`, `.tsv`, `.sqlite`, `.db`,
    `.md`, `.html`, `.txt`, `.conll`, `.spacy.jsonl`; `.jsonl`, `.csv` and `.tsv` may be followed by `.gz` or `.zst`. A name
    of another form (`output.jsonl: { path: out/news.csv }`) is an error, and so is one of a form that no output writes
    (`.json`, `.parquet`, `.xlsx`, `.zip` …). Other endings, and none, mean nothing. On the command line
    `-o out/news.csv` chooses `output.csv` for a pipeline with one output, unless that output has options that
    `output.csv` does not have.

    ## On the command line

    `--set stage.option=value` sets an option as if the definition had said so, after all profiles; the value is written as in
    YAML. The stage is its id, or its name where it stands once; `input`, `rejects`, `dead_letters` and `with.PARAMETER` can
    be set too. `--set stage=false` takes the stage out, as in a profile. Where an option is a mapping, one name of it can be
    set and the others stay:

        copydesk run news dump.jsonl --set input.fields.text=body --set output.jsonl.shard.documents=10000

    ## In an editor

    Editors with a YAML language server (VS Code with the YAML extension, Neovim, Helix, IntelliJ) complete and explain
    all of this, and mark what is wrong while you type. Write the schema to a file and name it in the first line of a
    pipeline:

        copydesk schema > copydesk.schema.json

    ```yaml
    # yaml-language-server: $schema=copydesk.schema.json
    ```

    The path is relative to the pipeline. In this repository it is `../Documentation/copydesk.schema.json` for the files
    of `pipelines/`.

    """
}
