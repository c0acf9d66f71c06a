# SPDX-License-Identifier: GPL-3.0-or-later
# loop: none
"""An indentation that fits nothing."""


def main():
        print("deep")
    print("less deep")


main()
