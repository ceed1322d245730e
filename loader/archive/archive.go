// Package archive keeps a release as one piece of bytes: compressed, with a checksum over all of it, and complete to the letter, lines
// included. A server keeps its last good release so on disk, and Neo4j the earlier releases beside the graph.
package archive

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/klauspost/compress/zstd"

	"github.com/lodestone-graph/lodestone/graph"
)

// What can be wrong with an archive.
var (
	// ErrCorrupt: bytes are missing, were added or changed.
	ErrCorrupt = errors.New("the archive of the release is damaged")
	// ErrVersion: the archive is whole, but this program cannot read it.
	ErrVersion = errors.New("the archive of the release was written by another version of this program")
)

// Header says what an archive holds. It can be read without the rows.
type Header struct {
	Release string    `json:"release"`          // graph.Facts.Release of the rows
	Saved   time.Time `json:"saved"`            // when the archive was made
	Origin  string    `json:"origin,omitempty"` // where the release was read, such as the address of a database
	Rows    int       `json:"rows"`             // over all tables
}

// magic begins every archive. Its number is raised when older programs could not read what follows.
const magic = "lodestone release 1\n"

// Encode makes the archive of facts: the magic line, the header as one line of JSON, the rows compressed, and the SHA-256 of all that.
// It costs about a microsecond a row. Release and Rows of the header are set here.
func Encode(facts *graph.Facts, header Header) ([]byte, error) {
	header.Release, header.Rows = facts.Release(), 0
	for _, t := range graph.Tables() {
		header.Rows += t.Len(facts)
	}
	line, err := json.Marshal(header)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.WriteString(magic)
	out.Write(append(line, '\n'))
	packer, err := zstd.NewWriter(&out, zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	if err := writeTables(packer, facts); err != nil {
		return nil, err
	}
	if err := packer.Close(); err != nil {
		return nil, err
	}
	sum := sha256.Sum256(out.Bytes())
	return append(out.Bytes(), sum[:]...), nil
}

// writeTables writes each table that has rows: its name, its columns, the number of its rows, and each row's line and cells.
func writeTables(to *zstd.Encoder, facts *graph.Facts) error {
	var part []byte
	var cells []string
	for _, t := range graph.Tables() {
		rows := t.Len(facts)
		if rows == 0 {
			continue
		}
		part = appendText(part[:0], t.Name)
		part = binary.AppendUvarint(part, uint64(len(t.Columns)))
		for i := range t.Columns {
			part = appendText(part, t.Columns[i].Name)
		}
		part = binary.AppendUvarint(part, uint64(rows))
		for i := range rows {
			part = binary.AppendVarint(part, int64(t.Line(facts, i)))
			cells = t.AppendCells(cells[:0], facts, i)
			for _, cell := range cells {
				part = appendText(part, cell)
			}
			if len(part) > 1<<16 {
				if _, err := to.Write(part); err != nil {
					return err
				}
				part = part[:0]
			}
		}
		if _, err := to.Write(part); err != nil {
			return err
		}
	}
	return nil
}

func appendText(to []byte, text string) []byte {
	return append(binary.AppendUvarint(to, uint64(len(text))), text...)
}

// Decode gives back the facts, row for row, letter for letter, and what the archive says of itself. Any change to any byte is
// ErrCorrupt. A column that the archive does not know yet is empty; one that this program does not know any more is ErrVersion.
func Decode(archive []byte) (*graph.Facts, Header, error) {
	header, packed, err := open(archive)
	if err != nil {
		return nil, Header{}, err
	}
	unpacker, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, Header{}, err
	}
	defer unpacker.Close()
	raw, err := unpacker.DecodeAll(packed, nil)
	if err != nil {
		return nil, Header{}, fmt.Errorf("%w: %w", ErrCorrupt, err)
	}
	r := &reader{rest: string(raw)}
	facts := &graph.Facts{}
	for r.rest != "" && r.err == nil {
		r.table(facts)
	}
	if r.err != nil {
		return nil, Header{}, r.err
	}
	if release := facts.Release(); release != header.Release {
		return nil, Header{}, fmt.Errorf("%w: its rows are release %s, its header says %s", ErrVersion, release, header.Release)
	}
	return facts, header, nil
}

// open checks the sum and parts an archive into its header and its packed rows.
func open(archive []byte) (Header, []byte, error) {
	body := len(archive) - sha256.Size
	if body < len(magic) {
		return Header{}, nil, fmt.Errorf("%w: it has %d bytes", ErrCorrupt, len(archive))
	}
	if sum := sha256.Sum256(archive[:body]); !bytes.Equal(sum[:], archive[body:]) {
		return Header{}, nil, fmt.Errorf("%w: its checksum does not fit its %d bytes", ErrCorrupt, len(archive))
	}
	rest, ok := bytes.CutPrefix(archive[:body], []byte(magic))
	if !ok {
		return Header{}, nil, fmt.Errorf("%w: it does not begin with %q", ErrVersion, magic)
	}
	line, packed, ok := bytes.Cut(rest, []byte("\n"))
	var header Header
	if err := json.Unmarshal(line, &header); err != nil || !ok {
		return Header{}, nil, fmt.Errorf("%w: its header cannot be read", ErrVersion)
	}
	return header, packed, nil
}

// reader takes values off the front of the unpacked rows; after an error it gives zeros.
type reader struct {
	rest string
	err  error
}

func (r *reader) fail(format string, arguments ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("%w: "+format, append([]any{ErrVersion}, arguments...)...)
	}
	r.rest = ""
}

func (r *reader) count() int {
	n, size := binary.Uvarint([]byte(r.rest[:min(len(r.rest), binary.MaxVarintLen64)]))
	if size <= 0 || n > uint64(len(r.rest)) { // everything counted takes a byte at least
		r.fail("a count is out of bounds")
		return 0
	}
	r.rest = r.rest[size:]
	return int(n) //nolint:gosec // bounded by the length of a text
}

func (r *reader) line() int32 {
	n, size := binary.Varint([]byte(r.rest[:min(len(r.rest), binary.MaxVarintLen64)]))
	if size <= 0 || n < 0 || n > 1<<31-1 {
		r.fail("a line is out of bounds")
		return 0
	}
	r.rest = r.rest[size:]
	return int32(n)
}

func (r *reader) text() string {
	n := r.count()
	if n > len(r.rest) {
		r.fail("a text is cut off")
		return ""
	}
	text := r.rest[:n]
	r.rest = r.rest[n:]
	return text
}

// table reads one table into the facts.
func (r *reader) table(facts *graph.Facts) {
	name := strings.Clone(r.text())
	t := graph.TableOf(name)
	if t == nil {
		r.fail("there is no table %q", name)
		return
	}
	places := make([]int, r.count())
	for i := range places {
		column := strings.Clone(r.text())
		if places[i] = columnOf(t, column); places[i] < 0 {
			r.fail("the table %s has no column %q", name, column)
			return
		}
	}
	cells := make([]string, len(t.Columns))
	for range r.count() {
		line := r.line()
		for _, place := range places {
			cells[place] = r.text()
		}
		if r.err != nil {
			return
		}
		if err := t.Append(facts, line, cells); err != nil {
			r.fail("%s line %d: %w", name, line, err)
			return
		}
	}
}

func columnOf(t *graph.Table, name string) int {
	for i := range t.Columns {
		if t.Columns[i].Name == name {
			return i
		}
	}
	return -1
}
