package archive

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/lodestone-graph/lodestone/graph"
)

// ErrNone: there is no archive at that place yet.
var ErrNone = errors.New("no release has been kept yet")

// Save writes the archive of facts to a file. The file is the old one or the new one at every moment, also after a crash: the new one is
// written beside it, flushed to the disk and renamed. When that fails, as on a full disk, the old file stays and nothing is left beside
// it.
func Save(name string, facts *graph.Facts, header Header) error {
	packed, err := Encode(facts, header)
	if err != nil {
		return fmt.Errorf("keep the release in %s: %w", name, err)
	}
	if err := replace(name, packed, (*os.File).Write); err != nil {
		return fmt.Errorf("keep the release in %s: %w", name, err)
	}
	return nil
}

func replace(name string, content []byte, write func(*os.File, []byte) (int, error)) (err error) {
	folder := filepath.Dir(name)
	aside, err := os.CreateTemp(folder, "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(aside.Name())
		}
	}()
	_, err = write(aside, content)
	if err == nil {
		err = aside.Sync()
	}
	if err = errors.Join(err, aside.Close()); err != nil {
		return err
	}
	if err = os.Rename(aside.Name(), name); err != nil {
		return err
	}
	syncFolder(folder)
	return nil
}

// syncFolder makes a rename last through a loss of power, where the system can; where it cannot, the old file may come back, whole.
func syncFolder(name string) {
	if folder, err := os.Open(name); err == nil {
		_ = folder.Sync()
		_ = folder.Close()
	}
}

// Open reads a file that Save wrote. The error is ErrNone when there is none, ErrCorrupt or ErrVersion when it cannot be used.
func Open(name string) (*graph.Facts, Header, error) {
	content, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, Header{}, fmt.Errorf("%w in %s", ErrNone, name)
	}
	if err != nil {
		return nil, Header{}, err
	}
	facts, header, err := Decode(content)
	if err != nil {
		return nil, Header{}, fmt.Errorf("%s: %w", name, err)
	}
	return facts, header, nil
}
