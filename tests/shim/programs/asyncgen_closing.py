# SPDX-License-Identifier: GPL-3.0-or-later
"""Asynchronous generators closed by hand: aclose, aclosing, athrow, asend."""
import asyncio
import contextlib


async def echo():
    got = None
    try:
        while True:
            try:
                got = yield got
            except ValueError as error:
                got = f"caught {error}"
    except GeneratorExit:
        print("exit")
        raise
    finally:
        await asyncio.sleep(0)
        print("cleaned up")


async def main():
    generator = echo()
    print(await generator.asend(None), await generator.asend("hello"))
    print(await generator.athrow(ValueError("v")))
    await generator.aclose()
    async with contextlib.aclosing(echo()) as second:
        async for _ in second:
            break
    print(await anext(echo_once(), "nothing"))
    try:
        await generator.asend(1)
    except StopAsyncIteration as error:
        print(repr(error))


async def echo_once():
    if False:
        yield


asyncio.run(main())
