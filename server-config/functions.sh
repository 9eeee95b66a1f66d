# shellcheck shell=sh disable=SC2034,SC2154
# What the scripts of both servers share: options, checks, and the server's archive from Maven Central.
# Sourced, never run. The caller sets: server (its name), usage (a function), and here (its directory).

root=$(cd "$here/../.." && pwd)

die() {
  echo "$server/${0##*/}: $*" >&2
  exit 1
}

# Reads the options that every script knows; what is left over stands in $operands, one per line.
parse_options() {
  target='' port=8080 admin_port='' operands=''
  key_store='' key_store_password_file='' trust_store='' trust_store_password_file=''
  properties=''
  while [ $# -gt 0 ]; do
    case $1 in
      --help | -h) usage; exit 0 ;;
      --target) need "$@"; target=$2; shift ;;
      --port) need "$@"; is_port "$2"; port=$2; shift ;;
      --admin-port) need "$@"; is_port "$2"; admin_port=$2; shift ;;
      --db-url) need "$@"; add_property "clarion.db.url=$2"; shift ;;
      --db-user) need "$@"; add_property "clarion.db.user=$2"; shift ;;
      --db-password-file) need "$@"; is_file "$2"; add_property "clarion.db.password-file=$(absolute "$2")"; shift ;;
      --key-store) need "$@"; is_file "$2"; key_store=$(absolute "$2"); shift ;;
      --key-store-password-file) need "$@"; is_file "$2"; key_store_password_file=$(absolute "$2"); shift ;;
      --trust-store) need "$@"; is_file "$2"; trust_store=$(absolute "$2"); shift ;;
      --trust-store-password-file) need "$@"; is_file "$2"; trust_store_password_file=$(absolute "$2"); shift ;;
      --property) need "$@"; is_property "$2"; add_property "$2"; shift ;;
      -*) die "unknown option $1 (--help lists the known ones)" ;;
      *) operands=$(printf '%s\n%s' "$operands" "$1") ;;
    esac
    shift
  done
  operands=$(printf '%s' "$operands" | sed '/^$/d')
  [ -n "$target" ] || die "--target DIR is missing: the directory that holds the server"
  check_store key "$key_store" "$key_store_password_file"
  check_store trust "$trust_store" "$trust_store_password_file"
}

need() {
  [ $# -ge 2 ] || die "$1 needs a value"
}

is_port() {
  case $1 in
    '' | *[!0-9]* | ??????*) die "'$1' is not a port" ;;
  esac
  if [ "$1" -lt 1 ] || [ "$1" -gt 65535 ]; then die "'$1' is not a port (1 to 65535)"; fi
}

is_file() {
  if [ ! -f "$1" ] || [ ! -r "$1" ]; then die "cannot read the file $1"; fi
}

# Properties end in the server's configuration in clear, so a secret may only be named by its file.
is_property() {
  case $1 in
    *'
'*) die "a property must stand on one line" ;;
    *=*) ;;
    *) die "'$1' is not of the form key=value" ;;
  esac
  case ${1%%=*} in
    *password-file) ;;
    *password* | *secret*) die "'${1%%=*}' would put a secret into the configuration: write it to a file and name that with ${1%%=*}-file" ;;
  esac
}

add_property() {
  properties=$(printf '%s\n%s' "$properties" "$1" | sed '/^$/d')
}

check_store() {
  if [ -n "$2" ] && [ -z "$3" ]; then die "--$1-store needs --$1-store-password-file"; fi
  if [ -z "$2" ] && [ -n "$3" ]; then die "--$1-store-password-file needs --$1-store"; fi
  [ -z "$2" ] && return 0
  listing=$(keytool -list -keystore "$2" -storepass:file "$3" 2>&1) ||
    die "cannot open the $1 store $2 with the password in $3: $(printf '%s' "$listing" | tail -n 1)"
  if [ "$1" = key ]; then
    [ "$(printf '%s\n' "$listing" | grep -c PrivateKeyEntry)" = 1 ] ||
      die "the key store $2 must hold exactly one private key"
  fi
}

absolute() {
  case $1 in
    /*) printf '%s' "$1" ;;
    *) printf '%s/%s' "$(pwd)" "$1" ;;
  esac
}

make_target() {
  target=$(absolute "$target")
  mkdir -p "$target" 2>/dev/null || die "cannot create the directory $target"
  [ -w "$target" ] || die "cannot write to the directory $target"
}

existing_target() {
  target=$(absolute "$target")
  [ -d "$target/$1" ] || die "there is no server in $target: run $server/provision --target $target first"
}

version_of() {
  sed -n "s:.*<$1\.version>\(.*\)</$1\.version>.*:\1:p" "$root/pom.xml"
}

# maven GOAL ARG...: by the project's wrapper, or the machine's Maven where there is none.
maven() {
  if [ -x "$root/mvnw" ]; then set -- "$root/mvnw" "$@"; else set -- mvn "$@"; fi
  command -v "$1" >/dev/null 2>&1 || die "Maven is needed to fetch the server: install Maven 3.8.6 or newer"
  log=$target/.maven.log
  (cd "$root" && "$@" -q -B -ntp -N) >"$log" 2>&1 || die "Maven could not fetch it: $(grep -m 1 ERROR "$log")"
  rm -f "$log"
}

# unpack ARTIFACT NAME: the archive's only directory becomes TARGET/NAME, unless that is there already.
unpack() {
  [ -d "$target/$2" ] && return 0
  echo "Fetching $1"
  rm -rf "$target/.unpack"
  maven dependency:unpack -Dartifact="$1" -DoutputDirectory="$target/.unpack" -Dmdep.overWriteReleases=true
  mv "$target/.unpack/$2" "$target/$2" || die "the archive $1 holds no directory $2"
  rm -rf "$target/.unpack"
}

random_password() {
  od -An -N24 -tx1 /dev/urandom | tr -d ' \n'
}

running() {
  [ -f "$1" ] && pid=$(cat "$1") && [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null
}

# wait_until SECONDS COMMAND...
wait_until() {
  left=$1
  shift
  until "$@"; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || return 1
    sleep 1
  done
}

is_ear() {
  [ -n "$1" ] || die "the EAR to deploy is missing (--help shows how)"
  case $1 in
    *'
'*) die "one EAR at a time, please" ;;
  esac
  is_file "$1"
}

gone() {
  ! kill -0 "$pid" 2>/dev/null
}

# stop_process PIDFILE: asks, waits, and ends it the hard way if it must.
stop_process() {
  if ! running "$1"; then
    echo "Nothing runs in $target"
    rm -f "$1"
    return 0
  fi
  kill -TERM "$pid"
  wait_until 60 gone || kill -KILL "$pid"
  wait_until 10 gone || die "process $pid does not end"
  rm -f "$1"
  echo "Stopped process $pid"
}
