# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S27 S32 S35
import asyncio


async def block(name):
    task = asyncio.current_task()
    asyncio.get_running_loop().call_later(1, task.cancel)
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        if task.uncancel() > 0:
            print(name, "passes it on")
            raise
        print(name, "handled it")


async def child():
    await block("first")
    await asyncio.sleep(2)
    await block("second")
    print("never")


async def main():
    task = asyncio.create_task(child())
    asyncio.get_running_loop().call_later(4, task.cancel)
    await asyncio.wait([task])
    print(task.cancelled(), task.cancelling())


asyncio.run(main())
