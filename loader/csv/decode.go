package csv

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
)

const saveAsUTF8 = `save the file as "CSV UTF-8 (comma delimited)"`

// decode turns the bytes of a file into text. It removes a byte order mark and old Macintosh line ends. UTF-16 is a fault but
// is read, so that the rest of the file can be checked too; bytes of other encodings stay as they are (see wrongBytes).
func decode(raw []byte) (text string, faults []fault) {
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	if order, how := utf16Order(raw); order != nil {
		text = decode16(raw, order)
		faults = append(faults, fault{
			rule: "encoding", message: "the file is written in UTF-16 (" + how + "), not in UTF-8", advice: saveAsUTF8,
		})
	} else {
		text = string(raw)
	}
	if strings.IndexByte(text, '\n') < 0 && strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	return text, faults
}

// utf16Order recognises UTF-16 by its byte order mark, or by the zero bytes that it gives to every ASCII character.
func utf16Order(raw []byte) (order func(a, b byte) uint16, how string) {
	little := func(a, b byte) uint16 { return uint16(a) | uint16(b)<<8 }
	big := func(a, b byte) uint16 { return uint16(a)<<8 | uint16(b) }
	switch {
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}):
		return little, "its first bytes FF FE say so"
	case bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		return big, "its first bytes FE FF say so"
	}
	var zeros [2]int
	head := raw[:min(len(raw), 200)]
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch most := len(head) * 2 / 5; {
	case len(head) < 4:
	case zeros[1] > most && zeros[0] == 0:
		return little, "every second byte is zero"
	case zeros[0] > most && zeros[1] == 0:
		return big, "every second byte is zero"
	}
	return nil, ""
}

func decode16(raw []byte, order func(a, b byte) uint16) string {
	units := make([]uint16, 0, len(raw)/2)
	for i := 0; i+1 < len(raw); i += 2 {
		units = append(units, order(raw[i], raw[i+1]))
	}
	return strings.TrimPrefix(string(utf16.Decode(units)), "\ufeff")
}

// wrongBytes describes the first bytes of a cell that are not UTF-8, and says how they read in the encodings that
// spreadsheets write. The offset is that of the bytes in the cell.
func wrongBytes(cell string) (offset int, message string) {
	for offset < len(cell) {
		r, size := utf8.DecodeRuneInString(cell[offset:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		offset += size
	}
	end := offset
	for end < len(cell) && !utf8.RuneStart(cell[end]) || end < len(cell) && cell[end] >= 0x80 {
		end++
	}
	message = fmt.Sprintf("byte 0x%02X is not UTF-8", cell[offset])
	if hanzi := readGBK(cell[offset:end]); hanzi != "" {
		return offset, fmt.Sprintf("%s; in GBK the cell reads %s here", message, hanzi)
	}
	if latin := charmap.Windows1252.DecodeByte(cell[offset]); unicode.IsPrint(latin) {
		return offset, fmt.Sprintf("%s; in Windows-1252 it is %q", message, latin)
	}
	return offset, message
}

// readGBK decodes bytes when they are two or more Chinese characters of GBK.
func readGBK(run string) string {
	if len(run) < 4 || len(run)%2 != 0 {
		return ""
	}
	text, err := simplifiedchinese.GBK.NewDecoder().String(run)
	if err != nil {
		return ""
	}
	for _, r := range text {
		if !unicode.Is(unicode.Han, r) {
			return ""
		}
	}
	return text
}
