#!/usr/bin/env python3
"""Parquet in and out, through pyarrow (`pip install pyarrow`), a row group at a time.

    parquet.py read FILE.parquet ... | copydesk run news - -o out/news.jsonl
    copydesk run news DIR -o - | parquet.py write FILE.parquet

Columns become the fields of the records under their own names; where the text is in another column than `text`, name
it: `--set 'input.fields={text: content}'`. Written are the fields of the records: texts and numbers as they are, lists
and objects as JSON text.
"""
import json
import math
import signal
import sys

import pyarrow
import pyarrow.parquet

ROWS = 10_000


def read(paths):
    for path in paths:
        told = set()
        for batch in pyarrow.parquet.ParquetFile(path).iter_batches(batch_size=1_000):
            for row in batch.to_pylist():
                record = {name: plain(value, name, told) for name, value in row.items() if name not in told}
                # A column that is not text shows with its first such value.
                record = {name: value for name, value in record.items() if name not in told}
                json.dump(record, sys.stdout, ensure_ascii=False, allow_nan=False, default=str)
                sys.stdout.write("\n")
        for name in sorted(told):
            print(f"{path}: column {name!r} holds bytes that are no text; it is left out from there on", file=sys.stderr)


def plain(value, name, told):
    """The value as JSON has it; `told` takes the names of columns with bytes that are no text."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            told.add(name)
            return None
    if isinstance(value, list):
        return [plain(each, name, told) for each in value]
    if isinstance(value, tuple):  # An entry of a map.
        return [plain(each, name, told) for each in value]
    if isinstance(value, dict):
        return {key: plain(each, name, told) for key, each in value.items()}
    return value


def flat(value):
    """Parquet has a type for each column, a record may have anything in a field."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else value


def write(path):
    writer = schema = None
    rows = []
    try:
        for line in sys.stdin:
            rows.append({name: flat(value) for name, value in json.loads(line).items()})
            if len(rows) == ROWS:
                writer, schema = put(rows, path, writer, schema)
                rows = []
        if rows or writer is None:
            writer, schema = put(rows, path, writer, schema)
    finally:
        if writer:
            writer.close()


def put(rows, path, writer, schema):
    if writer is None:
        # The first rows tell the columns; what comes later under another name goes into `more`.
        names = sorted({name for row in rows for name in row})
        known = pyarrow.Table.from_pylist([{name: row.get(name) for name in names} for row in rows])
        fields = [f if not pyarrow.types.is_null(f.type) else pyarrow.field(f.name, pyarrow.string()) for f in known.schema]
        schema = pyarrow.schema([*fields, pyarrow.field("more", pyarrow.string())])
        writer = pyarrow.parquet.ParquetWriter(path, schema, compression="zstd")
    names = set(schema.names)
    for row in rows:
        more = {name: row.pop(name) for name in list(row) if name not in names}
        row["more"] = json.dumps(more, ensure_ascii=False) if more else None
    writer.write_table(pyarrow.Table.from_pylist(rows, schema=schema))
    return writer, schema


if __name__ == "__main__":
    # A reader that has gone has said what is wrong already.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if len(sys.argv) > 2 and sys.argv[1] == "read":
        read(sys.argv[2:])
    elif len(sys.argv) == 3 and sys.argv[1] == "write":
        write(sys.argv[2])
    else:
        sys.exit(__doc__)
