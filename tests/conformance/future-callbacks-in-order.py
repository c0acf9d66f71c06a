# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S16 S17
import asyncio


def note(text):
    print("callback", text)


def first(future):
    note("first")


def third(future):
    note("third " + future.result())


def removed(future):
    note("never")


async def waiter(future):
    print("waiter got", await future)


async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(first)
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    future.add_done_callback(third)
    future.add_done_callback(removed)
    print("removed", future.remove_done_callback(removed))
    future.set_result("value")
    print("nobody ran inside set_result")
    await task


asyncio.run(main())
