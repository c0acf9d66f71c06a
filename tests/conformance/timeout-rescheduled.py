# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S36
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(1) as limit:
        await asyncio.sleep(0.5)
        limit.reschedule(loop.time() + 2)
        await asyncio.sleep(1.5)
        print("later", limit.when() == 2.5)
        limit.reschedule(None)
        await asyncio.sleep(3)
        print("never", limit.when() is None)
        try:
            limit.reschedule(loop.time() - 1)
            print("at once")
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("cancelled")
    print(limit.expired())


asyncio.run(main())
