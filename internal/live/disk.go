package live

import (
	"fmt"
	"time"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/loader/archive"
)

// Disk keeps the last good release in a file.
type Disk struct {
	File   string
	Origin string // names the record: a release that was kept from another one is not used
}

// Save replaces the file with this release, or leaves it as it was.
func (d *Disk) Save(facts *graph.Facts) error {
	return archive.Save(d.File, facts, archive.Header{Saved: time.Now().UTC().Truncate(time.Second), Origin: d.Origin})
}

// restore builds the release that was kept, checked as any other, and tells when it was known to be the record's.
func (d *Disk) restore() (*graph.Snapshot, time.Time, error) {
	facts, header, err := archive.Open(d.File)
	if err != nil {
		return nil, time.Time{}, err
	}
	if header.Origin != d.Origin {
		return nil, time.Time{}, fmt.Errorf("%s was kept from %s, not from %s", d.File, header.Origin, d.Origin)
	}
	snapshot, err := Build(facts)
	return snapshot, header.Saved, err
}
