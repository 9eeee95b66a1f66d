# shellcheck shell=sh disable=SC2154
# Where things are in the provisioned Payara Server, and how to talk to it. Sourced after functions.sh.

domain() {
  printf '%s' "$target/payara6/glassfish/domains/clarion"
}

pid_file() {
  printf '%s' "$(domain)/config/pid"
}

admin_port_now() {
  sed -n '/ name="admin-listener"/s:.* port="\([0-9]*\)".*:\1:p' "$(domain)/config/domain.xml" | head -n 1
}

# asadmin COMMAND...: quiet; passwords go by file. Its words end in $log.
asadmin() {
  port_now=${admin_port:-4848}
  [ ! -f "$(domain)/config/domain.xml" ] || port_now=$(admin_port_now)
  TERM=dumb "$target/payara6/bin/asadmin" --terse=false --interactive=false --host 127.0.0.1 --port "$port_now" \
    --user admin --passwordfile "$target/admin.passwords" "$@" >>"$log" 2>&1 </dev/null ||
    die "asadmin $1 failed: $(grep -i -E 'remote failure|failed|error|cannot|in use' "$log" | tail -n 2 | head -n 1) (see $log)"
}
