# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S1 S12 S17
import asyncio


def resolve(future):
    print("callback resolves")
    future.set_result("value")


def done(future):
    print("done callback sees", future.result())


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(resolve, future)
    future.add_done_callback(done)
    print("main awaits")
    print("main got", await future)
    task = asyncio.create_task(asyncio.sleep(1, "slept"))
    task.add_done_callback(done)
    print(await task)


asyncio.run(main())
