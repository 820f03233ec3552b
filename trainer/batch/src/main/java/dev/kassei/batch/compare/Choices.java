package dev.kassei.batch.compare;

import dev.kassei.api.value.Numbers;
import dev.kassei.batch.plan.Compare;
import dev.kassei.batch.plan.ComparedEpoch;
import dev.kassei.batch.table.BatchFolderException;
import dev.kassei.experiment.config.Measure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is compared in place of what was fixed beforehand; what is empty stays.
 *
 * @param axis the axis whose values are compared; another one has no reference
 */
public record Choices(
    Optional<String> axis,
    Optional<Measure> measure,
    Optional<ComparedEpoch> epoch,
    Optional<String> reference,
    Optional<Double> rope) {
  private static final String DEFAULT = "by default";

  /** Everything as it was fixed. */
  public static final Choices NONE =
      new Choices(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Whether an epoch is chosen by its number, which takes curves. */
  public boolean isEpochNumbered() {
    return epoch.stream().anyMatch(it -> it.kind() == ComparedEpoch.Kind.NUMBER);
  }

  /**
   * What is compared then.
   *
   * @param axes the values of all axes
   * @throws BatchFolderException if there is no such axis or value, or if no rope is as wide
   */
  Compare over(Compare fixed, Map<String, Set<String>> axes) {
    String path = axis.orElse(fixed.axis());
    require("axis", path, axes.keySet());
    Optional<String> unchanged = path.equals(fixed.axis()) ? fixed.reference() : Optional.empty();
    reference.ifPresent(value -> require("reference", value, axes.get(path)));
    rope.ifPresent(Choices::requireRope);
    return new Compare(
        path,
        measure.or(fixed::measure),
        epoch.orElse(fixed.epoch()),
        reference.or(() -> unchanged),
        rope.orElse(fixed.rope()),
        fixed.postHoc());
  }

  private static void require(String option, String value, Set<String> known) {
    if (!known.contains(value)) {
      throw new BatchFolderException(
          "--%s: there is no '%s'; there are %s"
              .formatted(option, value, String.join(", ", known)));
    }
  }

  private static void requireRope(double rope) {
    if (!(rope >= 0 && Double.isFinite(rope))) {
      throw new BatchFolderException(
          "--rope: expected a number from 0 on but was " + Numbers.text(rope));
    }
  }

  /** What is not compared as it was fixed: by key what is in its place. */
  static Map<String, String> changed(Compare fixed, Compare chosen) {
    Map<String, String> before = values(fixed);
    Map<String, String> changed = values(chosen);
    changed.entrySet().removeIf(it -> it.getValue().equals(before.get(it.getKey())));
    return changed;
  }

  private static Map<String, String> values(Compare compare) {
    var values = new LinkedHashMap<String, String>();
    values.put("axis", compare.axis());
    values.put("metric", compare.measure().map(Measure::toString).orElse(DEFAULT));
    values.put("epoch", compare.epoch().toString());
    values.put("reference", compare.reference().orElse(DEFAULT));
    values.put("rope", Numbers.text(compare.rope()));
    return values;
  }
}
