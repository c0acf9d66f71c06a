# SPDX-License-Identifier: GPL-3.0-or-later
# loop: none
"""Every public name of asyncio: kind, module, name, signature, whether it is a coroutine."""
import asyncio
import inspect
import time

for name in sorted(vars(asyncio)):
    thing = getattr(asyncio, name)
    if inspect.ismodule(thing) or name[0] == "_":
        continue
    try:
        signature = inspect.signature(thing)
    except (TypeError, ValueError) as error:
        signature = type(error).__name__
    print(name, type(thing).__name__, getattr(thing, "__module__", None),
          getattr(thing, "__qualname__", None), signature,
          inspect.iscoroutinefunction(thing), inspect.isbuiltin(thing))
for thing in (asyncio.sleep, asyncio.wait, asyncio.wrap_future, asyncio.Lock,
              asyncio.TaskGroup):
    print(inspect.getsource(thing)[:60], inspect.getsourcelines(thing)[1])
    print(inspect.getsourcefile(thing).rpartition("/")[2])
for thing in (time.sleep, time.time, print, input, asyncio.current_task):
    print(thing.__module__, thing.__name__, thing.__doc__)
for kind in (asyncio.BaseEventLoop, asyncio.SelectorEventLoop):
    print([name for name in dir(kind)])
print([name for name in dir(asyncio.Task) if name[0] != "_"])
