//go:build unix

package neo4jtest

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"syscall"
)

// lock waits until no other test binary uses the server: `go test ./...` runs several at once, and each empties the database.
func lock(uri string) (release func(), err error) {
	sum := fnv.New64a()
	_, _ = sum.Write([]byte(uri))
	name := filepath.Join(os.TempDir(), fmt.Sprintf("lodestone-neo4j-%x.lock", sum.Sum64()))
	file, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX); err != nil {
		_ = file.Close()
		return nil, err
	}
	return func() { _ = file.Close() }, nil
}
