# SPDX-License-Identifier: GPL-3.0-or-later
"""all_tasks by every name it goes by, pickled, and asked for what cannot be."""
import asyncio
import pickle

import _asyncio


async def main():
    tasks = [asyncio.create_task(asyncio.sleep(0), name=f"t{n}") for n in range(3)]
    for function in (asyncio.all_tasks, asyncio.tasks.all_tasks,
                     getattr(_asyncio, "all_tasks", None),
                     getattr(asyncio.tasks, "_c_all_tasks", None)):
        if function is not None:
            found = function()
            print(type(found), len(found), found >= {*tasks}, function(None) == found,
                  function(loop=asyncio.get_running_loop()) == found)
            print(function is asyncio.all_tasks, getattr(function, "__self__", None),
                  pickle.loads(pickle.dumps(function)) is function)
    await asyncio.wait(tasks)
    for wrong in ((1, 2), (1,)):
        try:
            print(asyncio.all_tasks(*wrong))
        except TypeError as error:
            print(type(error))


asyncio.run(main())
try:
    asyncio.all_tasks()
except RuntimeError as error:
    print(error)
