# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S31
import asyncio


async def child(future):
    try:
        print("got", await future)
    except asyncio.CancelledError:
        print("cancelled, though the future is", future.result())
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(child(future))
    await asyncio.sleep(1)
    future.set_result("done")
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
