package dev.kassei.benchmarks;

import dev.kassei.api.Precision;
import dev.kassei.trainer.engine.kernel.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Times products for a script which times another library in turn: reads lines such as {@code
 * FLOAT32 NN 128 256 784 0.3}, the last number seconds, and answers each with the median processor
 * time of a product in nanoseconds.
 */
public final class MatmulServer {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private MatmulServer() {}

  public static void main(String[] arguments) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", 6);
      Product product =
          new Product(
              Product.Form.valueOf(words[1]),
              Integer.parseInt(words[2]),
              Integer.parseInt(words[3]),
              Integer.parseInt(words[4]));
      Step step = product.step(Product.vector(Precision.valueOf(words[0])));
      long nanos = (long) (1e9 * Double.parseDouble(words[5]));
      times(step, nanos);
      System.out.println(median(times(step, nanos)));
    }
  }

  private static long[] times(Step step, long nanos) {
    long[] times = new long[1 << 20];
    int count = 0;
    long end = System.nanoTime() + nanos;
    while (count < 5 || System.nanoTime() < end && count < times.length) {
      long start = THREADS.getCurrentThreadCpuTime();
      step.run(1);
      times[count++] = THREADS.getCurrentThreadCpuTime() - start;
    }
    return Arrays.copyOf(times, count);
  }

  private static long median(long[] times) {
    Arrays.sort(times);
    return times[times.length / 2];
  }
}
