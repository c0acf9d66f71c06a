# SPDX-License-Identifier: GPL-3.0-or-later
"""Errors that cannot be raised: in __del__, in weak references' callbacks."""
import asyncio
import sys
import weakref


class Bad:
    def __del__(self):
        raise RuntimeError("in __del__")


def callback(ref):
    raise LookupError("in a callback")


async def main():
    bad = Bad()
    await asyncio.sleep(0)
    del bad
    kept = {1}
    weakref.finalize(main, print, "finalized at exit")
    ref = weakref.ref(kept, callback)
    del kept
    return ref


asyncio.run(main())
print(sys.unraisablehook is sys.__unraisablehook__)
sys.unraisablehook = lambda args: print("hook", repr(args.exc_value))
Bad()
