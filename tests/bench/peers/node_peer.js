// SPDX-License-Identifier: GPL-3.0-or-later
// The workloads W1 to W6 on Node: node_peer.js WORKLOAD
'use strict'
const fs = require('fs')

const SPAWNED = 1000000, ALIVE = 10000, YIELDS = 10000000, SLEEPERS = 100000
const ITEMS = 1000000, IDLE = 100000, CHILDREN = 100000
const WARM_UP = 10 // before it is measured, a tenth of a workload is run
let part = WARM_UP // what is run now is the whole divided by this

const now = () => Number(process.hrtime.bigint())
const statusBytes = name => {
  const line = fs.readFileSync('/proc/self/status', 'ascii').split('\n').find(l => l.startsWith(name))
  return Number(line.split(/\s+/)[1]) * 1024
}
let state = 12345
const nextDelay = () => {
  state = Number((BigInt(state) * 1103515245n + 12345n) & 0x7fffffffn)
  return ((state >> 8) % 1000000) / 1000
}

// A task that does not run at once, as asyncio's: its body starts a turn later.
const spawn = async (body, argument) => { await null; return body(argument) }
const trivial = number => number

async function w1 () {
  const start = now()
  for (let done = 0; done < SPAWNED / part; done += ALIVE) {
    const tasks = []
    for (let i = 0; i < ALIVE; i++) tasks.push(spawn(trivial, i))
    for (const task of tasks) await task
  }
  return (now() - start) / SPAWNED
}

const yielder = async count => { for (let i = 0; i < count; i++) await null }
async function yieldAmong (tasks) {
  const start = now()
  const running = []
  for (let i = 0; i < tasks; i++) running.push(spawn(yielder, YIELDS / part / tasks))
  for (const task of running) await task
  return (now() - start) / YIELDS
}

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms))
async function w3 () {
  const start = process.cpuUsage()
  const tasks = []
  for (let i = 0; i < SLEEPERS; i++) tasks.push(spawn(sleep, nextDelay()))
  for (const task of tasks) await task
  const used = process.cpuUsage(start)
  return (used.user + used.system) * 1000 / SLEEPERS
}

class Queue {
  constructor (capacity) { this.capacity = capacity; this.items = new Array(capacity); this.head = this.count = 0 }
  async put (item) {
    while (this.count === this.capacity) await new Promise(resolve => { this.putter = resolve })
    this.items[(this.head + this.count++) % this.capacity] = item
    if (this.getter) { const wake = this.getter; this.getter = null; wake() }
  }
  async get () {
    while (this.count === 0) await new Promise(resolve => { this.getter = resolve })
    const item = this.items[this.head]
    this.head = (this.head + 1) % this.capacity
    this.count--
    if (this.putter) { const wake = this.putter; this.putter = null; wake() }
    return item
  }
}
async function passItems (capacity) {
  const queue = new Queue(capacity)
  const start = now()
  const consume = async () => { for (let i = 0; i < ITEMS / part; i++) await queue.get() }
  const produce = async () => { for (let i = 0; i < ITEMS / part; i++) await queue.put(i) }
  await Promise.all([consume(), produce()])
  return (now() - start) / ITEMS
}

async function w5 () {
  global.gc && global.gc()
  const before = statusBytes('VmRSS:')
  const timers = []
  const idle = async () => new Promise(resolve => { timers.push(setTimeout(resolve, 3600000)) })
  const tasks = []
  for (let i = 0; i < IDLE; i++) tasks.push(idle())
  await null
  const figure = (statusBytes('VmRSS:') - before) / tasks.length
  timers.forEach(clearTimeout)
  return figure
}

async function w6 () {
  const times = []
  for (let repeat = 0; repeat < 5; repeat++) {
    const start = now()
    const tasks = []
    for (let i = 0; i < CHILDREN; i++) tasks.push(spawn(trivial, i))
    await Promise.all(tasks)
    times.push((now() - start) / CHILDREN)
  }
  return times.sort((a, b) => a - b)[2]
}

const workloads = {
  W1: w1, W2a: () => yieldAmong(2), W2b: () => yieldAmong(1000), W3: w3,
  W4a: () => passItems(1), W4b: () => passItems(128), W5: w5, W6: w6
}
// W6 warms up by itself; W3 and W5 are about what is done for the first time.
async function run (name) {
  if (!['W3', 'W5', 'W6'].includes(name)) await workloads[name]()
  part = 1
  return workloads[name]()
}
run(process.argv[2]).then(figure => console.log(process.argv[2], figure.toFixed(2)))
