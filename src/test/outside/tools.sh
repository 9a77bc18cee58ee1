# What the checks share; a check begins with `source src/test/outside/tools.sh`.
# shellcheck shell=bash
set -euo pipefail

understudy=target/understudy/bin/understudy
scratch=target/outside/$(basename "$(dirname "$0")")
mkdir -p "$scratch"
export NODE_PATH=$PWD/target/outside/npm/node_modules

fail() {
  echo "$*" >&2
  exit 1
}

# unreachable WHAT: ends the check because something is missing that cannot be fetched; with 77, which
# run takes for skipped, only if there is no network at all.
unreachable() {
  echo "needed and missing: $*" >&2
  if ! npm ping --fetch-retries=0 --fetch-timeout=8000 &>/dev/null &&
    ! apt-get update -qq -o APT::Update::Error-Mode=any -o Acquire::Retries=0 &>/dev/null; then
    echo "and there is no network to fetch it from" >&2
    exit 77
  fi
  exit 1
}

# debian COMMAND=PACKAGE...: installs the packages whose command is missing.
debian() {
  local missing=() each
  for each in "$@"; do
    command -v "${each%%=*}" >/dev/null || missing+=("${each#*=}")
  done
  [[ ${#missing[@]} -eq 0 ]] && return
  [[ $EUID -eq 0 ]] && command -v apt-get >/dev/null ||
    unreachable "${missing[*]}; install them, or run this as root on Debian"
  renew
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    unreachable "${missing[*]}, which apt-get cannot install"
}

# unpacked PACKAGE: prints the folder with the contents of a Debian package that is not installed.
unpacked() {
  local folder=target/outside/$1
  if [[ ! -e $folder/whole ]]; then
    command -v apt-get >/dev/null || unreachable "apt-get, to fetch $1"
    renew
    rm -rf "$folder"
    mkdir -p "$folder"
    (cd "$folder" && apt-get download -qq -o APT::Sandbox::User=root "$1" >/dev/null && dpkg-deb -x ./*.deb . && rm -- *.deb && touch whole) ||
      unreachable "$1, which apt-get cannot fetch"
  fi
  echo "$folder"
}

# A list of packages younger than an hour is good enough.
renew() {
  [[ -n $(find /var/lib/apt/lists -maxdepth 1 -name '*Packages*' -mmin -60 2>/dev/null | head -n 1) ]] && return
  apt-get update -qq || echo "the list of packages could not be renewed; trying with the old one" >&2
}

# npm_packages NAME@VERSION...: installs exactly these below target/outside/npm.
npm_packages() {
  debian node=nodejs npm=npm
  local folder=target/outside/npm missing=() each
  for each in "$@"; do
    [[ $(node -p "require('./$folder/node_modules/${each%@*}/package.json').version" 2>/dev/null) == "${each##*@}" ]] ||
      missing+=("$each")
  done
  [[ ${#missing[@]} -eq 0 ]] && return
  mkdir -p "$folder"
  [[ -e $folder/package.json ]] || echo '{"private": true}' >"$folder/package.json"
  npm install --prefix "$folder" --no-audit --no-fund --no-package-lock --save-exact --ignore-scripts --loglevel=error "${missing[@]}" >&2 ||
    unreachable "${missing[*]}, which npm cannot install"
}
