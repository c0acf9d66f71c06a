# SPDX-License-Identifier: GPL-3.0-or-later
"""An own sys.excepthook; what it gets, and that it can call the old one."""
import asyncio
import sys


def hook(kind, error, trace):
    print("hook", kind.__name__, error, trace.tb_frame.f_code.co_name, trace.tb_lineno)
    sys.__excepthook__(kind, error, trace)
    print(sys.last_value if hasattr(sys, "last_value") else "no last value")


print(sys.excepthook is sys.__excepthook__)
sys.excepthook = hook


async def main():
    raise ValueError("for the hook")


asyncio.run(main())
