package dev.kassei.benchmarks;

import dev.kassei.activations.gated.Gelu;
import dev.kassei.activations.gated.Mish;
import dev.kassei.activations.gated.Swish;
import dev.kassei.activations.rectified.Elu;
import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Shape;
import dev.kassei.trainer.engine.Programs;
import dev.kassei.trainer.engine.plan.Entry;
import dev.kassei.trainer.engine.plan.Plan;
import dev.kassei.trainer.engine.plan.PlanOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Times activations over 8,192 float32 values for a script which times another library in turn:
 * reads lines such as {@code gelu both 0.3}, the last number seconds, and answers each with the
 * median processor time in nanoseconds of the values, or of the values and then their derivatives.
 */
public final class ActivationServer {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Between two looks at the clock. */
  private static final int CALLS = 10;

  private static final int ROWS = 128;
  private static final int COLUMNS = 64;

  private ActivationServer() {}

  /** Answers until the input ends. */
  public static void main(String[] arguments) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", 3);
      Plan plan = plan(activation(words[0]));
      boolean withGradient = words[1].equals("both");
      long nanos = (long) (1e9 * Double.parseDouble(words[2]));
      median(plan, withGradient, nanos);
      System.out.println(median(plan, withGradient, nanos));
    }
  }

  private static Activation activation(String name) {
    return switch (name) {
      case "relu" -> x -> x.max(0);
      case "tanh" -> Expr::tanh;
      case "sigmoid" -> Expr::sigmoid;
      case "gelu" -> new Gelu();
      case "silu" -> new Swish();
      case "mish" -> new Mish();
      case "softplus" -> Expr::softplus;
      case "elu" -> new Elu();
      default -> throw new IllegalArgumentException(name + " is none of the activations");
    };
  }

  private static Plan plan(Activation activation) {
    Expr x = Expr.input("x", Shape.batch(COLUMNS));
    Expr cotangent = Expr.input("dy", x.shape());
    var program = Programs.function(activation.apply(x), x, cotangent, Mode.TRAINING);
    var options = PlanOptions.of(Precision.FLOAT32, ROWS);
    var plan = new Plan(List.of(program), options);
    var random = new Random(1);
    for (int row = 0; row < ROWS; row++) {
      double[] values = new double[COLUMNS];
      Arrays.setAll(values, column -> 2 * random.nextGaussian());
      plan.input("x", 0, row, values, 0);
      Arrays.fill(values, 1);
      plan.input("dy", 0, row, values, 0);
    }
    return plan;
  }

  private static long median(Plan plan, boolean withGradient, long nanos) {
    long[] times = new long[1 << 20];
    int count = 0;
    long end = System.nanoTime() + nanos;
    while (count < 5 || System.nanoTime() < end && count < times.length) {
      long start = THREADS.getCurrentThreadCpuTime();
      for (int i = 0; i < CALLS; i++) {
        plan.run(Entry.PREDICT, ROWS);
        if (withGradient) {
          plan.run(Entry.GRADIENT, ROWS);
        }
      }
      times[count++] = (THREADS.getCurrentThreadCpuTime() - start) / CALLS;
    }
    Arrays.sort(times, 0, count);
    return times[count / 2];
  }
}
