// Package cover answers: when something stops, on which day does each one who depends on it run short?
//
// # Definition
//
// The daily stock model: the production rule of Hallegatte (2008, Risk Analysis 28:779) and of Inoue and Todo (2019, Nature
// Sustainability 2:841) without feedback of demand. Days are counted from 0, quantities in days of need, and nothing is lost before
// day 0:
//
//	in(t)  = Σ share · open(t) · makes_s(t - delay)      what arrives; open is the part that licences and quotas let through
//	has(t) = stock(t) + in(t)
//	makes(t) = min(capacity(t), min over essential inputs of has(t), 1 - Σ over others of weight · (1 - min(1, has(t))))
//	stock(t+1) = min(cover, max(0, has(t) - makes(t)))
//
// A delivery takes a day at least, so that loops need no solution: they run as long as nobody disturbs them. With a single source
// that stops for good on day 0 the first short day is delay + cover; if the source is back after R days, max(0, R - cover) days are
// lost, and so many too by a pause of R days in licences.
//
// A maker that stands still for want of one input saves its stock of the others. More loss may so make later days better, and the first
// short day of those further down later. Where each stock is drawn at the full rate whatever is made, no day gets better.
//
// # Stop dates
//
// Compile lays the model over the recorded network of package chain, Ask loses what a scenario takes away (see package shock), and
// answers with an interval of days for every output and need. At the early end stocks are at their low end, goods soonest through, and
// what the record leaves open is taken at its worst; at the late end the other way round. Here each stock is drawn at the full rate, so
// that dates are monotone in losses, in stocks and, where nothing comes back, in times. Numbers of days come from the tables stocks and
// lead_times, else from Assumptions.
//
// What the law does to goods on their way comes in by Assumptions.Law, the decisions of package control on every day on which the law
// turns, by Assumptions.Rules, or by Assumptions.Crossings: for each supplier of a line from which day on which part may leave, after which
// wait. Review times and approval rates are those of lead_times, licence_types and licence_statistics where they are not given. Each stretch between two such days is a source of its own that is open for as long, so that
// the model stays as it is. With Law.Market, what no seller on record serves comes from the world market, of which the controlling country
// may make all.
//
// # Method
//
// Days are gone through in turn, and of each day only what changes on it is visited: arrivals, capacities, stocks that fall or rise,
// and what depends on them within the day, in topological order. What stands still costs nothing, however long.
//
// # Cost
//
// Compiling is O(links), once for a network and its assumptions. A question takes its scratch from a pool and costs O(links of what
// changes) a day, at both ends.
package cover
