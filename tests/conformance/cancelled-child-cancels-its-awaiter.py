# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S33 S34
import asyncio


async def inner():
    await asyncio.sleep(5)


async def outer(task):
    try:
        await task
    except asyncio.CancelledError:
        print("outer sees it, requests:", asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(inner())
    waiting = asyncio.create_task(outer(task))
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([waiting])
    print(task.cancelled(), waiting.cancelled())


asyncio.run(main())
