# SPDX-License-Identifier: GPL-3.0-or-later
"""Megabytes of output by several tasks, in pieces of many sizes."""
import asyncio
import sys


async def write(letter, sizes):
    for size in sizes:
        sys.stdout.write(letter * size)
        if size % 2:
            print()
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(
        write("a", [1, 10, 8191, 8192, 8193] * 10),
        write("b", [100_000, 65536, 65537] * 4),
        write("\N{SNOWMAN}", [5000, 1_000_000]))
    sys.stdout.buffer.write(bytes(range(256)) * 4096)
    print("end", file=sys.stderr)


asyncio.run(main())
