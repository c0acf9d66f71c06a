# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S38 S29
import asyncio


async def child():
    print("never")


async def main():
    try:
        await asyncio.wait_for(child(), 0)
    except TimeoutError:
        print("timed out at once")
    future = asyncio.get_running_loop().create_future()
    future.set_result("already there")
    print(await asyncio.wait_for(future, 0))


asyncio.run(main())
