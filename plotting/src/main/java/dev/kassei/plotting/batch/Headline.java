package dev.kassei.plotting.batch;

import dev.kassei.results.record.AcrossRecord;
import dev.kassei.results.record.ComparedRecord;
import dev.kassei.results.record.ContrastRecord.Finding;
import dev.kassei.results.record.MethodRecord;
import dev.kassei.results.record.SettingRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The results of a setting: what each method comes to, and one sentence that can be quoted. */
final class Headline {
  /** More methods than this are counted. */
  private static final int MAX_NAMES = 3;

  private final SettingRecord setting;
  private final ComparedRecord compared;

  Headline(SettingRecord setting, ComparedRecord compared) {
    this.setting = setting;
    this.compared = compared;
  }

  /** What methods come to against the reference, the best method first; empty without any. */
  Map<String, Finding> findings() {
    if (setting.across().isPresent()) {
      return across(setting.across().get());
    }
    var findings = new LinkedHashMap<String, Finding>();
    if (setting.datasets().size() == 1) {
      for (MethodRecord method : setting.datasets().get(0).methods()) {
        method.contrast().ifPresent(it -> findings.put(method.name(), it.finding()));
      }
    }
    return findings;
  }

  private Map<String, Finding> across(AcrossRecord across) {
    var ranks = new LinkedHashMap<String, Double>();
    across.methods().forEach(method -> ranks.put(method.name(), method.meanRank()));
    var findings = new LinkedHashMap<String, Finding>();
    for (String name : ranks.keySet()) {
      across.pairs().stream()
          .filter(pair -> isAgainstReference(pair, name))
          .forEach(
              pair -> {
                boolean isAhead = ranks.get(name) < ranks.get(compared.reference());
                Finding decided = isAhead ? Finding.BETTER : Finding.WORSE;
                findings.put(name, pair.differ() ? decided : Finding.UNDECIDED);
              });
    }
    return findings;
  }

  private boolean isAgainstReference(AcrossRecord.Pair pair, String name) {
    String other = compared.reference();
    return (pair.first().equals(name) && pair.second().equals(other))
        || (pair.first().equals(other) && pair.second().equals(name));
  }

  /**
   * Such as {@code On iris by test.accuracy: mish beats relu.}; empty without findings.
   *
   * @param where which of several settings this is; may be empty
   */
  Optional<String> sentence(String where) {
    Map<String, Finding> findings = findings();
    String reference = compared.reference();
    var parts = new ArrayList<String>();
    List<String> better = of(Finding.BETTER, findings);
    if (!better.isEmpty()) {
      parts.add(beats(better, reference));
    }
    List<String> worse = of(Finding.WORSE, findings);
    if (!worse.isEmpty()) {
      parts.add("%s beats %s".formatted(reference, names(worse)));
    }
    List<String> equal = of(Finding.EQUIVALENT, findings);
    if (!equal.isEmpty()) {
      String sentence =
          equal.size() == 1
              ? "%s is practically equivalent to %s"
              : "%s are practically equivalent to %s";
      parts.add(sentence.formatted(names(equal), reference));
    }
    List<String> undecided = of(Finding.UNDECIDED, findings);
    if (!undecided.isEmpty()) {
      parts.add("%s cannot be told apart from %s".formatted(names(undecided), reference));
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s by %s%s: %s."
                .formatted(
                    place(),
                    compared.metric(),
                    where.isEmpty() ? "" : ", " + where,
                    String.join("; ", parts)));
  }

  private static String beats(List<String> better, String reference) {
    if (better.size() > MAX_NAMES) {
      return "%s, first %s, beat %s".formatted(names(better), better.get(0), reference);
    }
    return (better.size() == 1 ? "%s beats %s" : "%s beat %s").formatted(names(better), reference);
  }

  private static List<String> of(Finding finding, Map<String, Finding> findings) {
    return findings.keySet().stream().filter(name -> findings.get(name) == finding).toList();
  }

  private static String names(List<String> names) {
    if (names.size() > MAX_NAMES) {
      return names.size() + " methods";
    }
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private String place() {
    return setting
        .across()
        .map(across -> "Over %s data sets".formatted(across.datasets().size()))
        .orElseGet(() -> "On " + setting.datasets().get(0).name());
  }
}
