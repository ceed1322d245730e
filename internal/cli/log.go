package cli

import (
	"context"
	"io"
	"os"

	"github.com/mattn/go-isatty"
	"github.com/rs/zerolog"
)

type logFlags struct {
	Level  string `name:"level" env:"LODESTONE_LOG_LEVEL" enum:"debug,info,warn,error" default:"info" help:"Least severe event to log: ${enum}."`
	Format string `name:"format" env:"LODESTONE_LOG_FORMAT" enum:"auto,json,console" default:"auto" help:"Form of the log: ${enum}; auto is console on a terminal and JSON elsewhere."`
}

// newLogger logs to standard error, in colour for people and in JSON for machines.
func newLogger(flags logFlags, out io.Writer) zerolog.Logger {
	level, err := zerolog.ParseLevel(flags.Level)
	if err != nil {
		level = zerolog.InfoLevel // kong allows the listed words only
	}
	if flags.Format == "console" || flags.Format == "auto" && isTerminal(out) {
		out = zerolog.ConsoleWriter{Out: out, TimeFormat: "15:04:05.000", NoColor: !isTerminal(out)}
	}
	return zerolog.New(out).Level(level).With().Timestamp().Logger()
}

func isTerminal(out io.Writer) bool {
	file, ok := out.(*os.File)
	return ok && isatty.IsTerminal(file.Fd())
}

// session is what a command runs with.
type session struct {
	ctx     context.Context
	streams Streams
	log     zerolog.Logger
}
