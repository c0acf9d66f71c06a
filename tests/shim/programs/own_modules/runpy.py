# SPDX-License-Identifier: GPL-3.0-or-later
"""Not Python's runpy."""
NAME = "own runpy"
