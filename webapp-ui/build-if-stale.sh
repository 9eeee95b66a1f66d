#!/bin/sh
# Builds dist/ when its sources changed since the last build; otherwise does nothing, quickly.
# Dependencies are installed when the lock file changed. Needs Node 20.19 or newer.
set -eu
cd "$(dirname "$0")"

# The WAR's console calls the server that it comes from, whatever the environment of the build says.
unset VITE_API_URL

command -v npm >/dev/null 2>&1 || {
  echo "clarion-console: npm is missing; install Node.js 20.19 or newer, or build with -DskipConsole" >&2
  exit 1
}

fingerprint() { cat "$@" 2>/dev/null | cksum | tr ' ' '-'; }

lock=$(fingerprint package.json package-lock.json)
sources=$lock-$( (find src public -type f | LC_ALL=C sort; echo index.html; echo vite.config.ts; echo tsconfig.json) |
  while IFS= read -r file; do printf '%s ' "$file"; cksum <"$file"; done | cksum | tr ' ' '-')

mkdir -p target
[ -f dist/index.html ] && [ "$(cat target/built 2>/dev/null)" = "$sources" ] && exit 0

if [ ! -d node_modules ] || [ "$(cat node_modules/.clarion-lock 2>/dev/null)" != "$lock" ]; then
  echo "clarion-console: installing packages"
  npm ci --no-audit --no-fund --loglevel=error
  printf '%s' "$lock" >node_modules/.clarion-lock
fi
echo "clarion-console: building"
npm run --silent build -- --logLevel warn
printf '%s' "$sources" >target/built
