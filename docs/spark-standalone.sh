# A standalone Spark on this machine, for scripts of bash that source this file: a master and two workers of one core
# each, which listen to this machine alone. Spark is that of SPARK_HOME; without it Maven fetches one into
# spark/target. Expects $project and $scratch, and notes what it starts in the array pids.

export SPARK_LOCAL_IP=127.0.0.1
spark_port=$((20000 + $$ % 20000))
spark_master=spark://127.0.0.1:$spark_port

# spark_class CLASS ARGUMENT…: runs a class of Spark's in this process.
spark_class() {
  exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$SPARK_HOME/jars/*" "org.apache.spark.deploy.$1" "${@:2}"
}

# find_spark: sets SPARK_HOME.
find_spark() {
  [ -z "${SPARK_HOME:-}" ] || return 0
  export SPARK_HOME=$project/spark/target/spark-home
  [ -d "$SPARK_HOME/jars" ] ||
    mvn -q -B -ntp -f "$project/examples/cluster/spark-home.xml" dependency:copy-dependencies \
      -DoutputDirectory="$SPARK_HOME/jars"
}

# start_spark: returns once the master takes workers.
start_spark() {
  spark_class master.Master --host 127.0.0.1 --port $spark_port --webui-port $((spark_port + 1)) \
    >"$scratch/spark-master.log" 2>&1 &
  pids+=($!)
  until grep -q 'New state: ALIVE' "$scratch/spark-master.log" 2>/dev/null; do
    kill -0 "${pids[-1]}" 2>/dev/null || { cat "$scratch/spark-master.log"; return 1; }
    sleep 0.2
  done
  for worker in 2 3; do
    spark_class worker.Worker --host 127.0.0.1 --cores 1 --memory 1g --work-dir "$scratch/spark-work$worker" \
      --webui-port $((spark_port + worker)) $spark_master >"$scratch/spark-worker$worker.log" 2>&1 &
    pids+=($!)
  done
}

# spark_submit JAR ARGUMENT…
spark_submit() { spark_class SparkSubmit --master $spark_master "$@"; }

# executors: prints the process of each executor. One works in the folder of its worker.
executors() {
  pgrep -f CoarseGrainedExecutorBackend | while read -r pid; do
    case $(readlink "/proc/$pid/cwd") in "$scratch"/*) echo "$pid" ;; esac
  done
}
