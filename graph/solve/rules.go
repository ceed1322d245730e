package solve

import "math"

// evaluate applies the rule of a number to what is seen of its suppliers.
func (f *field) evaluate(i int) [2]float64 {
	a, b := f.g.from[i], f.g.from[i+1]
	suppliers := f.g.supplier[a:b]
	switch f.g.rules[i] {
	case Ends:
		return f.step([2]float64{0, 1}) // safe, and resolved
	case Open:
		return f.step([2]float64{})
	case Worst:
		return f.step(f.worst(suppliers))
	case Alternatives:
		return f.step(f.alternatives(suppliers))
	case AnyFails:
		return f.step(f.anyFails(suppliers))
	}
	return f.sum(i, suppliers, f.weights[a:b]) // its base holds the step
}

// step counts the step that was just taken.
func (f *field) step(v [2]float64) [2]float64 {
	if f.mode == steps {
		return [2]float64{v[0] + 1, 0}
	}
	return v
}

// sum is a weighted sum. A closed row splits what is not stated by the least of those without a share (their weight is NaN).
func (f *field) sum(i int, suppliers []uint32, weights []float64) [2]float64 {
	var v [2]float64
	if f.base != nil {
		v = f.base[i]
	}
	least, some := [2]float64{1, 1}, false
	if f.mode == steps {
		least = [2]float64{}
	}
	for k, s := range suppliers {
		u := &f.y[s]
		if math.IsNaN(weights[k]) {
			some = true
			if f.mode == steps {
				least[0] = max(least[0], u[0])
			} else {
				least[0], least[1] = min(least[0], u[0]), min(least[1], u[1])
			}
			continue
		}
		v[0] += weights[k] * u[0]
		v[1] += weights[k] * u[1]
	}
	if some {
		v[0] += f.g.left[i] * least[0]
		v[1] += f.g.left[i] * least[1]
	}
	return v
}

// worst takes the largest of needs that are all required. What the estimate rests on is what its largest need rests on; of needs
// that are equally large, the least resolved, since it could still raise it.
func (f *field) worst(suppliers []uint32) [2]float64 {
	if len(suppliers) == 0 {
		return [2]float64{}
	}
	v := [2]float64{0, 1}
	for _, s := range suppliers {
		v[0] = max(v[0], f.y[s][0])
	}
	for _, s := range suppliers {
		if u := &f.y[s]; f.mode != estimates || u[0] > v[0]-tie {
			v[1] = min(v[1], u[1])
		}
	}
	return v
}

func (f *field) alternatives(suppliers []uint32) [2]float64 {
	if len(suppliers) == 0 {
		return [2]float64{}
	}
	if f.mode == steps {
		return f.worst(suppliers)
	}
	v := [2]float64{1, 1}
	if f.mode == estimates {
		v = [2]float64{}
	}
	for _, s := range suppliers {
		u := &f.y[s]
		if f.mode == bounds {
			v[0], v[1] = min(v[0], u[0]), min(v[1], u[1])
		} else {
			v[0] += u[0]
			v[1] += u[1]
		}
	}
	if f.mode == estimates {
		v[0] /= float64(len(suppliers))
		v[1] /= float64(len(suppliers))
	}
	return v
}

// anyFails multiplies. Its steps add up: a change of every need can change it by their sum.
func (f *field) anyFails(suppliers []uint32) [2]float64 {
	if len(suppliers) == 0 {
		return [2]float64{}
	}
	if f.mode == steps {
		v := [2]float64{}
		for _, s := range suppliers {
			v[0] += f.y[s][0]
		}
		return v
	}
	kept, second := 1.0, 1.0
	for _, s := range suppliers {
		u := &f.y[s]
		kept *= 1 - u[0]
		if f.mode == bounds {
			second *= u[1]
		} else {
			second = min(second, u[1])
		}
	}
	return [2]float64{1 - kept, second}
}
