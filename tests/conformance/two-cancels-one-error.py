# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S32
import asyncio


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("first, requests:", asyncio.current_task().cancelling())
    await asyncio.sleep(1)
    print("no second error")


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(1)
    task.cancel()
    task.cancel()
    await task
    print(task.cancelled(), task.cancelling())


asyncio.run(main())
