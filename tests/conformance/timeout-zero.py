# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S36
import asyncio


async def no_suspension():
    print("body runs")


async def main():
    async with asyncio.timeout(0) as limit:
        await no_suspension()
    print("finished", limit.expired())
    try:
        async with asyncio.timeout(0):
            await asyncio.sleep(0)
            print("slipped through a bare yield")
            await asyncio.sleep(0)
            print("and again?")
    except TimeoutError:
        print("timed out")


asyncio.run(main())
