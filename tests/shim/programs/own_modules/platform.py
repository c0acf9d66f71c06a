# SPDX-License-Identifier: GPL-3.0-or-later
"""Not Python's platform."""
NAME = "own platform"
