# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S14 S17
import asyncio


async def waiter(future, name):
    try:
        await future
    except ValueError as error:
        print(name, "got", type(error).__name__)


async def main():
    future = asyncio.get_running_loop().create_future()
    first = asyncio.create_task(waiter(future, "A"))
    second = asyncio.create_task(waiter(future, "B"))
    await asyncio.sleep(1)
    future.set_exception(ValueError("x"))
    await first
    await second
    print(type(future.exception()).__name__)


asyncio.run(main())
