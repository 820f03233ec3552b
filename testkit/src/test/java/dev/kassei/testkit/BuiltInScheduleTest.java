package dev.kassei.testkit;

import dev.kassei.api.Schedule;
import dev.kassei.trainer.plugin.Families;
import java.util.stream.Stream;

class BuiltInScheduleTest implements ScheduleContract {
  @Override
  public Stream<Schedule> schedules() {
    return BuiltIn.of(Families.SCHEDULE, Schedule.class);
  }
}
