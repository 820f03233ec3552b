package dev.kassei.batch.history;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.Plan;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The plans of a batch's folder and the looks at its results, in the order in which they were: a
 * file that is only ever added to.
 */
public final class PlanLog {
  private final Path folder;
  private final Clock clock;
  private final List<LogEntry> entries;

  private PlanLog(Path folder, Clock clock, List<LogEntry> entries) {
    this.folder = folder;
    this.clock = clock;
    this.entries = entries;
  }

  /** The log of a folder, which need not exist. */
  public static PlanLog read(Path folder) throws IOException {
    return read(folder, Clock.systemUTC());
  }

  /** The same with a clock that tells when something is added. */
  public static PlanLog read(Path folder, Clock clock) throws IOException {
    Path file = folder.resolve(BatchFiles.PLAN_LOG);
    var entries = new ArrayList<LogEntry>();
    if (Files.isRegularFile(file)) {
      // not readString, which refuses what is damaged
      new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .map(LogJson::read)
          .forEach(entries::add);
    }
    return new PlanLog(folder, clock, entries);
  }

  /**
   * Refuses a batch whose file is not the one that made the folder.
   *
   * @throws ExperimentException if the folder is that of another file with another plan
   */
  public void requireOwner(BatchConfig batch) {
    Origin origin = Origin.of(batch.file(), folder);
    List<LogEntry.Made> plans = plans();
    boolean isOwner =
        origin.isInside()
            || plans.stream()
                .anyMatch(
                    made -> made.origin().is(origin) || made.plan().equals(batch.plan().hash()));
    if (!plans.isEmpty() && !isOwner) {
      throw new ExperimentException(
          "name",
          "'%s' holds the batch of another file, '%s', whose results would be lost; give one of"
                  .formatted(folder, folder.resolve(plans.get(0).origin().file()).normalize())
              + " them another name (name: in the file), or choose another folder with --out; to go"
              + " on with what is there, run '%s'".formatted(folder.resolve(BatchFiles.CONFIG)));
    }
  }

  /** Whether its last plan is one that another folder has had before its present one. */
  public boolean isOvertakenBy(PlanLog other) {
    List<LogEntry.Made> plans = other.plans();
    return last().isPresent()
        && plans.stream().limit(Math.max(0, plans.size() - 1L)).anyMatch(last().get()::isLike);
  }

  /** Whether the last plan is this one with these inputs, or none was logged. */
  public boolean isCurrent(Plan plan, Inputs inputs) {
    return last()
        .map(made -> made.plan().equals(plan.hash()) && made.inputs().equals(inputs))
        .orElse(true);
  }

  /**
   * What a plan with these inputs changes of the last one, a clause each; empty if that is the same
   * or none was logged.
   */
  public List<String> changesTo(Plan plan, Inputs inputs) {
    return last().map(made -> changes(made, plan, inputs)).orElse(List.of());
  }

  /** Whether it says nothing. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * Takes the entries of logs of other folders in the order of their times, as if all had happened
   * here. What is known is not repeated, nor the plan that counts already.
   */
  public void adopt(List<PlanLog> others) throws IOException {
    var seen = new HashSet<>(entries);
    List<LogEntry> all =
        others.stream()
            .flatMap(other -> other.entries.stream())
            .filter(seen::add)
            .sorted(Comparator.comparing(LogEntry::time))
            .toList();
    for (LogEntry entry : all) {
      boolean isCurrent =
          entry instanceof LogEntry.Made made
              && last().filter(before -> before.isLike(made)).isPresent();
      if (!isCurrent) {
        add(entry);
      }
    }
  }

  /**
   * Notes the plan of a batch, unless it is the current one.
   *
   * @param inputs what else its results depend on
   * @param trials how many have ended
   * @return whether it was noted
   */
  public boolean note(BatchConfig batch, Inputs inputs, int trials) throws IOException {
    Plan plan = batch.plan();
    Optional<LogEntry.Made> before = last();
    List<String> changes = before.map(made -> changes(made, plan, inputs)).orElse(List.of());
    if (before.isPresent() && changes.isEmpty()) {
      return false; // the same, perhaps in other words, such as 1e-3 for 0.001
    }
    Origin origin = Origin.of(batch.file(), folder);
    add(new LogEntry.Made(now(), trials, plan, inputs, changes, origin));
    return true;
  }

  private static List<String> changes(LogEntry.Made before, Plan plan, Inputs inputs) {
    boolean isSamePlan = before.plan().equals(plan.hash());
    var changes = new ArrayList<String>();
    if (!isSamePlan) {
      changes.addAll(plan.changesSince(before.content()));
    }
    changes.addAll(inputs.changesSince(before.inputs(), isSamePlan));
    return changes;
  }

  /**
   * Notes that results were shown, unless the same ones were before since the last change. Where
   * nothing can be written, as on a medium for reading alone, nothing is.
   *
   * @param by the command that showed them
   * @param trials how many have ended
   * @param planned of how many
   * @param seeds of how many seeds all trials had ended
   * @param choices what was compared in place of what the plan fixed; empty if nothing was
   */
  public void look(String by, Plan plan, int trials, int planned, int seeds, List<String> choices) {
    var look = new LogEntry.Look(plan.hash(), now(), trials, by, planned, seeds, choices);
    if (trials == 0 || entries.isEmpty() || isKnown(look)) {
      return; // who sees nothing chooses by nothing
    }
    try {
      add(look);
    } catch (IOException | UncheckedIOException e) {
      entries.add(look);
    }
  }

  private boolean isKnown(LogEntry.Look look) {
    int from = last().map(entries::lastIndexOf).orElse(0);
    return entries.subList(from, entries.size()).stream()
        .anyMatch(entry -> entry instanceof LogEntry.Look other && other.isLike(look));
  }

  /** What it says about what is compared now. */
  public PlanHistory history() {
    return PlanHistory.of(entries);
  }

  List<LogEntry.Made> plans() {
    return entries.stream()
        .filter(LogEntry.Made.class::isInstance)
        .map(LogEntry.Made.class::cast)
        .toList();
  }

  private Optional<LogEntry.Made> last() {
    List<LogEntry.Made> plans = plans();
    return plans.isEmpty() ? Optional.empty() : Optional.of(plans.get(plans.size() - 1));
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private void add(LogEntry entry) throws IOException {
    Path file = folder.resolve(BatchFiles.PLAN_LOG);
    // a line that a killed process left torn ends here
    String torn = endsWithinALine(file) ? "\n" : "";
    Files.writeString(
        file,
        torn + LogJson.text(entry) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND,
        StandardOpenOption.DSYNC);
    entries.add(entry);
  }

  private static boolean endsWithinALine(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) == 0) {
      return false;
    }
    byte[] bytes = Files.readAllBytes(file);
    return bytes[bytes.length - 1] != '\n';
  }
}
