# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S27 S32
import asyncio


async def child():
    task = asyncio.current_task()
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print(task.cancelling(), task.uncancel(), task.uncancel(), task.uncancel())
    await asyncio.sleep(1)
    print("child finished")


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(1)
    task.cancel()
    task.cancel()
    await task
    print(task.cancelling())


asyncio.run(main())
