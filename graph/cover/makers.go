package cover

import (
	"context"
	"fmt"
)

// Maker makes something out of inputs, of each of which it keeps a stock. Without inputs it runs as far as its capacity lets it.
type Maker struct{ Inputs []Input }

// Input is what a maker needs. All essential inputs are needed in full; of the others, the loss costs their weight.
type Input struct {
	Essential bool
	Weight    float64 // of an input that is not essential: the part of the output that is lost with it, 0 to 1
	Cover     float64 // days of need in stock at first; it is never more later
	Sources   []Source
}

// Source serves an input. Sources that are to stand in for others later are listed like these, with a share that opens then.
type Source struct {
	Maker int      // who makes it; below 0: somebody who never fails
	Share float64  // of the need, 0 to 1
	Delay int      // days on the way, at least 1
	Open  Schedule // the part of the share that comes through, by the day of arrival: licences, quotas, pauses
}

// Question is what happens to makers over some days.
type Question struct {
	Capacity map[int]Schedule // by maker: the part of what it makes that it still can make by itself
	Days     int              // how many days to look at, from 0
	// Watch, if it is set, is told whenever a maker changes what it makes, by ascending days.
	Watch func(maker, day int, makes float64)
}

// Simulate runs the daily stock model of the package. It takes O(links) to lay the makers out, and then visits, day by day, what
// changes. The answer is by maker. The error names what makes no sense, or is the context's.
func Simulate(ctx context.Context, makers []Maker, q Question) ([]Course, error) {
	if err := check(makers, &q); err != nil {
		return nil, err
	}
	s, err := write(makers).compile()
	if err != nil {
		return nil, err
	}
	r := newRun(s)
	r.begin(q.Days)
	for maker, can := range q.Capacity {
		r.limit(int32(maker), can)
	}
	if q.Watch != nil {
		maker := make(map[int32]int, len(makers))
		for i := range makers {
			maker[s.rank[i]] = i
		}
		r.watch = func(number int32, day int, value float64) {
			if i, ok := maker[number]; ok {
				q.Watch(i, day, value)
			}
		}
	}
	if err := r.solve(ctx); err != nil {
		return nil, err
	}
	courses := make([]Course, len(makers))
	for i := range courses {
		courses[i] = r.course(int32(i))
	}
	return courses, nil
}

// write gives maker i the node i, each input a stock, and the inputs that are not essential one node together.
func write(makers []Maker) *equations {
	e := &equations{}
	for range makers {
		e.add(least)
	}
	for i := range makers {
		others := int32(nobody)
		for _, in := range makers[i].Inputs {
			stock := e.stock(in.Cover, int32(i))
			switch {
			case in.Essential:
				e.depend(int32(i), stock, 1, 0, nil)
			case others == nobody:
				others = e.add(weighted)
				e.depend(int32(i), others, 1, 0, nil)
				fallthrough
			default:
				e.depend(others, stock, in.Weight, 0, nil)
			}
			for _, from := range in.Sources {
				e.depend(stock, int32(max(from.Maker, nobody)), from.Share, from.Delay, from.Open)
			}
		}
	}
	return e
}

func check(makers []Maker, q *Question) error {
	for i := range makers {
		for j, in := range makers[i].Inputs {
			at := fmt.Sprintf("maker %d, input %d", i, j)
			if !(in.Cover >= 0) {
				return fmt.Errorf("%s: a cover of %v days: it is 0 or more", at, in.Cover)
			}
			if !in.Essential && !(in.Weight >= 0 && in.Weight <= 1) {
				return fmt.Errorf("%s: weight %v lies between 0 and 1", at, in.Weight)
			}
			for k, from := range in.Sources {
				switch err := from.Open.check(); {
				case err != nil:
					return fmt.Errorf("%s, source %d: %w", at, k, err)
				case from.Maker >= len(makers):
					return fmt.Errorf("%s, source %d: there are %d makers, none is number %d", at, k, len(makers), from.Maker)
				case !(from.Share >= 0 && from.Share <= 1):
					return fmt.Errorf("%s, source %d: share %v lies between 0 and 1", at, k, from.Share)
				case from.Delay < 1:
					return fmt.Errorf("%s, source %d: a delivery takes a day at least, not %d", at, k, from.Delay)
				}
			}
		}
	}
	for i, can := range q.Capacity {
		if i < 0 || i >= len(makers) {
			return fmt.Errorf("there are %d makers, none is number %d", len(makers), i)
		}
		if err := can.check(); err != nil {
			return fmt.Errorf("maker %d: %w", i, err)
		}
	}
	if q.Days < 0 {
		return fmt.Errorf("%d days: give 0 or more", q.Days)
	}
	return nil
}
