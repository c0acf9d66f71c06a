# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S18 S40 S42
# requires: 3.12 (before, a gather of what was done took an iteration)
import asyncio


def resolve(future, both):
    future.set_result("C")
    print("too late", both.cancel())


async def main():
    loop = asyncio.get_running_loop()
    first = loop.create_future()
    second = loop.create_future()
    third = loop.create_future()
    loop.call_later(1, second.set_result, "B")
    loop.call_later(2, first.set_result, "A")
    print(await asyncio.gather(first, second, first))
    both = asyncio.gather(first, third)
    loop.call_later(1, resolve, third, both)
    print(await both, third.cancelled())
    both = asyncio.gather(first, second)
    print(both.done())
    await asyncio.sleep(0)
    print(both.done(), both.cancel())
    print(await both)


asyncio.run(main())
