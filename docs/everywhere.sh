#!/bin/bash
# Trains batches in every way that Kassei can divide them, kills something with signal 9 in the midst of each, lets it
# resume as a scheduler would, and compares what comes out with a batch that one process has trained in one go.
#
#   docs/everywhere.sh [FILE…] [OPTION…]
#
# FILEs are batches; "plugin" is one of its own, with data of a CSV file and an activation of a project that is made and
# built for it. By default: three of configs/batch, and plugin. OPTIONs are those of kassei run, such as --set
# training.epochs=10. SPARK_HOME names Spark; without it Maven fetches one into spark/target.
#
# Prints a line per way, and ends with exit code 1 if a digest, a table, the statistics or the page differs.
# docs/cluster.md says more.
set -u

project=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
scratch=$(mktemp -d)
pids=()
# end: stops the processes of this script alone
end() {
  [ ${#pids[@]} -eq 0 ] || kill "${pids[@]}" 2>/dev/null
  wait 2>/dev/null
  rm -rf "$scratch"
}
trap end EXIT
trap 'exit 130' INT TERM
. "$project/docs/spark-standalone.sh"

files=()
while [ $# -gt 0 ] && [ "${1#-}" = "$1" ]; do
  files+=("$1")
  shift
done
options=("$@")
[ ${#files[@]} -gt 0 ] ||
  files=("$project"/configs/batch/{xor-seeds,activations-on-moons,activations-on-tabular}.yaml plugin)
kassei=("$project/kassei")
ways=0
differing=0
failed=0
newer=$(ls /usr/lib/jvm/*25*/bin/java 2>/dev/null | head -n 1)
# all of Kassei in one jar for spark-submit, which a build of the sources makes
application=$(ls -t "$project"/spark/submit/target/{,quick/}*-application.jar 2>/dev/null | head -n 1)

# lines FILE: how many lines it has, 0 if there is none
lines() { if [ -f "$1" ]; then wc -l <"$1"; else echo 0; fi; }

# train LINES VICTIMS OPTION…: trains the file, or the share that the options say, into $out. Once its journal has so
# many lines, the first process that "VICTIMS PROCESS" prints is killed. If the run ends by that, it starts again.
train() {
  local at=$1 victims=$2 run victim code journal
  shift 2
  "${kassei[@]}" run "$file" --out "$out" "${options[@]}" "$@" >"$scratch/out" 2>&1 &
  run=$!
  victim=
  while [ -z "$victim" ] && kill -0 $run 2>/dev/null; do
    for journal in "$out"/*/journal.jsonl; do
      [ "$(lines "$journal")" -lt "$at" ] || victim=$("$victims" $run | head -n 1)
    done
    [ -n "$victim" ] || sleep 0.05
  done
  [ -z "$victim" ] || ! kill -9 "$victim" 2>/dev/null || kills=$((kills + 1))
  wait $run 2>/dev/null
  code=$?
  if [ $code -eq 137 ]; then
    "${kassei[@]}" run "$file" --out "$out" "${options[@]}" "$@" >"$scratch/out" 2>&1
    code=$?
  fi
  # a trial that failed or diverged is a result
  [ $code -le 1 ] || { broken="exit code $code"; cat "$scratch/out"; }
}

# make_plugin: a batch whose plugin is built offline, in a folder whose name scripts stumble over
make_plugin() {
  mkdir "$scratch/デー タ" && cd "$scratch/デー タ" || return
  "$project/kassei" new activation MyMish && cd my-mish && mvn -B -ntp -o -q package || return
  cp "$project/configs/data/three-blobs.csv" "three blobs.csv"
  cat >batch.yaml <<'YAML'
name: plugin
plugins: [.]
dataset: {type: csv, path: three blobs.csv, label: colour, standardize: true, split: {test: 0.25}}
model: {type: mlp, hidden: [16, 16]}
loss: cross_entropy
optimizer: {type: adam, learning_rate: 0.01}
training: {epochs: 300}
batch:
  grid: {model.activation: [relu, gelu, my_mish, tanh], seed: {from: 1, count: 25}}
  compare: {metric: test.accuracy}
YAML
}

itself() { echo "$1"; }
children() { pgrep -P "$1"; }

# shards COUNT: trains all of them, each killed, and merges. Shard I has the options ${other[I]} and the Java ${java[I]}.
shards() {
  local shard
  for shard in $(seq "$1"); do
    out=$scratch/shard$shard
    # shellcheck disable=SC2086
    KASSEI_JAVA=${java[shard]:-${KASSEI_JAVA:-}} \
      train $((trials / $1 / 2 + 1)) itself --shard "$shard/$1" ${other[shard]:-}
  done
  out=$scratch/way
  "$project/kassei" merge "$scratch"/shard*/* --out "$out/$name" >"$scratch/out" 2>&1
  [ $? -le 1 ] || { broken="merge failed"; cat "$scratch/out"; }
  rm -r "$scratch"/shard*
}

undivided() { train $((trials / 2)) itself; }
processes() { train $((trials / 2)) children --executor processes --workers 3; }
on_spark() { train $((trials / 2)) executors --executor spark --master $spark_master; }
submitted() {
  local kassei=(spark_submit "$application")
  train $((trials / 2)) executors --executor spark
}

# way NAME COMMAND…: a line of the table
way() {
  local way=$1 part digest verdict=
  shift
  out=$scratch/way
  kills=0
  broken=
  "$@"
  digest=$(sed -n 's/^Digest: //p' "$scratch/out")
  [ "$digest" = "$expected" ] || verdict=' digest'
  for part in trials.csv curves.csv statistics.json summary.md summary.tex report.html; do
    cmp -s "$scratch/whole/$name/$part" "$out/$name/$part" || verdict="$verdict $part"
  done
  ways=$((ways + 1))
  if [ -n "$broken" ]; then
    failed=$((failed + 1))
    verdict="failed: $broken"
  elif [ -n "$verdict" ]; then
    differing=$((differing + 1))
    verdict="differs:$verdict"
  else
    verdict=same
  fi
  printf '%-24s %-28s %.12s  killed %2s  %s\n' "$name" "$way" "$digest" $kills "$verdict"
  rm -rf "$scratch/way"
}

# everywhere: all ways of $file
everywhere() {
  local code java=() other=()
  "$project/kassei" run "$file" --out "$scratch/whole" "${options[@]}" >"$scratch/out" 2>&1
  code=$?
  [ $code -le 1 ] || { cat "$scratch/out"; exit $code; }
  name=$(ls "$scratch/whole")
  expected=$(sed -n 's/^Digest: //p' "$scratch/out")
  trials=$(lines "$scratch/whole/$name/journal.jsonl")
  printf '%-24s %-28s %.12s\n' "$name" 'in one go' "$expected"
  way undivided undivided
  way 'shard 1/1' shards 1
  way '3 shards' shards 3
  way '16 shards' shards 16
  other=('' '--lanes 1 --threads 1' '--lanes 5 --threads 3' '--kernels scalar')
  java[3]=$newer
  way "3 shards, other ways" shards 3
  other=()
  java=()
  way 'processes × 3' processes
  way 'Spark × 2 workers' on_spark
  [ -z "$application" ] || way 'spark-submit × 2 workers' submitted
  rm -rf "$scratch/whole"
}

"$project/kassei" --version >/dev/null || exit
find_spark && start_spark || exit
for file in "${files[@]}"; do
  if [ "$file" = plugin ]; then
    (make_plugin) >"$scratch/out" 2>&1 || { cat "$scratch/out"; exit 1; }
    file="$scratch/デー タ/my-mish/batch.yaml"
  fi
  everywhere
done
printf '%s ways, %s differ, %s failed\n' $ways $differing $failed
[ $differing -eq 0 ] && [ $failed -eq 0 ]
