# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S33 S38
# requires: 3.12
import asyncio


async def child():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        return "a value after all"


async def fails():
    try:
        await asyncio.sleep(9)
    finally:
        raise ValueError("from the clean-up")


async def main():
    print(await asyncio.wait_for(child(), 1))
    task = asyncio.create_task(child())
    try:
        print(await asyncio.wait_for(task, 1))
    except TimeoutError:
        print("timed out")
    print(task.result())
    try:
        await asyncio.wait_for(asyncio.create_task(fails()), 1)
    except ValueError:
        print("not a timeout")
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_result, "in time")
    print(await asyncio.wait_for(future, 1))


asyncio.run(main())
