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
  https_port='' https_address=0.0.0.0 tls_key_store='' tls_key_store_password_file=''
  threads=64 heap=700m log_format=text
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
      --role) need "$@"; add_property "clarion.role=$2"; shift ;;
      --connector-urls) need "$@"; add_property "clarion.connector.urls=$2"; shift ;;
      --advertised-url) need "$@"; add_property "clarion.connector.advertised-url=$2"; shift ;;
      --connector-key-file) need "$@"; is_file "$2"; add_property "clarion.connector.key-file=$(absolute "$2")"; shift ;;
      --metrics-token-file) need "$@"; is_file "$2"; add_property "clarion.metrics.token-file=$(absolute "$2")"; shift ;;
      --certificate-dir) need "$@"; is_directory "$2"; add_property "clarion.pxgrid.certificate-dir=$(absolute "$2")"; shift ;;
      --key-password-file) need "$@"; is_file "$2"; add_property "clarion.pxgrid.key-password-file=$(absolute "$2")"; shift ;;
      --https-port) need "$@"; is_port "$2"; https_port=$2; shift ;;
      --https-address) need "$@"; is_address "$2"; https_address=$2; shift ;;
      --tls-key-store) need "$@"; is_file "$2"; tls_key_store=$(absolute "$2"); shift ;;
      --tls-key-store-password-file) need "$@"; is_file "$2"; tls_key_store_password_file=$(absolute "$2"); shift ;;
      --threads) need "$@"; is_count "$2"; threads=$2; shift ;;
      --heap) need "$@"; is_heap "$2"; heap=$2; shift ;;
      --log-format) need "$@"; is_format "$2"; log_format=$2; shift ;;
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
  check_store tls-key "$tls_key_store" "$tls_key_store_password_file"
  if [ -n "$https_port" ] && [ -z "$tls_key_store" ]; then die "--https-port needs --tls-key-store: a certificate for people's browsers"; fi
  if [ -z "$https_port" ] && [ -n "$tls_key_store" ]; then die "--tls-key-store needs --https-port"; fi
}

# The options of provision that are alike for both servers.
common_options() {
  cat <<'USAGE'
  --target DIR                     where the server goes
  --port N                         HTTP port on 127.0.0.1 (8080), for a proxy on this machine
  --https-port N                   HTTPS port for everybody; none without it
  --https-address A                address it listens on (0.0.0.0)
  --tls-key-store F                PKCS12 or JKS with the certificate and key that browsers are shown
  --tls-key-store-password-file F  file with its password
  --threads N                      most requests at a time (64)
  --heap SIZE                      Java heap (700m)
  --log-format text|json           how lines of the log look (text); json: one object a line
  --db-url URL                     clarion.db.url
  --db-user NAME                   clarion.db.user
  --db-password-file F             file with the database password
  --certificate-dir DIR            directory with client.crt, client.key and ca.crt for ISE: instead of the four below
  --key-password-file F            file with the password of an encrypted client.key
  --key-store F                    PKCS12 or JKS with Clarion's client certificate for ISE
  --key-store-password-file F      file with its password
  --trust-store F                  PKCS12 or JKS with the CAs that ISE's certificates come from
  --trust-store-password-file F    file with its password
  --role all|api|pxgrid|collector  what this process does (all)
  --connector-urls URLS            with api: where the pxgrid processes are
  --advertised-url URL             with pxgrid: by which the api processes reach this one
  --connector-key-file F           with api and pxgrid: file with the key that they share
  --metrics-token-file F           file with the token by which Prometheus reads /metrics
  --property KEY=VALUE             any other setting of docs/configuration.md; may be repeated
USAGE
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

is_address() {
  case $1 in
    '' | *[!0-9a-fA-F.:]*) die "'$1' is not an IP address" ;;
  esac
}

is_count() {
  case $1 in
    '' | *[!0-9]* | ?????*) die "'$1' is not a number of threads" ;;
  esac
  [ "$1" -ge 8 ] || die "$1 threads are too few: 8 at least"
}

is_heap() {
  case $1 in
    *[!0-9]*[mg] | [mg] | '') die "'$1' is not a size: write 700m or 2g" ;;
    *[mg]) ;;
    *) die "'$1' is not a size: write 700m or 2g" ;;
  esac
}

is_format() {
  case $1 in
    text | json) ;;
    *) die "'$1' is no format of the log: text or json" ;;
  esac
}

is_directory() {
  if [ ! -d "$1" ] || [ ! -x "$1" ]; then die "cannot read the directory $1"; fi
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
  if [ "$1" != trust ]; then
    [ "$(printf '%s\n' "$listing" | grep -c PrivateKeyEntry)" = 1 ] ||
      die "the $1 store $2 must hold exactly one private key"
  fi
}

absolute() {
  case $1 in
    /*) printf '%s' "$1" ;;
    *) printf '%s/%s' "$(pwd)" "$1" ;;
  esac
}

# alias_of STORE PASSWORDFILE: of its only private key
alias_of() {
  keytool -list -keystore "$1" -storepass:file "$2" 2>/dev/null |
    sed -n 's/^\(.*\), [^,]*, [^,]*, PrivateKeyEntry.*/\1/p; s/^\([^,]*\), .*PrivateKeyEntry.*/\1/p' | head -n 1
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
