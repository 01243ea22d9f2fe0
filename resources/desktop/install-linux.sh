#!/bin/sh
# Puts the program into this user's menu and lets .bcplan files open with it. Run it from the unpacked
# folder; run it again after moving the folder. `install-linux.sh remove` takes everything away again.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
program=$(CDPATH= cd -- "$here/../../.." && pwd)/bcp-planner
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/bcp-planner.desktop
kind=$data/mime/packages/bcp-planner.xml
icon=$data/icons/hicolor/scalable/apps/bcp-planner.svg
if [ "${1:-}" = remove ]; then
  rm -f "$entry" "$kind" "$icon"
else
  mkdir -p "$(dirname "$entry")" "$(dirname "$kind")" "$(dirname "$icon")"
  sed "s|^Exec=.*|Exec=\"$program\" %f|" "$here/bcp-planner.desktop" >"$entry"
  cp "$here/bcp-planner.xml" "$kind"
  cp "$here/../icons/app.svg" "$icon"
fi
command -v update-mime-database >/dev/null && update-mime-database "$data/mime" || true
command -v update-desktop-database >/dev/null && update-desktop-database "$data/applications" || true
