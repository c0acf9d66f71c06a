# SPDX-License-Identifier: GPL-3.0-or-later
"""An error several coroutines deep, after suspending."""
import asyncio


async def deepest(number):
    await asyncio.sleep(0)
    return 10 / number


async def deep(number):
    return await deepest(
        number)


class Method:
    async def call(self):
        async with asyncio.timeout(5):
            return [await deep(number) for number in (1, 0)]


async def main():
    await asyncio.create_task(Method().call())


asyncio.run(main())
