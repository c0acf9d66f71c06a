# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S37
import asyncio
import time


async def main():
    try:
        async with asyncio.timeout(1):
            time.sleep(2)
            print("the deadline has passed")
            await asyncio.sleep(0)
            print("one bare yield slips through")
            await asyncio.sleep(0)
            print("never")
    except TimeoutError:
        print("noticed")


asyncio.run(main())
