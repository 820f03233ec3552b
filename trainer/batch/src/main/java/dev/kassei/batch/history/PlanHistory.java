package dev.kassei.batch.history;

import dev.kassei.results.text.Noun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of how a comparison came about, in sentences without times, so that the same course
 * of things gives the same files.
 *
 * @param isFixed whether all was fixed before any trial ended, and nobody looked before the end
 * @param sentences what speaks against it
 */
public record PlanHistory(boolean isFixed, List<String> sentences) {
  /** Nothing is said, either way. */
  public static final PlanHistory NONE = new PlanHistory(false, List.of());

  private static final int MAX_DETAILS = 12;

  public PlanHistory {
    sentences = List.copyOf(sentences);
  }

  /** That of one folder. */
  static PlanHistory of(List<LogEntry> entries) {
    if (entries.isEmpty()) {
      return new PlanHistory(
          false,
          List.of("It is not known when this was fixed: the folder holds no plan-log.jsonl."));
    }
    List<LogEntry> decisive = decisive(entries);
    var sentences = new ArrayList<String>();
    if (entries.get(0) instanceof LogEntry.Made made && made.trials() > 0) {
      sentences.add(
          "It is not known what was planned before %s had ended: plan-log.jsonl begins after that."
              .formatted(Noun.TRIAL.count(made.trials())));
    }
    if (decisive.isEmpty()) {
      return new PlanHistory(sentences.isEmpty(), sentences);
    }
    sentences.add(
        "Not all of this was fixed before results were seen, so p values and intervals are too"
            + " bold by an unknown amount.");
    int changes = 0;
    for (LogEntry entry : decisive.subList(0, Math.min(MAX_DETAILS, decisive.size()))) {
      sentences.add(sentence(entry, changes));
      changes += entry instanceof LogEntry.Made ? 1 : 0;
    }
    if (decisive.size() > MAX_DETAILS) {
      sentences.add("plan-log.jsonl has %s more.".formatted(decisive.size() - MAX_DETAILS));
    }
    return new PlanHistory(false, sentences);
  }

  /** What speaks against it in one sentence, before any details; empty where nothing does. */
  public Optional<String> reservation() {
    return sentences.stream().findFirst();
  }

  /**
   * Several folders that are compared as one.
   *
   * @param folders what they are called
   * @param histories of each, in the same order
   */
  public static PlanHistory joined(List<String> folders, List<PlanHistory> histories) {
    var sentences = new ArrayList<String>();
    sentences.add(
        "%s were planned separately: comparing them as one was decided afterwards, so p values"
                .formatted(String.join(" and ", folders))
            + " and intervals may be too optimistic by an unknown amount.");
    for (int i = 0; i < folders.size(); i++) {
      for (String sentence : histories.get(i).sentences()) {
        sentences.add(folders.get(i) + ": " + sentence);
      }
    }
    return new PlanHistory(false, sentences);
  }

  /** Early looks, plans that were changed with results there, and looks before such a change. */
  private static List<LogEntry> decisive(List<LogEntry> entries) {
    int lastChange = 0;
    for (int i = 1; i < entries.size(); i++) {
      boolean wasSeen = entries.subList(0, i).stream().anyMatch(LogEntry.Look.class::isInstance);
      if (entries.get(i) instanceof LogEntry.Made made && (made.trials() > 0 || wasSeen)) {
        lastChange = i;
      }
    }
    var decisive = new ArrayList<LogEntry>();
    for (int i = 0; i < entries.size(); i++) {
      LogEntry entry = entries.get(i);
      boolean isPlan = entry instanceof LogEntry.Made && i > 0 && i <= lastChange;
      boolean isLook = entry instanceof LogEntry.Look look && (look.isEarly() || i < lastChange);
      if (isPlan || isLook || entry instanceof LogEntry.Damaged) {
        decisive.add(entry);
      }
    }
    return decisive;
  }

  /**
   * What an entry says.
   *
   * @param changes how many changes of the plan were before
   */
  private static String sentence(LogEntry entry, int changes) {
    if (entry instanceof LogEntry.Made made) {
      return "The plan was changed when %s had ended: %s."
          .formatted(Noun.TRIAL.count(made.trials()), String.join("; ", made.changes()));
    }
    if (entry instanceof LogEntry.Look look) {
      return "%s were looked at when %s of %s had ended (%s)%s."
          .formatted(
              results(changes),
              look.trials(),
              Noun.TRIAL.count(look.planned()),
              complete(look.seeds()),
              look.choices().isEmpty() ? "" : ", with " + String.join(", ", look.choices()));
    }
    return "A line of plan-log.jsonl is damaged.";
  }

  /** Of how many seeds all trials had ended. */
  private static String complete(int seeds) {
    return seeds == 0 ? "no seed was complete" : "complete: " + Noun.SEED.count(seeds);
  }

  private static String results(int changes) {
    return switch (changes) {
      case 0 -> "Results";
      case 1 -> "Results after that change";
      default -> "Results after these %s changes".formatted(changes);
    };
  }
}
