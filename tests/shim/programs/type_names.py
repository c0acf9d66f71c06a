# SPDX-License-Identifier: GPL-3.0-or-later
"""Names, modules and kinds of asyncio's classes and of what they make."""
import asyncio
import inspect


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.current_task()
    things = [task, loop.create_future(), asyncio.Lock(), asyncio.Queue(),
              loop.call_soon(callable, 1), asyncio.gather(), asyncio.TaskGroup(),
              asyncio.timeout(1), asyncio.as_completed([]), asyncio.StreamReader()]
    for thing in things:
        kind = type(thing)
        print(kind.__module__, kind.__qualname__, kind.__name__, inspect.isclass(kind))
    print(type(task) is asyncio.Task is asyncio.tasks.Task, asyncio.Task.__doc__)
    print(isinstance(task, asyncio.Future), issubclass(asyncio.Task, asyncio.Future))
    print(type(asyncio.all_tasks()), type((await asyncio.wait([things[5]]))[0]))
    print(type(loop), asyncio.iscoroutinefunction(main), asyncio.isfuture(task))
    print(inspect.isawaitable(task), inspect.iscoroutine(task.get_coro()))


asyncio.run(main())
