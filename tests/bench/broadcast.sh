# Sourced by scripts/bench: the outbox beside BullMQ, and USSD beside the outbox. Same gateway, same machine, one run.
messages=${MESSAGES:-20000}
dotnet build tools/CoopReach.Bench -c Release >/dev/null
measure="dotnet tools/CoopReach.Bench/bin/Release/net10.0/CoopReach.Bench.dll"
$measure broadcast-plan "$tmp/run"

redis-server --port 6390 --bind 127.0.0.1 --save '' --appendonly no >/dev/null 2>&1 &
(cd "$tmp/peers" && exec env PORT=7010 node sms-stub.js >/dev/null 2>&1) &
book="$tmp/run/data/coopreach.db"

gateway() { # IN_FLIGHT PER_SECOND: starts the product with this lane, quiet hours off
  start_product Channels__AfricasTalking__Username=bench Channels__AfricasTalking__ApiKey=bench Channels__AfricasTalking__BaseUrl=http://127.0.0.1:7010 \
    Outbox__QuietFrom=00:00 Outbox__QuietUntil=00:00 "Outbox__Sms__InFlight=$1" "Outbox__Sms__PerSecond=$2"
  answers "gateway-$1-$2"
}
stop() { kill "$product"; wait "$product" 2>/dev/null || true; }

gateway 64 0; stop # seeds
for c in 64 256; do
  gateway $c 0
  $measure broadcast-fill "$book" 2000; $measure broadcast-watch "$book" "warm-up $c"
  $measure broadcast-fill "$book" "$messages"; $measure broadcast-watch "$book" "OUTBOX $c in flight:"
  stop
  (cd "$tmp/peers" && N=$messages CONCURRENCY=$c REDIS_PORT=6390 node bullmq-sms.js) | sed "s/^/BULLMQ $c in flight: /"
done

gateway 64 200
product_load >/dev/null
echo "USSD alone at 200 steps/s   $(PAUSE_MS=158 each=15 product_load)"
$measure broadcast-fill "$book" 6000
$measure broadcast-watch "$book" "AT A SET RATE OF 200/s:" &
watching=$!
echo "USSD beside a drain at 200/s $(PAUSE_MS=158 each=15 product_load)"
wait $watching
stop
