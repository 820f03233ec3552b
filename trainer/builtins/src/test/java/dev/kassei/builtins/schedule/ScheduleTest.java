package dev.kassei.builtins.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.LossHistory;
import dev.kassei.api.Schedule;
import dev.kassei.api.Schedule.Progress;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The numbers in the documentation of PyTorch's schedulers, and their recursive definitions. */
class ScheduleTest {
  private static final Offset<Double> ROUNDING = within(1e-14);

  private static double atEpoch(Schedule schedule, int epoch) {
    return schedule.factor(new Progress(epoch, 100, epoch, 100, List.of()));
  }

  private static double atStep(Schedule schedule, int step, int steps) {
    return schedule.factor(new Progress(step, steps, 0, 1, List.of()));
  }

  @Test
  void stepsFallEveryThirtyEpochs() {
    var schedule = new Step(30, 0.1);
    assertThat(0.05 * atEpoch(schedule, 29)).isEqualTo(0.05);
    assertThat(0.05 * atEpoch(schedule, 30)).isCloseTo(0.005, ROUNDING);
    assertThat(0.05 * atEpoch(schedule, 60)).isCloseTo(0.0005, ROUNDING);
  }

  @Test
  void stepsFallAtEpochs() {
    var schedule = new MultiStep(List.of(30, 80), 0.1);
    assertThat(0.05 * atEpoch(schedule, 29)).isEqualTo(0.05);
    assertThat(0.05 * atEpoch(schedule, 79)).isCloseTo(0.005, ROUNDING);
    assertThat(0.05 * atEpoch(schedule, 80)).isCloseTo(0.0005, ROUNDING);
  }

  @Test
  void exponentialIsMultipliedEachEpoch() {
    double product = 1;
    for (int epoch = 0; epoch < 50; epoch++) {
      assertThat(atEpoch(new Exponential(0.9), epoch)).isCloseTo(product, ROUNDING);
      product *= 0.9;
    }
  }

  @Test
  void polynomialOfPowerOneIsAStraightLine() {
    assertThat(
            DoubleStream.of(0, 1, 2, 3, 4).map(t -> 0.001 * atStep(new Polynomial(), (int) t, 4)))
        .usingElementComparator(ScheduleTest::compare)
        .containsExactly(0.001, 0.00075, 0.0005, 0.00025, 0.0);
    assertThat(atStep(new Polynomial(2), 1, 4)).isEqualTo(0.5625);
  }

  private static int compare(double found, double expected) {
    return Math.abs(found - expected) < 1e-18 ? 0 : Double.compare(found, expected);
  }

  @Test
  void cosineFollowsPyTorchsRecursion() {
    int steps = 20;
    double minimum = 0.01;
    double rate = 1;
    for (int t = 0; t < steps; t++) {
      assertThat(atStep(new Cosine(minimum), t, steps)).isCloseTo(rate, within(1e-12));
      double ratio =
          (1 + StrictMath.cos(Math.PI * (t + 1) / steps))
              / (1 + StrictMath.cos(Math.PI * t / steps));
      rate = minimum + (rate - minimum) * ratio;
    }
  }

  @Test
  void cosineRestartsInLongerAndLongerCycles() {
    int[] steps = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 15};
    double[] pyTorch = {
      0.1,
      0.09045084971874738,
      0.06545084971874737,
      0.03454915028125263,
      0.009549150281252633,
      0.1,
      0.09755282581475769,
      0.09045084971874738,
      0.07938926261462366,
      0.06545084971874737,
      0.05,
      0.0024471741852423235,
      0.1
    };
    var schedule = new CosineRestarts(5, 2, 0);
    for (int i = 0; i < steps.length; i++) {
      assertThat(0.1 * atStep(schedule, steps[i], 100)).isCloseTo(pyTorch[i], ROUNDING);
    }
  }

  @Test
  void cosineRestartsInEqualCyclesAndDownToItsMinimum() {
    var schedule = new CosineRestarts(4, 1, 0.2);
    assertThat(atStep(schedule, 2, 100)).isCloseTo(0.6, ROUNDING);
    assertThat(atStep(schedule, 42, 100)).isEqualTo(atStep(schedule, 2, 100));
    assertThat(atStep(schedule, 44, 100)).isEqualTo(1);
  }

  @Test
  void longTrainingWithGrowingCyclesStaysWithinThem() {
    Progress late = new Progress(Long.MAX_VALUE / 4, Long.MAX_VALUE, 0, 1, List.of());
    assertThat(new CosineRestarts(1, 2, 0).factor(late)).isBetween(0.0, 1.0);
    assertThat(new CosineRestarts(1, Integer.MAX_VALUE, 0).factor(late)).isBetween(0.0, 1.0);
  }

  @Test
  void linearFallsToItsFloorAndStays() {
    var schedule = new Linear(Optional.of(4), 1, 0.5);
    assertThat(DoubleStream.of(0, 1, 2, 3, 4, 9).map(t -> 0.2 * atStep(schedule, (int) t, 10)))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-16 ? 0 : Double.compare(a, b))
        .containsExactly(0.2, 0.175, 0.15, 0.125, 0.1, 0.1);
    assertThat(atStep(new Linear(), 5, 10)).isCloseTo(0.55, ROUNDING);
    assertThat(atStep(new Linear(Optional.of(10), 0.1, 1), 1, 25)).isCloseTo(0.19, ROUNDING);
  }

  @Test
  void warmupMayLeadDown() {
    var schedule = new Warmup(4, 2, Optional.empty());
    assertThat(DoubleStream.of(0, 1, 2, 3, 4, 9).map(t -> 0.1 * atStep(schedule, (int) t, 10)))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-16 ? 0 : Double.compare(a, b))
        .containsExactly(0.2, 0.175, 0.15, 0.125, 0.1, 0.1);
    assertThatThrownBy(() -> new Warmup(4, Double.POSITIVE_INFINITY, Optional.empty()))
        .hasMessage("start must be a finite number that is not negative but was Infinity");
  }

  @Test
  void oneCycleRisesToItsTopAndFallsToItsEnd() {
    var schedule = new OneCycle();
    assertThat(atStep(schedule, 0, 100)).isCloseTo(1 / 25.0, ROUNDING);
    assertThat(atStep(schedule, 29, 100)).isEqualTo(1);
    assertThat(atStep(schedule, 99, 100)).isCloseTo(1 / 25.0 / 1e4, ROUNDING);
    // half way up and half way down are the means of both ends
    assertThat(atStep(schedule, 14, 97)).isLessThan(atStep(schedule, 15, 97));
    assertThat(atStep(new OneCycle(0.5, 25, 1e4), 2, 10)).isCloseTo((1 / 25.0 + 1) / 2, ROUNDING);
    assertThat(atStep(new OneCycle(0.2, 10, 10), 5, 10)).isCloseTo((1 + 0.01) / 2, ROUNDING);
  }

  @Test
  void warmupRisesInAStraightLine() {
    var schedule = new Warmup(4, 0.5, Optional.empty());
    assertThat(DoubleStream.of(0, 1, 2, 3, 4, 5).map(t -> 0.05 * atStep(schedule, (int) t, 10)))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-16 ? 0 : Double.compare(a, b))
        .containsExactly(0.025, 0.03125, 0.0375, 0.04375, 0.05, 0.05);
  }

  @Test
  void warmupLeavesTheOtherStepsToWhatFollows() {
    var schedule = new Warmup(10, 0.1, Optional.of(new Cosine()));
    assertThat(atStep(schedule, 10, 30)).isEqualTo(1);
    assertThat(atStep(schedule, 20, 30)).isEqualTo(atStep(new Cosine(), 10, 20));
    assertThat(schedule.needsValidation()).isFalse();
    assertThat(new Warmup(1, 0, Optional.of(new ReduceOnPlateau())).needsValidation()).isTrue();
  }

  @Test
  void aPlateauIsFoundAsPyTorchFindsIt() {
    var schedule = new ReduceOnPlateau(0.5, 2, 0.01, 1, 0.2);
    List<Double> losses =
        List.of(1.0, 0.9, 0.895, 0.9, 0.9, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, Double.NaN, 0.8, 0.8, 0.1);
    var expected = new PyTorchsPlateau(0.5, 2, 0.01, 1, 0.2);
    var found = new ArrayList<Double>();
    var wanted = new ArrayList<Double>();
    for (int epoch = 0; epoch < losses.size(); epoch++) {
      expected.step(losses.get(epoch));
      wanted.add(expected.rate);
      List<Double> seen = losses.subList(0, epoch + 1);
      found.add(schedule.factor(new Progress(0, 1, epoch + 1, 20, seen)));
    }
    assertThat(found).isEqualTo(wanted);
    assertThat(found).contains(1.0, 0.5, 0.25, 0.2);
  }

  @Test
  void aPlateauTakesNoLongerTheMoreEpochsThereWere() {
    var looks = new int[1];
    var losses = new ArrayList<Double>();
    var counted =
        new LossHistory(
            new AbstractList<>() {
              @Override
              public Double get(int epoch) {
                looks[0]++;
                return losses.get(epoch);
              }

              @Override
              public int size() {
                return losses.size();
              }
            });
    var schedule = new ReduceOnPlateau(0.5, 2, 0.01, 1, 0.2);
    for (int epoch = 1; epoch <= 50; epoch++) {
      losses.add(1.0 / epoch);
      for (int step = 0; step < 3; step++) {
        var progress = new Progress(3L * epoch + step, 150, epoch, 50, counted);
        double fresh = schedule.factor(new Progress(0, 1, epoch, 50, List.copyOf(losses)));
        assertThat(schedule.factor(progress)).isEqualTo(fresh);
      }
    }
    assertThat(looks[0]).isEqualTo(50);
  }

  /** The class ReduceLROnPlateau, mode min, threshold_mode rel, as PyTorch 2.6 has it. */
  private static final class PyTorchsPlateau {
    private final double factor;
    private final int patience;
    private final double threshold;
    private final int cooldown;
    private final double minimum;
    private double rate = 1;
    private double best = Double.POSITIVE_INFINITY;
    private int badEpochs;
    private int cooldownCounter;

    PyTorchsPlateau(double factor, int patience, double threshold, int cooldown, double minimum) {
      this.factor = factor;
      this.patience = patience;
      this.threshold = threshold;
      this.cooldown = cooldown;
      this.minimum = minimum;
    }

    void step(double metric) {
      if (metric < best * (1 - threshold)) {
        best = metric;
        badEpochs = 0;
      } else {
        badEpochs++;
      }
      if (cooldownCounter > 0) {
        cooldownCounter--;
        badEpochs = 0;
      }
      if (badEpochs > patience) {
        rate = Math.max(rate * factor, minimum);
        cooldownCounter = cooldown;
        badEpochs = 0;
      }
    }
  }

  @Test
  void impossibleValuesAreRefused() {
    assertThatThrownBy(() -> new Step(0, 0.1))
        .hasMessage("every must be at least 1 epoch but was 0");
    assertThatThrownBy(() -> new Exponential(1.5))
        .hasMessage("factor must be above 0 and at most 1 but was 1.5");
    assertThatThrownBy(() -> new MultiStep(Collections.emptyList(), 0.1))
        .hasMessageStartingWith("epochs must name at least one epoch");
    assertThatThrownBy(() -> new Warmup(0, 0, Optional.empty()))
        .hasMessage("steps must be at least 1 but was 0");
  }
}
