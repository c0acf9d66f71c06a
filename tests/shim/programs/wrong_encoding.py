# SPDX-License-Identifier: GPL-3.0-or-later
# loop: none
"""Bytes that are no UTF-8, and no line that says what they are."""
print("é")
