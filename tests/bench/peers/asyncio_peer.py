#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# The workloads W1 to W6 on CPython's asyncio, or on uvloop: asyncio_peer.py WORKLOAD [--uvloop]
import asyncio
import gc
import statistics
import sys
import time

SPAWNED, ALIVE, YIELDS, SLEEPERS, ITEMS, IDLE, CHILDREN = (
    200_000, 10_000, 500_000, 100_000, 200_000, 100_000, 100_000)
WARM_UP = 10  # before it is measured, a tenth of a workload is run
part = WARM_UP  # what is run now is the whole divided by this


def status_bytes(name):
    with open("/proc/self/status", encoding="ascii") as status:
        for line in status:
            if line.startswith(name):
                return int(line.split()[1]) * 1024
    return 0


def delays():
    state = 12345
    while True:
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        yield (state >> 8) % 1_000_000 / 1e6


async def trivial(number):
    return number


async def w1():
    start = time.perf_counter_ns()
    for _ in range(SPAWNED // part // ALIVE):
        tasks = [asyncio.create_task(trivial(i)) for i in range(ALIVE)]
        for task in tasks:
            await task
    return (time.perf_counter_ns() - start) / SPAWNED


async def yielder(count):
    for _ in range(count):
        await asyncio.sleep(0)


async def yield_among(tasks):
    start = time.perf_counter_ns()
    running = [asyncio.create_task(yielder(YIELDS // part // tasks)) for _ in range(tasks)]
    for task in running:
        await task
    return (time.perf_counter_ns() - start) / YIELDS


async def w3():
    delay = delays()
    start = time.process_time_ns()
    tasks = [asyncio.create_task(asyncio.sleep(next(delay))) for _ in range(SLEEPERS)]
    for task in tasks:
        await task
    return (time.process_time_ns() - start) / SLEEPERS


async def pass_items(capacity):
    queue = asyncio.Queue(capacity)

    async def produce():
        for i in range(ITEMS // part):
            await queue.put(i)

    async def consume():
        for _ in range(ITEMS // part):
            await queue.get()

    start = time.perf_counter_ns()
    tasks = [asyncio.create_task(consume()), asyncio.create_task(produce())]
    for task in tasks:
        await task
    return (time.perf_counter_ns() - start) / ITEMS


async def w5():
    before = status_bytes("VmRSS:")
    tasks = [asyncio.create_task(asyncio.sleep(3600)) for _ in range(IDLE)]
    await asyncio.sleep(0)
    figure = (status_bytes("VmRSS:") - before) / IDLE
    for task in tasks:
        task.cancel()
    return figure


async def w6():
    times = []
    for _ in range(5):
        start = time.perf_counter_ns()
        await asyncio.gather(*[trivial(i) for i in range(CHILDREN)])
        times.append((time.perf_counter_ns() - start) / CHILDREN)
    return statistics.median(times)


WORKLOADS = {"W1": w1, "W2a": lambda: yield_among(2), "W2b": lambda: yield_among(1000), "W3": w3,
             "W4a": lambda: pass_items(1), "W4b": lambda: pass_items(128), "W5": w5, "W6": w6}


async def run(name):
    """The figure of a workload.  W6 warms up by itself; W3 and W5 are about the first time."""
    global part
    if name not in ("W3", "W5", "W6"):
        await WORKLOADS[name]()
    part = 1
    return await WORKLOADS[name]()


if "--uvloop" in sys.argv:
    import uvloop
    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
gc.collect()
print(sys.argv[1], f"{asyncio.run(run(sys.argv[1])):.2f}")
