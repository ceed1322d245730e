// Package seed holds the release that Lodestone answers from when it is given no other: CSV files on rare-earth supply as of
// mid-2026, with their data dictionary and the decision table of Chinese export licences.
package seed

import "embed"

// Files are the tables of the seed (one CSV file each), dictionary.md and licence_rules.md.
//
//go:embed *.csv dictionary.md licence_rules.md
var Files embed.FS
