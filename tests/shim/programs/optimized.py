# SPDX-License-Identifier: GPL-3.0-or-later
# flags: -OO -B
"""-OO and -B: no assertions, no docstrings, no bytecode files."""
import asyncio
import sys


async def main():
    """A docstring that is not there."""
    assert False, "not checked"
    print(main.__doc__, __debug__, sys.flags.optimize, __doc__)
    return sys.dont_write_bytecode


print(asyncio.run(main()))
