# SPDX-License-Identifier: GPL-3.0-or-later
"""inspect.stack, sys._getframe: names and lines of the frames below a task."""
import asyncio
import inspect
import sys


def names():
    return [(entry.function, entry.lineno) for entry in inspect.stack(0)][1:]


async def main():
    print(names())
    await asyncio.sleep(0)
    frame = inspect.currentframe()
    print(frame.f_code.co_name, frame.f_back.f_code.co_name, sorted(frame.f_locals))
    print(sys._getframe(0).f_lineno, sys._getframe(1).f_lineno)


print(names())
asyncio.run(main())
print(inspect.currentframe().f_lineno, inspect.trace(), len(sys._current_frames()))
