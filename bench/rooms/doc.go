// Package rooms holds Go benchmarks: the main question of every room, on networks as they come and on those that are made to be hard.
//
//	go test ./bench/rooms -run '^$' -bench . -count 6 | tee new.txt      # benchstat old.txt new.txt
//
// # Hard networks
//
//	hub       one firm or item between 50,000 on either side
//	chain     100,000 links one after the other (20,000 items)
//	ring      one core of 100,000 members that hardly touches the ground
//	dense     ten layers of which everyone buys from everybody below
//	parallel  100,000 links between the same two
//
// Each has an answer that is known beforehand, and each question a bound of one second: "over-bound" tells how many answers took
// longer. Time fails nothing, since machines differ. What fails is an answer that left something out and does not say so.
package rooms
