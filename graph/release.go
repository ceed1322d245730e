package graph

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"slices"
)

// Release is the id of the facts: 32 hexadecimal digits that depend on every cell of every table, and on nothing else.
// Neither the order of the rows nor their lines matter; a row written twice does. It is the first half of a SHA-256 over the
// sorted digests of the rows, table by table; a table without rows adds nothing, so an older release keeps its id when a table
// is declared. It costs about a microsecond and 16 bytes of memory a row.
func (f *Facts) Release() string {
	release := sha256.New()
	var cell, text []byte
	for _, t := range Tables() {
		rows := t.rows(f)
		if rows.Len() == 0 {
			continue
		}
		digests := make([][16]byte, rows.Len())
		for i := range digests {
			row := rows.Index(i)
			text = text[:0]
			for c := range t.Columns {
				cell = t.Columns[c].appendText(cell[:0], row)
				text = appendSized(text, cell)
			}
			sum := sha256.Sum256(text)
			copy(digests[i][:], sum[:])
		}
		slices.SortFunc(digests, func(a, b [16]byte) int { return bytes.Compare(a[:], b[:]) })
		release.Write(binary.AppendUvarint(appendSized(nil, []byte(t.Name)), uint64(len(digests))))
		for i := range digests {
			release.Write(digests[i][:])
		}
	}
	return hex.EncodeToString(release.Sum(nil)[:16])
}

// appendSized writes the length before the bytes, so that no two lists of cells give one text.
func appendSized(dst, cell []byte) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(cell))), cell...)
}
