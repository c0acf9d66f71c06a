# SPDX-License-Identifier: GPL-3.0-or-later
# env: PYTHONIOENCODING=latin-1:strict
"""Another encoding: what cannot be written raises inside the task."""
import asyncio
import sys


async def main():
    print("fa\xe7ade", sys.stdout.encoding, sys.stdout.errors, sys.stderr.encoding)
    await asyncio.sleep(0)
    try:
        print("\N{SNOWMAN}")
    except UnicodeEncodeError as error:
        print(error)
    print("\N{SNOWMAN}", file=sys.stderr)
    print("half", "\N{SNOWMAN}")


asyncio.run(main())
