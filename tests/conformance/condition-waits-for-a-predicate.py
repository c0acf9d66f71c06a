# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S52
import asyncio

stock = []


def has_stock():
    return len(stock) > 0


async def buyer(name, condition):
    async with condition:
        await condition.wait_for(has_stock)
        print(name, "buys", stock.pop())


async def main():
    condition = asyncio.Condition()
    first = asyncio.create_task(buyer("A", condition))
    second = asyncio.create_task(buyer("B", condition))
    for thing in ["apple", "pear"]:
        await asyncio.sleep(1)
        async with condition:
            stock.append(thing)
            condition.notify_all()
    await asyncio.gather(first, second)


asyncio.run(main())
