#!/bin/bash
# Trains a batch on Spark and compares what comes out with the batch that one process has trained: on a master and two
# workers of a standalone cluster on this machine, of whose executors one is killed in the midst with signal 9, and by
# spark-submit with all of Kassei in one jar.
#
#   docs/spark.sh [FILE [OPTION…]]
#
# FILE is a batch (one of its own), OPTIONs are those of kassei run, such as --set. SPARK_HOME names Spark; without it
# Maven fetches one into spark/target. Ends with exit code 1 if tables, statistics or page differ. docs/cluster.md says
# more.
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

file=${1:-$scratch/デー タ/small.yaml}
[ $# -lt 1 ] || shift
mkdir "$scratch/デー タ"
cat >"$scratch/デー タ/small.yaml" <<'END'
dataset: {type: csv, path: three blobs.csv, label: colour, standardize: true, split: {test: 0.25}}
model: {type: mlp, hidden: [16, 16], activation: relu}
loss: cross_entropy
optimizer: {type: adam, learning_rate: 0.01}
training: {epochs: 300}
batch:
  grid: {model.activation: [relu, gelu, mish, tanh], seed: {from: 1, count: 40}}
  compare: {metric: test.accuracy}
END
cp "$project/configs/data/three-blobs.csv" "$scratch/デー タ/three blobs.csv"

if [ -z "${SPARK_HOME:-}" ]; then
  export SPARK_HOME=$project/spark/target/spark-home SPARK_SCALA_VERSION=2.13
  [ -d "$SPARK_HOME/jars" ] ||
    mvn -q -B -ntp -f "$project/examples/cluster/spark-home.xml" dependency:copy-dependencies \
      -DoutputDirectory="$SPARK_HOME/jars" || exit
fi
# nothing listens to other machines
export SPARK_LOCAL_IP=127.0.0.1
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# the newest build of Kassei for spark-submit
application=$(ls -t "$project"/spark/submit/target/*-application.jar "$project"/spark/submit/target/quick/*-application.jar 2>/dev/null | head -n 1)
[ -n "$application" ] || {
  echo "build $project first: mvn package -DskipTests"
  exit 2
}

echo "== in one process"
"$project/kassei" run "$file" --out "$scratch/whole" "$@" >"$scratch/out" 2>&1 || { cat "$scratch/out"; exit 1; }
name=$(ls "$scratch/whole")
failed=0
compare() {
  for part in trials.csv curves.csv statistics.json summary.md summary.tex report.html; do
    cmp "$scratch/whole/$name/$part" "$1/$name/$part" || failed=1
  done
  grep -h '^Digest' "$scratch/out"
}

spark() {
  "$java" -cp "$SPARK_HOME/jars/*" "org.apache.spark.deploy.$1" --host 127.0.0.1 "${@:2}" >"$scratch/$1.log" 2>&1 &
  pids+=($!)
}
port=$((20000 + $$ % 20000))
spark master.Master --port $port --webui-port $((port + 1))
until grep -q 'New state: ALIVE' "$scratch/master.Master.log" 2>/dev/null; do
  kill -0 "${pids[0]}" 2>/dev/null || { cat "$scratch/master.Master.log"; exit 1; }
  sleep 0.2
done
for worker in 2 3; do
  spark worker.Worker --cores 1 --memory 1g --work-dir "$scratch/work$worker" --webui-port $((port + worker)) \
    "spark://127.0.0.1:$port"
done

echo "== on two workers, of which one is killed"
"$project/kassei" run "$file" --out "$scratch/spark" --executor spark --master "spark://127.0.0.1:$port" "$@" \
  >"$scratch/out" 2>&1 &
run=$!
until [ -s "$scratch/spark/$name/journal.jsonl" ]; do
  kill -0 "$run" 2>/dev/null || break
  sleep 0.1
done
# an executor works in the folder of its worker
executor=$(pgrep -f CoarseGrainedExecutorBackend | while read -r pid; do
  case $(readlink "/proc/$pid/cwd") in "$scratch"/*) echo "$pid" ;; esac
done | head -n 1)
if [ -n "$executor" ] && kill -9 "$executor"; then echo "an executor was killed"; else echo "no executor was there to kill"; fi
wait "$run" || { cat "$scratch/out"; exit 1; }
compare "$scratch/spark"

echo "== by spark-submit"
"$java" -cp "$SPARK_HOME/jars/*" org.apache.spark.deploy.SparkSubmit --master "spark://127.0.0.1:$port" "$application" \
  run "$file" --out "$scratch/submit" --executor spark "$@" >"$scratch/out" 2>&1 || { cat "$scratch/out"; exit 1; }
compare "$scratch/submit"
exit "$failed"
