# SPDX-License-Identifier: GPL-3.0-or-later
# stdout: file
"""Standard output is a file: positions, truncation, stat."""
import asyncio
import os
import stat
import sys


async def main():
    print("one")
    print(sys.stdout.seekable(), sys.stdout.tell())
    sys.stdout.flush()
    print(os.lseek(1, 0, os.SEEK_CUR), stat.S_ISREG(os.fstat(1).st_mode))
    sys.stdout.seek(2)
    print("over")
    await asyncio.sleep(0)
    sys.stdout.truncate(30)


asyncio.run(main())
