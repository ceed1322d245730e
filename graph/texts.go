package graph

import (
	"hash/maphash"
	"strings"
	"unsafe"
)

// Texts numbers texts from 0, in the order in which they come, and keeps one string of each, so that a million rows naming the same
// things do not hold a million strings, nor the file that they were cut from. The zero value is empty. Any number of goroutines may
// look texts up while none adds one.
type Texts struct {
	seed  maphash.Seed
	slots []textSlot // a power of two, at most half full
	texts []string
}

// textSlot says where a text lies, so that a look at the slot and one at the text suffice. It is free when the address is nil.
type textSlot struct {
	at     *byte
	length uint16 // longest for all that are as long or longer
	tag    uint16 // part of the hash
	number uint32
}

const longest = 1<<16 - 1

// All lists the texts by their numbers. It is shared: do not change it.
func (t *Texts) All() []string { return t.texts }

// Len is the number of texts.
func (t *Texts) Len() int { return len(t.texts) }

// Keep returns the kept copy of a text, which is cut loose from what the text was cut from.
func (t *Texts) Keep(text string) string {
	slot, hash := t.room(text)
	if slot.at == nil {
		return t.add(slot, hash, strings.Clone(text))
	}
	return t.texts[slot.number]
}

// Number is the number of a text, a new one when it is new: then the text itself is kept.
func (t *Texts) Number(text string) int32 {
	slot, hash := t.room(text)
	if slot.at == nil {
		t.add(slot, hash, text)
	}
	return int32(slot.number)
}

// Find is the number of a text, or -1.
func (t *Texts) Find(text string) int32 {
	if len(t.slots) == 0 {
		return -1
	}
	if slot, _ := t.slot(text); slot.at != nil {
		return int32(slot.number)
	}
	return -1
}

// FindText is the kept string of a text; false when there is none.
func (t *Texts) FindText(text string) (kept string, ok bool) {
	if len(t.slots) == 0 {
		return "", false
	}
	slot, _ := t.slot(text)
	if slot.at == nil || len(text) >= longest {
		return "", false
	}
	return unsafe.String(slot.at, len(text)), true
}

func (t *Texts) add(slot *textSlot, hash uint64, text string) string {
	*slot = textSlot{at: addressOf(text), length: uint16(min(len(text), longest)), tag: uint16(hash >> 48), number: uint32(len(t.texts))}
	t.texts = append(t.texts, text)
	return text
}

// addressOf is where a text lies; not nil for the empty text either.
func addressOf(text string) *byte {
	if text == "" {
		return &nothing
	}
	return unsafe.StringData(text)
}

var nothing byte

// slot is where a text stands or belongs.
func (t *Texts) slot(text string) (*textSlot, uint64) {
	hash := maphash.String(t.seed, text)
	mask := uint64(len(t.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := &t.slots[i]
		switch {
		case s.at == nil:
			return s, hash
		case s.tag != uint16(hash>>48):
		case len(text) < longest && int(s.length) == len(text) && unsafe.String(s.at, len(text)) == text,
			len(text) >= longest && t.texts[s.number] == text:
			return s, hash
		}
	}
}

// room is slot, in a table that has room for one more.
func (t *Texts) room(text string) (*textSlot, uint64) {
	if 2*len(t.texts) >= len(t.slots) {
		t.grow()
	}
	return t.slot(text)
}

func (t *Texts) grow() {
	if t.slots == nil {
		t.seed = maphash.MakeSeed()
	}
	before := t.slots
	t.slots = make([]textSlot, max(64, 4*len(before)))
	mask := uint64(len(t.slots) - 1)
	for _, s := range before {
		if s.at == nil {
			continue
		}
		i := maphash.String(t.seed, t.texts[s.number]) & mask
		for t.slots[i].at != nil {
			i = (i + 1) & mask
		}
		t.slots[i] = s
	}
}

// Finder finds the numbers of texts of which most are the same strings again and again, as in the columns of a release: it
// remembers the addresses of those it met, which spares reading and comparing them. It costs a few nanoseconds a text then, and is
// never wrong, since strings do not change. One goroutine may use it at a time.
type Finder struct {
	texts *Texts
	known []textAt
}

// textAt says that the text at an address has a number. Holding the address keeps the text alive.
type textAt struct {
	at     *byte
	length int32
	number int32
}

// Addresses that are remembered, as a power of two: few rows have few texts.
const leastKnown, mostKnown = 6, 18

// Finder makes a finder for about as many texts as rows.
func (t *Texts) Finder(rows int) *Finder {
	bits := leastKnown
	for bits < mostKnown && 1<<bits < 2*rows {
		bits++
	}
	return &Finder{texts: t, known: make([]textAt, 1<<bits)}
}

// Find is the number of a text, or -1.
func (f *Finder) Find(text string) int32 {
	k, found := f.place(text)
	if !found {
		k.at, k.length, k.number = unsafe.StringData(text), int32(len(text)), f.texts.Find(text)
	}
	return k.number
}

// Number is the number of a text, a new one when it is new. Do not mix it with Find in one finder: Find remembers what was not there.
func (f *Finder) Number(text string) int32 {
	k, found := f.place(text)
	if !found {
		k.at, k.length, k.number = unsafe.StringData(text), int32(len(text)), f.texts.Number(text)
	}
	return k.number
}

// place is where a text is remembered, or would be: one of few places, so that texts do not drive each other out as long as there is room.
func (f *Finder) place(text string) (k *textAt, found bool) {
	at := unsafe.StringData(text)
	hash := uint64(uintptr(unsafe.Pointer(at))) * 0x9E3779B97F4A7C15 >> 32
	for i := range uint64(placesEach) {
		k = &f.known[(hash+i)&uint64(len(f.known)-1)]
		if k.at == at && int(k.length) == len(text) && at != nil {
			return k, true
		}
		if k.at == nil {
			break
		}
	}
	return k, false
}

const placesEach = 4
