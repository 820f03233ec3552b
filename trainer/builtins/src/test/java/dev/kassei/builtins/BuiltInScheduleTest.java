package dev.kassei.builtins;

import dev.kassei.api.Schedule;
import dev.kassei.testkit.ScheduleContract;
import java.util.stream.Stream;

class BuiltInScheduleTest implements ScheduleContract {
  @Override
  public Stream<Schedule> schedules() {
    return BuiltIn.of(Schedule.class);
  }
}
