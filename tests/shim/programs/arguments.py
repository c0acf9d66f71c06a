# SPDX-License-Identifier: GPL-3.0-or-later
# args: -o out --help -m --virtual-time -- -- 'two words' '' -x=1
"""Arguments that look like those of other programs."""
import argparse
import asyncio
import sys


async def main():
    print(sys.argv[1:])
    parser = argparse.ArgumentParser()
    parser.add_argument("-o")
    parser.add_argument("rest", nargs="*")
    print(parser.prog, parser.parse_known_args(["-o", "x", "y"]))
    parser.parse_args(["--unknown"])


asyncio.run(main())
