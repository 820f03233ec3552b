package {{package}};

import dev.kassei.api.Schedule;
import dev.kassei.testkit.ScheduleContract;
import java.util.stream.Stream;

class {{class}}Test implements ScheduleContract {
  @Override
  public Stream<Schedule> schedules() {
    return Stream.of(new {{class}}(), new {{class}}(0.5));
  }
}
