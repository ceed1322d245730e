module github.com/lodestone-graph/lodestone

go 1.26.8
