# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that takes memory until it is refused: MemoryError in a task."""
import asyncio
import resource


async def main():
    size = 1 << 40
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
    try:
        bytearray(size)
    except MemoryError as error:
        print(repr(error))
    await asyncio.sleep(0)
    return len(bytes(100 << 20))


print(asyncio.run(main()))
