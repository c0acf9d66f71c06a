# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S38
# requires: 3.12
import asyncio


async def child():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(2)
        print("cleaned up")


async def main():
    task = asyncio.create_task(child())
    try:
        await asyncio.wait_for(task, 1)
    except TimeoutError:
        print("later than the limit", task.cancelled())
    future = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(future, 1)
    except TimeoutError:
        print("timed out", future.cancelled())


asyncio.run(main())
