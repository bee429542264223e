# Short names for the scripts. `make demo` and `make test` need nothing but Swift and apt (or brew).
.PHONY: demo test build lint format reference bench install dist docs clean

PREFIX ?= /usr/local

demo:
	Scripts/demo

test:
	Scripts/test

build:
	Scripts/setup
	swift build -c release --product copydesk

lint:
	swift format lint --strict --recursive Package.swift Sources Plugins Tests Tools Fuzz Benchmarks SDK/Package.swift

format:
	swift format --in-place --recursive Package.swift Sources Plugins Tests Tools Fuzz Benchmarks SDK/Package.swift

# The pages of Documentation/Reference and the schema, made of what the code declares.
reference:
	swift build --product copydesk
	"$$(swift build --show-bin-path)/copydesk" reference --output Documentation/Reference
	"$$(swift build --show-bin-path)/copydesk" schema > Documentation/copydesk.schema.json

# The figures of the README; see the head of the script for the data and the peers that it can use.
bench: build
	Benchmarks/all

install: build
	Scripts/install "$$(swift build -c release --show-bin-path)" "$(DESTDIR)$(PREFIX)"

# dist/copydesk-VERSION-SYSTEM-MACHINE.tar.gz, with all that it needs to run and to build plugins.
dist:
	Scripts/setup
	Scripts/dist

# The documentation of the API and its guides, in .build/documentation; fails where a public symbol has none.
docs:
	Scripts/docs

clean:
	rm -rf .build out
