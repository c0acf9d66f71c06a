# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S48 S52
import asyncio


async def waits(condition):
    await condition.acquire()
    try:
        await condition.wait()
        print("notified")
    except asyncio.CancelledError:
        print("cancelled, with the lock:", condition.locked())
    condition.release()


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(waits(condition))
    await asyncio.sleep(0)
    await condition.acquire()
    condition.notify()
    loop = asyncio.get_running_loop()
    loop.call_soon(task.cancel)
    loop.call_soon(condition.release)
    await asyncio.wait([task])
    print(task.cancelled(), condition.locked())


asyncio.run(main())
