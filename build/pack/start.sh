#!/usr/bin/env bash
# start.sh ARCHIVE FOLDER: unpacks the archive there, starts it, and asks it a few things. Run by start_packed in build/pack.sh.
set -u
archive=$1 folder=$2
fail() { echo "$*" >&2; [ -e "$folder/server.log" ] && tail -n 20 "$folder/server.log" >&2; exit 1; }
mkdir -p "$folder/home" && tar -xzf "$archive" -C "$folder" || fail "cannot unpack $archive"
home=$(echo "$folder"/zhirong-*)
curl -sS --max-time 3 https://api.nuget.org/v3/index.json >/dev/null 2>&1 && fail "the network is not cut off"
port=$((20000 + RANDOM % 20000))
"$home/zhirong" --version || fail "does not start"
"$home/zhirong" serve --port "$port" --data "$folder/data" >"$folder/server.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null' EXIT
# The first start of a demonstration plays the founding cases: on a busy machine that takes minutes.
for _ in $(seq 1 500); do
  curl -fsS "http://127.0.0.1:$port/healthz" >/dev/null 2>&1 && break
  kill -0 "$server" 2>/dev/null || fail "the server ended"
  sleep 0.4
done
[ "$(curl -fsS "http://127.0.0.1:$port/healthz")" = ok ] || fail "no health"
page=$(curl -fsS "http://127.0.0.1:$port/deals") || fail "no page"
script=$(printf '%s' "$page" | grep -o 'assets/[A-Za-z0-9_.-]*\.js' | head -n 1)
[ -n "$script" ] && [ "$(curl -fsS "http://127.0.0.1:$port/$script" | wc -c)" -gt 10000 ] || fail "the page has no script"
printf '%s' "$page" | grep -Eo '(src|href)="https?://[^"]*"' && fail "the page asks for something from elsewhere"
curl -fsS "http://127.0.0.1:$port/api/v1/about" | grep -q 知融 || fail "no API"
"$home/zhirong" deal run "$home/cases/S05/deal.yaml" --json >"$folder/run.json" || fail "deal run S05"
"$home/zhirong" work --once --data "$folder/data" 2>"$folder/work.log" || fail "work: $(cat "$folder/work.log")"
"$home/zhirong" doctor --data "$folder/data" --json >"$folder/doctor.json"
grep -q '"schema": "zhirong/doctor/v1"' "$folder/doctor.json" || fail "no doctor"
grep -A4 '"data.database"' "$folder/doctor.json" | grep -q '"state": "ok"' || fail "doctor: $(cat "$folder/doctor.json")"
echo "$(basename "$archive"): started without a network; health, page, script, API, deal run, work and doctor answered"
