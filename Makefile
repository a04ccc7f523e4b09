# Each of these does all of its own set-up on a Debian or Ubuntu machine that has the Rust toolchain.
.PHONY: run test build bench fuzz package types check-code check-rust check-ui check-window check-package ui tools

export CARGO_TERM_COLOR ?= never

run: ui  ## opens the app
	cargo run -p coffer-app

test: check-code check-rust check-ui check-window check-package  ## everything that must hold

build: ui  ## release builds of the command line and the app
	cargo build --release -p coffer-cli && cargo build --release -p coffer-app

bench: ui tools  ## ratios against peers and limits, measured in this run
	.ci/packages bench
	cargo build --release -p coffer-cli && cargo run --release -p bench
	cargo build --release -p coffer-app && cargo build --release -p empty-window && cargo run -p bench-window

fuzz:  ## a million inputs to each reader of statements: no panic, no hang
	.ci/packages build
	tests/fuzz/run 1000000

package: build  ## a .deb and a .rpm with both programs
	.ci/bundle release

types:  ## the interface's types of every command
	.ci/packages build
	UPDATE_TYPES=1 cargo test -p api --test types

check-code:
	.ci/packages test
	cargo fmt --all --check
	cargo clippy --workspace --exclude coffer-app --exclude empty-window --all-targets -- -D warnings

check-rust:
	cargo test
	cargo test -p reports --features documents
	cargo test -p acceptance

check-ui: ui
	cd ui && npm run check && npm test

check-window: ui tools
	cargo clippy -p coffer-app -p empty-window --all-targets -- -D warnings
	cargo test -p journeys

check-package: ui tools
	cargo build -p coffer-cli && cargo build -p coffer-app
	.ci/bundle debug
	COFFER_BUNDLES=target/debug/bundle cargo test -p journeys --features packages --test package

ui: ui/build/index.html

ui/node_modules/.package-lock.json: ui/package-lock.json
	.ci/packages desktop
	cd ui && npm ci --no-audit --no-fund

ui/build/index.html: ui/node_modules/.package-lock.json $(shell find ui/src ui/static ui/vite.config.ts -type f 2>/dev/null)
	cd ui && npm run build

tools: target/tools/bin/tauri-driver

target/tools/bin/tauri-driver:
	cargo install tauri-driver --version 2.1.0 --locked --quiet --root target/tools
