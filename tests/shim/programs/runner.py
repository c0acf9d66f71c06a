# SPDX-License-Identifier: GPL-3.0-or-later
"""asyncio.Runner: several runs in one loop and one context, and what it refuses."""
import asyncio
import contextvars

count = contextvars.ContextVar("count", default=0)


async def step():
    asyncio.get_running_loop().slow_callback_duration = 30
    count.set(count.get() + 1)
    await asyncio.sleep(0)
    return count.get(), id(asyncio.get_running_loop())


with asyncio.Runner(debug=True) as runner:
    results = [runner.run(step()) for _ in range(3)]
    print([number for number, _ in results], len({loop for _, loop in results}))
    print(runner.get_loop().get_debug(), runner.get_loop().is_running())
    print(runner.run(step(), context=contextvars.copy_context())[0])
    try:
        runner.run(42)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

    async def nested():
        coroutine = step()
        try:
            runner.run(coroutine)
        except RuntimeError as error:
            print(error)
        coroutine.close()
    runner.run(nested())
try:
    runner.run(step())
except RuntimeError as error:
    print(error)
