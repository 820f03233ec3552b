package dev.kassei.spark.task;

import java.io.IOException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;

/**
 * A task as Spark carries it to a machine: bytes of which only Kassei knows what they say.
 *
 * @param code the name of the archive of Kassei's code
 * @param inputs the name of the archive of what the batch reads
 * @param worker the name of the class that does it
 */
public record SparkTask(String code, String inputs, String worker)
    implements Function<byte[], byte[]> {
  private static final long serialVersionUID = 1L;

  @Override
  public byte[] call(byte[] task) throws IOException {
    TaskContext context = TaskContext.get();
    return WorkerCode.of(this).apply(task, context::isInterrupted);
  }
}
