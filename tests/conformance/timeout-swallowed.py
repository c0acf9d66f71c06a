# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S33 S35
import asyncio


async def main():
    async with asyncio.timeout(1) as limit:
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            print("swallowed")
        await asyncio.sleep(1)
        print("still inside")
    print(limit.expired(), asyncio.current_task().cancelling())


asyncio.run(main())
