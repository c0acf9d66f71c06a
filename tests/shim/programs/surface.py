# SPDX-License-Identifier: GPL-3.0-or-later
# loop: none
"""Every public name of asyncio: kind, module, name, signature, whether it is a coroutine."""
import asyncio
import inspect
import os
import sys
import time

for name in sorted(vars(asyncio)):
    thing = getattr(asyncio, name)
    if inspect.ismodule(thing) or name[0] == "_":
        continue
    try:
        signature = inspect.signature(thing)
    except (TypeError, ValueError) as error:
        signature = type(error).__name__
    # From 3.14 on all_tasks is not of Python: what it is then, limit_functions shows.
    is_shown = name != "all_tasks" or sys.version_info < (3, 14)
    print(name, is_shown and (type(thing).__name__, inspect.isbuiltin(thing)),
          getattr(thing, "__module__", None), getattr(thing, "__qualname__", None),
          signature, inspect.iscoroutinefunction(thing))
for thing in (asyncio.sleep, asyncio.wait, asyncio.wrap_future, asyncio.Lock,
              asyncio.TaskGroup):
    print(inspect.getsource(thing)[:60], inspect.getsourcelines(thing)[1])
    print(inspect.getsourcefile(thing).rpartition("/")[2])
for thing in (time.sleep, time.time, print, input, asyncio.current_task):
    print(thing.__module__, thing.__name__, thing.__doc__)
for thing in (os.write, os._exit, asyncio._set_running_loop, asyncio.all_tasks):
    print(inspect.signature(thing), getattr(thing, "__self__", None))
for kind in (asyncio.BaseEventLoop, asyncio.SelectorEventLoop):
    print([name for name in dir(kind)])
print([name for name in dir(asyncio.Task) if name[0] != "_"])
