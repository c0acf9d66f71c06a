#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much longer programs take under the shim: a table of medians, not a test.

    overhead.py [--shim SHIM] [--runs N] [--json] [NAME...]

Each program measures itself: the time between the first and the last line of its main
coroutine, so that neither Python's start nor the shim's counts; these stand in a line of
their own.  Those that never wait count the processor's seconds, those that do count
seconds as they pass.  Runs of all ways take turns, so that what else the machine does
hits each.
"""

import argparse
import json
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

SHIM = pathlib.Path(__file__).resolve().parents[2] / "data" / "shim" / "juggler_shim.py"

WAYS = {
    "plain": None,
    "events": ["--no-frames", "--no-locals"],
    "frames": ["--no-locals"],
    "frames, locals": [],
}

WHOLE = "start and end"

PROGRAMS = {
    "2 tasks that switch": """
        async def switch(count):
            for number in range(count):
                await asyncio.sleep(0)

        async def main():
            await asyncio.gather(switch(20_000), switch(20_000))
        """,
    "100 tasks that switch": """
        async def switch(count):
            for number in range(count):
                await asyncio.sleep(0)

        async def main():
            await asyncio.gather(*(switch(400) for _ in range(100)))
        """,
    "8 coroutines deep": """
        async def switch(depth, count):
            if depth:
                return await switch(depth - 1, count)
            for number in range(count):
                await asyncio.sleep(0)

        async def main():
            await asyncio.gather(switch(8, 10_000), switch(8, 10_000))
        """,
    "queue": """
        async def produce(queue, count):
            for number in range(count):
                await queue.put(number)

        async def consume(queue):
            total = 0
            while True:
                total += await queue.get()
                queue.task_done()

        async def main():
            queue = asyncio.Queue(4)
            consumers = [asyncio.create_task(consume(queue)) for _ in range(3)]
            await asyncio.gather(*(produce(queue, 5_000) for _ in range(3)))
            await queue.join()
            for consumer in consumers:
                consumer.cancel()
        """,
    "new tasks": """
        async def child(number):
            return number

        async def main():
            for _ in range(400):
                async with asyncio.TaskGroup() as group:
                    for number in range(20):
                        group.create_task(child(number))
        """,
    "loopback": """
        async def answer(reader, writer):
            while data := await reader.read(1000):
                writer.write(data)
            writer.close()

        async def ask(port, count):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            for _ in range(count):
                writer.write(b"x" * 1000)
                await reader.readexactly(1000)
            writer.close()

        async def main():
            server = await asyncio.start_server(answer, "127.0.0.1", 0)
            port = server.sockets[0].getsockname()[1]
            await asyncio.gather(*(ask(port, 400) for _ in range(5)))
            server.close()
        """,
    "waiting for a slow peer": """
        async def answer(reader, writer):
            while data := await reader.read(1000):
                await asyncio.sleep(0.002)
                writer.write(data)
            writer.close()

        async def ask(port, count):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            for _ in range(count):
                writer.write(b"x" * 100)
                await reader.readexactly(100)
            writer.close()

        async def main():
            server = await asyncio.start_server(answer, "127.0.0.1", 0)
            port = server.sockets[0].getsockname()[1]
            await asyncio.gather(*(ask(port, 100) for _ in range(5)))
            server.close()
        """,
    WHOLE: """
        async def main():
            pass
        """,
}

# Those that wait; all others keep a processor busy.
WAITING = {"waiting for a slow peer"}

FRAME = '''
import asyncio
import sys
import time
{body}

async def measured():
    start = time.{clock}()
    await main()
    return time.{clock}() - start

sys.stderr.write(str(asyncio.run(measured())))
'''


def measure(path, options, shim, feed):
    """Seconds that the program at @path says it took, and those of the whole process."""
    command = [sys.executable]
    if options is not None:
        # Not so few events that a program could outrun them, which would flatter the shim.
        command += [str(shim), *options, "--event-limit", "20000000",
                    "--text-limit", "1000000000", "-o", str(feed)]
    start = time.perf_counter()
    process = subprocess.run([*command, str(path)], capture_output=True, text=True)
    whole = time.perf_counter() - start
    if process.returncode != 0:
        sys.exit(f"{path.name} failed: {process.stderr}")
    return float(process.stderr), whole


def medians(name, body, shim, runs):
    """Way of running: median of the seconds that the program @name takes."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "program.py")
        lines = body.strip("\n").splitlines()
        path.write_text(FRAME.format(
            body="\n".join(line[8:] for line in lines),
            clock="perf_counter" if name in WAITING else "process_time"))
        seconds = {way: [] for way in WAYS}
        for _ in range(runs):
            for way, options in WAYS.items():
                inner, whole = measure(path, options, shim, pathlib.Path(folder, "feed"))
                seconds[way].append(whole if name == WHOLE else inner)
    return {way: statistics.median(values) for way, values in seconds.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shim", default=SHIM, type=pathlib.Path)
    parser.add_argument("--runs", default=5, type=int)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    results = {}
    if not options.json:
        print(f"CPython {platform.python_version()}, medians of {options.runs} runs\n")
        print(f"{'':26}{'plain':>10}" + "".join(f"{way:>18}" for way in list(WAYS)[1:]))
    for name, body in PROGRAMS.items():
        if options.names and name not in options.names:
            continue
        results[name] = row = medians(name, body, options.shim, options.runs)
        if not options.json:
            plain = row["plain"]
            print(f"{name:26}{plain:9.3f}s" + "".join(
                f"{row[way]:9.3f}s {row[way] / plain:6.2f}x" for way in list(WAYS)[1:]),
                flush=True)
    if options.json:
        print(json.dumps(results, indent=2))


if __name__ == "__main__":
    main()
