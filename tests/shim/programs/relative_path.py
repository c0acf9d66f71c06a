# SPDX-License-Identifier: GPL-3.0-or-later
# as: relative
"""The program is given by a relative path, with a dot."""
import asyncio
import sys


async def main():
    print(__file__, sys.argv[0], sys.path[0] == __file__.rpartition("/")[0])
    await asyncio.sleep(0)
    raise ValueError("the traceback has the path too")


asyncio.run(main())
