# The commands of the project. `make help` lists them. The recipes stay short: what needs more than
# a line of shell lies in tests/tools/.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help prepare run test ui check-ui journeys demo package bench soak fmt clean

CARGO ?= cargo
BUILT := $(or $(CARGO_TARGET_DIR),target)
JOURNEYS := sitzungsbuch-desktop/journeys

help: ## list the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /make \1\t/' | expand -t 16

prepare: ## check versions, install Debian and npm packages, set up .venv
	@bash tests/tools/prepare.sh

run: ## install what is missing, build, open the app
	@bash tests/tools/run.sh

# The order is from cheap to dear. core is checked alone, so that no other crate's features leak
# into it. Documentation tests come before the others: the run then ends with tests that ran.
test: check-ui ## everything: format, lints, walls, tests, journeys in the real window
	$(CARGO) fetch --locked --quiet
	$(CARGO) fmt --all --check
	$(CARGO) check --locked -p sitzungsbuch-core
	$(CARGO) clippy --locked --workspace --all-targets -- -D warnings
	$(CARGO) clippy --locked --workspace --all-targets --features $(JOURNEYS) -- -D warnings
	RUSTDOCFLAGS='-D warnings' $(CARGO) doc --locked --workspace --no-deps
	$(MAKE) --no-print-directory journeys
	$(CARGO) test --locked --workspace --doc
	$(CARGO) test --locked --workspace --lib --bins --tests --no-fail-fast

ui: prepare
	npm --prefix ui run --silent build -- --logLevel warn

# The interface: types, lints, tests. It is built first, the shell embeds it.
check-ui: ui
	npm --prefix ui run --silent types -- --check
	npm --prefix ui run --silent check
	npm --prefix ui run --silent lint
	npm --prefix ui run --silent test -- --reporter=dot

# The program with the switches of the journeys and the one without them come from the same place,
# so the first is set aside. It is built on the way to a test, so that every crate it needs has the
# features that it has in `make test`, and is built once.
journeys: ui ## play the journeys in the real window, without a display of this machine
	$(CARGO) test --locked --workspace --no-run --test switches --test program --features $(JOURNEYS)
	@mkdir -p $(BUILT)/journeys && cp $(BUILT)/debug/sitzungsbuch-desktop $(BUILT)/journeys/
	node tests/e2e/run.mjs $(BUILT)/journeys/sitzungsbuch-desktop $(ONLY)

# A program for release names no folder of the machine that builds it: none of Rust's sources, and
# none from which OpenSSL would load something.
package bench: export RUSTFLAGS += --remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)=/cargo \
	--remap-path-prefix=$(CURDIR)=/sitzungsbuch --remap-path-prefix=$(abspath $(BUILT))=/target
package bench: export GNUMAKEFLAGS := \
	ENGINESDIR=/usr/local/ssl/engines MODULESDIR=/usr/local/ssl/modules

package: ui ## build the .deb and the .rpm
	@bash tests/tools/package.sh

demo: ## the sample session into out/: played, all documents, signed, verified
	@bash tests/tools/prepare.sh build
	$(CARGO) run --locked --quiet --package sitzungsbuch-cli -- demo --out out

# Both packages and the feature of `tauri build` are named, so that what `make package` built is used.
# Where the other programs cannot be had, the documents are measured without them.
bench: ui ## print figures, side by side in one run; builds for release
	-@bash tests/tools/prepare.sh bench
	$(CARGO) bench --locked -p sitzungsbuch-tests -p sitzungsbuch-desktop \
		--features tauri/custom-protocol --bench figures --bench documents --bench window \
		--bench taps

# The first two are unoptimized but for a crate (Cargo.toml): a build for release would take
# longer than the run. The third needs core alone, and that for release; the last has the checks of
# a debug build in it.
soak: ## change every byte of a signed file; a vault with 20,000 acts; a million times who counts; ten million odd documents
	@bash tests/tools/prepare.sh build
	$(CARGO) test --locked --package sitzungsbuch-sign --test verify soak -- --ignored --nocapture
	$(CARGO) test --locked --package sitzungsbuch-app --test scale soak -- --ignored --nocapture
	$(CARGO) test --locked --release --package sitzungsbuch-core --lib soak -- --ignored --nocapture
	$(CARGO) test --locked --profile soak --package sitzungsbuch-minutes --lib soak -- --ignored --nocapture

fmt: ## format all Rust code
	$(CARGO) fmt --all

clean: ## remove what was built (target, out, .venv, ui/dist, ui/node_modules)
	rm -rf target out .venv ui/dist ui/node_modules
