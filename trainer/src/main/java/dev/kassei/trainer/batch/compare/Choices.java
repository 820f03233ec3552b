package dev.kassei.trainer.batch.compare;

import dev.kassei.api.Numbers;
import dev.kassei.trainer.batch.table.BatchFolderException;
import dev.kassei.trainer.config.Compare;
import dev.kassei.trainer.config.ComparedEpoch;
import dev.kassei.trainer.config.Measure;
import java.util.ArrayList;
import java.util.List;
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
    Optional<String> kept = path.equals(fixed.axis()) ? fixed.reference() : Optional.empty();
    reference.ifPresent(value -> require("reference", value, axes.get(path)));
    rope.ifPresent(Choices::requireRope);
    return new Compare(
        path,
        measure.or(fixed::measure),
        epoch.orElse(fixed.epoch()),
        reference.or(() -> kept),
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

  /** The keys whose values are not those that were fixed. */
  static List<String> changed(Compare fixed, Compare chosen) {
    var changed = new ArrayList<String>();
    note("axis", !chosen.axis().equals(fixed.axis()), changed);
    note("metric", !chosen.measure().equals(fixed.measure()), changed);
    note("epoch", !chosen.epoch().equals(fixed.epoch()), changed);
    note("reference", !chosen.reference().equals(fixed.reference()), changed);
    note("rope", chosen.rope() != fixed.rope(), changed);
    return changed;
  }

  private static void note(String key, boolean isChanged, List<String> changed) {
    if (isChanged) {
      changed.add(key);
    }
  }
}
