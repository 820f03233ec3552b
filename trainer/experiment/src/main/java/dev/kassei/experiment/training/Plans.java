package dev.kassei.experiment.training;

import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.plan.Program;
import dev.kassei.engine.plan.Team;
import java.util.List;
import java.util.Optional;

/**
 * Makes plans, and takes the last one again where it fits: a small network is trained in less time
 * than a plan takes to make. For one thread.
 */
final class Plans implements AutoCloseable {
  private final RunOptions options;
  private final Team team;
  private Optional<Made> last = Optional.empty();

  Plans(RunOptions options) {
    this.options = options;
    this.team = new Team(options.threads());
  }

  private record Made(List<Program> programs, PlanOptions options, Plan plan) {}

  /** A plan for trials side by side; none of its tensors is set. */
  Plan of(List<Program> programs, PreparedTrial first) {
    PlanOptions wanted = options(first);
    if (last.isEmpty() || !fits(last.get(), programs, wanted)) {
      last = Optional.of(new Made(programs, wanted, new Plan(programs, wanted)));
    }
    Plan plan = last.get().plan();
    for (int lane = 0; lane < plan.lanes(); lane++) {
      plan.setActive(lane, true);
    }
    return plan;
  }

  /** A plan beside the last one. */
  Plan another(List<Program> programs, PreparedTrial first) {
    return new Plan(programs, options(first));
  }

  /** Which kernels run. */
  Execution execution() {
    return options.kernels().execution();
  }

  private PlanOptions options(PreparedTrial first) {
    return new PlanOptions(
        first.precision(), first.batchSize(), execution(), options.isProfiled(), team);
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean fits(Made made, List<Program> programs, PlanOptions wanted) {
    if (!made.options().equals(wanted) || made.programs().size() != programs.size()) {
      return false;
    }
    for (int i = 0; i < programs.size(); i++) {
      if (made.programs().get(i) != programs.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** Ends the threads. */
  @Override
  public void close() {
    team.close();
  }
}
