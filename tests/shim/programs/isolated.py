# SPDX-License-Identifier: GPL-3.0-or-later
# flags: -I -S
"""-I and -S: no folder of the program on the path, no site."""
import asyncio
import os
import sys


async def main():
    here = os.path.dirname(os.path.abspath(__file__))
    print(here in sys.path, "" in sys.path, sys.flags.isolated, "site" in sys.modules)
    print(sys.argv[0] == __file__)


asyncio.run(main())
