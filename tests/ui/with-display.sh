#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# with-display.sh COMMAND...: runs it with a display, a session bus and settings of its own.
#
# The display is picked by the server itself (two tests at once never meet), and does not
# restart when its last client leaves. JUG_TEST_SCREEN is its size, JUG_TEST_BUS=no leaves
# the bus out.
set -u
command -v Xvfb >/dev/null || { echo '1..0 # SKIP Xvfb is not installed'; exit 77; }

own=$(mktemp -d)
chmod 700 "$own"
export XDG_RUNTIME_DIR=$own HOME=$own XDG_CONFIG_HOME=$own/config XDG_DATA_HOME=$own/data XDG_CACHE_HOME=$own/cache
export GSETTINGS_BACKEND=memory GDK_BACKEND=x11 GSK_RENDERER=${GSK_RENDERER:-cairo} LC_ALL=${LC_ALL:-C.UTF-8}
# No graphics driver, which may leak; GTK 4.16 renamed the switch, and complains of the old one.
export GDK_DISABLE=${GDK_DISABLE:-gl,vulkan}
pkg-config --atleast-version=4.16 gtk4 2>/dev/null || export GDK_DEBUG=${GDK_DEBUG:-gl-disable,vulkan-disable}
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS
mkdir -p "$own/config/gtk-4.0"
printf '[Settings]\n%s\n' "${JUG_TEST_GTK_SETTINGS:-gtk-enable-animations=false}" >"$own/config/gtk-4.0/settings.ini"

Xvfb -displayfd 3 -screen 0 "${JUG_TEST_SCREEN:-1600x1000}x24" -nolisten tcp -noreset 3>"$own/display" 2>"$own/server.log" &
server=$!
clean_up () {
  kill "$server" 2>/dev/null
  wait "$server" 2>/dev/null
  rm -rf "$own"
}
trap clean_up EXIT
for _ in $(seq 200); do
  [ -s "$own/display" ] && break
  kill -0 "$server" 2>/dev/null || break
  sleep 0.05
done
[ -s "$own/display" ] || { echo "Xvfb did not start: $(tail -n 1 "$own/server.log")" >&2; exit 1; }
DISPLAY=:$(cat "$own/display")
export DISPLAY

if [ "${JUG_TEST_BUS-}" = no ]; then
  "$@"
else
  # What the services say about themselves is no result of a test.
  set -o pipefail
  dbus-run-session -- "$@" 2> >(grep -v -e 'Failed to set fd limit' -e '^dbus-daemon' -e 'dbind-WARNING' -e '^$' >&2) |
    grep --line-buffered -v '^SpiRegistry'
fi
