# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S17
import asyncio


def first(future):
    print("first", future.remove_done_callback(second), future.remove_done_callback(third))


def second(future):
    print("second runs all the same")


def third(future):
    print("never")


async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(third)
    future.add_done_callback(first)
    future.add_done_callback(third)
    future.add_done_callback(second)
    print(future.remove_done_callback(third), future.remove_done_callback(third))
    future.set_result("done")
    future.add_done_callback(first)
    await asyncio.sleep(0)
    print("main goes on")
    await asyncio.sleep(0)


asyncio.run(main())
