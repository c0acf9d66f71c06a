# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S33
import asyncio


async def child():
    while True:
        try:
            await asyncio.sleep(5)
            return "finished anyway"
        except asyncio.CancelledError:
            print("swallowed")


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(1)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())


asyncio.run(main())
