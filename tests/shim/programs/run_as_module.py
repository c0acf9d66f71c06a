# SPDX-License-Identifier: GPL-3.0-or-later
# as: module
# args: one --two
"""A module started by python -m."""
import asyncio
import sys


async def main():
    print(__name__, __file__, sys.argv, repr(sys.path[0]), __package__ == "")
    print(__spec__.name, type(__spec__).__name__, type(__loader__).__name__, __cached__)
    await asyncio.sleep(0)
    raise ValueError("in a module")


print(sorted(name for name in vars() if name[0] == "_"))
if __name__ == "__main__":
    asyncio.run(main())
