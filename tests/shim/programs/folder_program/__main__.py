# SPDX-License-Identifier: GPL-3.0-or-later
# as: folder
# args: one
"""A folder that is given to Python as the program."""
import asyncio
import sys

import beside


async def main():
    print(await beside.answer(), __name__, repr(__package__), sys.argv[1:])
    print(sys.path[0].rpartition("/")[2], __file__.rpartition("/")[2])


asyncio.run(main())
