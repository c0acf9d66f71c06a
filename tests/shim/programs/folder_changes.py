# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that changes its folder and removes the one where it began."""
import asyncio
import os
import shutil


async def main():
    await asyncio.sleep(0)
    os.mkdir("new")
    os.chdir("new")
    print(os.path.basename(os.getcwd()), __file__.rpartition("/")[2])
    shutil.rmtree(os.getcwd())
    try:
        os.getcwd()
    except FileNotFoundError as error:
        print(error)
    await asyncio.sleep(0)
    os.chdir("/")
    print("elsewhere", os.getcwd())


asyncio.run(main())
