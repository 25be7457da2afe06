# The commands of the project. `make help` lists them. The recipes stay short: what needs more than
# a line of shell lies in tests/tools/.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help prepare test demo bench soak fmt clean

CARGO ?= cargo

help: ## list the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /make \1\t/' | expand -t 16

prepare: ## check versions, install Debian packages, set up .venv
	@bash tests/tools/prepare.sh

# The order is from cheap to dear. core is checked alone, so that no other crate's features leak
# into it. Documentation tests come before the others: the run then ends with tests that ran.
test: prepare ## everything: format, lints, walls, tests
	$(CARGO) fetch --locked --quiet
	$(CARGO) fmt --all --check
	$(CARGO) check --locked -p sitzungsbuch-core
	$(CARGO) clippy --locked --workspace --all-targets -- -D warnings
	RUSTDOCFLAGS='-D warnings' $(CARGO) doc --locked --workspace --no-deps
	$(CARGO) test --locked --workspace --doc
	$(CARGO) test --locked --workspace --lib --bins --tests

demo: ## the sample session into out/: played, signed, verified
	@bash tests/tools/prepare.sh build
	$(CARGO) run --locked --quiet --package sitzungsbuch-cli -- demo --out out

bench: prepare ## print figures, side by side in one run
	$(CARGO) bench --locked -p sitzungsbuch-tests --bench figures

# Unoptimized but for the crate itself (Cargo.toml): a build for release would take longer than the run.
soak: ## change every byte of a signed file, one at a time
	@bash tests/tools/prepare.sh build
	$(CARGO) test --locked --package sitzungsbuch-sign --test verify soak -- --ignored --nocapture

fmt: ## format all Rust code
	$(CARGO) fmt --all

clean: ## remove what was built (target, out, .venv)
	rm -rf target out .venv
