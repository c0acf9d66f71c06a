# SPDX-License-Identifier: GPL-3.0-or-later
"""as_completed takes what can be iterated but once, and says what is wrong with the rest."""
import asyncio


async def child(number):
    await asyncio.sleep(number / 100)
    return number


def failing():
    yield asyncio.get_running_loop().create_future()
    raise ValueError("in the middle")


async def complete(awaitables):
    try:
        return [await step for step in asyncio.as_completed(awaitables, timeout=20)]
    except (TypeError, ValueError) as error:
        return repr(error)


async def main():
    print(await complete(child(number) for number in (3, 1, 2)))
    tasks = [asyncio.create_task(child(number)) for number in (3, 1, 2)]
    print(await complete(reversed(tasks)))
    print(sorted(await complete(iter(tasks))))
    print(await complete(iter(())))
    print(await complete([tasks[0], tasks[0]]))
    print(await complete(failing()))
    print(await complete([[]]))
    print(await complete(None))
    print(await complete([7]))


asyncio.run(main())
