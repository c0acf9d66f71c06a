# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S27 S28
import asyncio


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("child is cancelled, requests:", asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(1)
    print(task.cancel(), task.cancelled(), task.done(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError:
        print("main sees it")
    print(task.cancel(), task.cancelled(), task.done(), task.cancelling())


asyncio.run(main())
