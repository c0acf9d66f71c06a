# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S43 S27
import asyncio


async def child():
    await asyncio.sleep(3)
    print("child is not cancelled")


async def outer(task):
    try:
        await asyncio.wait([task])
    finally:
        print("outer stops waiting")


async def main():
    task = asyncio.create_task(child())
    waiting = asyncio.create_task(outer(task))
    await asyncio.sleep(1)
    waiting.cancel()
    await task
    print(waiting.cancelled())


asyncio.run(main())
