# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S8 S22
# requires: 3.12
import asyncio


async def quits():
    print("quitting")
    raise SystemExit(1)


async def passes_on():
    try:
        asyncio.create_task(quits())
    finally:
        print("passing on")


async def quits_later():
    await asyncio.sleep(0)
    raise KeyboardInterrupt


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        asyncio.create_task(quits())
    except SystemExit as error:
        print("its creator gets", type(error).__name__)
    try:
        asyncio.create_task(passes_on())
    except BaseException as error:
        print("and so does the creator's", type(error).__name__)
    await asyncio.sleep(1)
    print("the loop lives on")
    asyncio.create_task(quits_later())
    print("a later step quits the loop")
    await asyncio.sleep(1)
    print("never")


asyncio.run(main())
