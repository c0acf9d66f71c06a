# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S8 S22 S24 S46
# requires: 3.12
import asyncio


async def quits():
    print("quitting")
    raise SystemExit(1)


async def slow():
    try:
        await asyncio.sleep(5)
    finally:
        print("slow is cancelled")


async def grouped():
    async with asyncio.TaskGroup() as group:
        group.create_task(slow())
        group.create_task(quits())
        print("never")


def create():
    print("a callback's creation ends the run")
    asyncio.create_task(quits())


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        await grouped()
    except BaseException as error:
        print("the group lets out", type(error).__name__)
    asyncio.get_running_loop().call_later(1, create)
    await asyncio.sleep(2)
    print("never")


asyncio.run(main())
