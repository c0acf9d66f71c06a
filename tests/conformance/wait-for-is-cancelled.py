# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S27 S38
# requires: 3.12
import asyncio


async def child():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("child is cancelled")
        await asyncio.sleep(2)
        print("child has cleaned up")
        raise


async def stubborn():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("no, thanks")
    await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(child())
    first = asyncio.create_task(asyncio.wait_for(task, None))
    second = asyncio.create_task(asyncio.wait_for(stubborn(), 60))
    await asyncio.sleep(1)
    first.cancel()
    second.cancel()
    await asyncio.wait([first, second])
    print(task.cancelled(), first.cancelled(), second.cancelled())


asyncio.run(main())
