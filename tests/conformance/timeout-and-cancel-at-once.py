# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S35 S32
import asyncio


async def child():
    try:
        async with asyncio.timeout(2):
            await asyncio.sleep(5)
    except TimeoutError:
        print("timed out")
    except asyncio.CancelledError:
        print("cancelled, requests:", asyncio.current_task().cancelling())
        raise


def cancel(task):
    task.cancel()


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(1)
    asyncio.get_running_loop().call_at(2, cancel, task)
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
