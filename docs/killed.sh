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
. "$project/docs/killing.sh"

# run FOLDER: the whole batch, or the rest of it.
run() {
  exec "$project/kassei" run "$batch" --lanes 8 --out "$scratch/$1"
}

# A batch that has ended is resumed like any other: it writes what is missing and says its results once more.
ended() {
  false
}

progress() {
  echo "$(cat "$scratch"/killed/*/journal.jsonl 2>/dev/null | wc -l) of $trials trials have ended"
}

begun() {
  [ "$(progress)" != "$before" ]
}

"$project/kassei" --version >/dev/null || exit
begin
whole=$(echo "$scratch"/whole/*)
trials=$(wc -l <"$whole/journal.jsonl")
echo "undisturbed: $trials trials in $seconds s, digest $expected"

disturb 0.3 3
killed=$(echo "$scratch"/killed/*)
echo "killed $number times: digest $(digest)"
[ "$(digest)" = "$expected" ] || fail "the digests differ"
same "$whole" "$killed" config.yaml trials.csv curves.csv tuning.csv statistics.json summary.md summary.tex
for run in "$whole"/runs/*; do
  [ -e "$run" ] || continue # with keep: none there are none
  same "$run" "$killed/runs/${run##*/}" weights.safetensors
done
echo "digest, tables, statistics and weights of kept runs are the same"
