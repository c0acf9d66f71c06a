# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S28 S38
# requires: 3.12
import asyncio


async def child():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        await asyncio.sleep(1)
        print("cleaned up")
        raise


async def main():
    for limit in [0, -1]:
        task = asyncio.create_task(child())
        await asyncio.sleep(1)
        try:
            await asyncio.wait_for(task, limit)
        except TimeoutError:
            print("timed out", task.cancelled())


asyncio.run(main())
