# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S33 S35
# requires: 3.12
import asyncio


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("swallowed")
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(5)
    except TimeoutError:
        print("timed out, requests:", asyncio.current_task().cancelling())


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
