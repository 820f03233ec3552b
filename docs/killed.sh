#!/bin/sh
# Kills a batch with signal 9 at random moments, resumes each time, and compares what comes out at last with a
# batch that nobody disturbed.
#
#   docs/killed.sh [SEED [KILLS [BATCH]]]
#
# SEED (1) chooses the moments of the KILLS (20); BATCH is configs/batch/activations-on-moons.yaml. Prints a
# line for each kill, and ends with exit code 1 if digest, tables or statistics differ. docs/batch.md says more.
set -u

project=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
seed=${1:-1}
kills=${2:-20}
batch=${3:-$project/configs/batch/activations-on-moons.yaml}
scratch=$(mktemp -d)
child=
trap '[ -z "$child" ] || kill -9 "$child" 2>/dev/null; rm -rf "$scratch"' EXIT
trap 'exit 130' INT

# run FOLDER: the whole batch, or the rest of it.
run() {
  exec "$project/kassei" run "$batch" --lanes 8 --out "$scratch/$1"
}

# The digest that a run printed last.
digest() {
  sed -n 's/^Digest: //p' "$scratch/out"
}

fail() {
  cat "$scratch/err"
  echo "$*"
  exit 1
}

"$project/kassei" --version >/dev/null || exit
start=$(date +%s)
(run whole) >"$scratch/out" 2>"$scratch/err" || fail "the undisturbed batch fails"
seconds=$(($(date +%s) - start))
expected=$(digest)
whole=$(echo "$scratch"/whole/*)
trials=$(wc -l <"$whole/journal.jsonl")
echo "undisturbed: $trials trials in $seconds s, digest $expected"

# Moments from a third of a second on, so that all kills together need about as long as the batch.
moments=$(awk -v seed="$seed" -v kills="$kills" -v seconds="$seconds" 'BEGIN {
  srand(seed)
  for (i = 0; i < kills; i++) printf "%.2f\n", 0.3 + rand() * (2 * seconds / kills + 3)
}')
number=0
for moment in $moments; do
  number=$((number + 1))
  (run killed) >"$scratch/out" 2>"$scratch/err" &
  child=$!
  sleep "$moment"
  kill -9 "$child" 2>/dev/null
  wait "$child" 2>/dev/null
  code=$?
  child=
  ended=$(cat "$scratch"/killed/*/journal.jsonl 2>/dev/null | wc -l)
  case $code in
    137) echo "kill $number after $moment s: $ended of $trials trials have ended" ;;
    0) echo "kill $number after $moment s came too late: the batch was complete" ;;
    *) fail "kill $number after $moment s: exit code $code before it" ;;
  esac
done

(run killed) >"$scratch/out" 2>"$scratch/err" || fail "the batch does not go on"
killed=$(echo "$scratch"/killed/*)
echo "killed $kills times: digest $(digest)"
[ "$(digest)" = "$expected" ] || fail "the digests differ"
for file in config.yaml trials.csv curves.csv tuning.csv statistics.json summary.md summary.tex; do
  [ ! -e "$whole/$file" ] || cmp "$whole/$file" "$killed/$file" || fail "$file differs"
done
for run in "$whole"/runs/*; do
  [ -e "$run" ] || continue # with keep: none there are none
  cmp "$run/weights.safetensors" "$killed/runs/${run##*/}/weights.safetensors" || fail "a run differs"
done
echo "digest, tables, statistics and weights of kept runs are the same"
