package server

import (
	"runtime"
	"time"
)

// Limits bound what one request may ask and how long it may take. docs/operations.md lists them with their defaults.
type Limits struct {
	Tokens int // words and marks of a document
	Depth  int // levels of nested fields, fragments opened
	Fields int // fields of an operation, fragments opened
	Alias  int // fields under another name, fragments opened
	Page   int // first or last of a list
	List   int // values in one list argument, such as ids
	Price  int // what an operation may return and compute, in fields
	Faults int // errors of a document that is refused; the rest is counted only
	Errors int // errors of an operation that ran; the rest is counted only

	BodyBytes int64         // bytes of a request body
	Deadline  time.Duration // time for one operation
	Running   int           // operations at work at the same time
	Waiting   int           // operations in the queue behind them
	Queue     time.Duration // longest wait in that queue

	ReadTimeout  time.Duration // time to read a request
	WriteTimeout time.Duration // time from the end of the headers to the end of the response
	IdleTimeout  time.Duration // time a kept connection may be silent
	Drain        time.Duration // time that running requests get when the server stops
}

// DefaultLimits suit the page sizes of the worked questions with room to spare, on a small machine.
func DefaultLimits() Limits {
	const deadline = 10 * time.Second
	return Limits{
		Tokens: 15_000, Depth: 20, Fields: 1_000, Alias: 100, Page: 500, List: 1_000, Price: 100_000, Faults: 20, Errors: 1_000,
		BodyBytes: 1 << 20, Deadline: deadline, Running: 4 * runtime.GOMAXPROCS(0), Waiting: 1_000, Queue: 5 * time.Second,
		ReadTimeout: 15 * time.Second, WriteTimeout: deadline + 30*time.Second, IdleTimeout: 2 * time.Minute,
		Drain: deadline + 5*time.Second,
	}
}

// introspectionPrice is charged for each __schema field, which gqlgen itself counts as free: about the fields it returns.
const introspectionPrice = 5_000
