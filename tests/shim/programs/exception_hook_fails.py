# SPDX-License-Identifier: GPL-3.0-or-later
"""A sys.excepthook that fails itself."""
import asyncio
import sys


def hook(kind, error, trace):
    raise TypeError("in the hook") from error


sys.excepthook = hook


async def main():
    await asyncio.sleep(0)
    raise ValueError("for the hook")


asyncio.run(main())
