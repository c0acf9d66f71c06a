# SPDX-License-Identifier: GPL-3.0-or-later
# loop: none
"""A module that is not there, asked for by an import inside a try."""
import asyncio

print("start", asyncio.__name__)
try:
    import not_installed_anywhere
except ImportError as error:
    print(error, error.name)
    from asyncio import not_a_name
