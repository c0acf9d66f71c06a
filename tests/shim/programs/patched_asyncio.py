# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that replaces parts of asyncio itself: classes, methods, functions."""
import asyncio
import asyncio.base_events
import asyncio.events

calls = []


class CountingHandle(asyncio.Handle):
    __slots__ = ()

    def _run(self):
        calls.append("run")
        return super()._run()


def counting(function):
    def wrapper(*args, **options):
        calls.append(function.__name__)
        return function(*args, **options)
    return wrapper


async def child():
    await asyncio.sleep(0)


async def main():
    await asyncio.create_task(child())
    await asyncio.gather(child(), child())


asyncio.events.Handle, old = CountingHandle, asyncio.events.Handle
asyncio.run(main())
asyncio.events.Handle = old
print(calls)
calls.clear()
for name in ("call_soon", "create_task", "create_future"):
    setattr(asyncio.base_events.BaseEventLoop, name,
            counting(getattr(asyncio.base_events.BaseEventLoop, name)))
asyncio.run(main())
print(calls)
calls.clear()
real_sleep = asyncio.sleep


async def sleep(delay, result=None):
    calls.append(("sleep", delay))
    return await real_sleep(0, result)

asyncio.sleep = sleep
asyncio.run(main())
print([call for call in calls if call[0] == "sleep"])
