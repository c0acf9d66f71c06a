# SPDX-License-Identifier: GPL-3.0-or-later
# as: symlink
"""The program is given by a symbolic link into another folder."""
import asyncio
import os
import sys


async def main():
    print(__file__.split("/")[-2:], sys.path[0].split("/")[-1], sys.argv[0] == __file__)
    print(os.path.islink(__file__))
    await asyncio.sleep(0)
    raise ValueError


asyncio.run(main())
