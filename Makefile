# Short names for the scripts. `make demo` and `make test` need nothing but Swift and apt (or brew).
.PHONY: demo test build lint format reference bench install clean

PREFIX ?= /usr/local

demo:
	Scripts/demo

test:
	Scripts/test

build:
	Scripts/setup
	swift build -c release --product copydesk

lint:
	swift format lint --strict --recursive Package.swift Sources Plugins Tests

format:
	swift format --in-place --recursive Package.swift Sources Plugins Tests

# The pages of Documentation/Reference and the schema, made of what the code declares.
reference:
	swift build --product copydesk
	"$$(swift build --show-bin-path)/copydesk" reference --output Documentation/Reference
	"$$(swift build --show-bin-path)/copydesk" schema > Documentation/copydesk.schema.json

bench: build
	Benchmarks/throughput

install: build
	install -D "$$(swift build -c release --show-bin-path)/copydesk" "$(DESTDIR)$(PREFIX)/bin/copydesk"
	install -d "$(DESTDIR)$(PREFIX)/share/copydesk/pipelines"
	install -m 644 pipelines/*.yaml "$(DESTDIR)$(PREFIX)/share/copydesk/pipelines/"
	install -m 644 Documentation/copydesk.schema.json "$(DESTDIR)$(PREFIX)/share/copydesk/"
	install -d "$(DESTDIR)$(PREFIX)/share/copydesk/python"
	install -m 644 SDK/python/copydesk.py "$(DESTDIR)$(PREFIX)/share/copydesk/python/"

clean:
	rm -rf .build out
