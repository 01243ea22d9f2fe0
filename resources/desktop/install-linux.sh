#!/bin/sh
# Puts the program into this user's menu and lets .bcplan files open with it: that of the unpacked folder
# or checkout this lies in, else the one that is found by its name. Run it again after moving the folder.
# `install-linux.sh remove` takes everything away again.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
program=$(command -v bcp-planner || true)
for folder in "$here/../../.." "$here/../../.venv/bin"; do
  if [ -f "$folder/bcp-planner" ]; then
    program=$(CDPATH= cd -- "$folder" && pwd)/bcp-planner
    break
  fi
done
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/bcp-planner.desktop
kind=$data/mime/packages/bcp-planner.xml
icon=$data/icons/hicolor/scalable/apps/bcp-planner.svg

# A path as it stands between the quotes of Exec=: first what a quoted argument escapes, then the
# backslashes of that once more as every value has them, and % as it is not the sign of a file.
quoted() {
  printf '%s' "$1" | sed -e 's/[\\"`$]/\\&/g' -e 's/\\/\\\\/g' -e 's/%/%%/g'
}

if [ "${1:-}" = remove ]; then
  rm -f "$entry" "$kind" "$icon"
elif [ -z "$program" ]; then
  echo "bcp-planner is not found; run this script in its unpacked folder" >&2
  exit 1
else
  mkdir -p "$(dirname "$entry")" "$(dirname "$kind")" "$(dirname "$icon")"
  # Desktops look for a program of the very name, with its %%; `env` finds the one that is meant.
  case $program in *%*) starter="env " ;; *) starter="" ;; esac
  while IFS= read -r line; do
    case $line in
      Exec=*) printf 'Exec=%s"%s" %%f\n' "$starter" "$(quoted "$program")" ;;
      *) printf '%s\n' "$line" ;;
    esac
  done <"$here/bcp-planner.desktop" >"$entry"
  cp "$here/bcp-planner.xml" "$kind"
  cp "$here/../icons/app.svg" "$icon"
fi
command -v update-mime-database >/dev/null && update-mime-database "$data/mime" || true
command -v update-desktop-database >/dev/null && update-desktop-database "$data/applications" || true
