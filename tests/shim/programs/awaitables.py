# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that can be awaited: __await__, generators, futures; and what cannot."""
import asyncio
import types


class Ready:
    def __await__(self):
        return 5
        yield


class Passing:
    def __init__(self, inner):
        self.inner = inner

    def __await__(self):
        result = yield from self.inner.__await__()
        return result, "passed"


@types.coroutine
def bare():
    got = yield
    return got


@types.coroutine
def wrong():
    yield 42


async def main():
    print(await Ready(), await Passing(asyncio.sleep(0, "slept")), await bare())
    future = asyncio.get_running_loop().create_future()
    future.set_result("done before")
    print(await future, await Passing(future))
    for awaited in (wrong(), asyncio.current_task()):
        try:
            await awaited
        except RuntimeError as error:
            print(str(error).split(" got", 1)[0].split(": <", 1)[0])
    for thing in (5, main, "text"):
        try:
            await thing
        except TypeError as error:
            print(error)
    coroutine = bare()
    print(type(coroutine).__name__, asyncio.iscoroutine(coroutine))
    await coroutine
    print(await asyncio.ensure_future(Ready()))


asyncio.run(main())
