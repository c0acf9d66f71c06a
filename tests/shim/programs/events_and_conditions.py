# SPDX-License-Identifier: GPL-3.0-or-later
"""Events and conditions: waiters, notify, wait_for, and their errors."""
import asyncio


async def main():
    event, condition, order = asyncio.Event(), asyncio.Condition(), []

    async def wait(number):
        await event.wait()
        async with condition:
            await condition.wait_for(lambda: len(order) >= number)
            order.append(number)
            condition.notify_all()

    tasks = [asyncio.create_task(wait(n)) for n in (2, 0, 1)]
    await asyncio.sleep(0)
    print(repr(event).split(" ")[-1], repr(event)[-20:])
    event.set()
    await asyncio.gather(*tasks)
    print(order, event.is_set(), condition.locked())
    for method in (condition.notify, condition.release, condition.notify_all):
        try:
            method()
        except RuntimeError as error:
            print(error)
    print(sorted(vars(event)), sorted(vars(condition)))
    print(vars(event)["_value"], len(vars(condition)["_waiters"]))
    event.clear()
    print(vars(event)["_value"], event._value, hasattr(event, "__dict__"))


asyncio.run(main())
