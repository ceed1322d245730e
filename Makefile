# make test      everything that must hold: generated code current, vet, lint, all tests with a real Neo4j and a real browser
# make explorer  build the explorer from web/ anew, with its types, lint and tests, and fail when web/dist was not current
# make lint      golangci-lint, pinned in tools.mod; the first run builds it, which takes some minutes
# make bench-go  measure the rooms with Go's benchmarks into bench.txt, for benchstat; make bench compares with other programs
# make generate  write generated code anew

LINT := go tool -modfile=tools.mod golangci-lint

.PHONY: test lint vet unit race explorer bench bench-go generate check-generate left-out
.NOTPARALLEL:

test: check-generate vet explorer unit race lint left-out

unit:
	go test ./...

# What the binary embeds of the explorer must be what its source builds. Without Node that is not seen, which is said, and fails in CI.
explorer:
	@if node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' 2>/dev/null && command -v npm >/dev/null; then web/check.sh; \
	elif [ "$$CI" = true ]; then echo "the explorer cannot be checked: install Node 20 and npm" >&2; exit 1; fi

# The packages where many goroutines meet.
race:
	go test -race ./internal/server ./internal/live

vet:
	go vet ./...

BENCH ?= .
COUNT ?= 6
SHORT ?= -short

# SHORT= takes the hard and the large networks too.
bench-go:
	go test -run '^$$' $(SHORT) -timeout 2h -bench '$(BENCH)' -count $(COUNT) ./bench/rooms ./graph/solve ./graph/chokepoint ./graph/shock | tee bench.txt

bench:
	go run ./bench -out docs/performance -doc docs/performance.md

# Without a network, the linter can be missing; that is said, and fails in CI.
lint:
	@if go mod download -modfile=tools.mod; then $(LINT) run ./...; \
	elif [ "$$CI" = true ]; then exit 1; \
	else echo "LEFT OUT: the linter cannot be downloaded"; fi

generate:
	go generate ./...

# Writes generated code anew and fails when that changed anything.
check-generate:
	@before=$$(mktemp); after=$$(mktemp); sums() { git ls-files -z --cached --others --exclude-standard | xargs -0 sha256sum 2>/dev/null; }; \
	sums > $$before; go generate ./... && sums > $$after && diff $$before $$after; code=$$?; rm -f $$before $$after; \
	if [ $$code -ne 0 ]; then echo "generated code was not current; it is now: commit it" >&2; exit 1; fi

# Tests that miss what they need fail in CI. Elsewhere they are left out, and this says so where nobody overlooks it.
left-out:
	@command -v chromium >/dev/null || [ -n "$$LODESTONE_TEST_CHROMIUM" ] || echo "LEFT OUT: tests in a browser, for want of chromium"
	@{ node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' && command -v npm; } >/dev/null 2>&1 || echo "LEFT OUT: whether the explorer is what its source builds, for want of Node 20 and npm"
	@[ -n "$$NEO4J_TEST_URI" ] || { command -v java && command -v mvn; } >/dev/null || echo "LEFT OUT: tests on Neo4j, for want of Java 17 and Maven, or NEO4J_TEST_URI"
