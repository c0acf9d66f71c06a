# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S17 S27
import asyncio


async def waiter(future):
    try:
        await future
    except asyncio.CancelledError:
        print("cancelled, requests:", asyncio.current_task().cancelling())
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(1)
    print(future.cancel(), task.cancelled())
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
