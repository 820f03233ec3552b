package dev.kassei.batch.history;

import dev.kassei.batch.plan.Plan;
import java.util.List;

/** A line of the plan log. */
sealed interface LogEntry {
  /** The hash of the plan that counted then. */
  String plan();

  /** When, in UTC. */
  String time();

  /** How many trials had ended. */
  int trials();

  /**
   * A plan, before the first trial of it is trained.
   *
   * @param content what it is
   * @param inputs what else results depend on
   * @param changes what is different from the one before, a clause each
   * @param origin where it was read
   */
  record Made(
      String time, int trials, Plan content, Inputs inputs, List<String> changes, Origin origin)
      implements LogEntry {
    public Made {
      changes = List.copyOf(changes);
    }

    @Override
    public String plan() {
      return content.hash();
    }

    /** Whether it is the same plan with the same inputs. */
    boolean isLike(Made other) {
      return plan().equals(other.plan()) && inputs.equals(other.inputs);
    }
  }

  /**
   * Results that were shown.
   *
   * @param by the command that showed them
   * @param planned how many trials there are in all
   * @param seeds of how many seeds, or repetitions, all trials had ended
   * @param choices what was compared in place of what the plan fixed
   */
  record Look(
      String plan, String time, int trials, String by, int planned, int seeds, List<String> choices)
      implements LogEntry {
    public Look {
      choices = List.copyOf(choices);
    }

    /** Whether it showed the same results of the same plan. */
    boolean isLike(Look other) {
      return plan.equals(other.plan) && trials == other.trials && choices.equals(other.choices);
    }

    /** Whether trials were missing. */
    boolean isEarly() {
      return trials < planned;
    }
  }

  /** A line that nobody can read. */
  record Damaged() implements LogEntry {
    @Override
    public String plan() {
      return "";
    }

    @Override
    public String time() {
      return "";
    }

    @Override
    public int trials() {
      return 0;
    }
  }
}
