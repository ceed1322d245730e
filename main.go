// Lodestone answers who depends on whom for rare earths: how much, since when, on whose word, and what happens if it stops.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/lodestone-graph/lodestone/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	code := cli.Main(ctx, cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, os.Args[1:])
	stop()
	os.Exit(code)
}
