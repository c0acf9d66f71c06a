# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S36
import asyncio


async def nest(outer, inner):
    try:
        async with asyncio.timeout(outer):
            try:
                async with asyncio.timeout(inner):
                    await asyncio.sleep(9)
            except TimeoutError:
                print("inner timed out")
            await asyncio.sleep(0.5)
            print("the outer body ends")
    except TimeoutError:
        print("outer timed out")


async def main():
    await nest(2, 1)
    await nest(1, 2)
    await nest(1.25, 1)


asyncio.run(main())
