# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S28
import asyncio


async def child():
    try:
        await asyncio.sleep(5)
    finally:
        print("clean-up starts")
        await asyncio.sleep(1)
        print("clean-up ends")


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(1)
    task.cancel()
    print("requested")
    try:
        await task
    except asyncio.CancelledError:
        print("over", task.cancelled())


asyncio.run(main())
