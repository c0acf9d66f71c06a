# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S35
import asyncio


async def main():
    async with asyncio.timeout(5) as limit:
        await asyncio.sleep(1)
        print(limit.when() == 5, limit.expired())
    print(limit.expired())
    async with asyncio.timeout(None) as limit:
        await asyncio.sleep(1)
        print(limit.when() is None)
    async with asyncio.timeout_at(3):
        await asyncio.sleep(0.5)
    await asyncio.sleep(10)
    print("main ends")


asyncio.run(main())
