# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S16
import asyncio


async def child():
    return "child's value"


async def other():
    print("other runs")


async def main():
    task = asyncio.create_task(child())
    await task
    future = asyncio.get_running_loop().create_future()
    future.set_result("future's value")
    waiting = asyncio.create_task(other())
    print(await task)
    print(await future)
    print("nobody ran in between")
    await waiting


asyncio.run(main())
