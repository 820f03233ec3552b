package dev.kassei.testkit;

import dev.kassei.api.Schedule;
import java.util.List;
import java.util.stream.Stream;

/**
 * The contract of schedules as JUnit 5 tests. The test class of a plugin implements it:
 *
 * <pre>{@code
 * class SawtoothTest implements ScheduleContract {
 *   @Override
 *   public Stream<Schedule> schedules() {
 *     return Stream.of(new Sawtooth());
 *   }
 * }
 * }</pre>
 */
public interface ScheduleContract extends PluginContract<Schedule> {
  /** The schedules to test: the plugin with its defaults, and with other hyperparameters. */
  Stream<Schedule> schedules();

  @Override
  default Stream<Schedule> plugins() {
    return schedules();
  }

  @Override
  default List<? extends Clause<Schedule>> clauses() {
    return Kits.SCHEDULE.clauses();
  }
}
