package main

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"

	"github.com/lodestone-graph/lodestone/bench/generate"
)

// writeNetwork lays a network out for the peers: columns as plain little-endian arrays, and the same links as CSV.
func writeNetwork(folder string, n *generate.Network) error {
	meta, err := json.Marshal(map[string]int{"nodes": n.Nodes, "edges": len(n.Supplier)})
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "meta.json"), meta, 0o600); err != nil {
		return err
	}
	ends := make([]uint8, n.Nodes)
	for i, e := range n.Ends {
		if e {
			ends[i] = 1
		}
	}
	for name, column := range map[string]any{"supplier": n.Supplier, "buyer": n.Buyer, "weight": n.Weight, "ends": ends} {
		if err := writeColumn(filepath.Join(folder, name+".bin"), column); err != nil {
			return err
		}
	}
	if err := writeLinks(filepath.Join(folder, "edges.csv"), "supplier,buyer,line,share,weight", n, true); err != nil {
		return err
	}
	if err := writeLinks(filepath.Join(folder, "buys.csv"), "from,to,line,share,weight", n, false); err != nil {
		return err
	}
	return writeFile(filepath.Join(folder, "nodes.csv"), func(w *bufio.Writer) {
		w.WriteString("id\n")
		for i := range n.Nodes {
			w.WriteString(strconv.Itoa(i))
			w.WriteByte('\n')
		}
	})
}

func writeFile(path string, write func(*bufio.Writer)) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	write(w)
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

func writeColumn(path string, column any) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	if err := binary.Write(w, binary.LittleEndian, column); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

func writeLinks(path, header string, n *generate.Network, supplierFirst bool) error {
	return writeFile(path, func(w *bufio.Writer) {
		w.WriteString(header + "\n")
		var row []byte
		for i := range n.Supplier {
			first, second := n.Supplier[i], n.Buyer[i]
			if !supplierFirst {
				first, second = second, first
			}
			row = strconv.AppendInt(row[:0], int64(first), 10)
			row = append(row, ',')
			row = strconv.AppendInt(row, int64(second), 10)
			row = append(row, ',')
			row = strconv.AppendInt(row, int64(n.Line[i]), 10)
			row = append(row, ',')
			row = strconv.AppendFloat(row, n.Share[i], 'g', -1, 64)
			row = append(row, ',')
			row = strconv.AppendFloat(row, n.Weight[i], 'g', -1, 64)
			row = append(row, '\n')
			w.Write(row)
		}
	})
}

// readValues reads the two columns that a peer wrote.
func readValues(path string, nodes int) ([][2]float64, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	values := make([][2]float64, nodes)
	_, err = binary.Decode(data, binary.LittleEndian, values)
	return values, err
}
