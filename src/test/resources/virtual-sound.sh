#!/usr/bin/env bash
# virtual-sound.sh - a sound card made of nothing, for tests of a program that uses
# the microphone and the loudspeaker through ALSA (javax.sound) or PulseAudio.
#
#   virtual-sound.sh start [--rate 48000]        start a private PulseAudio (own dir, own socket)
#   virtual-sound.sh stop                        stop it and take its directory away
#   virtual-sound.sh status                      is it up? sinks, sources, streams
#   virtual-sound.sh env                         print the exports a program under test needs
#   virtual-sound.sh exec CMD [ARGS...]          run CMD with those exports
#   virtual-sound.sh play FILE [--volume DB]     FILE -> the virtual microphone (waits till played)
#   virtual-sound.sh record FILE [SECONDS]       what the program plays -> FILE (wav, 16 bit mono)
#   virtual-sound.sh record-mic FILE [SECONDS]   what the program hears -> FILE
#   virtual-sound.sh echo [ATTENUATION_DB [DELAY_MS]]  mix the speaker into the microphone
#                                                (default 12 dB down, 100 ms late)
#   virtual-sound.sh no-echo                     take that path away
#
# What it builds, inside one private daemon:
#
#   play FILE --> sink vmic_in --monitor--> source vmic  (default source = ALSA "default" capture)
#   program   --> sink vspk    --monitor--> record FILE  (default sink   = ALSA "default" playback)
#   echo:         vspk.monitor --loopback(delay, volume)--> vmic_in
#
# Nothing of the user's own configuration is read or written: the daemon gets -n (no default.pa)
# and an own runtime/config/state directory, its clients find it by PULSE_SERVER, and ALSA gets
# an own configuration by ALSA_CONFIG_PATH. Works as root or as a plain user, several at a time
# (set VIRTUAL_SOUND_DIR to another directory for each).
#
# Needs: pulseaudio pulseaudio-utils libasound2-plugins (Debian names).
set -euo pipefail

VS_DIR=${VIRTUAL_SOUND_DIR:-${TMPDIR:-/tmp}/virtual-sound.$(id -u)}
RATE=48000
AWAKE_MS=10     # the null sinks' block length, held by two silent readers (see start)

die() { echo "virtual-sound: $*" >&2; exit 1; }

exports() {
  cat <<EOF
export PULSE_SERVER=unix:$VS_DIR/native
export PULSE_COOKIE=$VS_DIR/cookie
export PULSE_CLIENTCONFIG=$VS_DIR/client.conf
export PULSE_STATE_PATH=$VS_DIR/state
export PULSE_RUNTIME_PATH=$VS_DIR/run
export ALSA_CONFIG_PATH=$VS_DIR/asound.conf
EOF
}
use() {
  [ -S "$VS_DIR/native" ] || die "not started (no $VS_DIR/native)"
  if [ -f "$VS_DIR/rate" ]; then RATE=$(cat "$VS_DIR/rate"); fi
  eval "$(exports)"
}
up() { [ -f "$VS_DIR/pid" ] && kill -0 "$(cat "$VS_DIR/pid")" 2>/dev/null; }

write_configuration() {
  rm -rf "$VS_DIR"
  mkdir -p -m 700 "$VS_DIR" "$VS_DIR/run" "$VS_DIR/state" "$VS_DIR/home"
  echo "$RATE" > "$VS_DIR/rate"
  # clients: never start a daemon of their own, no shared memory (small containers' /dev/shm)
  printf 'autospawn = no\nenable-shm = no\n' > "$VS_DIR/client.conf"
  # daemon: as urgent as the system lets it be (it asks and goes on without), no exit when idle
  cat > "$VS_DIR/daemon.conf" <<EOF
daemonize = no
exit-idle-time = -1
high-priority = yes
nice-level = -11
realtime-scheduling = yes
realtime-priority = 5
enable-shm = no
default-sample-format = s16le
default-sample-rate = $RATE
alternate-sample-rate = $RATE
default-sample-channels = 1
default-channel-map = mono
avoid-resampling = no
resample-method = speex-float-5
flat-volumes = no
EOF
  # One script instead of default.pa. Null sinks: their monitor is the other end. remap-source
  # gives the monitor a name of its own, so that programs see a microphone.
  cat > "$VS_DIR/start.pa" <<EOF
load-module module-native-protocol-unix socket=$VS_DIR/native auth-cookie=$VS_DIR/cookie
load-module module-null-sink sink_name=vspk rate=$RATE channels=1 channel_map=mono sink_properties=device.description=VirtualSpeaker
load-module module-null-sink sink_name=vmic_in rate=$RATE channels=1 channel_map=mono sink_properties=device.description=VirtualMicrophoneInput
load-module module-remap-source source_name=vmic master=vmic_in.monitor remix=no source_properties=device.description=VirtualMicrophone
set-default-sink vspk
set-default-source vmic
EOF
  # ALSA: the system's own definitions, then "default" is PulseAudio.
  cat > "$VS_DIR/asound.conf" <<EOF
</usr/share/alsa/alsa.conf>
pcm.!default { type pulse server "unix:$VS_DIR/native" hint { show on description "Virtual sound (PulseAudio)" } }
ctl.!default { type pulse server "unix:$VS_DIR/native" }
pcm.pulse { type pulse server "unix:$VS_DIR/native" }
ctl.pulse { type pulse server "unix:$VS_DIR/native" }
EOF
}

# An idle null sink works in blocks of 2 s, so the first sound after a pause comes up to 1.3 s
# late (measured). Two readers that ask for 10 ms blocks keep both sinks awake.
keep_awake() {
  ( eval "$(exports)"
    for s in vspk.monitor vmic; do
      setsid parec --device=$s --latency-msec=$AWAKE_MS --rate=8000 --channels=1 --format=s16le </dev/null >/dev/null 2>&1 &
      echo $! >> "$VS_DIR/awake"
    done )
  for _ in $(seq 40); do
    [ "$(use; pactl list short source-outputs | wc -l)" -ge 3 ] && break
    sleep 0.05
  done
  # The block a sink had begun before it had a reader is still 2 s long; silence played to its end
  # through both is past it. Without, the first sound of a program came 1.2 s late.
  ( eval "$(exports)"
    for s in vspk vmic_in; do
      head -c 4800 /dev/zero | timeout 10 pacat --playback --device=$s --latency-msec=20 --rate=24000 --channels=1 --format=s16le &
    done
    wait )
}

# Linux shares the processor between sessions first ("autogroup"), and the daemon has one of its own:
# there its nice level counts for nothing. Beside two busy programs it waited for up to 3 s (measured),
# and the loudspeaker stood still. Where this may not be set it stays as it is.
be_urgent() {
  { echo -15 > "/proc/$(cat "$VS_DIR/pid")/autogroup"; } 2>/dev/null || true
}

start() {
  while [ $# -gt 0 ]; do case $1 in
    --rate) RATE=$2; shift 2;; *) die "start: unknown $1";; esac; done
  up && { echo "already up: $VS_DIR"; return; }
  command -v pulseaudio >/dev/null && command -v pactl >/dev/null || die "pulseaudio or pactl is not installed"
  write_configuration
  ( eval "$(exports)"
    unset PULSE_SERVER DISPLAY DBUS_SESSION_BUS_ADDRESS
    export HOME=$VS_DIR/home XDG_RUNTIME_DIR=$VS_DIR/run XDG_CONFIG_HOME=$VS_DIR/home PULSE_CONFIG=$VS_DIR/daemon.conf
    exec setsid pulseaudio -n --file="$VS_DIR/start.pa" --log-target="file:$VS_DIR/log" </dev/null >"$VS_DIR/out" 2>&1 ) &
  echo $! > "$VS_DIR/pid"
  disown
  for _ in $(seq 100); do
    if [ -S "$VS_DIR/native" ] && (use; pactl get-default-source 2>/dev/null | grep -qx vmic); then
      be_urgent
      keep_awake
      echo "up: $VS_DIR (pid $(cat "$VS_DIR/pid"))"
      return
    fi
    up || { cat "$VS_DIR/out" "$VS_DIR/log" >&2 || true; die "the daemon ended"; }
    sleep 0.05
  done
  die "the daemon did not come up; see $VS_DIR/log"
}

stop() {
  if [ -f "$VS_DIR/awake" ]; then while read -r a; do kill "$a" 2>/dev/null || true; done < "$VS_DIR/awake"; fi
  if up; then p=$(cat "$VS_DIR/pid"); kill "$p"
    for _ in $(seq 60); do kill -0 "$p" 2>/dev/null || break; sleep 0.05; done
    kill -9 "$p" 2>/dev/null || true
  fi
  rm -rf "$VS_DIR"
  echo stopped
}

echo_on() {
  use; att=${1:-12}; delay=${2:-100}; echo_off quiet
  id=$(pactl load-module module-loopback source=vspk.monitor sink=vmic_in latency_msec="$delay" \
       adjust_time=0 max_latency_msec="$delay" source_dont_move=true sink_dont_move=true)
  echo "$id" > "$VS_DIR/echo.module"
  # the loopback's sink input belongs to that module; its volume is the attenuation
  si=$(pactl list sink-inputs | awk -v m="$id" '/^Sink Input #/{i=substr($3,2)} /Owner Module:/{if($3==m)print i}')
  [ -n "$si" ] || die "no sink input of loopback module $id"
  pactl set-sink-input-volume "$si" "-${att}dB"
  echo "echo on: -${att} dB, ${delay} ms asked (module $id, sink input $si)"
}
echo_off() {
  use
  if [ -f "$VS_DIR/echo.module" ]; then pactl unload-module "$(cat "$VS_DIR/echo.module")" || true; rm -f "$VS_DIR/echo.module"; fi
  [ "${1:-}" = quiet ] || echo "echo off"
}

record() { # SOURCE FILE [SECONDS]
  use; src=$1; file=$2; secs=${3:-}
  cmd=(parec --device="$src" --rate="$RATE" --format=s16le --channels=1 --latency-msec=50 --file-format=wav "$file")
  if [ -n "$secs" ]; then timeout -s INT "$secs" "${cmd[@]}" || [ $? = 124 ]; else exec "${cmd[@]}"; fi
}

play() { # FILE [--volume DB]
  use; file=${1:?file}; volume=65536
  [ "${2:-}" = --volume ] && volume=$(awk -v d="$3" 'BEGIN{printf "%d", 65536*10^(d/60)}')
  # a long buffer: on a busy machine a short one runs dry, and the microphone hears gaps (0.4 s did)
  # and before other work, where the system lets it
  exec nice -n -5 paplay --device=vmic_in --latency-msec=2500 --volume="$volume" "$file"
}

status() {
  up || { echo down; exit 1; }
  use; pactl info | grep -E 'Server Name|Default S'
  for what in sinks sources sink-inputs source-outputs; do pactl list short $what; done
}

case ${1:-} in
  start) shift; start "$@";;
  stop) stop;;
  status) status;;
  env) exports;;
  exec) shift; use; exec "$@";;
  play) shift; play "$@";;
  record) record vspk.monitor "${2:?file}" "${3:-}";;
  record-mic) record vmic "${2:?file}" "${3:-}";;
  echo) echo_on "${2:-12}" "${3:-100}";;
  no-echo) echo_off;;
  *) awk 'NR>1 { if (!/^#/) exit; print }' "$0"; exit 2;;
esac
