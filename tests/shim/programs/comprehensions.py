# SPDX-License-Identifier: GPL-3.0-or-later
"""Asynchronous comprehensions and generator expressions of every kind."""
import asyncio


async def count(limit):
    for number in range(limit):
        await asyncio.sleep(0)
        yield number


async def double(number):
    await asyncio.sleep(0)
    return number * 2


async def main():
    print([n async for n in count(3)], {n async for n in count(3) if n % 2})
    print({n: await double(n) async for n in count(3)})
    print([[m async for m in count(n)] for n in range(3)])
    print([await double(n) for n in range(3) if await double(n) > 1])
    generator = (await double(n) async for n in count(4))
    print(type(generator).__name__, [n async for n in generator])
    print(sum([n async for n in (m + 1 async for m in count(3))]))


asyncio.run(main())
