package check

import "fmt"

// facilities checks that coordinates come in pairs and lie in the country that the row names.
func (c *checker) facilities() {
	for i := range c.facts.Facilities {
		f := &c.facts.Facilities[i]
		if f.Lat.Known != f.Lon.Known {
			given, lacking := "lat", "lon"
			if f.Lon.Known {
				given, lacking = lacking, given
			}
			c.error("facilities", f.Line, "half-coordinates", fmt.Sprintf("%s is given, but not %s", given, lacking), "give both or none", lacking, given)
			continue
		}
		box, ok := boxes[f.Country]
		if !f.Lat.Known || !ok || box.holds(f.Lat.Value, f.Lon.Value) {
			continue
		}
		advice := fmt.Sprintf("%s lies between %g and %g north, %g and %g east", f.Country, box.south, box.north, box.west, box.east)
		switch {
		case box.holds(f.Lon.Value, f.Lat.Value):
			advice += "; are lat and lon exchanged?"
		case box.holds(f.Lat.Value, -f.Lon.Value):
			advice += "; is the sign of lon wrong?"
		case box.holds(-f.Lat.Value, f.Lon.Value):
			advice += "; is the sign of lat wrong?"
		}
		c.error("facilities", f.Line, "outside-country", fmt.Sprintf("%s, %s lies outside %s", f.Lat.Text(), f.Lon.Text(), f.Country),
			advice, "lat", "lon", "country")
	}
}

// box bounds a country in degrees. Boxes are generous: they are there to find exchanged and mistyped coordinates.
type box struct{ south, north, west, east float64 }

func (b box) holds(lat, lon float64) bool {
	return b.south <= lat && lat <= b.north && b.west <= lon && lon <= b.east
}

// boxes by ISO 3166-1 alpha-2. A country that is not here is not checked.
var boxes = map[string]box{
	"AO": {-18.1, -4.3, 11.6, 24.1}, "AR": {-55.2, -21.7, -73.7, -53.5}, "AT": {46.3, 49.1, 9.4, 17.3},
	"AU": {-44, -10, 112, 154}, "BE": {49.4, 51.6, 2.4, 6.5}, "BG": {41.1, 44.3, 22.2, 28.8},
	"BI": {-4.5, -2.3, 29, 30.9}, "BO": {-23, -9.6, -69.7, -57.4}, "BR": {-34, 5.3, -74, -34},
	"CA": {41.6, 83.2, -141, -52}, "CH": {45.8, 47.9, 5.9, 10.5}, "CL": {-56, -17.4, -76, -66.4},
	"CN": {18, 53.6, 73.4, 135.1}, "CY": {34.4, 35.8, 32.1, 34.7}, "CZ": {48.4, 51.2, 12, 18.9},
	"DE": {47.2, 55.1, 5.8, 15.1}, "DK": {54.4, 57.9, 7.9, 15.3}, "EE": {57.5, 59.8, 21.7, 28.3},
	"EG": {21.9, 31.8, 24.6, 36.9}, "ES": {27.5, 43.9, -18.3, 4.5}, "FI": {59.6, 70.2, 19, 31.7},
	"FR": {41.3, 51.2, -5.2, 9.7}, "GB": {49.8, 60.9, -8.7, 1.8}, "GL": {59.7, 83.7, -73.1, -11.3},
	"GR": {34.7, 41.9, 19.2, 29.8}, "HK": {22, 22.7, 113.7, 114.6}, "HR": {42.3, 46.7, 13.3, 19.6},
	"HU": {45.7, 48.6, 16.1, 22.9}, "ID": {-11.2, 6.3, 94.7, 141.2}, "IE": {51.3, 55.5, -10.8, -5.8},
	"IN": {6.7, 35.6, 68.1, 97.5}, "IR": {24.9, 39.9, 43.9, 63.5}, "IT": {35.3, 47.2, 6.5, 18.7},
	"JP": {24, 45.6, 122.9, 146}, "KG": {39, 43.4, 69.1, 80.4}, "KP": {37.5, 43.1, 124, 131},
	"KR": {33, 38.7, 124.5, 131}, "KZ": {40.4, 55.6, 46.3, 87.5}, "LA": {13.9, 22.6, 100, 107.8},
	"LK": {5.8, 10, 79.4, 82}, "LT": {53.8, 56.6, 20.8, 27}, "LU": {49.3, 50.3, 5.6, 6.7},
	"LV": {55.6, 58.2, 20.8, 28.3}, "MA": {27.6, 36, -13.2, -0.9}, "MG": {-25.7, -11.9, 43.1, 50.6},
	"MM": {9.7, 28.6, 92.1, 101.2}, "MN": {41.5, 52.2, 87.7, 120}, "MT": {35.7, 36.2, 14.1, 14.7},
	"MW": {-17.2, -9.3, 32.6, 36}, "MX": {14.5, 32.8, -118.5, -86.7}, "MY": {0.8, 7.4, 99.6, 119.3},
	"MZ": {-26.9, -10.4, 30.2, 40.9}, "NA": {-29, -16.9, 11.7, 25.3}, "NG": {4.2, 13.9, 2.6, 14.7},
	"NL": {50.7, 53.7, 3.3, 7.3}, "NO": {57.9, 71.2, 4.4, 31.2}, "PH": {4.5, 21.3, 116.8, 126.7},
	"PL": {49, 54.9, 14.1, 24.2}, "PT": {29.9, 42.2, -31.4, -6.1}, "RO": {43.6, 48.3, 20.2, 29.8},
	"RU": {41.1, 81.9, 19, 180}, "RW": {-2.9, -1, 28.8, 31}, "SA": {16.3, 32.2, 34.5, 55.7},
	"SE": {55.3, 69.1, 10.9, 24.2}, "SG": {1.1, 1.5, 103.5, 104.5}, "SI": {45.4, 46.9, 13.3, 16.7},
	"SK": {47.7, 49.7, 16.8, 22.6}, "TH": {5.6, 20.5, 97.3, 105.7}, "TJ": {36.6, 41.1, 67.3, 75.2},
	"TR": {35.8, 42.2, 25.6, 44.9}, "TW": {21.8, 25.4, 119.9, 122.1}, "TZ": {-11.8, -0.9, 29.3, 40.5},
	"UA": {44.3, 52.4, 22.1, 40.3}, "UG": {-1.5, 4.3, 29.5, 35.1}, "US": {18.9, 71.5, -179.2, -66.9},
	"VN": {8.5, 23.4, 102.1, 109.5}, "ZA": {-34.9, -22.1, 16.4, 32.9},
}
