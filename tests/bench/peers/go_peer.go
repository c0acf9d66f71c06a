// SPDX-License-Identifier: GPL-3.0-or-later
// The workloads W1 to W6 on Go: go_peer WORKLOAD
package main

import (
	"fmt"
	"os"
	"runtime"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

const (
	spawned, alive, yields, sleepers = 1000000, 10000, 10000000, 100000
	items, idle, children            = 1000000, 100000, 100000
	warmUp                           = 10 // before it is measured, a tenth of a workload is run
)

var sink int64
var part = warmUp // what is run now is the whole divided by this

func cpu() int64 {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return u.Utime.Nano() + u.Stime.Nano()
}

func statusBytes(name string) int64 {
	text, _ := os.ReadFile("/proc/self/status")
	for _, line := range strings.Split(string(text), "\n") {
		if strings.HasPrefix(line, name) {
			var kb int64
			fmt.Sscanf(line[len(name):], "%d", &kb)
			return kb * 1024
		}
	}
	return 0
}

func w1() float64 {
	start := time.Now()
	for done := 0; done < spawned/part; done += alive {
		var group sync.WaitGroup
		group.Add(alive)
		for i := 0; i < alive; i++ {
			go func(n int64) { atomic.AddInt64(&sink, n); group.Done() }(int64(i))
		}
		group.Wait()
	}
	return float64(time.Since(start)) / spawned
}

func yieldAmong(tasks int) float64 {
	var group sync.WaitGroup
	group.Add(tasks)
	start := time.Now()
	for i := 0; i < tasks; i++ {
		go func() {
			for k := 0; k < yields/part/tasks; k++ {
				runtime.Gosched()
			}
			group.Done()
		}()
	}
	group.Wait()
	return float64(time.Since(start)) / yields
}

func w3() float64 {
	state := uint32(12345)
	var group sync.WaitGroup
	group.Add(sleepers)
	start := cpu()
	for i := 0; i < sleepers; i++ {
		state = (state*1103515245 + 12345) & 0x7fffffff
		delay := time.Duration((state>>8)%1000000) * time.Microsecond
		go func() { time.Sleep(delay); group.Done() }()
	}
	group.Wait()
	return float64(cpu()-start) / sleepers
}

func passItems(capacity int) float64 {
	queue := make(chan int, capacity)
	start := time.Now()
	go func() {
		for i := 0; i < items/part; i++ {
			queue <- i
		}
	}()
	for i := 0; i < items/part; i++ {
		sink += int64(<-queue)
	}
	return float64(time.Since(start)) / items
}

func w5() float64 {
	runtime.GC()
	before := statusBytes("VmRSS:")
	for i := 0; i < idle; i++ {
		go time.Sleep(time.Hour)
	}
	time.Sleep(100 * time.Millisecond)
	return float64(statusBytes("VmRSS:")-before) / idle
}

func w6() float64 {
	times := make([]float64, 5)
	for repeat := range times {
		start := time.Now()
		results := make([]int, children)
		var group sync.WaitGroup
		group.Add(children)
		for i := 0; i < children; i++ {
			go func(i int) { results[i] = i; group.Done() }(i)
		}
		group.Wait()
		times[repeat] = float64(time.Since(start)) / children
	}
	sort.Float64s(times)
	return times[2]
}

func main() {
	runtime.GOMAXPROCS(1)
	workloads := map[string]func() float64{
		"W1": w1, "W2a": func() float64 { return yieldAmong(2) }, "W2b": func() float64 { return yieldAmong(1000) },
		"W3": w3, "W4a": func() float64 { return passItems(1) }, "W4b": func() float64 { return passItems(128) },
		"W5": w5, "W6": w6,
	}
	// w6 warms up by itself; w3 and w5 are about what is done for the first time.
	if name := os.Args[1]; name != "W3" && name != "W5" && name != "W6" {
		workloads[name]()
	}
	part = 1
	fmt.Printf("%s %.2f\n", os.Args[1], workloads[os.Args[1]]())
}
