package dev.kassei.builtins.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Schedule;
import dev.kassei.api.Schedule.Progress;
import dev.kassei.fixtures.ReferenceVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The schedules beside the learning rates of PyTorch's schedulers. */
class ScheduleReferenceTest {
  private static final Offset<Double> ROUNDING = within(1e-12);
  private static final String WARMUP = "warmup ";
  private static final int WARMUP_STEPS = 7;
  private static final double WARMUP_START = 0.05;

  static List<JsonNode> references() {
    var all = new ArrayList<JsonNode>(ReferenceVectors.read("torch_lr_schedules"));
    all.addAll(ReferenceVectors.read("more_lr_schedules"));
    return all;
  }

  @ParameterizedTest
  @MethodSource("references")
  void ratesAreThoseOfPyTorch(JsonNode reference) {
    double[] expected = expected(reference);
    double[] found = new double[expected.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = rate(reference) * schedule(reference).factor(progress(reference, i));
    }
    assertThat(found).as(reference.get("op").asString()).containsExactly(expected, ROUNDING);
  }

  private static double[] expected(JsonNode reference) {
    JsonNode perEpoch = reference.path("expected_lr_per_epoch");
    return ReferenceVectors.numbers(
        perEpoch.isArray() ? perEpoch : reference.get("expected_lr_per_step"));
  }

  /** One cycle begins below the learning rate, which is its greatest here. */
  private static double rate(JsonNode reference) {
    return reference.get("attrs").path("max_lr").asDouble(reference.get("base_lr").doubleValue());
  }

  /** Each call of PyTorch's scheduler is an epoch of one step. */
  private static Progress progress(JsonNode reference, int call) {
    if (reference.has("losses")) {
      return new Progress(call, 40, call + 1, 40, losses(reference).subList(0, call + 1));
    }
    long steps = steps(reference);
    // PolynomialLR rests at 0 after its steps, which are all that there are here
    boolean ends = name(reference).equals("PolynomialLR");
    return new Progress(ends ? Math.min(call, steps) : call, steps, call, 40, List.of());
  }

  private static List<Double> losses(JsonNode reference) {
    var losses = new ArrayList<Double>();
    reference.get("losses").forEach(loss -> losses.add(loss.asDouble(Double.NaN)));
    return losses;
  }

  private static long steps(JsonNode reference) {
    if (isWarmedUp(reference)) {
      return 40;
    }
    JsonNode attributes = reference.get("attrs");
    for (String key : List.of("T_max", "total", "total_steps")) {
      if (attributes.has(key)) {
        return attributes.get(key).intValue();
      }
    }
    return 40;
  }

  private static boolean isWarmedUp(JsonNode reference) {
    return reference.get("op").asString().startsWith(WARMUP);
  }

  private static String name(JsonNode reference) {
    return reference.get("op").asString().replace(WARMUP, "");
  }

  private static Schedule schedule(JsonNode reference) {
    Schedule schedule = alone(reference, reference.get("attrs"));
    return isWarmedUp(reference)
        ? new Warmup(WARMUP_STEPS, WARMUP_START, Optional.of(schedule))
        : schedule;
  }

  private static Schedule alone(JsonNode reference, JsonNode attributes) {
    double base = reference.get("base_lr").doubleValue();
    double minimum = attributes.path("eta_min").asDouble(0) / base;
    return switch (name(reference)) {
      case "StepLR" -> new Step(attributes.get("step").intValue(), gamma(attributes));
      case "MultiStepLR" -> new MultiStep(milestones(attributes), gamma(attributes));
      case "ExponentialLR" -> new Exponential(gamma(attributes));
      case "CosineAnnealingLR" -> new Cosine(minimum);
      case "CosineWarmRestarts", "CosineAnnealingWarmRestarts" ->
          new CosineRestarts(
              attributes.get("T_0").intValue(), attributes.get("T_mult").intValue(), minimum);
      case "PolynomialLR" -> new Polynomial(attributes.get("power").doubleValue());
      case "LinearLR" -> linear(attributes);
      case "OneCycleLR" ->
          new OneCycle(
              attributes.path("pct_start").asDouble(0.3),
              attributes.path("div_factor").asDouble(25),
              attributes.path("final_div_factor").asDouble(1e4));
      case "ReduceLROnPlateau" ->
          new ReduceOnPlateau(
              attributes.path("factor").asDouble(0.1),
              attributes.get("patience").intValue(),
              attributes.path("threshold").asDouble(1e-4),
              attributes.path("cooldown").asInt(0),
              attributes.path("min_lr").asDouble(0) / base);
      default -> throw new IllegalArgumentException("no counterpart of " + name(reference));
    };
  }

  private static double gamma(JsonNode attributes) {
    return attributes.get("gamma").doubleValue();
  }

  private static List<Integer> milestones(JsonNode attributes) {
    var all = new ArrayList<Integer>();
    attributes.get("milestones").forEach(each -> all.add(each.intValue()));
    return all;
  }

  private static Schedule linear(JsonNode attributes) {
    boolean isShort = attributes.has("iters");
    return new Linear(
        Optional.of(attributes.get(isShort ? "iters" : "total_iters").intValue()),
        attributes.get(isShort ? "start" : "start_factor").doubleValue(),
        attributes.get(isShort ? "end" : "end_factor").doubleValue());
  }

  @Test
  void anyScheduleFollowsAWarmup() {
    for (Schedule schedule : ServiceLoader.load(Schedule.class)) {
      for (int steps : new int[] {1, 5, 30}) {
        Schedule composed = new Warmup(steps, 0, Optional.of(schedule));
        assertThat(composed.needsValidation()).isEqualTo(schedule.needsValidation());
        for (int step = 0; step < 20; step++) {
          double factor = composed.factor(new Progress(step, 20, step / 4, 5, List.of()));
          assertThat(factor).isBetween(0.0, 1.0);
          if (step < steps) {
            assertThat(factor).isCloseTo((double) step / steps, ROUNDING);
          }
        }
      }
    }
  }
}
