# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S27 S30
# requires: 3.13
import asyncio


async def child():
    task = asyncio.current_task()
    task.cancel()
    print(task.cancelling(), task.uncancel())
    await asyncio.sleep(1)
    print("never cancelled")


async def main():
    task = asyncio.create_task(child())
    await task
    print(task.cancelled())


asyncio.run(main())
