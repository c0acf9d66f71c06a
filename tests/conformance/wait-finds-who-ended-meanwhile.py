# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S18 S43
import asyncio


async def child(yields):
    for _ in range(yields):
        await asyncio.sleep(0)


async def main():
    for late in [2, 3]:
        first = asyncio.create_task(child(1))
        second = asyncio.create_task(child(late))
        done, pending = await asyncio.wait([second, first],
                                           return_when=asyncio.FIRST_COMPLETED)
        print(len(done), len(pending), second.done())
        await second


asyncio.run(main())
